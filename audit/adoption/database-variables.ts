import { ALL_VARIABLES, type Fact, factsOf, looksLikeConnectionUrl, type Place } from "../../domain";
import { DATABASE_VARIABLE } from "../../domain/database-variable";
import { isUrlName } from "../../domain/stated-urls";
import { isConnectionString } from "./connection-strings";
import { usesDatabase } from "./driver-draft";

/** A variable of a service that holds a database's URL, and where it is named. */
export interface DatabaseVariable {
  readonly name: string;
  /** Undefined where no file names it. */
  readonly place: Place | undefined;
}

/** Databases that no deployment asks: those of tests, and the one that Prisma compares migrations with. */
const ELSEWHERE = /(?:^|_)(?:TEST|TESTING|CI|LOCAL|DEV|SHADOW)_/i;
/** A name of a variable that any platform takes. */
const NAME = /^[A-Za-z_]\w*$/;
/** PostgreSQL's schemes, SQLAlchemy's drivers behind them too; other notations are typed as they are. */
const POSTGRESQL = /^\s*postgres(?:ql)?(?:\+\w+)?:\/\//;

/**
 * The variables by which a service reaches its databases: DATABASE_URL, and others that hold a URL of PostgreSQL, that a
 * Blueprint fills with one, or whose name says so while no file has their value.
 */
export function databaseVariables(facts: readonly Fact[]): readonly DatabaseVariable[] {
  if (!usesDatabase(facts)) return [];
  const strings = factsOf(facts, "wanted-variable").flatMap(({ name }) =>
    isConnectionString(name) ? [name] : [],
  );
  const stated = factsOf(facts, "variable").filter(({ name, value, takenFrom }) =>
    value.known
      ? POSTGRESQL.test(value.value)
      : takenFrom?.startsWith("database ") === true || isUrlName(name) || strings.includes(name),
  );
  const wanted = factsOf(facts, "wanted-variable").filter(
    ({ name, required }) =>
      required.known &&
      required.value &&
      (isUrlName(name) || strings.includes(name)) &&
      !isSetOtherwise(name, facts),
  );
  const main = [...factsOf(facts, "variable"), ...factsOf(facts, "wanted-variable")].find(
    ({ name }) => name === DATABASE_VARIABLE,
  );
  const others = [...stated, ...wanted].filter(
    ({ name }) =>
      name !== DATABASE_VARIABLE && name !== ALL_VARIABLES && NAME.test(name) && !ELSEWHERE.test(name),
  );
  const further = others.filter(({ name }, index) => others.findIndex((one) => one.name === name) === index);
  const named = further.map(({ name, place }) => ({ name, place }));
  // Code that names no variable connects by the one that most frameworks read.
  if (main === undefined && named.length > 0) return named;
  return [{ name: DATABASE_VARIABLE, place: main?.place }, ...named];
}

/** A variable that holds another text is no database's, whatever its name is. */
function isSetOtherwise(name: string, facts: readonly Fact[]): boolean {
  return factsOf(facts, "variable").some(
    (fact) => fact.name === name && fact.value.known && !looksLikeConnectionUrl(fact.value.value),
  );
}
