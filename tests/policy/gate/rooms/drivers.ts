import { docker, dotnet, IPV6, java, LOCAL, MODE, prisma, TENANT, TLS } from "../batch";
import type { SealedCase } from "../sealed";
import { BESIDE_STAGING, DIRECT, elixir, go, node, OTHER, POOL, REF, ruby, rust } from "../written";

/** A database as an address names it. */
export interface Named {
  readonly user: string;
  readonly host: string;
  readonly password?: string;
  readonly port?: string;
  readonly database?: string;
  readonly parameters?: Readonly<Record<string, string>>;
}

/** One way in which a service of one driver is given its database. */
export interface Way {
  readonly service: SealedCase;
  readonly variables: (named: Named) => Readonly<Record<string, string>>;
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
  ({ user, host, password = "k3JqL9vX", port = "5432", database = "postgres", parameters = {} }: Named) => ({
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
  variables: ({ user, host, password = "k3JqL9vX", port = "5432", database = "postgres" }) => ({
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
const GUNICORN = "gunicorn shop.wsgi -b 0.0.0.0:$PORT";
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
    variables: ({
      user,
      host,
      password = "k3JqL9vX",
      port = "5432",
      database = "postgres",
      parameters = {},
    }) => ({
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
    variables: ({
      user,
      host,
      password = "k3JqL9vX",
      port = "5432",
      database = "postgres",
      parameters = {},
    }) => ({
      JDBC_DATABASE_URL: `jdbc:postgresql://${host}:${port}/${database}${queryOf({ user, password, ...parameters })}`,
    }),
    tls: SSLMODE,
    unprepared: { parameters: { prepareThreshold: "0" } },
    isUrl: false,
  },
  {
    service: { ...spring, driver: "r2dbc" },
    variables: ({
      user,
      host,
      password = "k3JqL9vX",
      port = "5432",
      database = "postgres",
      parameters = {},
    }) => ({
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
    variables: ({
      user,
      host,
      password = "k3JqL9vX",
      port = "5432",
      database = "postgres",
      parameters = {},
    }) => ({
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
    variables: ({
      user,
      host,
      password = "k3JqL9vX",
      port = "5432",
      database = "postgres",
      parameters = {},
    }) => ({
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

const tenant = `app.${REF}`;
const POOLED: Named = { user: tenant, host: POOL };
const named = (more: Partial<Named>): Named => ({ ...POOLED, ...more });
const ENDPOINT = "database/supabase-endpoint";
const REFERENCE = "database/project-reference";
const MALFORMED = "database/url-malformed";

const of = (way: Way, given: Named, more: SealedCase = {}): SealedCase => ({
  ...way.service,
  ...more,
  variables: way.variables(given),
});

/** What is wrong with an address whichever driver takes it. */
const WRONG: readonly (readonly [rule: string, given: Named])[] = [
  [TENANT, named({ user: "postgres" })],
  [`${TENANT}|${REFERENCE}|environment/placeholder`, named({ user: "postgres.your-project-ref" })],
  [`${TENANT}|${REFERENCE}`, named({ user: `postgres.${REF.slice(1)}` })],
  [IPV6, named({ user: "postgres", host: DIRECT })],
  [IPV6, named({ user: "postgres", host: DIRECT, port: "6543" })],
  [ENDPOINT, named({ port: "5433" })],
  [ENDPOINT, named({ host: "aws-0-eu-central-7.pooler.supabase.com" })],
  [ENDPOINT, named({ host: "aws-1-eu-central-1.pooler.supabase.co" })],
  [ENDPOINT, named({ host: `${REF}.supabase.co` })],
  [LOCAL, named({ user: "app", host: "localhost", database: "app" })],
  [LOCAL, named({ user: "app", host: "127.0.0.1", port: "54322" })],
  [LOCAL, named({ user: "app", host: "postgres", database: "app" })],
  [LOCAL, named({ user: "app", host: "host.docker.internal", database: "app" })],
  [LOCAL, named({ user: "app", host: "postgres.railway.internal", database: "railway" })],
  [`environment/placeholder|database/password-encoding|${MALFORMED}`, named({ password: "[YOUR-PASSWORD]" })],
  ["environment/placeholder", named({ password: "your_password" })],
  [
    `environment/placeholder|database/local-host|${MALFORMED}`,
    named({ user: "user", host: "host", database: "db" }),
  ],
];

export const DRIVERS_BROKEN: readonly SealedCase[] = WAYS.flatMap((way) =>
  [
    ...WRONG.map(([rule, given]) => ({ rule, ...of(way, given) })),
    {
      rule: "database/other-environment",
      ...of(
        way,
        named({ user: `app.${OTHER}` }),
        way.service.driver === "none" ? {} : { declared: BESIDE_STAGING },
      ),
    },
    ...(way.tls === undefined ? [] : [{ rule: TLS, ...of(way, named({ parameters: way.tls[1] })) }]),
    ...(way.unprepared === null ? [] : [{ rule: MODE, ...of(way, named({ port: "6543" })) }]),
    ...(way.isUrl
      ? [
          { rule: `database/password-encoding|${MALFORMED}`, ...of(way, named({ password: "k3/JqL9vX" })) },
          { rule: `${MALFORMED}|${ENDPOINT}`, ...of(way, named({ database: "" })) },
          ...["'{}'", '"{}"', "DATABASE_URL={}", "<{}>", "psql {}", "x{}", "{} {}"].map((form) => ({
            rule: MALFORMED,
            ...written(way, form),
          })),
        ]
      : []),
  ].filter(({ rule, driver }) => rule !== "database/other-environment" || driver !== "none"),
);

/** The value of the way's URL in another form. */
function written(way: Way, form: string): SealedCase {
  const one = of(way, POOLED);
  const variables = Object.entries(one.variables ?? {}).map(([name, value]) => [
    name,
    form.replaceAll("{}", value ?? ""),
  ]);
  return { ...one, variables: Object.fromEntries(variables) };
}

/** What is right whichever driver takes it. */
const RIGHT: readonly Named[] = [
  POOLED,
  named({ user: `postgres.${REF}`, host: "aws-0-us-east-1.pooler.supabase.com" }),
  named({ user: "app", host: "db.acme.io", database: "app" }),
  named({ user: "app", host: "dpg-c9a8b7d6e5f4-a", database: "app" }),
  named({ user: "app_rw", host: "ep-quiet-reef-a2m7k4xd.eu-central-1.aws.neon.tech", database: "neondb" }),
  named({ user: "app", host: "shop-prod.c9x2kq81mzvt.eu-central-1.rds.amazonaws.com", database: "shop" }),
  named({ user: "app", host: "203.0.113.7", port: "6432", database: "app" }),
  named({
    user: "doadmin",
    host: "shop-do-user-8.b.db.ondigitalocean.com",
    port: "25060",
    database: "defaultdb",
  }),
  named({ password: "pT7_x-9.q~Zw" }),
  named({ user: `app_user.${REF}`, password: "Xk2xxxYourself9" }),
];

export const DRIVERS_SOUND: readonly SealedCase[] = WAYS.flatMap((way) => [
  ...RIGHT.map((given) => of(way, given)),
  ...(way.tls === undefined ? [] : [of(way, named({ parameters: way.tls[0] }))]),
  ...(way.service.driver === "none" ? [] : [of(way, POOLED, { declared: BESIDE_STAGING })]),
  ...(way.unprepared === null
    ? []
    : [
        of(
          way,
          named({ port: "6543", parameters: way.unprepared.parameters ?? {} }),
          way.unprepared.declared === undefined ? {} : { declared: way.unprepared.declared as never },
        ),
      ]),
  ...(way.isUrl
    ? [of(way, named({ password: "p%40ss%2Fw0rd%23" })), of(way, named({ password: "p!w$x*y" }))]
    : [of(way, named({ password: "p@ss/w0rd#1" }))]),
]);
