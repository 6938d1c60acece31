import {
  docker,
  dotnet,
  ELSEWHERE,
  ENCODING,
  IPV6,
  java,
  jdbc,
  LOCAL,
  LOOPBACK,
  MALFORMED,
  MODE,
  brokenBy as named,
  PLACEHOLDER,
  PORT,
  prisma,
  STANDARD,
  START,
  TENANT,
  TLS,
  UVICORN,
  brokenWeb as web,
  withPassword,
} from "./batch";
import type { SealedCase } from "./sealed";
import {
  BESIDE_STAGING,
  bare,
  DIRECT,
  DIRECT_URL,
  elixir,
  go,
  IMAGE,
  node,
  POOL,
  REF,
  ruby,
  rust,
  url,
} from "./written";

const HEALTH = "service/health-check-path";

/**
 * The broken half of the eleventh batch, an open one, written on 29 November 2026 before it was run. In the first run 43
 * of 61 were rejected by the right rule, 11 undecided for it, 1 rejected and 1 undecided by another rule, and 5 passed
 * without a word: a health path with a blank, all that is in a pre-deploy command, and a port of another service that is
 * reported as advice, as it has to be where the variable does not have its name (its variable is now called so).
 */
export const ELEVENTH_BROKEN: readonly SealedCase[] = [
  // Ports and addresses of servers.
  web(PORT, "bun --port=4002 server.ts", node),
  web(`${PORT}|${LOOPBACK}`, "npx json-server --port 3000 db.json", node),
  web(LOOPBACK, "deno serve --host 127.0.0.1 --port $PORT main.ts", node),
  web(PORT, "PORT=4000 remix-serve ./build/server/index.js", node),
  web(LOOPBACK, "gunicorn main:app", {
    variables: { GUNICORN_CMD_ARGS: "--workers 2 --bind=127.0.0.1:8000" },
  }),
  web(PORT, "export PORT=9000 && gunicorn main:app"),
  web(PORT, "uvicorn main:app --host 0.0.0.0 --port $WEB_PORT", { variables: { WEB_PORT: "9000" } }),
  web(`${PORT}|${LOOPBACK}`, "bundle exec puma -b unix:///tmp/puma.sock", ruby),
  web(PORT, "uvicorn main:app --host 0.0.0.0 --port ${PORT:-8000}", { variables: { PORT: null } }),
  web(LOOPBACK, "dotnet Api.dll", { ...dotnet, variables: { ASPNETCORE_URLS: "http://127.0.0.1:8000" } }),
  web(PORT, "java -jar app.jar", { ...java, variables: { SERVER_PORT: "9090" } }),
  web("unknown", "gradio app.py", { variables: { GRADIO_SERVER_PORT: "8000" } }),
  web(LOOPBACK, "python -m streamlit run app.py --server.address=localhost --server.port=$PORT"),
  web("unknown", "./server -addr :9000", go),
  web(PORT, "celery -A app flower --port=5555"),
  web(LOOPBACK, "npx next start -H localhost -p $PORT", node),
  // What ends, or leaves.
  web(START, "yarn pm2 start dist/server.js", node),
  web(START, "node_modules/.bin/pm2 start dist/server.js", node),
  web(START, "supervisord", docker),
  web(START, "nginx", docker),
  web(START, "uvicorn main:app --host 0.0.0.0 --port $PORT & echo started"),
  web(START, "python manage.py check --deploy"),
  web(START, "npx knex migrate:latest", node),
  web(START, "bundle install", ruby),
  web(START, "exit 0"),
  // Kinds, plans, health paths, pre-deploy commands.
  {
    rule: PORT,
    kind: "private",
    command: "uvicorn main:app --host 0.0.0.0 --port 9000",
    declared: { port: 8000 },
  },
  { rule: START, kind: "worker", command: "python manage.py migrate" },
  { rule: START, kind: "cron", command: "gunicorn main:app --bind 0.0.0.0:$PORT" },
  { rule: "service/cron-schedule", kind: "cron", properties: { schedule: "@daily" } },
  { rule: "service/native-without-start", command: null, runtime: "node", driver: "node-postgres" },
  { rule: HEALTH, properties: { healthCheckPath: "localhost:8000/health" } },
  { rule: HEALTH, properties: { healthCheckPath: "/health check" } },
  { rule: "plan/limits", properties: { plan: "free", preDeployCommand: "alembic upgrade head" } },
  {
    rule: "plan/limits",
    properties: { numInstances: 2, disk: { name: "d", mountPath: "/data", sizeGb: 1 } },
  },
  { rule: START, properties: { preDeployCommand: UVICORN } },
  { rule: IPV6, properties: { preDeployCommand: `DATABASE_URL=${DIRECT_URL} alembic upgrade head` } },
  { rule: "unknown", command: null, properties: { ...IMAGE, plan: "standard" } },
  web(LOOPBACK, "uvicorn main:app --port 8000", docker),
  {
    rule: "port/peer-mismatch",
    variables: { API_0_WEB_URL: "http://api-0-web:7700" },
    others: [{ kind: "private", variables: { PORT: "8000" } }],
  },
  // Programs without components, env groups.
  web(STANDARD, "gunicorn main:app --bind 0.0.0.0:$PORT", {
    ...bare,
    variables: { PORT: null },
    group: { PORT: "9000" },
  }),
  web(STANDARD, "node server.js", { ...bare, runtime: "node", variables: { PORT: "3000" } }),
  web(PORT, "uvicorn main:app --host 0.0.0.0", { group: { UVICORN_PORT: "9000" } }),
  // Databases.
  named(LOCAL, { POSTGRES_SERVER: "localhost", POSTGRES_USER: "app", POSTGRES_DB: "app" }),
  named(
    TENANT,
    { SPRING_DATASOURCE_URL: jdbc(`${POOL}:5432/postgres`), SPRING_DATASOURCE_USERNAME: "postgres" },
    { ...java, command: "java -Dserver.port=$PORT -jar app.jar" },
  ),
  named(
    TENANT,
    { SPRING_R2DBC_URL: `r2dbc:postgresql://postgres:k3JqL9vX@${POOL}:5432/postgres` },
    { ...java, command: "java -Dserver.port=$PORT -jar app.jar" },
  ),
  named(
    IPV6,
    {
      ConnectionStrings__Main: `Host=${DIRECT};Port=5432;Username=postgres;Password=k3JqL9vX;Database=postgres`,
    },
    { ...dotnet, command: "dotnet Api.dll --urls http://0.0.0.0:8000" },
  ),
  named(
    IPV6,
    { DSN: `host=${DIRECT} port=5432 user=postgres password=k3JqL9vX dbname=postgres` },
    { ...go, command: "./api" },
  ),
  named(LOCAL, { DATABASE_URL: url("app", "postgres.railway.internal:5432/app") }, node),
  named(
    MODE,
    { DATABASE_URL: url(`app.${REF}`, `${POOL}:6543/postgres`) },
    { ...rust, command: "./target/release/api" },
  ),
  named(
    MODE,
    { DATABASE_URL: url(`app.${REF}`, `${POOL}:6543/postgres`) },
    { ...elixir, command: "mix phx.server" },
  ),
  named(TLS, { DATABASE_URL: url("app", "db.acme.io:5432/app?sslmode=disable") }, prisma),
  named("database/url-parameters", {
    DATABASE_URL: url(
      "app",
      "ep-cool-dew-a1b2c3d4.eu-central-1.aws.neon.tech/app?sslmode=require&channel_binding=require",
    ),
  }),
  named(ENCODING, { DATABASE_URL: withPassword("k3@Jq/L9vX") }, node),
  named(MALFORMED, { DATABASE_URL: `postgresql//app.${REF}:k3JqL9vX@${POOL}:5432/postgres` }, node),
  named(
    "database/supabase-endpoint",
    { DATABASE_URL: url(`app.${REF}`, `${REF}.supabase.co:5432/postgres`) },
    go,
  ),
  named(
    IPV6,
    {},
    {
      ...ruby,
      command: "bundle exec puma -p $PORT",
      secretFiles: { "database.yml": `production:\n  adapter: postgresql\n  url: ${DIRECT_URL}\n` },
    },
  ),
  {
    rule: ELSEWHERE,
    declared: BESIDE_STAGING,
    variables: { PGHOST: "DB.preview.acme.io.", PGUSER: "app", PGDATABASE: "app" },
  },
  // Placeholders.
  named(PLACEHOLDER, { SENTRY_DSN: "https://<key>@o0.ingest.sentry.io/<project>" }),
  named(PLACEHOLDER, { REDIS_URL: "rediss://default:<password>@eu1-cool-fox-31337.upstash.io:6379" }),
  named(PLACEHOLDER, {
    GOOGLE_CLIENT_ID: "your-client-id.apps.googleusercontent.com",
    AUTH_SECRET: "32-character-random-string",
  }),
  named(
    `${PLACEHOLDER}|database/url-malformed|database/supabase-endpoint`,
    { VITE_SUPABASE_URL: "https://xxxxxxxxxxxx.supabase.co" },
    { kind: "static", driver: "none" },
  ),
];
