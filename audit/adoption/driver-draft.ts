import { connections, DRIVERS, type Fact, factsOf } from "../../domain";
import { DATABASE_VARIABLE } from "./database-draft";
import { assumed, type DraftField, read } from "./draft-field";

/** The driver by which a service reaches its database; nothing of a service that names no database. */
export function driverOf(facts: readonly Fact[], runtime: string): readonly DraftField[] {
  // A URL whose scheme names its driver says it where the code does not.
  const found = [...factsOf(facts, "driver"), ...connections(facts)].find(({ driver }) => driver.known);
  if (found?.driver.known !== true || !Object.hasOwn(DRIVERS, found.driver.value)) {
    if (!usesDatabase(facts)) return [];
    // Of calls, only that of SQLAlchemy's asynchronous engine leaves its driver to the URL.
    const [engine] = factsOf(facts, "driver");
    const python = engine === undefined ? "asyncpg" : "sqlalchemy-asyncpg";
    const likely = runtime === "node" ? "node-postgres" : python;
    return [assumed("driver", likely, `one of ${Object.keys(DRIVERS).join(", ")}`)];
  }
  const { driver, driverSettings, place } = found;
  const settings = driverSettings.known ? driverSettings.value : {};
  return [
    read("driver", driver.value, place),
    ...(Object.keys(settings).length === 0 ? [] : [read("driverSettings", settings, place)]),
  ];
}

/** Whether the service has, or asks for, a database's address. */
export function usesDatabase(facts: readonly Fact[]): boolean {
  if (factsOf(facts, "driver").length > 0 || connections(facts).length > 0) return true;
  return facts.some(
    (fact) =>
      (fact.kind === "variable" || fact.kind === "wanted-variable") && fact.name === DATABASE_VARIABLE,
  );
}
