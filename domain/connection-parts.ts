import { type ConnectionFact, type Fact, factsOf, type VariableFact } from "./fact";
import { type Knowable, known, unknown } from "./knowable";

/** One family of names under which a database's address is given in parts. */
interface Family {
  readonly prefix: string;
  /** Whether the names alone say that it is PostgreSQL. */
  readonly certain: boolean;
}

/** libpq's own names (postgresql.org/docs/current/libpq-envars.html), then those that frameworks' guides use. */
const FAMILIES: readonly Family[] = [
  { prefix: "PG", certain: true },
  { prefix: "POSTGRES_", certain: true },
  { prefix: "POSTGRESQL_", certain: true },
  { prefix: "DB_", certain: false },
  { prefix: "DATABASE_", certain: false },
];

const NAMES = {
  host: ["HOST", "HOSTNAME"],
  port: ["PORT"],
  user: ["USER", "USERNAME"],
  database: ["DATABASE", "NAME", "DB"],
  sslmode: ["SSLMODE"],
} as const;

/**
 * Connections whose host, user and database are in variables of their own. Where a service has a URL too, its parts
 * are left-overs or another tool's, and state nothing.
 */
export function connectionParts(
  facts: readonly Fact[],
  hasUrl: (service: string | undefined) => boolean,
): readonly ConnectionFact[] {
  const variables = factsOf(facts, "variable");
  return FAMILIES.flatMap((family) =>
    variables.flatMap((host) => {
      if (!NAMES.host.some((name) => host.name === `${family.prefix}${name}`)) return [];
      if (hasUrl(host.service) || (host.value.known && host.value.value.trim() === "")) return [];
      if (!family.certain && !isPostgresql(host, family, variables, facts)) return [];
      return [connectionOf(host, family, variables, facts)];
    }),
  );
}

/**
 * Where the names do not say which database it is, a driver of PostgreSQL, a port of its servers or the names that its
 * installation makes do: the role and the database `postgres`.
 */
function isPostgresql(
  { service }: VariableFact,
  { prefix }: Family,
  variables: readonly VariableFact[],
  facts: readonly Fact[],
): boolean {
  const port = variables.find(
    (variable) => variable.service === service && variable.name === `${prefix}PORT`,
  );
  const written = port?.value.known === true ? port.value.value.trim() : undefined;
  if (written !== undefined) return ["5432", "6543"].includes(written);
  const called = (names: readonly string[]) =>
    variables.some(
      ({ name, service: of, value }) =>
        of === service &&
        names.some((one) => name === `${prefix}${one}`) &&
        value.known &&
        /^postgres(?:\.|$)/.test(value.value.trim()),
    );
  if (called(NAMES.user) || called(NAMES.database)) return true;
  return factsOf(facts, "driver").some((fact) => fact.service === service && fact.driver.known);
}

function connectionOf(
  host: VariableFact,
  { prefix }: Family,
  variables: readonly VariableFact[],
  facts: readonly Fact[],
): ConnectionFact {
  const part = (names: readonly string[]): Knowable<string> | undefined =>
    variables.find(
      ({ name, service }) => service === host.service && names.some((one) => name === `${prefix}${one}`),
    )?.value;
  const text = (names: readonly string[]) => part(names) ?? unknown<string>("no variable names it");
  const port = part(NAMES.port) ?? known("5432");
  const mode = part(NAMES.sslmode);
  const called = factsOf(facts, "driver").find(({ service }) => service === host.service);
  const nobody = unknown<never>("no driver is declared");
  const { name: _, secret: __, value, replaces: ___, injectedBy: ____, ...stated } = host;
  return {
    ...stated,
    kind: "connection",
    host: trimmed(value),
    port: port.known ? known(Number(port.value)) : port,
    user: trimmed(text(NAMES.user)),
    database: trimmed(text(NAMES.database)),
    parameters: mode === undefined ? known({}) : mode.known ? known({ sslmode: mode.value.trim() }) : mode,
    driver: called?.driver ?? nobody,
    driverSettings: called?.driverSettings ?? nobody,
  };
}

function trimmed(value: Knowable<string>): Knowable<string> {
  return value.known ? known(value.value.trim()) : value;
}
