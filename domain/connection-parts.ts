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
/** Other names of an address, where the value alone says that a server or a pooler of PostgreSQL is there. */
const ADDRESS_NAME =
  /^((?:[A-Z0-9]+_+)*?)(?:HOST|HOSTNAME|HOST_NAME|SERVER|SEEDS?|ADDR|ADDRESS|ENDPOINT|UR[LI]|DSN)$/;
const ADDRESS = /^(?:db\.[a-z]{20}(?:\.[\w-]+)+|[\w-]+\.pooler(?:\.[\w-]+)+)\.?(?::\d{1,5})?(?:\/[\w-]*)?$/i;

/** Words in front that say that it is another database, or none that the deployment asks. */
const ELSEWHERE =
  /(?:MYSQL|MARIA|MSSQL|ORACLE|MONGO|REDIS|CACHE|CLICKHOUSE|ELASTIC|NEO4J|GRAPH|VECTOR|TEST|DEV|LOCAL)/;

const NAMES = {
  port: ["PORT"],
  user: ["USER", "USERNAME", "USER_NAME"],
  database: ["DATABASE", "NAME", "DB", "DBNAME", "DATABASE_NAME"],
  sslmode: ["SSLMODE", "SSL_MODE"],
  ssl: ["SSL", "SSL_ENABLED", "USE_SSL", "ENABLE_SSL"],
} as const;

function familyOf({ name, value }: VariableFact): Family | undefined {
  const isAddress = value.known && ADDRESS.test(value.value.trim());
  const prefix =
    HOST_NAME.exec(name.toUpperCase())?.[1] ??
    (isAddress ? ADDRESS_NAME.exec(name.toUpperCase())?.[1] : undefined);
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
    const family = familyOf(host);
    if (family === undefined) return [];
    if (hasUrl(host.service) || (host.value.known && host.value.value.trim() === "")) return [];
    const part = partsBeside(host, family, variables);
    if (!family.certain && !isPostgresql(host, part, facts)) return [];
    return [connectionOf(host, part, facts)];
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

/** Looks up one part beside a host: the first variable that has one of these names in the host's family. */
type Parts = (names: readonly string[]) => VariableFact | undefined;

function partsBeside(
  { service }: VariableFact,
  { prefix }: Family,
  variables: readonly VariableFact[],
): Parts {
  return (names) =>
    variables.find(
      ({ name, service: of }) =>
        of === service && names.some((one) => name.toUpperCase() === `${prefix}${one}`),
    );
}

/** What frameworks call the kind of database, and words for PostgreSQL there: `DB_CONNECTION=pgsql`, `DB_DIALECT=postgres`. */
const KINDS = [
  "CONNECTION",
  "ENGINE",
  "TYPE",
  "DIALECT",
  "CLIENT",
  "DRIVER",
  "ADAPTER",
  "PROVIDER",
  "VENDOR",
];
const OF_POSTGRESQL = /postg|pgsql|^pg$|psycopg/i;
const OF_OTHERS = /mysql|maria|mssql|sqlsrv|sqlserver|sqlite|oracle|mongo/i;
/** Hosts and users as only a server or a pooler of PostgreSQL has them: `…-pooler.…`, `app.<20 letters>`. */
const ITS_HOST = /[.-]pooler\.|postgres|^db\.[a-z]{20}\./i;
const ITS_USER = /^postgres(?:\.|$)|^[\w-]+\.[a-z]{20}$/;
/** Its own port, a pooler's, and the one that a local stack in containers publishes. */
const ITS_PORTS = ["5432", "6543", "54322"];

/**
 * Where the names do not say which database it is, a driver of PostgreSQL, a port of its servers or the names that its
 * installation makes do: the role and the database `postgres`.
 */
function isPostgresql({ service, value: host }: VariableFact, part: Parts, facts: readonly Fact[]): boolean {
  const written = (names: readonly string[]): string | undefined => {
    const value = part(names)?.value;
    return value?.known === true ? value.value.trim() : undefined;
  };
  const kind = written(KINDS);
  if (kind !== undefined && OF_POSTGRESQL.test(kind)) return true;
  if (kind !== undefined && OF_OTHERS.test(kind)) return false;
  if (host.known && ITS_HOST.test(host.value.trim())) return true;
  const [port, user] = [written(NAMES.port), written(NAMES.user)];
  if (user !== undefined && ITS_USER.test(user) && user.includes(".")) return true;
  if (port !== undefined) return ITS_PORTS.includes(port);
  if ([user, written(NAMES.database)].some((text) => text !== undefined && ITS_USER.test(text))) return true;
  return factsOf(facts, "driver").some((fact) => fact.service === service && fact.driver.known);
}

function connectionOf(host: VariableFact, variable: Parts, facts: readonly Fact[]): ConnectionFact {
  const part = (names: readonly string[]): Knowable<string> | undefined => variable(names)?.value;
  const text = (names: readonly string[]) => part(names) ?? unknown<string>("no variable names it");
  const written = host.value.known ? writtenAddress(host.value.value.trim()) : {};
  const port = part(NAMES.port) ?? known(written.port ?? "5432");
  const portAt = variable(NAMES.port)?.place;
  const mode = part(NAMES.sslmode) ?? withoutTls(part(NAMES.ssl));
  const called = factsOf(facts, "driver").find(
    ({ service, variable }) => service === host.service && variable === undefined,
  );
  const nobody = unknown<never>("no driver is declared");
  const { name: _, secret: __, value, replaces: ___, injectedBy: ____, ...stated } = host;
  return {
    ...stated,
    kind: "connection",
    host: written.host === undefined ? trimmed(value) : known(written.host),
    port: port.known ? known(Number(port.value)) : port,
    ...(portAt !== undefined && { portPlace: portAt }),
    user: trimmed(text(NAMES.user)),
    database: trimmed(
      part(NAMES.database) ?? (written.database ? known(written.database) : text(NAMES.database)),
    ),
    parameters: mode === undefined ? known({}) : mode.known ? known({ sslmode: mode.value.trim() }) : mode,
    driver: called?.driver ?? nobody,
    driverSettings: called?.driverSettings ?? nobody,
  };
}

/** `DB_SSL=false` says what `sslmode=disable` says; what `true` makes a client do is its own. */
function withoutTls(ssl: Knowable<string> | undefined): Knowable<string> | undefined {
  const isOff = ssl?.known === true && /^(?:false|0|no|off|disabled?)$/i.test(ssl.value.trim());
  return isOff ? known("disable") : undefined;
}

interface WrittenAddress {
  readonly host?: string;
  readonly port?: string;
  readonly database?: string;
}

/** `host:port` and `host:port/database`, as Grafana and WordPress take a host. */
function writtenAddress(value: string): WrittenAddress {
  const [, host, port, database] = /^([^:/\s]+)(?::(\d{1,5}))?(?:\/([\w-]*))?$/.exec(value) ?? [];
  if (host === undefined) return {};
  return { host, ...(port !== undefined && { port }), ...(database && { database }) };
}

function trimmed(value: Knowable<string>): Knowable<string> {
  return value.known ? known(value.value.trim()) : value;
}
