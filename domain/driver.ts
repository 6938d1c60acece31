// Longer than 200 lines: one table of all drivers, so that their rows can be compared.
import { LIBPQ, NET_URL, NODE_POSTGRES, POSTGRES_JS, SQLALCHEMY, URLLIB, WHATWG } from "./connection-url";
import type { Driver, ParameterFate } from "./driver-row";
import { OTHER_DRIVERS } from "./other-drivers";
import { isServerSetting } from "./server-settings";
import {
  ASYNCPG_PARAMETERS,
  LIBPQ_PARAMETERS,
  PGX_PARAMETERS,
  PRISMA_PARAMETERS,
  SQLALCHEMY_ASYNCPG_PARAMETERS,
  SSL_MODES,
} from "./url-parameters";

export type { Driver, ParameterFate } from "./driver-row";

const TLS = { sslmode: "require" } as const;

export const DRIVERS = {
  asyncpg: {
    name: "asyncpg",
    schemes: ["postgresql", "postgres"],
    parameters: ASYNCPG_PARAMETERS,
    otherParameters: "server-setting",
    tls: TLS,
    tlsValues: SSL_MODES,
    dialect: URLLIB,
    // In a plain DSN the key goes to the server, which refuses it.
    unprepared: { statement_cache_size: ["0"] },
    unpreparedInCode: "Pass `statement_cache_size=0` to `asyncpg.connect` or `create_pool`",
    source: "MagicStack/asyncpg: asyncpg/connect_utils.py, docs/faq.rst",
  },
  "sqlalchemy-asyncpg": {
    name: "SQLAlchemy with asyncpg",
    schemes: ["postgresql+asyncpg"],
    // Every key becomes a keyword argument of asyncpg.connect, which has no `sslmode`.
    // Numbers must not come by the URL: all but `port` and `prepared_statement_cache_size` stay text there.
    parameters: SQLALCHEMY_ASYNCPG_PARAMETERS,
    otherParameters: "refused",
    tls: { ssl: "require" },
    tlsValues: SSL_MODES,
    dialect: SQLALCHEMY,
    unprepared: { statement_cache_size: ["0"], prepared_statement_cache_size: ["0"] },
    // The dialect prepares every statement, so that names must be unique on whatever connection the pooler gives.
    unpreparedInCode:
      'Pass `connect_args={"statement_cache_size": 0, "prepared_statement_cache_size": 0, "prepared_statement_name_func": lambda: f"__asyncpg_{uuid4()}__"}` and `poolclass=NullPool` to `create_async_engine`',
    unpreparedInUrl: ["prepared_statement_cache_size"],
    source: "sqlalchemy: lib/sqlalchemy/dialects/postgresql/asyncpg.py",
  },
  psycopg: {
    name: "psycopg 3",
    schemes: ["postgresql", "postgres"],
    parameters: LIBPQ_PARAMETERS,
    otherParameters: "refused",
    tls: TLS,
    tlsValues: SSL_MODES,
    dialect: LIBPQ,
    unprepared: { prepare_threshold: ["None", "none", "null"] },
    unpreparedInCode: "Pass `prepare_threshold=None` to `psycopg.connect`, or to the pool by `kwargs`",
    source: "psycopg.org/psycopg3/docs/advanced/prepare.html",
  },
  psycopg2: {
    name: "psycopg2",
    schemes: ["postgresql", "postgres"],
    parameters: LIBPQ_PARAMETERS,
    otherParameters: "refused",
    tls: TLS,
    tlsValues: SSL_MODES,
    dialect: LIBPQ,
    source: "psycopg/psycopg#911",
  },
  "sqlalchemy-psycopg": {
    name: "SQLAlchemy with psycopg 3",
    schemes: ["postgresql+psycopg", "postgresql+psycopg_async"],
    parameters: LIBPQ_PARAMETERS,
    otherParameters: "refused",
    tls: TLS,
    tlsValues: SSL_MODES,
    dialect: SQLALCHEMY,
    unprepared: { prepare_threshold: ["None", "none", "null"] },
    unpreparedInCode: 'Pass `connect_args={"prepare_threshold": None}` to `create_engine`',
    source: "sqlalchemy: lib/sqlalchemy/dialects/postgresql/psycopg.py",
  },
  "sqlalchemy-psycopg2": {
    name: "SQLAlchemy with psycopg2",
    schemes: ["postgresql+psycopg2", "postgresql"],
    parameters: LIBPQ_PARAMETERS,
    otherParameters: "refused",
    tls: TLS,
    tlsValues: SSL_MODES,
    dialect: SQLALCHEMY,
    source: "sqlalchemy: lib/sqlalchemy/dialects/postgresql/psycopg2.py",
  },
  "node-postgres": {
    name: "node-postgres",
    schemes: ["postgresql", "postgres"],
    parameters: [...LIBPQ_PARAMETERS, "ssl", "uselibpqcompat"],
    otherParameters: "ignored",
    // It verifies from `require` on, unless it is set to read the word as libpq does.
    tls: { ...TLS, uselibpqcompat: "true" },
    dialect: NODE_POSTGRES,
    source: "brianc/node-postgres: packages/pg-connection-string",
  },
  "postgres-js": {
    name: "postgres.js",
    schemes: ["postgresql", "postgres"],
    parameters: [
      ...[
        "sslmode",
        "ssl",
        "sslnegotiation",
        "max",
        "idle_timeout",
        "connect_timeout",
        "max_lifetime",
        "prepare",
      ],
      ...[
        "max_pipeline",
        "backoff",
        "keep_alive",
        "debug",
        "fetch_types",
        "publications",
        "target_session_attrs",
      ],
    ],
    otherParameters: "server-setting",
    tls: TLS,
    dialect: POSTGRES_JS,
    unprepared: { prepare: ["false"] },
    unpreparedInCode: "Pass `prepare: false` to `postgres()`",
    unpreparedInUrl: ["prepare"],
    source: "porsager/postgres README",
  },
  prisma: {
    name: "Prisma",
    schemes: ["postgresql", "postgres"],
    parameters: PRISMA_PARAMETERS,
    otherParameters: "ignored",
    tls: TLS,
    dialect: WHATWG,
    unprepared: { pgbouncer: ["true"] },
    unpreparedInCode: "Append `pgbouncer=true` to the URL's parameters",
    unpreparedInUrl: ["pgbouncer"],
    // Without the address and what TLS needs, which have keys of their own.
    onlyInUrl: PRISMA_PARAMETERS.filter((name) => !/ssl|host/.test(name)),
    source: "supabase/supavisor: docs/orms/prisma.md",
  },
  pgx: {
    name: "pgx",
    schemes: ["postgresql", "postgres"],
    parameters: PGX_PARAMETERS,
    otherParameters: "server-setting",
    tls: TLS,
    tlsValues: SSL_MODES,
    dialect: NET_URL,
    takesPairs: true,
    unprepared: { default_query_exec_mode: ["exec", "simple_protocol", "cache_describe"] },
    unpreparedInCode: "Append `default_query_exec_mode=exec` to the URL's parameters",
    unpreparedInUrl: ["default_query_exec_mode"],
    source: "jackc/pgx: conn.go",
  },
  ...OTHER_DRIVERS,
} as const satisfies Readonly<Record<string, Driver>>;

