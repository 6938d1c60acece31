// Longer than 200 lines: one table of every driver, so that its rows can be compared.
import { docker, dotnet, java, prisma } from "../batch";
import type { SealedCase } from "../sealed";
import { elixir, go, node, ruby, rust } from "../written";
import { GUNICORN } from "./mixed-parts";

/** A database as an address names it. */
export interface Named {
  readonly user: string;
  readonly host: string;
  readonly password?: string;
  readonly port?: string;
  readonly database?: string;
  readonly parameters?: Readonly<Record<string, string>>;
}

/** What an address has that names no other. */
export const USUAL = { password: "k3JqL9vX", port: "5432", database: "postgres", parameters: {} };

/** One way in which a service of one driver is given its database. */
export interface Way {
  readonly service: SealedCase;
  readonly variables: (named: Required<Named>) => Readonly<Record<string, string>>;
  /** What asks for TLS, and what turns it off. */
  readonly tls?: readonly [on: Readonly<Record<string, string>>, off: Readonly<Record<string, string>>];
  /** What makes transaction mode sound: in the URL, or in the component; null where the driver prepares nothing. */
  readonly unprepared: {
    readonly parameters?: Readonly<Record<string, string>>;
    readonly declared?: object;
  } | null;
  /** Whether its value is a URL, of which a password can be a part. */
  readonly isUrl: boolean;
}

const SSLMODE = [{ sslmode: "require" }, { sslmode: "disable" }] as const;
const QUIET = [{}, { sslmode: "disable" }] as const;

const queryOf = (parameters: Readonly<Record<string, string>>) => {
  const text = Object.entries(parameters).map(([name, value]) => `${name}=${value}`);
  return text.length === 0 ? "" : `?${text.join("&")}`;
};

const urlOf =
  (scheme: string, name = "DATABASE_URL") =>
  ({ user, host, password, port, database, parameters }: Required<Named>) => ({
    [name]: `${scheme}://${user}:${password}@${host}:${port}/${database}${queryOf(parameters)}`,
  });

const byUrl = (
  service: SealedCase,
  scheme: string,
  unprepared: Way["unprepared"],
  tls: Way["tls"] = SSLMODE,
  name?: string,
): Way => ({ service, variables: urlOf(scheme, name), unprepared, tls, isUrl: true });

const byParts = (
  service: SealedCase,
  names: readonly [string, string, string, string, string],
  more = {},
): Way => ({
  service,
  variables: ({ user, host, password, port, database }) => ({
    [names[0]]: host,
    [names[1]]: port,
    [names[2]]: user,
    [names[3]]: password,
    [names[4]]: database,
    ...more,
  }),
  unprepared: null,
  isUrl: false,
});

const setting = (driverSettings: object) => ({ declared: { driverSettings } });
const url = (driver: string) => ({ driver });
const php = { driver: "none", command: "php artisan serve --host=0.0.0.0 --port=8000", ...docker } as const;
const spring = { ...java, command: "java -jar app.jar --server.port=8000" } as const;

