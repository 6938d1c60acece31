import { providerOf } from "../databases";
import { allKnown, connections } from "../domain/connections";
import { type Driver, driverNamed, stillPreparing } from "../domain/driver";
import { type Fact, factsOf } from "../domain/fact";
import { judgeEach } from "../domain/judge-each";
import { known, unknown } from "../domain/knowable";
import type { Place } from "../domain/place";
import { type Knowledge, rule } from "../domain/rule";
import { isStackPlace, isTypedValue } from "../domain/stack-place";

type Values = Readonly<Record<string, string>>;

export const databaseTransactionModeStatements = rule({
  id: "database/transaction-mode-statements",
  severity: "error",
  title: "Prepared statements are off in transaction mode",
  why: "In transaction mode each transaction may get another server connection, where the driver's prepared statements do not exist.",
  fix: "Turn the driver's prepared statements off, or use session mode.",
  reference: "https://supabase.com/docs/guides/troubleshooting/disabling-prepared-statements-qL8lEL",
  prevents: ["database/prepared-statement"],
  check: (facts, knowledge) =>
    judgeEach(
      connections(facts).filter(({ host, port }) => mayLoseStatements(allKnown(host, port), knowledge)),
      ({ host, port, parameters, driver, driverSettings }) =>
        allKnown(host, port, parameters, driver, declaredSettings(driver, driverSettings)),
      ([, , parameters, driverName, settings], { place: at, portPlace: place = at, service }) => {
        const driver = driverNamed(driverName);
        const asked = driver?.preparesWith;
        if (asked !== undefined && Number(parameters[asked]) > 0)
          return {
            place,
            what: `${driver?.name} in transaction mode`,
            expected: `\`${asked}=0\``,
            got: `\`${asked}\` above 0, with which it prepares statements`,
            fix: `Leave \`${asked}\` out, or use session mode: port 5432 of the pooler's host.`,
          };
        if (driver?.unprepared === undefined) return undefined;
        const inVariables = variableSettings(facts, service, Object.keys(driver.unprepared));
        const missing = stillPreparing(driver, (key) =>
          driver.onlyInUrl !== undefined
            ? [parameters[key]]
            : [inVariables[key], settings[key], inUrl(driver, parameters, key)],
        );
        if (missing.length === 0) return undefined;
        const expected = missing.map(([key, values]) => `\`${key}=${values[0]}\``).join(" and ");
        return {
          place,
          what: `${driver.name} in transaction mode`,
          expected,
          got: "prepared statements on",
          fix: fixFor(driver, place),
        };
      },
    ),
});

function fixFor(driver: Driver, place: Place): string {
  const { unpreparedInCode: code = "Turn prepared statements off", onlyInUrl: inUrl } = driver;
  const session = "or use session mode: port 5432 of the pooler's host.";
  if (!isStackPlace(place) || (isTypedValue(place) && inUrl !== undefined)) return `${code}; ${session}`;
  // Nothing reads `connection` where the URL is typed.
  return `${code}, and say so in \`driverSettings\`; ${isTypedValue(place) ? session : "or set `connection: session`."}`;
}

/** Where only the URL names the driver, the code that connects may turn them off, and no resource shows it. */
function declaredSettings(driver: Connection["driver"], settings: Connection["driverSettings"]) {
  const row = driver.known ? driverNamed(driver.value) : undefined;
  // A driver that prepares nothing by itself has nothing to turn off.
  if (row !== undefined && row.unprepared === undefined) return known<Values>({});
  const name = row?.name;
  if (settings.known || name === undefined) return settings;
  return unknown<Values>(
    `whether the code turns prepared statements of ${name} off is declared nowhere: use session mode, or declare a Service with \`driverSettings\``,
  );
}

/** Session mode holds whatever is still unknown of the driver. */
function mayLoseStatements(
  endpoint: ReturnType<typeof allKnown<[ConnectionHost, ConnectionPort]>>,
  knowledge: Knowledge,
): boolean {
  if (!endpoint.known) return true;
  const [host, port] = endpoint.value;
  const provider = providerOf(host, knowledge);
  const keeps = provider.keepsPreparedStatements?.({ host, port }) === true;
  return !keeps && provider.poolMode({ host, port }) === "transaction";
}

type Connection = ReturnType<typeof connections>[number];
type ConnectionHost = Connection["host"];
type ConnectionPort = Connection["port"];

/** A setting is off where one place says so and none says otherwise: a variable may contradict the declaration. */
function inUrl(driver: Driver, parameters: Values, key: string): string | undefined {
  return driver.unpreparedInUrl?.includes(key) ? parameters[key] : undefined;
}

/** Settings that the service's variables hold under their own name, such as DATABASE_STATEMENT_CACHE_SIZE. */
function variableSettings(
  facts: readonly Fact[],
  service: string | undefined,
  keys: readonly string[],
): Values {
  const found = factsOf(facts, "variable").flatMap((variable): [string, string][] => {
    if (variable.service !== service || !variable.value.known) return [];
    const name = variable.name.replace(
      /^(?:(?:DATABASE|DB|PG|POSTGRES|POSTGRESQL|SUPABASE|ASYNCPG|SQLALCHEMY|PSYCOPG|PGX)_)*/,
      "",
    );
    const key = keys.find((setting) => setting.toUpperCase() === name);
    return key === undefined ? [] : [[key, variable.value.value.trim()]];
  });
  return Object.fromEntries(found);
}