export type DriverName = keyof typeof DRIVERS;
export const DRIVER_NAMES = Object.keys(DRIVERS) as readonly DriverName[];

/** The driver's row, or undefined for a name that the table does not have. */
export function driverNamed(name: string): Driver | undefined {
  return Object.hasOwn(DRIVERS, name) ? DRIVERS[name as DriverName] : undefined;
}

/**
 * The settings that are still needed so that the driver prepares nothing, with their values; none where it prepares
 * nothing by itself.
 *
 * @param statedOf what is stated of a setting, wherever it is: all of it has to turn it off
 */
export function stillPreparing(
  { unprepared = {} }: Driver,
  statedOf: (setting: string) => readonly (string | undefined)[],
): readonly (readonly [setting: string, values: readonly string[]])[] {
  return Object.entries(unprepared).filter(([setting, values]) => {
    const stated = statedOf(setting).filter((value) => value !== undefined);
    return stated.length === 0 || !stated.every((value) => values.includes(value));
  });
}

/** What the driver does with a URL's query parameter. */
export function fateOf(driver: Driver, parameter: string, value = ""): ParameterFate {
  if (driver.parameters.includes(parameter)) return "understood";
  // libpq reads JDBC's `ssl=true` in a URL as `sslmode=require`, and no other value of it.
  if (driver.dialect === LIBPQ && parameter === "ssl" && value === "true") return "understood";
  if (driver.otherParameters === "server-setting" && isServerSetting(parameter)) return "server-setting";
  // Anything else sent to the server is refused there: `unrecognized configuration parameter`.
  return driver.otherParameters === "ignored" ? "ignored" : "refused";
}
