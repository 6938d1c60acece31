import { ASYNCPG_PARAMETERS, LIBPQ_PARAMETERS, SERVER_SETTINGS } from "./url-parameters";

/** Which side of the wire takes a URL's query parameter. */
export type ParameterFate = "understood" | "server-setting" | "refused" | "ignored";

/** What one driver understands, as DATABASE.md sections 3, 4 and 5c state it from the drivers' sources. */
export interface Driver {
  readonly name: string;
  /** URL schemes it accepts; the first is the one written. */
  readonly schemes: readonly string[];
  /** Query parameters that the client reads by itself. */
  readonly parameters: readonly string[];
  /** What happens to any other parameter. */
  readonly otherParameters: ParameterFate;
  /** How an encrypted connection is asked for. */
  readonly tls: Readonly<Record<string, string>>;
  /**
   * What turns off prepared statements, which a pooler in transaction mode cannot keep: setting → value, all of
   * them needed. Undefined where the driver prepares nothing by itself.
   */
  readonly unprepared?: Readonly<Record<string, string>>;
  readonly source: string;
}

const TLS = { sslmode: "require" } as const;

export const DRIVERS = {
  asyncpg: {
    name: "asyncpg",
    schemes: ["postgresql", "postgres"],
    parameters: ASYNCPG_PARAMETERS,
    otherParameters: "server-setting",
    tls: TLS,
    unprepared: { statement_cache_size: "0" },
    source: "MagicStack/asyncpg: asyncpg/connect_utils.py, docs/faq.rst",
  },
  "sqlalchemy-asyncpg": {
    name: "SQLAlchemy with asyncpg",
    schemes: ["postgresql+asyncpg"],
    // Every key becomes a keyword argument of asyncpg.connect, which has no `sslmode`.
    parameters: [
      "ssl",
      "prepared_statement_cache_size",
      "statement_cache_size",
      "timeout",
      "command_timeout",
      "direct_tls",
    ],
    otherParameters: "refused",
    tls: { ssl: "require" },
    unprepared: { statement_cache_size: "0", prepared_statement_cache_size: "0" },
    source: "sqlalchemy: lib/sqlalchemy/dialects/postgresql/asyncpg.py",
  },
  psycopg: {
    name: "psycopg 3",
    schemes: ["postgresql", "postgres"],
    parameters: LIBPQ_PARAMETERS,
    otherParameters: "refused",
    tls: TLS,
    unprepared: { prepare_threshold: "None" },
    source: "psycopg.org/psycopg3/docs/advanced/prepare.html",
  },
  psycopg2: {
    name: "psycopg2",
    schemes: ["postgresql", "postgres"],
    parameters: LIBPQ_PARAMETERS,
    otherParameters: "refused",
    tls: TLS,
    source: "psycopg/psycopg#911",
  },
  "node-postgres": {
    name: "node-postgres",
    schemes: ["postgresql", "postgres"],
    parameters: [...LIBPQ_PARAMETERS, "ssl", "uselibpqcompat"],
    otherParameters: "ignored",
    tls: TLS,
    source: "brianc/node-postgres: packages/pg-connection-string",
  },
  "postgres-js": {
    name: "postgres.js",
    schemes: ["postgresql", "postgres"],
    parameters: ["sslmode", "ssl", "max", "idle_timeout", "connect_timeout", "prepare"],
    otherParameters: "server-setting",
    tls: TLS,
    unprepared: { prepare: "false" },
    source: "porsager/postgres README",
  },
  prisma: {
    name: "Prisma",
    schemes: ["postgresql", "postgres"],
    parameters: [
      "sslmode",
      "sslcert",
      "sslidentity",
      "sslpassword",
      "sslaccept",
      "schema",
      "connection_limit",
      "pool_timeout",
      "connect_timeout",
      "socket_timeout",
      "pgbouncer",
      "statement_cache_size",
      "application_name",
      "options",
      "host",
      "channel_binding",
    ],
    otherParameters: "ignored",
    tls: TLS,
    unprepared: { pgbouncer: "true" },
    source: "supabase/supavisor: docs/orms/prisma.md",
  },
  pgx: {
    name: "pgx",
    schemes: ["postgresql", "postgres"],
    parameters: [
      ...LIBPQ_PARAMETERS,
      "default_query_exec_mode",
      "statement_cache_capacity",
      "description_cache_capacity",
    ],
    otherParameters: "server-setting",
    tls: TLS,
    unprepared: { default_query_exec_mode: "exec" },
    source: "jackc/pgx: conn.go",
  },
} as const satisfies Readonly<Record<string, Driver>>;

export type DriverName = keyof typeof DRIVERS;
export const DRIVER_NAMES = Object.keys(DRIVERS) as readonly DriverName[];

/** The driver's row, or undefined for a name that the table does not have. */
export function driverNamed(name: string): Driver | undefined {
  return Object.hasOwn(DRIVERS, name) ? DRIVERS[name as DriverName] : undefined;
}

/** What the driver does with a URL's query parameter. */
export function fateOf(driver: Driver, parameter: string): ParameterFate {
  if (driver.parameters.includes(parameter)) return "understood";
  if (driver.otherParameters === "server-setting" && SERVER_SETTINGS.includes(parameter))
    return "server-setting";
  // Anything else sent to the server is refused there: `unrecognized configuration parameter`.
  return driver.otherParameters === "ignored" ? "ignored" : "refused";
}
