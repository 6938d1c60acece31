import {
  type BrokenProgram,
  cron,
  native,
  PIP,
  type ProgramCase,
  privateService,
  type Resource,
  values,
  web,
} from "../eighteenth-form";

type Values = Readonly<Record<string, unknown>>;
type Variables = Readonly<Record<string, string>>;
const BASE = { plan: "starter", region: "frankfurt" } as const;
const UVICORN = "uvicorn quarry.main:app --host 0.0.0.0 --port $PORT";
const data = { name: "data", mountPath: "/var/data", sizeGb: 1 };
const drawn = { generateValue: true };

const api = (variables: Values = {}, startCommand = UVICORN, runtime = "python"): Resource =>
  web({
    name: "quarry-api",
    ...BASE,
    startCommand,
    healthCheckPath: "/health",
    runtimeSource: native(runtime, PIP),
    envVars: { ...values({ PORT: "8000" }), ...variables },
  });

const job = (startCommand: string): Resource =>
  cron({
    name: "quarry-job",
    ...BASE,
    schedule: "0 4 * * *",
    startCommand,
    runtimeSource: native("python", PIP, "jobs"),
    envVars: values({ LOG_LEVEL: "info" }),
  });

const database = (url: string, variables: Values, more: Values = {}): Resource =>
  privateService({
    name: "quarry-db",
    ...BASE,
    runtimeSource: { image: { imageUrl: url, tag: "16.6" } },
    envVars: variables,
    ...more,
  });

const broken = (
  name: string,
  rule: string,
  at: readonly [string, string],
  resources: ProgramCase["resources"],
): BrokenProgram => ({ name, rules: [rule], at, why: "next to a case", source: "a sibling", resources });

const sound = (name: string, resources: ProgramCase["resources"]): ProgramCase => ({
  name,
  why: "next to a case",
  source: "a sibling",
  resources,
});

const REFUSED = "environment/refused-value";
const LARAVEL = "php artisan serve --host=0.0.0.0 --port=$PORT";

/** Kinds that the twenty-first batch showed, each with others of its kind. */
export const NEXT_TO_TWENTY_FIRST: readonly BrokenProgram[] = [
  ...["OPENAI_API_KEY", "SUPABASE_SERVICE_ROLE_KEY", "STRIPE_SECRET_KEY", "SENTRY_DSN", "DATABASE_URL"].map(
    (name) =>
      broken(`drawn-in-place-of-${name}`, REFUSED, ["api", `envVars.${name}`], {
        api: api({ [name]: drawn }),
      }),
  ),
  broken("drawn-key-of-laravel", REFUSED, ["api", "envVars.APP_KEY"], {
    api: api({ APP_KEY: drawn }, LARAVEL, "docker"),
  }),
  ...(["DATABASE_URL", "${DATABASE_URL}", " $DATABASE_URL"] as const).map((text, at) =>
    broken(`url-that-names-a-variable-${at}`, "environment/placeholder", ["api", "envVars.DIRECT_URL"], {
      api: api(values({ DIRECT_URL: text.startsWith("D") ? `$${text}` : text })),
    }),
  ),
  ...(
    [
      ["docker.io/library/postgres", { POSTGRES_DB: "quarry" }],
      ["postgis/postgis", { POSTGRES_USER: "quarry" }],
      ["mysql", { MYSQL_DATABASE: "quarry" }],
      ["docker.io/library/mariadb", { MARIADB_DATABASE: "quarry", MARIADB_PASSWORD: "Qn4ceGale8vT" }],
    ] as const
  ).map(([url, variables]) =>
    broken(`without-a-password-${url}`, "service/unmet-need", ["db", "runtimeSource"], {
      db: database(url, values(variables)),
    }),
  ),
  ...[
    "python -m jobs.export &",
    "(python -m jobs.a; python -m jobs.b) &",
    "nohup node export.js > log 2>&1 &",
  ].map((command, at) =>
    broken(`job-in-the-background-${at}`, "service/start-command", ["job", "startCommand"], {
      job: job(command),
    }),
  ),
  ...["localhost", "localhost;127.0.0.1", "localhost:8080"].map((hosts, at) =>
    broken(`hosts-of-asp-net-${at}`, "service/allowed-hosts", ["api", "envVars.AllowedHosts"], {
      api: api(values({ AllowedHosts: hosts }), "dotnet Quarry.dll --urls http://0.0.0.0:8000", "docker"),
    }),
  ),
];

