import { DRIVERS, type DriverName, driverNamed } from "./driver";
import { type DriverFact, type Fact, factsOf, type VariableFact } from "./fact";
import { known, unknown } from "./knowable";

/** A driver as it is called with a URL. */
export type CalledDriver = Pick<DriverFact, "driver" | "driverSettings" | "takesPlain">;

const NONE: CalledDriver = {
  driver: unknown("no driver is declared"),
  driverSettings: unknown("no driver is declared"),
};

/** Whether a variable is declared to hold a connection URL. */
export function isDeclaredUrl({ name, service }: VariableFact, facts: readonly Fact[]): boolean {
  return factsOf(facts, "driver").some((fact) => fact.service === service && fact.variable === name);
}

/**
 * The drivers that a variable's URL is for. SQLAlchemy's schemes name theirs; of several that the service's code
 * calls, those that take the scheme; where none does, the first, since the scheme is then what is wrong.
 */
export function driversOf(variable: VariableFact, facts: readonly Fact[]): readonly CalledDriver[] {
  const scheme = variable.value.known ? schemeOf(variable.value.value) : undefined;
  const named = scheme?.includes("+") === true ? driverOfScheme(scheme.toLowerCase()) : undefined;
  const all = factsOf(facts, "driver").filter(({ service }) => service === variable.service);
  const declared = all.filter((fact) => fact.variable === variable.name);
  // What is declared for the variable is not in doubt: a URL of another one is wrong.
  if (declared.length > 0) return named === undefined ? declared : [byScheme(named, declared)];
  // A product that reads a variable of its own name brings its driver with it.
  if (named !== undefined && OF_PRODUCT.test(variable.name)) return [alone(named)];
  const called = all.filter((fact) => fact.variable === undefined);
  if (named !== undefined)
    return [isBeside(variable, named, called, facts) ? alone(named) : byScheme(named, called)];
  const fitting = called.filter(({ driver }) => {
    const row = driver.known ? driverNamed(driver.value) : undefined;
    return row === undefined || scheme === undefined || row.schemes.includes(scheme.toLowerCase());
  });
  // Calls with an unknown driver add nothing to those with a known one.
  const decided = fitting.filter(({ driver }) => driver.known);
  const chosen = distinct(decided.length > 0 ? decided : fitting);
  return chosen.length > 0 ? chosen : [called[0] ?? NONE];
}

/** Products on SQLAlchemy, by the first word of their variables' names. */
const OF_PRODUCT = /^(?:PREFECT|AIRFLOW|MLFLOW|SUPERSET|DAGSTER|LANGFLOW|OPTUNA|REDASH|BUDIBASE)_/;

/** Whether the URL is another tool's, such as a migration's: the service's own driver has one that it takes. */
function isBeside(
  variable: VariableFact,
  named: DriverName,
  called: readonly DriverFact[],
  facts: readonly Fact[],
): boolean {
  if (called.every(({ driver }) => !driver.known || driver.value === named)) return false;
  const schemes = called.flatMap(({ driver }) =>
    driver.known ? (driverNamed(driver.value)?.schemes ?? []) : [],
  );
  return factsOf(facts, "variable").some(
    ({ service, name, value }) =>
      service === variable.service &&
      name !== variable.name &&
      value.known &&
      schemes.includes(schemeOf(value.value)?.toLowerCase() ?? ""),
  );
}

function alone(name: DriverName): CalledDriver {
  return { driver: known(name), driverSettings: unknown("another tool than the service reads this URL") };
}

function schemeOf(text: string): string | undefined {
  return /^([a-z0-9+_]+):/i.exec(text.trim())?.[1];
}

function driverOfScheme(scheme: string): DriverName | undefined {
  const names = Object.keys(DRIVERS) as readonly DriverName[];
  return names.find((name) => DRIVERS[name].schemes.some((accepted) => accepted === scheme));
}

/** The settings are where the code creates its engine, whether the driver is known there or not. */
function byScheme(name: DriverName, called: readonly DriverFact[]): CalledDriver {
  const same = called.find(({ driver }) => driver.known && driver.value === name);
  const own = same ?? called.find(({ driver }) => !driver.known) ?? called[0];
  // Code that calls a driver by itself is given SQLAlchemy's URL: that is what is wrong.
  if (own?.driver.known === true && own.driver.value !== name) return own;
  return { driver: known(name), driverSettings: own?.driverSettings ?? NONE.driverSettings };
}

function distinct(called: readonly DriverFact[]): readonly DriverFact[] {
  if (called.length < 2) return called;
  const byText = new Map(
    called.map((fact) => [JSON.stringify([fact.driver, fact.driverSettings]), fact] as const).toReversed(),
  );
  return [...byText.values()].toReversed();
}
