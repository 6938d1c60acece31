import { type Fact, known, unknown } from "../../domain";
import { POOL_CASES } from "./database-pool-cases";
import { TLS_CASES } from "./database-tls-cases";
import {
  type Case,
  type Cases,
  connection,
  driver,
  environment,
  here,
  other,
  POOLER,
  REF,
  render,
  url,
  variable,
} from "./facts";

const IMAGE = { source: "file", file: "Dockerfile", line: 4, column: 5 } as const;
const TRANSACTION = `postgresql://u.${REF}:p@${POOLER}:6543/d`;
const undecidedDriver = (settings: Record<string, string>): Fact => ({
  kind: "driver",
  place: here,
  driver: unknown("the driver stands in the URL"),
  driverSettings: known(settings),
});
const npgsql = (urlsTakenApart: boolean): Fact => ({
  kind: "driver",
  place: here,
  driver: known("npgsql"),
  driverSettings: known({}),
  urlsTakenApart,
});

const inResource = (name: string, project: string, port: number): Fact => ({
  ...variable(name, `postgresql://u.${project}:p@${POOLER}:${port}/d`),
  place: { source: "resource", urn: "urn:pulumi:a::b::c::api", property: `envVars.${name}` },
});

const driverArgument = (driver: string, argument: string): Fact => ({
  kind: "driver-argument",
  place: { source: "file", file: "main.py", line: 4, column: 1 },
  driver: known(driver),
  argument,
});

/** A variable of a program's resource. */
const given = (name: string, value: string): Fact => ({
  ...(variable(name, value) as Extract<Fact, { kind: "variable" }>),
  place: { source: "resource", urn: "urn:pulumi:production::acme::t::api", property: `envVars.${name}` },
});

const MYSQL = { DB_CONNECTION: "mysql", DB_PORT: "3306" };
/** Hosts of databases beside the variables that say of what kind these are. */
const HOSTS: readonly (readonly [title: string, values: Record<string, string>, got?: RegExp])[] = [
  [
    "a host with a port",
    { GF_DATABASE_HOST: "127.0.0.1:5432", GF_DATABASE_TYPE: "postgres" },
    /127\.0\.0\.1/,
  ],
  ["another host with a port", { GF_DATABASE_HOST: "db.acme.io:5432", GF_DATABASE_TYPE: "postgres" }],
  ["MySQL here", { ...MYSQL, DB_HOST: "127.0.0.1" }, /127\.0\.0\.1/],
  ["MySQL elsewhere", { ...MYSQL, DB_HOST: "db.acme.io" }],
  ["a left-over beside SQLite", { DB_CONNECTION: "sqlite", DB_HOST: "127.0.0.1" }],
  ["WordPress's here", { WORDPRESS_DB_HOST: "localhost:3306" }, /localhost/],
];