/** Every driver with what its documentation writes. */
export const WAYS: readonly Way[] = [
  byUrl(url("asyncpg"), "postgresql", setting({ statement_cache_size: "0" })),
  byUrl({ ...url("psycopg"), command: GUNICORN }, "postgresql", setting({ prepare_threshold: "None" })),
  byUrl({ ...url("psycopg2"), command: GUNICORN }, "postgres", null),
  byUrl(
    url("sqlalchemy-asyncpg"),
    "postgresql+asyncpg",
    {
      parameters: { prepared_statement_cache_size: "0" },
      ...setting({ statement_cache_size: "0", prepared_statement_cache_size: "0" }),
    },
    [{ ssl: "require" }, { ssl: "disable" }],
  ),
  byUrl(url("sqlalchemy-psycopg2"), "postgresql+psycopg2", null),
  byUrl(url("sqlalchemy-psycopg"), "postgresql+psycopg", setting({ prepare_threshold: "None" })),
  byUrl(node, "postgres", null, [{ sslmode: "no-verify" }, { sslmode: "disable" }]),
  byUrl({ ...node, driver: "postgres-js" }, "postgres", setting({ prepare: "false" })),
  byUrl(prisma, "postgresql", { parameters: { pgbouncer: "true" } }),
  byUrl(go, "postgres", { parameters: { default_query_exec_mode: "simple_protocol" } }),
  byUrl({ ...go, driver: "lib-pq" }, "postgres", { parameters: { binary_parameters: "yes" } }),
  byUrl(ruby, "postgresql", { parameters: { prepared_statements: "false" } }),
  byUrl(elixir, "ecto", setting({ prepare: "unnamed" }), [{}, { ssl: "false" }]),
  byUrl(rust, "postgres", setting({ persistent: "false" })),
  byUrl({ ...rust, driver: "tokio-postgres" }, "postgresql", setting({ query_typed: "true" })),
  byUrl({ ...rust, driver: "diesel" }, "postgres", setting({ prepared_statement_cache: "disabled" })),
  {
    service: spring,
    variables: ({ user, host, password, port, database, parameters }) => ({
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${host}:${port}/${database}${queryOf(parameters)}`,
      SPRING_DATASOURCE_USERNAME: user,
      SPRING_DATASOURCE_PASSWORD: password,
    }),
    tls: SSLMODE,
    unprepared: { parameters: { prepareThreshold: "0" } },
    isUrl: false,
  },
  {
    service: spring,
    variables: ({ user, host, password, port, database, parameters }) => ({
      JDBC_DATABASE_URL: `jdbc:postgresql://${host}:${port}/${database}${queryOf({ user, password, ...parameters })}`,
    }),
    tls: SSLMODE,
    unprepared: { parameters: { prepareThreshold: "0" } },
    isUrl: false,
  },
  {
    service: { ...spring, driver: "r2dbc" },
    variables: ({ user, host, password, port, database, parameters }) => ({
      SPRING_R2DBC_URL: `r2dbc:postgresql://${host}:${port}/${database}${queryOf(parameters)}`,
      SPRING_R2DBC_USERNAME: user,
      SPRING_R2DBC_PASSWORD: password,
    }),
    tls: [{ sslMode: "require" }, { sslMode: "disable" }],
    unprepared: { parameters: { preparedStatementCacheQueries: "0" } },
    isUrl: false,
  },
  {
    service: { ...dotnet, command: "dotnet App.dll --urls http://0.0.0.0:8000" },
    variables: ({ user, host, password, port, database, parameters }) => ({
      ConnectionStrings__Default: [
        `Host=${host};Port=${port};Database=${database};Username=${user};Password=${password}`,
        ...Object.entries(parameters).map(([name, value]) => `${name}=${value}`),
      ].join(";"),
    }),
    tls: [{ "SSL Mode": "Require" }, { "SSL Mode": "Disable" }],
    unprepared: null,
    isUrl: false,
  },
  {
    service: { ...go, command: "./api" },
    variables: ({ user, host, password, port, database, parameters }) => ({
      DB_DSN: [
        `host=${host} user=${user} password=${password} dbname=${database} port=${port}`,
        ...Object.entries(parameters).map(([name, value]) => `${name}=${value}`),
      ].join(" "),
    }),
    tls: SSLMODE,
    unprepared: { parameters: { default_query_exec_mode: "exec" } },
    isUrl: false,
  },
  byParts({ ...url("psycopg2"), command: GUNICORN }, [
    "PGHOST",
    "PGPORT",
    "PGUSER",
    "PGPASSWORD",
    "PGDATABASE",
  ]),
  byParts(php, ["DB_HOST", "DB_PORT", "DB_USERNAME", "DB_PASSWORD", "DB_DATABASE"], {
    DB_CONNECTION: "pgsql",
  }),
  byParts({ ...node, driver: "none" }, ["DB_HOST", "DB_PORT", "DB_USER", "DB_PASS", "DB_NAME"]),
  byParts({ driver: "none", command: GUNICORN }, [
    ...(["POSTGRES_HOST", "POSTGRES_PORT", "POSTGRES_USER"] as const),
    ...(["POSTGRES_PASSWORD", "POSTGRES_DB"] as const),
  ]),
  byParts({ ...node, driver: "none" }, [
    ...(["TYPEORM_HOST", "TYPEORM_PORT", "TYPEORM_USERNAME"] as const),
    ...(["TYPEORM_PASSWORD", "TYPEORM_DATABASE"] as const),
  ]),
  byParts({ driver: "none", command: GUNICORN }, [
    ...(["DATABASE_HOST", "DATABASE_PORT", "DATABASE_USER"] as const),
    ...(["DATABASE_PASSWORD", "DATABASE_NAME"] as const),
  ]),
  byUrl({ ...php, driver: "pdo" }, "postgresql", null, QUIET, "DB_URL"),
  byUrl({ ...url("none"), command: GUNICORN }, "postgres", null, SSLMODE),
  byUrl(
    { ...node, driver: "none" },
    "postgresql",
    null,
    [{ sslmode: "no-verify" }, { sslmode: "disable" }],
    "POSTGRES_URL",
  ),
];
