import { type Fact, known, type Place } from "../../../domain";

/** A place for facts of tests. */
export const here: Place = { source: "configuration", key: "test" };

const REF = "abcdefghijklmnopqrst";
const POOLER = "aws-0-us-west-1.pooler.supabase.com";

const variable = (name: string, value: string): Fact => ({
  kind: "variable",
  place: here,
  name,
  value: known(value),
  secret: true,
});
const start = (command: string): Fact => ({ kind: "start-command", place: here, command: known(command) });
const declared = (port: number | string): Fact => ({
  kind: "port",
  role: "declared",
  place: here,
  port: known(port),
});
const health = (path: string | undefined): Fact => ({ kind: "health-check", place: here, path: known(path) });
const render: Fact = { kind: "platform", place: here, platform: "render" };
const connection = (
  change: Partial<Record<"host" | "user" | "driver" | "database", string>> & {
    port?: number;
    parameters?: Record<string, string>;
    settings?: Record<string, string>;
  },
): Fact => ({
  kind: "connection",
  place: here,
  host: known(change.host ?? POOLER),
  port: known(change.port ?? 5432),
  user: known(change.user ?? `navigator.${REF}`),
  database: known(change.database ?? "postgres"),
  parameters: known(change.parameters ?? { sslmode: "require" }),
  driver: known(change.driver ?? "asyncpg"),
  driverSettings: known(change.settings ?? {}),
});
const url = (text: string, driver = "asyncpg"): Fact => ({
  kind: "url",
  place: here,
  url: known(text),
  driver: known(driver),
  driverSettings: known({}),
});
const other = (projectRef: string | undefined, host = POOLER): Fact => ({
  kind: "other-environment",
  place: here,
  name: "staging",
  host: known(host),
  port: known(5432),
  database: known("postgres"),
  projectRef: known(projectRef),
});

/** One row: what is told to the rule, and a piece of the finding it must answer; undefined where it holds. */
export type Case = readonly [title: string, facts: readonly Fact[], got: RegExp | undefined];