export const DATABASE_CASES: Cases = {
  "database/pooler-tenant": [
    ["the user names the tenant", [connection({})], undefined],
    [
      "the tenant comes by options",
      [url(`postgresql://navigator:p@${POOLER}/postgres?options=reference%3D${REF}`)],
      undefined,
    ],
    ["a cluster's alias", [connection({ user: "navigator.cluster.replica" })], undefined],
    ["the user is bare", [connection({ user: "postgres" })], /`postgres`/],
    ["there is no user", [url(`postgresql://${POOLER}/d`)], /none/],
    ["nothing follows the dot", [connection({ user: "postgres." })], /`postgres\.`/],
    [
      "the host is written in capitals",
      [connection({ host: POOLER.toUpperCase(), user: "postgres" })],
      /`postgres`/,
    ],
    [
      "the user is bare in a variable's URL",
      [variable("DATABASE_URL", `postgresql://postgres:p@${POOLER}:6543/postgres`)],
      /`postgres`/,
    ],
  ],
  "database/project-reference": [
    [
      "a page of the website in the API's place, which database/supabase-endpoint reports",
      [variable("SUPABASE_URL", `https://supabase.com/dashboard/project/${REF}`)],
      undefined,
    ],
    ["twenty lowercase letters", [connection({})], undefined],
    [
      "the incident's placeholder",
      [variable("DATABASE_URL", `postgresql://postgres.your-staging-project:p@${POOLER}:6543/postgres`)],
      /your-staging-project.*placeholder/,
    ],
    ["a cluster's alias names no project", [connection({ user: "navigator.cluster.replica" })], undefined],
    [
      "the reference in options",
      [url(`postgresql://navigator:p@${POOLER}/postgres?options=reference%3Dabc`)],
      /`abc`/,
    ],
    ["the direct host's reference", [connection({ host: "db.abc.supabase.co", user: "postgres" })], /`abc`/],
    ["the host in a parameter", [url(`postgresql://postgres.abc:p@/postgres?host=${POOLER}`)], /`abc`/],
    ["too short", [connection({ user: "postgres.abc" })], /`abc`/],
  ],
  "database/ipv6-only-host": [
    ["the pooler's host", [render, connection({})], undefined],
    ["not on Render", [connection({ host: `db.${REF}.supabase.co`, user: "postgres" })], undefined],
    [
      "on a developer's machine",
      [render, environment("local"), connection({ host: `db.${REF}.supabase.co`, user: "postgres" })],
      undefined,
    ],
    ["an IPv6 address", [render, connection({ host: "2001:db8::1" })], /2001/],
    [
      "the second of two hosts",
      [render, url(`postgresql://u:p@db.internal.net,db.${REF}.supabase.co/d`)],
      /db\./,
    ],
    ["the direct host", [render, url(`postgresql://postgres:p@db.${REF}.supabase.co:5432/postgres`)], /db\./],
  ],
  "database/transaction-mode-statements": [
    [
      "Prisma's switch in its URL",
      [connection({ port: 6543, driver: "prisma", parameters: { sslmode: "require", pgbouncer: "true" } })],
      undefined,
    ],
    [
      "Prisma's switch where Prisma does not read it",
      [connection({ port: 6543, driver: "prisma", settings: { pgbouncer: "true" } })],
      /prepared/,
    ],
    ["session mode", [connection({ port: 5432 })], undefined],
    [
      "asyncpg's cache is off",
      [connection({ port: 6543, settings: { statement_cache_size: "0" } })],
      undefined,
    ],
    ["psycopg2 prepares nothing", [connection({ port: 6543, driver: "psycopg2" })], undefined],
    ["asyncpg's cache is on", [connection({ port: 6543 })], /prepared statements on/],
    [
      "a URL cannot turn asyncpg's cache off",
      [connection({ port: 6543, parameters: { statement_cache_size: "0" } })],
      /prepared statements on/,
    ],
    [
      "a variable turns asyncpg's cache off",
      [connection({ port: 6543 }), variable("DATABASE_STATEMENT_CACHE_SIZE", "0")],
      undefined,
    ],
    [
      "a variable contradicts the declaration",
      [
        connection({ port: 6543, settings: { statement_cache_size: "0" } }),
        variable("DATABASE_STATEMENT_CACHE_SIZE", "100"),
      ],
      /prepared/,
    ],
    [
      "another service's cache says nothing",
      [connection({ port: 6543 }), variable("REDIS_STATEMENT_CACHE_SIZE", "0")],
      /prepared/,
    ],
    [
      "a raw URL with its service's driver",
      [driver("asyncpg"), variable("DATABASE_URL", `postgresql://u.${REF}:p@${POOLER}:6543/d`)],
      /prepared/,
    ],
    [
      "a raw URL with its service's setting",
      [
        driver("asyncpg", { statement_cache_size: "0" }),
        variable("DATABASE_URL", `postgresql://u.${REF}:p@${POOLER}:6543/d`),
      ],
      undefined,
    ],
    [
      "the driver that takes the URL's scheme, beside that of migrations",
      [driver("sqlalchemy-psycopg2"), driver("asyncpg"), variable("DATABASE_URL", TRANSACTION)],
      /prepared/,
    ],
    [
      "SQLAlchemy's scheme, where the code leaves the driver to the URL",
      [
        undecidedDriver({ statement_cache_size: "0" }),
        variable("DATABASE_URL", TRANSACTION.replace("postgresql", "postgresql+asyncpg")),
      ],
      /prepared/,
    ],
    [
      "SQLAlchemy's scheme with all settings",
      [
        undecidedDriver({ statement_cache_size: "0", prepared_statement_cache_size: "0" }),
        variable("DATABASE_URL", TRANSACTION.replace("postgresql", "postgresql+asyncpg")),
      ],
      undefined,
    ],
    [
      "the dedicated pooler, which keeps them (PgBouncer 1.24.1)",
      [connection({ host: `db.${REF}.supabase.co`, port: 6543, user: "postgres" })],
      undefined,
    ],
    [
      "the port in a parameter, which libpq takes",
      [url(`postgresql://u.${REF}:p@${POOLER}/d?port=6543`, "psycopg")],
      /prepared/,
    ],
    [
      "the port in a parameter, which asyncpg does not look at",
      [url(`postgresql://u.${REF}:p@${POOLER}/d?port=6543`)],
      undefined,
    ],
    [
      "psycopg's threshold is None",
      [connection({ port: 6543, driver: "psycopg", settings: { prepare_threshold: "None" } })],
      undefined,
    ],
    ["psycopg's threshold is 5", [connection({ port: 6543, driver: "psycopg" })], /prepared/],
    [
      "Prisma's URL says pgbouncer=true",
      [connection({ port: 6543, driver: "prisma", parameters: { pgbouncer: "true" } })],
      undefined,
    ],
    ["Prisma's URL does not", [connection({ port: 6543, driver: "prisma" })], /prepared/],
    [
      "postgres.js's URL says prepare=false",
      [connection({ port: 6543, driver: "postgres-js", parameters: { prepare: "false" } })],
      undefined,
    ],
    [
      "pgx runs by the simple protocol",
      [connection({ port: 6543, driver: "pgx", parameters: { default_query_exec_mode: "simple_protocol" } })],
      undefined,
    ],
    ["pgx caches statements", [connection({ port: 6543, driver: "pgx" })], /prepared/],
    [
      "SQLAlchemy with both settings",
      [
        connection({
          port: 6543,
          driver: "sqlalchemy-asyncpg",
          parameters: { prepared_statement_cache_size: "0" },
          settings: { statement_cache_size: "0" },
        }),
      ],
      undefined,
    ],
    [
      "SQLAlchemy needs both settings",
      [
        connection({
          port: 6543,
          driver: "sqlalchemy-asyncpg",
          parameters: {},
          settings: { statement_cache_size: "0" },
        }),
      ],
      /prepared/,
    ],
  ],
  "database/tls-off": [
    ["sslmode=require", [connection({})], undefined],
    [
      "off, on this machine",
      [connection({ host: "localhost", parameters: { sslmode: "disable" } })],
      undefined,
    ],
    [
      "off, in a private network",
      [connection({ host: "dpg-abc-a", parameters: { sslmode: "disable" } })],
      undefined,
    ],
    [
      "off, through a socket",
      [connection({ host: "/var/run/postgresql", parameters: { sslmode: "disable" } })],
      undefined,
    ],
    ["none is said", [connection({ parameters: {} })], undefined],
    [
      "off in the driver's settings",
      [connection({ parameters: {}, settings: { ssl: "false" } })],
      /ssl=false/,
    ],
    [
      "off in a variable's URL",
      [variable("DATABASE_URL", "postgresql://u:p@db.acme.com/d?sslmode=allow")],
      /sslmode=allow/,
    ],
    ["off, to a remote host", [connection({ parameters: { sslmode: "disable" } })], /sslmode=disable/],
    ...[
      "gate-db.flycast",
      "gate-db.internal",
      "top1.nearest.of.gate-db.internal",
      "postgres.railway.internal",
      "pg.shop.svc.cluster.local",
      "10.0.4.7",
      "fdaa:0:1:a7b:c2::3",
    ].map(
      (host): Case => [
        `off, at ${host}, which a private network alone has`,
        [connection({ host, parameters: { sslmode: "disable" } })],
        undefined,
      ],
    ),
    ...["pgbouncer.abc.flympg.net", "dpg-abc-a.oregon-postgres.render.com", "roundhouse.proxy.rlwy.net"].map(
      (host): Case => [
        `off, at ${host}, on a public way`,
        [connection({ host, parameters: { sslmode: "disable" } })],
        /sslmode=disable/,
      ],
    ),
  ],
  ...TLS_CASES,
  ...POOL_CASES,
  "database/url-parameters": [
    ["asyncpg knows sslmode", [connection({})], undefined],
    [
      "PostgreSQL knows application_name",
      [connection({ parameters: { application_name: "api" } })],
      undefined,
    ],
    ["asyncpg takes ssl where the code connects", [driverArgument("sqlalchemy-asyncpg", "ssl")], undefined],
    [
      "asyncpg takes no sslmode where the code connects",
      [driverArgument("sqlalchemy-asyncpg", "sslmode")],
      /another driver/,
    ],
    [
      "psycopg2 takes nothing of SQLite's",
      [driverArgument("psycopg2", "check_same_thread")],
      /another driver/,
    ],
    ["asyncpg sends pgbouncer to the server", [connection({ parameters: { pgbouncer: "true" } })], /refuses/],
    [
      "SQLAlchemy has no sslmode",
      [url(`postgresql+asyncpg://u.${REF}:p@${POOLER}/d?sslmode=require`, "sqlalchemy-asyncpg")],
      /refuses/,
    ],
    ["libpq has no ssl", [connection({ driver: "psycopg", parameters: { ssl: "require" } })], /refuses/],
    [
      "libpq reads JDBC's ssl=true",
      [connection({ driver: "psycopg", parameters: { ssl: "true" } })],
      undefined,
    ],
    [
      "asyncpg's own setting is no URL parameter",
      [connection({ parameters: { statement_cache_size: "0" } })],
      /refuses/,
    ],
    ["asyncpg passes connect_timeout on", [connection({ parameters: { connect_timeout: "10" } })], /refuses/],
    ["a setting of the application", [connection({ parameters: { "app.tenant": "a" } })], undefined],
    [
      "psycopg knows connect_timeout",
      [connection({ driver: "psycopg", parameters: { connect_timeout: "10" } })],
      undefined,
    ],
    [
      "SQLAlchemy takes its own cache",
      [
        connection({
          driver: "sqlalchemy-asyncpg",
          parameters: { ssl: "require", prepared_statement_cache_size: "0" },
        }),
      ],
      undefined,
    ],
    [
      "SQLAlchemy leaves a number as text",
      [connection({ driver: "sqlalchemy-asyncpg", parameters: { statement_cache_size: "0" } })],
      /refuses/,
    ],
    [
      "node-postgres ignores what it does not know",
      [connection({ driver: "node-postgres", parameters: { pgbouncer: "true" } })],
      undefined,
    ],
    ["sslmode has six values", [connection({ parameters: { sslmode: "yes" } })], /another value/],
    [
      "SQLAlchemy's ssl is no boolean",
      [connection({ driver: "sqlalchemy-asyncpg", parameters: { ssl: "true" } })],
      /another value/,
    ],
  ],
  "database/password-encoding": [
    ["encoded", [url(`postgresql://u:p%40ss@${POOLER}/d`)], undefined],
    ["a raw @", [url(`postgresql://u:p@ss@${POOLER}/d`)], /raw `@`/],
    ["a placeholder in brackets", [url(`postgresql://u:[YOUR-PASSWORD]@${POOLER}/d`)], undefined],
    ["a raw #", [url(`postgresql://u:p#ss@${POOLER}/d`)], /as it is/],
    ["a bad escape, which libpq refuses", [url(`postgresql://u:p%zz@${POOLER}/d`, "psycopg")], /no escape/],
    ["a bad escape, which asyncpg keeps", [url(`postgresql://u:p%zz@${POOLER}/d`)], undefined],
    ["a raw [, which urllib refuses", [url(`postgresql://u:p[ss@${POOLER}/d`)], /as it is/],
    ["a raw [ for libpq", [url(`postgresql://u:p[ss@${POOLER}/d`, "psycopg")], undefined],
    ["a raw # for libpq", [url(`postgresql://u:p#ss@${POOLER}/d`, "psycopg")], undefined],
    ["a raw / for libpq", [url(`postgresql://u:p/ss@${POOLER}/d`, "psycopg")], /as it is/],
    [
      "a raw @, which node-postgres reads",
      [url(`postgresql://u:p@ss@${POOLER}/d`, "node-postgres")],
      undefined,
    ],
    ["a raw / for node-postgres", [url(`postgresql://u:p/ss@${POOLER}/d`, "node-postgres")], /as it is/],
    [
      "a raw /, which SQLAlchemy reads",
      [url(`postgresql+asyncpg://u:p/ss@${POOLER}/d`, "sqlalchemy-asyncpg")],
      undefined,
    ],
    [
      "a raw @ for SQLAlchemy",
      [url(`postgresql+asyncpg://u:p@ss@${POOLER}/d`, "sqlalchemy-asyncpg")],
      /raw `@`/,
    ],
    ["an @ among the parameters", [url("postgresql://h:5432/d?application_name=a@b")], undefined],
    ["sub-delimiters, which all parsers read", [url(`postgresql://u:p!$&'()*+,;=~@${POOLER}/d`)], undefined],
    [
      "a raw @ where no driver is declared",
      [variable("DATABASE_URL", `postgresql://u:p@ss@${POOLER}/d`)],
      /raw `@`/,
    ],
    [
      "a raw ? where no driver is declared",
      [variable("DATABASE_URL", `postgresql://u:p?ss@${POOLER}/d`)],
      /as it is/,
    ],
  ],
  "database/url-malformed": [
    ["sound", [url(`postgresql://u:p@${POOLER}:5432/d`)], undefined],
    ["another driver's scheme", [url(`postgresql+asyncpg://u:p@${POOLER}:5432/d`)], /postgresql\+asyncpg/],
    ["a comma that was copied along", [url(`postgresql://u:p@${POOLER}:5432/d,`)], /^a `,` at its end$/],
    ["a bracket that was copied along", [url(`postgresql://u:p@${POOLER}:5432/d)`)], /^a `\)` at its end$/],
    ["parameters behind a `&`", [url(`postgresql://u:p@${POOLER}:5432/d&sslmode=require`)], /^a `&`$/],
    ["a comma within a name", [url(`postgresql://u:p@${POOLER}:5432/a,b`)], undefined],
    [
      "libpq's pairs where pgx reads them",
      [driver("pgx"), variable("DATABASE_URL", "host=db.example.org user=u password=p dbname=d")],
      undefined,
    ],
    [
      "libpq's pairs where asyncpg reads a URL",
      [driver("asyncpg"), variable("DATABASE_URL", "host=db.example.org user=u password=p dbname=d")],
      /^pairs of libpq's$/,
    ],
    [
      "a URL that .NET's configuration gives to Npgsql as it is",
      [npgsql(false), variable("ConnectionStrings__Main", "postgresql://u:p@db.example.org:5432/d")],
      /^a URL$/,
    ],
    [
      "a URL of .NET's name that code takes apart",
      [npgsql(true), variable("ConnectionStrings__Main", "postgresql://u:p@db.example.org:5432/d")],
      "unknown",
    ],
    [
      "the address of Prisma's own service",
      [driver("prisma"), variable("DATABASE_URL", "prisma://accelerate.prisma-data.net/?api_key=k3y")],
      undefined,
    ],
    [
      "the address of Prisma's own service where another driver is declared",
      [driver("node-postgres"), variable("DATABASE_URL", "prisma://accelerate.prisma-data.net/?api_key=k3y")],
      /^a URL of another kind$/,
    ],
    [
      "another scheme behind jdbc:",
      [variable("SPRING_DATASOURCE_URL", "jdbc:postgres://db.example.org:5432/d")],
      /^another scheme behind `jdbc:`$/,
    ],
    [
      "psycopg 3 by a name that SQLAlchemy does not have",
      [variable("DATABASE_URL", "postgresql+psycopg3://u:p@db.example.org:5432/d")],
      /^postgresql\+psycopg3$/,
    ],
    ["a port behind libpq's host", [variable("PGHOST", "db.example.org:5432")], /^a host and a port$/],
    ["several of libpq's hosts", [variable("PGHOST", "a.example.org,b.example.org")], undefined],
    ["libpq's host of IPv6", [variable("PGHOST", "2001:db8::5")], undefined],
    [
      "a scheme of Django's settings",
      [driver("psycopg"), variable("DATABASE_URL", "pgsql://u:p@db.example.org:5432/d")],
      undefined,
    ],
    [
      "a scheme of Django's settings where node-postgres is declared",
      [driver("node-postgres"), variable("DATABASE_URL", "pgsql://u:p@db.example.org:5432/d")],
      /^a URL of another kind$/,
    ],
    [
      "a URL of .NET's name that another language reads",
      [
        driver("node-postgres"),
        variable("ConnectionStrings__Main", "postgresql://u:p@db.example.org:5432/d"),
      ],
      undefined,
    ],
    [
      "a URL that code may turn into Npgsql's pairs",
      [driver("npgsql"), variable("DATABASE_URL", "postgresql://u:p@db.example.org:5432/d")],
      undefined,
    ],
    [
      "SQLAlchemy's scheme",
      [url(`postgresql+asyncpg://u:p@${POOLER}:5432/d`, "sqlalchemy-asyncpg")],
      undefined,
    ],
    [
      "postgres://, which SQLAlchemy has dropped",
      [url(`postgres://u:p@${POOLER}:5432/d`, "sqlalchemy-psycopg2")],
      /^postgres$/,
    ],
    ["an IPv6 host", [url("postgresql://u:p@[2001:db8::1]:5432/d")], undefined],
    ["a bracket that nobody closes", [url("postgresql://u:p@[2001:db8::1/d")], /bracket/],
    ["a parameter without a value", [url(`postgresql://u:p@${POOLER}/d?sslmode`)], /without a value/],
    ["several hosts for asyncpg", [url("postgresql://u:p@h1:1,h2:2/d")], undefined],
    ["several hosts for node-postgres", [url("postgresql://u:p@h1:1,h2:2/d", "node-postgres")], /2 hosts/],
    ["an empty port", [url(`postgresql://u:p@${POOLER}:/d`)], undefined],
    ["a cut password, which another rule names", [url(`postgresql://u:p/x@${POOLER}/d`)], undefined],
    ["a port out of range", [url(`postgresql://u:p@${POOLER}:99999/d`)], /something else/],
  ],
  "database/other-environment": [
    [
      "an API of this environment's own project",
      [connection({}), other("zyxwvutsrqponmlkjihg"), variable("SUPABASE_URL", `https://${REF}.supabase.co`)],
      undefined,
    ],
    [
      "the API of another environment's project",
      [other("zyxwvutsrqponmlkjihg"), variable("SUPABASE_URL", "https://zyxwvutsrqponmlkjihg.supabase.co")],
      /^the one of staging$/,
    ],
    ["another project", [connection({}), other("zyxwvutsrqponmlkjihg")], undefined],
    [
      "the same project through another form",
      [url(`postgresql://navigator.${REF}:p@${POOLER}:6543/postgres`), other(REF)],
      /staging/,
    ],
    ["another database of the same project", [connection({ database: "own" }), other(REF)], undefined],
    [
      "another server on the same machine",
      [connection({ host: "localhost", port: 5433 }), other(undefined, "localhost")],
      undefined,
    ],
    [
      "the other's API names the project of a raw URL",
      [variable("DATABASE_URL", `postgresql://u.${REF}:p@${POOLER}/postgres`), other(REF)],
      /staging/,
    ],
    [
      "the same host without a project",
      [connection({ host: "db.internal" }), other(undefined, "db.internal")],
      /staging/,
    ],
  ],
  "database/supabase-endpoint": [
    ["the pooler's form", [connection({})], undefined],
    ["the direct form", [connection({ host: `db.${REF}.supabase.co`, user: "postgres" })], undefined],
    [
      "the dedicated pooler's form",
      [connection({ host: `db.${REF}.supabase.co`, port: 6543, user: "postgres" })],
      undefined,
    ],
    ["no Supabase host", [connection({ host: "db.acme.com", port: 5433, user: "a.b" })], undefined],
    ["a port that no form has", [connection({ port: 5433 })], /^5433$/],
    [
      "the API's address",
      [connection({}), variable("SUPABASE_URL", `https://${REF}.supabase.co`)],
      undefined,
    ],
    ["a domain of one's own", [connection({}), variable("SUPABASE_URL", "https://api.acme.com")], undefined],
    [
      "the dashboard's page in the API's place",
      [connection({}), variable("VITE_SUPABASE_URL", `https://supabase.com/dashboard/project/${REF}`)],
      /a page of `supabase\.com`/,
    ],
    [
      "a database in the API's place",
      [variable("SUPABASE_URL", `postgresql://u.${REF}:p@${POOLER}:5432/d`)],
      /a database's address/,
    ],
    ["a host without a shard", [connection({ host: "us-west-1.pooler.supabase.com" })], /us-west-1/],
    [
      "the pooler's user at the direct host",
      [connection({ host: `db.${REF}.supabase.co`, user: `postgres.${REF}` })],
      /form of the pooler/,
    ],
    ["no database", [url(`postgresql://u.${REF}:p@${POOLER}`)], /takes the user's/],
    [
      "the database in a parameter",
      [url(`postgresql://u.${REF}:p@${POOLER}?dbname=d`, "psycopg")],
      undefined,
    ],
    ["the API's host", [connection({ host: `${REF}.supabase.co`, user: "postgres" })], /HTTP only/],
  ],
  "database/local-host": [
    ...HOSTS.map(
      ([title, values, got]) =>
        [title, [render, ...Object.entries(values).map(([name, value]) => given(name, value))], got] as const,
    ),
    ["the pooler's host", [render, connection({})], undefined],
    ["localhost, for a machine of one's own", [connection({ host: "localhost" })], undefined],
    [
      "localhost, in a stack that is only rehearsed",
      [render, environment("local"), connection({ host: "localhost" })],
      undefined,
    ],
    ["localhost on Render", [render, environment("staging"), connection({ host: "localhost" })], /localhost/],
    [
      "127.0.0.1 in a variable",
      [render, variable("DATABASE_URL", "postgresql://u:p@127.0.0.1:5432/d")],
      /127\.0\.0\.1/,
    ],
    [
      "localhost in an image, which the platform's variables may replace",
      [render, { ...connection({ host: "localhost" }), place: IMAGE }],
      "unknown",
    ],
    ["a socket", [render, url("postgresql://u:p@/d?host=/var/run/postgresql")], /\/var/],
    ["no host at all", [render, url("postgresql://u:p@/d")], /none/],
    [
      "no host, but PGHOST",
      [render, url("postgresql://u:p@/d"), variable("PGHOST", "db.acme.com")],
      undefined,
    ],
  ],
  "database/password-portable": [
    ["encoded", [url(`postgresql://u:p%40ss@${POOLER}/d`)], undefined],
    ["sub-delimiters", [url(`postgresql://u:p!$&'()*+,;=~@${POOLER}/d`)], undefined],
    [
      "a placeholder in brackets",
      [url(`postgresql://u:[YOUR-PASSWORD]@${POOLER}/d`, "node-postgres")],
      undefined,
    ],
    ["wrong for the driver, which another rule names", [url(`postgresql://u:p@ss@${POOLER}/d`)], undefined],
    [
      "a raw @, read by node-postgres alone",
      [url(`postgresql://u:p@ss@${POOLER}/d`, "node-postgres")],
      /libpq/,
    ],
    ["a raw %, kept by asyncpg alone", [url(`postgresql://u:p%zz@${POOLER}/d`)], /libpq/],
    [
      "a raw /, read by SQLAlchemy alone",
      [url(`postgresql+asyncpg://u:p/s@${POOLER}/d`, "sqlalchemy-asyncpg")],
      /libpq/,
    ],
  ],
  "database/environment-name": [
    ["staging's own", [environment("staging"), connection({ user: `navigator_staging.${REF}` })], undefined],
    ["names that say nothing", [environment("production"), connection({})], undefined],
    [
      "an environment that says nothing",
      [environment("blue"), connection({ database: "staging" })],
      undefined,
    ],
    ["a word within a word", [environment("production"), connection({ database: "devices" })], undefined],
    [
      "staging's role in production",
      [environment("production"), connection({ user: `navigator_staging.${REF}` })],
      /navigator_staging/,
    ],
    [
      "staging's database in production",
      [environment("acme-prod"), connection({ database: "app_stg" })],
      /app_stg/,
    ],
    [
      "staging's host in a variable",
      [environment("production"), variable("DATABASE_URL", "postgresql://u:p@staging-db.acme.com/d")],
      /staging-db/,
    ],
  ],
  "database/one-project": [
    [
      "one project everywhere",
      [connection({}), variable("SUPABASE_URL", `https://${REF}.supabase.co`)],
      undefined,
    ],
    [
      "no project at all",
      [connection({ host: "db.acme.com" }), variable("SITE", "https://acme.com")],
      undefined,
    ],
    [
      "the API of another",
      [connection({}), variable("SUPABASE_URL", "https://zyxwvutsrqponmlkjihg.supabase.co")],
      /zyxw/,
    ],
    [
      "two databases of two projects, and the API of either",
      [
        connection({}),
        connection({ host: "db.zyxwvutsrqponmlkjihg.supabase.co" }),
        variable("REPORTS_API", "https://zyxwvutsrqponmlkjihg.supabase.co"),
      ],
      undefined,
    ],
    [
      "requests and migrations of one project",
      [inResource("DATABASE_URL", REF, 6543), inResource("DIRECT_URL", REF, 5432)],
      undefined,
    ],
    [
      "another database beside it",
      [inResource("DATABASE_URL", REF, 6543), inResource("REPORTS_URL", "zyxwvutsrqponmlkjihg", 5432)],
      undefined,
    ],
    [
      "migrations of another project",
      [inResource("DATABASE_URL", REF, 6543), inResource("DIRECT_URL", "zyxwvutsrqponmlkjihg", 5432)],
      /zyxw/,
    ],
  ],
};