/** What is near them and works. */
export const SOUND_NEXT_TO_TWENTY_FIRST: readonly ProgramCase[] = [
  sound("drawn-secrets-of-its-own", {
    api: api({
      SECRET_KEY: drawn,
      JWT_SECRET: drawn,
      SESSION_SECRET: drawn,
      API_KEY: drawn,
      WEBHOOK_SECRET: drawn,
    }),
  }),
  sound("drawn-key-of-adonis", { api: api({ APP_KEY: drawn }, "node build/bin/server.js", "node") }),
  sound("drawn-base-of-rails", {
    api: api(
      { SECRET_KEY_BASE: drawn, ...values({ RAILS_ENV: "production" }) },
      "bundle exec rails server -b 0.0.0.0 -p $PORT",
      "ruby",
    ),
  }),
  sound("url-put-together-in-the-command", {
    api: api(values({ DIRECT_URL: "$DATABASE_URL" }), `export DIRECT_URL=$DATABASE_URL && ${UVICORN}`),
  }),
  sound("password-that-is-drawn", { db: database("postgres", { POSTGRES_PASSWORD: drawn }) }),
  sound("password-of-a-file", {
    db: database("postgres", values({ POSTGRES_PASSWORD_FILE: "/etc/secrets/password" })),
  }),
  sound("no-password-by-a-word", {
    db: database("docker.io/library/postgres", values({ POSTGRES_HOST_AUTH_METHOD: "trust" })),
  }),
  sound("job-of-a-database-image", {
    job: cron({
      name: "quarry-job",
      ...BASE,
      schedule: "0 4 * * *",
      startCommand: "psql $DATABASE_URL -f clean.sql",
      runtimeSource: { image: { imageUrl: "postgres", tag: "16.6" } },
      envVars: values({ LOG_LEVEL: "info" }),
    }),
  }),
  sound("database-that-is-on-its-disk", {
    db: database("postgres", values({ PGDATA: "/var/data/pg" }), { disk: data }),
  }),
  sound("job-that-waits", { job: job("python -m jobs.a & python -m jobs.b & wait") }),
  sound("job-with-one-beside-it", { job: job("python -m jobs.proxy & python -m jobs.export") }),
  sound("job-whose-address-ends-in-and", { job: job("curl -fsS 'https://ping.quarry.works/?a=1&'") }),
  sound("hosts-of-asp-net", {
    api: api(
      values({ AllowedHosts: "quarry.works;*.onrender.com;localhost" }),
      "dotnet Quarry.dll --urls http://0.0.0.0:8000",
      "docker",
    ),
  }),
  sound("job-with-a-folder-of-its-own", {
    notes: web({
      name: "notes",
      ...BASE,
      startCommand: UVICORN,
      healthCheckPath: "/health",
      runtimeSource: native("python", PIP),
      envVars: values({ PORT: "8000" }),
      disk: data,
    }),
    job: job("mkdir -p /var/data && python -m jobs.fill /var/data/list.json"),
  }),
  sound("itself-on-localhost", {
    inner: privateService({
      name: "inner",
      ...BASE,
      startCommand: "uvicorn inner:app --host 0.0.0.0 --port 8001",
      runtimeSource: native("python", PIP),
      envVars: values({ PORT: "8001" } satisfies Variables),
    }),
    api: api(values({ SELF_URL: "http://localhost:8000" })),
  }),
];
