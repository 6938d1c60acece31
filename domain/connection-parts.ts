import { type ConnectionFact, type Fact, factsOf, type VariableFact } from "./fact";
import { type Knowable, known, unknown } from "./knowable";

/** One family of names under which a database's address is given in parts. */
interface Family {
  /** In capitals, as all names are compared: .NET has `Database__Host`. */
  readonly prefix: string;
  /** Whether the names alone say that it is PostgreSQL. */
  readonly certain: boolean;
}

/**
 * libpq's own names (postgresql.org/docs/current/libpq-envars.html), and those that frameworks' guides use, with any
 * words in front: `DB_HOST`, `POSTGRES_SERVER`, `DATABASE__HOST`, `APP_DB_HOSTNAME`.
 */
const HOST_NAME =
  /^((?:[A-Z0-9]+_+)*?(?:PG|PGSQL|POSTGRES|POSTGRESQL|POSTGRESDB|DB|DATABASE|DATABASES_+[A-Z0-9]+|SQL|RDS|TYPEORM|DATASOURCE)_*(?:URL_)?)(?:HOST|HOSTNAME|HOST_NAME|HOSTADDR|SERVER)$/;

/** Words in front that say that it is another database, or none that the deployment asks. */
const ELSEWHERE =
  /(?:MYSQL|MARIA|MSSQL|ORACLE|MONGO|REDIS|CACHE|CLICKHOUSE|ELASTIC|NEO4J|GRAPH|VECTOR|TEST|DEV|LOCAL)/;

const NAMES = {
  port: ["PORT"],
  user: ["USER", "USERNAME", "USER_NAME"],
  database: ["DATABASE", "NAME", "DB", "DBNAME", "DATABASE_NAME"],
  sslmode: ["SSLMODE", "SSL_MODE"],
} as const;

function familyOf(name: string): Family | undefined {
  const prefix = HOST_NAME.exec(name.toUpperCase())?.[1];
  if (prefix === undefined || ELSEWHERE.test(prefix)) return undefined;
  return { prefix, certain: /(?:^|_)(?:PG|POSTGRES)/.test(prefix) };
}

/**
 * Connections whose host, user and database are in variables of their own. Where a service has a URL too, its parts
 * are left-overs or another tool's, and state nothing.
 */
export function connectionParts(
  facts: readonly Fact[],
  hasUrl: (service: string | undefined) => boolean,
): readonly ConnectionFact[] {
  const variables = factsOf(facts, "variable");
  const ofParts = variables.flatMap((host) => {
    const family = familyOf(host.name);
    if (family === undefined) return [];
    if (hasUrl(host.service) || (host.value.known && host.value.value.trim() === "")) return [];
    if (!family.certain && !isPostgresql(host, family, variables, facts)) return [];
    return [connectionOf(host, family, variables, facts)];
  });
  const isTold = (service: string | undefined) =>
    hasUrl(service) || ofParts.some((one) => one.service === service);
  return [...ofParts, ...variables.flatMap((variable) => ofServiceFile(variable, isTold))];
}

/**
 * `PGSERVICE` names a section of a file that libpq, pgx and asyncpg read (postgresql.org/docs/current/libpq-pgservice):
 * where nothing else names the database, that file says where it is.
 */
function ofServiceFile(
  { name, value, ...rest }: VariableFact,
  isTold: (service: string | undefined) => boolean,
): readonly ConnectionFact[] {
  if (name !== "PGSERVICE" || isTold(rest.service)) return [];
  if (value.known && value.value.trim() === "") return [];
  const { secret: _, replaces: __, injectedBy: ___, ...stated } = rest;
  const told = unknown<never>("PGSERVICE names a section of a service file, which is not read here");
  return [
    {
      ...{ ...stated, kind: "connection", host: told, port: told, user: told },
      ...{ database: told, parameters: told, driver: told, driverSettings: told },
    },
  ];
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
    (variable) => variable.service === service && variable.name.toUpperCase() === `${prefix}PORT`,
  );
  const written = port?.value.known === true ? port.value.value.trim() : undefined;
  if (written !== undefined) return ["5432", "6543"].includes(written);
  const called = (names: readonly string[]) =>
    variables.some(
      ({ name, service: of, value }) =>
        of === service &&
        names.some((one) => name.toUpperCase() === `${prefix}${one}`) &&
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
      ({ name, service }) =>
        service === host.service && names.some((one) => name.toUpperCase() === `${prefix}${one}`),
    )?.value;
  const text = (names: readonly string[]) => part(names) ?? unknown<string>("no variable names it");
  const port = part(NAMES.port) ?? known("5432");
  const mode = part(NAMES.sslmode);
  const called = factsOf(facts, "driver").find(
    ({ service, variable }) => service === host.service && variable === undefined,
  );
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