export const CASES: Readonly<Record<string, readonly Case[]>> = {
  "port/agreement": [
    [
      "PORT, command and declaration agree",
      [declared(8000), variable("PORT", "8000"), start("uvicorn main:app --host 0.0.0.0 --port 8000")],
      undefined,
    ],
    [
      "the command follows PORT",
      [
        declared(8000),
        variable("PORT", "8000"),
        start("uvicorn main:app --host 0.0.0.0 --port ${PORT:-9000}"),
      ],
      undefined,
    ],
    ["PORT is 10000", [declared(8000), variable("PORT", "10000")], /^10000$/],
    [
      "the command writes another port",
      [declared(8000), start("sh -c 'uvicorn main:app --port=9000'")],
      /^9000$/,
    ],
    ["the command leaves uvicorn's own default", [declared(9000), start("uvicorn main:app")], /^8000$/],
    ["PORT is no port", [declared(8000), variable("PORT", "80OO")], /no port/],
  ],
  "port/standard": [
    ["8000 is declared", [declared(8000)], undefined],
    [
      "the stack has a standard of its own",
      [declared(9000), { kind: "standard-port", place: here, port: 9000 }],
      undefined,
    ],
    ["10000 is declared", [declared(10_000)], /^10000$/],
  ],
  "port/reserved": [
    ["8000 is free to use", [declared(8000)], undefined],
    ["18012 is Render's", [variable("PORT", "18012")], /^18012$/],
  ],
  "service/loopback-bind": [
    [
      "uvicorn binds 0.0.0.0",
      [start("alembic upgrade head && uvicorn main:app --host 0.0.0.0 --port $PORT")],
      undefined,
    ],
    ["gunicorn binds 0.0.0.0 by itself", [start("gunicorn main:app")], undefined],
    ["uvicorn binds 127.0.0.1 by itself", [start("uvicorn main:app --port $PORT")], /127\.0\.0\.1/],
    ["localhost is written", [start("hypercorn main:app --bind localhost:8000")], /localhost/],
    ["runserver without an address", [start("python manage.py runserver")], /127\.0\.0\.1/],
  ],
  "service/health-check-path": [
    ["a path is set", [health("/health")], undefined],
    ["none is set", [health(undefined)], /none/],
    ["it begins with no slash", [health("health")], /health/],
  ],
  "database/pooler-tenant": [
    ["the user names the tenant", [connection({})], undefined],
    [
      "the tenant comes by options",
      [url(`postgresql://navigator:p@${POOLER}/postgres?options=reference%3D${REF}`)],
      undefined,
    ],
    ["the user is bare", [connection({ user: "postgres" })], /`postgres`/],
    [
      "the user is bare in a variable's URL",
      [variable("DATABASE_URL", `postgresql://postgres:p@${POOLER}:6543/postgres`)],
      /`postgres`/,
    ],
  ],
  "database/project-reference": [
    ["twenty lowercase letters", [connection({})], undefined],
    [
      "the incident's placeholder",
      [variable("DATABASE_URL", `postgresql://postgres.your-staging-project:p@${POOLER}:6543/postgres`)],
      /your-staging-project.*placeholder/,
    ],
    ["too short", [connection({ user: "postgres.abc" })], /`abc`/],
  ],
  "database/ipv6-only-host": [
    ["the pooler's host", [render, connection({})], undefined],
    ["not on Render", [connection({ host: `db.${REF}.supabase.co`, user: "postgres" })], undefined],
    ["the direct host", [render, url(`postgresql://postgres:p@db.${REF}.supabase.co:5432/postgres`)], /db\./],
  ],
  "database/transaction-mode-statements": [
    ["session mode", [connection({ port: 5432 })], undefined],
    [
      "asyncpg's cache is off",
      [connection({ port: 6543, settings: { statement_cache_size: "0" } })],
      undefined,
    ],
    ["psycopg2 prepares nothing", [connection({ port: 6543, driver: "psycopg2" })], undefined],
    ["asyncpg's cache is on", [connection({ port: 6543 })], /prepared statements on/],
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
    ["off, to a remote host", [connection({ parameters: { sslmode: "disable" } })], /sslmode=disable/],
  ],
  "database/url-parameters": [
    ["asyncpg knows sslmode", [connection({})], undefined],
    [
      "PostgreSQL knows application_name",
      [connection({ parameters: { application_name: "api" } })],
      undefined,
    ],
    ["asyncpg sends pgbouncer to the server", [connection({ parameters: { pgbouncer: "true" } })], /refuses/],
    [
      "SQLAlchemy has no sslmode",
      [url(`postgresql+asyncpg://u.${REF}:p@${POOLER}/d?sslmode=require`, "sqlalchemy-asyncpg")],
      /refuses/,
    ],
    ["libpq has no ssl", [connection({ driver: "psycopg", parameters: { ssl: "true" } })], /refuses/],
  ],
  "database/password-encoding": [
    ["encoded", [url(`postgresql://u:p%40ss@${POOLER}/d`)], undefined],
    ["a raw @", [url(`postgresql://u:p@ss@${POOLER}/d`)], /raw `@`/],
    ["a raw #", [url(`postgresql://u:p#ss@${POOLER}/d`)], /as it is/],
    ["a bad escape", [url(`postgresql://u:p%zz@${POOLER}/d`)], /no escape/],
  ],
  "database/url-malformed": [
    ["sound", [url(`postgresql://u:p@${POOLER}:5432/d`)], undefined],
    ["another driver's scheme", [url(`postgresql+asyncpg://u:p@${POOLER}:5432/d`)], /postgresql\+asyncpg/],
    ["a port out of range", [url(`postgresql://u:p@${POOLER}:99999/d`)], /something else/],
  ],
  "database/other-environment": [
    ["another project", [connection({}), other("zyxwvutsrqponmlkjihg")], undefined],
    [
      "the same project through another form",
      [url(`postgresql://navigator.${REF}:p@${POOLER}:6543/postgres`), other(REF)],
      /staging/,
    ],
    [
      "the same host without a project",
      [connection({ host: "db.internal" }), other(undefined, "db.internal")],
      /staging/,
    ],
  ],
  "environment/placeholder": [
    ["real values", [variable("LOG_LEVEL", "info"), variable("DOCS", "https://example.com/docs")], undefined],
    ["your-…", [variable("API_KEY", "your-api-key")], /your-api-key/],
    ["<…>", [variable("API_KEY", "<api key>")], /<api key>/],
    ["changeme", [variable("API_KEY", "changeme")], /changeme/],
    ["[YOUR-PASSWORD]", [variable("DATABASE_URL", "postgresql://u:[YOUR-PASSWORD]@h/d")], /YOUR-PASSWORD/],
    ["xxxx", [variable("API_KEY", "sk-xxxxxxxx")], /xxxxxxxx/],
  ],
};
