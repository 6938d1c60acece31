import {
  brokenBy,
  brokenWeb,
  dotnet,
  ENCODING,
  IPV6,
  java,
  LOCAL,
  LOOPBACK,
  MALFORMED,
  MODE,
  PLACEHOLDER,
  PORT,
  START,
  TENANT,
  TLS,
} from "./batch";
import type { SealedCase } from "./sealed";
import { DIRECT, DOCKER, elixir, POOL, REF, ruby, rust, url } from "./written";

const served = { driver: "none", runtime: "node", command: "node server.js" } as const;
const inImage = { driver: "none", properties: DOCKER } as const;
const onNode = { driver: "none", runtime: "node" } as const;
const onGo = { driver: "none", runtime: "go" } as const;
const API = "dotnet Api.dll --urls http://+:8000";

/** Broken configurations of many stacks, written on 30 November 2026 before the pack had judged any of them. */
export const SPREAD_BROKEN: readonly SealedCase[] = [
  // Addresses that no request reaches
  brokenWeb(LOOPBACK, "./target/release/api", { ...rust, variables: { ROCKET_ADDRESS: "127.0.0.1" } }),
  brokenWeb(LOOPBACK, "php artisan serve --port=$PORT", inImage),
  brokenWeb(LOOPBACK, "bundle exec rackup -p $PORT", { ...ruby }),
  brokenWeb(LOOPBACK, "bundle exec falcon serve -b http://localhost:$PORT", { ...ruby }),
  brokenWeb(LOOPBACK, "deno serve --host 127.0.0.1 --port $PORT main.ts", inImage),
  brokenWeb(LOOPBACK, "hugo server --source site -p $PORT", onGo),
  brokenWeb(LOOPBACK, "bundle exec puma -b tcp://127.0.0.1:$PORT", { ...ruby }),
  brokenWeb(LOOPBACK, "java -jar app.jar", { ...java, variables: { MICRONAUT_SERVER_HOST: "localhost" } }),
  brokenWeb(LOOPBACK, "dotnet Api.dll", {
    ...dotnet,
    variables: { Kestrel__Endpoints__Http__Url: "http://localhost:8000" },
  }),
  brokenWeb(LOOPBACK, "./pocketbase serve --dir /data", { ...onGo, variables: { PORT: "8090" } }),
  brokenWeb(LOOPBACK, "bin/rails server -p $PORT -e development", { ...ruby }),
  brokenWeb(LOOPBACK, "npx nuxt preview", {
    ...onNode,
    variables: { HOST: "localhost", NITRO_PORT: "8000" },
  }),
  {
    rule: LOOPBACK,
    driver: "none",
    kind: "private",
    command: "redis-server --bind 127.0.0.1 --port 6379",
    variables: { PORT: "6379" },
    properties: { runtimeSource: { image: { imageUrl: "docker.io/library/redis", tag: "7.4" } } },
  },
  // Ports
  brokenWeb(PORT, "bundle exec thrust bin/rails server", { ...ruby, variables: { HTTP_PORT: "3000" } }),
  brokenWeb(PORT, "java -jar app.jar --server.port=9090", java),
  brokenWeb(PORT, "java -jar quarkus-run.jar", {
    ...java,
    variables: { QUARKUS_HTTP_PORT: "8080", QUARKUS_HTTP_HOST: "0.0.0.0" },
  }),
  brokenWeb(PORT, "frankenphp php-server --root public/", inImage),
  brokenWeb(PORT, "node .output/server/index.mjs", {
    ...onNode,
    variables: { NITRO_PORT: "3000", NITRO_HOST: "0.0.0.0" },
  }),
  brokenWeb(PORT, "dotnet Api.dll", { ...dotnet, variables: { ASPNETCORE_URLS: "http://+:5000" } }),
  brokenWeb(PORT, "streamlit run app.py --server.address=0.0.0.0", {
    driver: "none",
    variables: { STREAMLIT_SERVER_PORT: "8501" },
  }),
  // What ends, or never serves
  { rule: START, driver: "none", kind: "cron", runtime: "elixir", command: "mix phx.server" },
  { rule: START, driver: "none", kind: "worker", runtime: "ruby", command: "bundle exec rake db:migrate" },
  brokenWeb(START, "mix ecto.migrate", elixir),
  brokenWeb(START, "php artisan migrate --force && php artisan config:cache", inImage),
  brokenWeb(START, "cargo build --release", rust),
  brokenWeb(START, "dotnet publish -c Release", dotnet),
  // Databases in the notations of other languages
  brokenBy(
    LOCAL,
    { DB_CONNECTION: "pgsql", DB_HOST: "127.0.0.1", DB_PORT: "5432", DB_DATABASE: "app" },
    { ...inImage, command: "frankenphp php-server -l :$PORT" },
  ),
  brokenBy(
    IPV6,
    {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${DIRECT}:5432/postgres`,
      SPRING_DATASOURCE_USERNAME: "postgres",
    },
    { ...java, command: "java -jar app.jar --server.port=$PORT" },
  ),
  brokenBy(
    IPV6,
    { ConnectionStrings__Default: `Host=${DIRECT};Username=postgres;Password=k3JqL9vX;Database=postgres` },
    { ...dotnet, command: API },
  ),
  brokenBy(
    TENANT,
    {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:5432/postgres`,
      SPRING_DATASOURCE_USERNAME: "postgres",
      SPRING_DATASOURCE_PASSWORD: "k3JqL9vX",
    },
    { ...java, command: "java -jar app.jar --server.port=$PORT" },
  ),
  brokenBy(
    `${ENCODING}|${MALFORMED}`,
    { DATABASE_URL: `ecto://app.${REF}:k3#JqL9vX@${POOL}:5432/postgres` },
    { ...elixir, command: "mix phx.server" },
  ),
  brokenBy(
    MODE,
    { SPRING_R2DBC_URL: `r2dbc:postgresql://app.${REF}:k3JqL9vX@${POOL}:6543/postgres` },
    { ...java, driver: "r2dbc", command: "java -jar app.jar --server.port=$PORT" },
  ),
  brokenBy(
    MODE,
    { DATABASE_URL: url(`app.${REF}`, `${POOL}:6543/postgres`, "ecto") },
    { ...elixir, command: "mix phx.server" },
  ),
  brokenBy(
    TLS,
    {
      ConnectionStrings__Default: `Host=${POOL};Username=app.${REF};Password=k3JqL9vX;Database=postgres;SSL Mode=Disable`,
    },
    { ...dotnet, command: API },
  ),
  {
    rule: LOCAL,
    ...ruby,
    command: "bundle exec puma -p $PORT",
    secretFiles: {
      "database.yml": "production:\n  adapter: postgresql\n  host: localhost\n  database: app\n",
    },
  },
  {
    rule: LOCAL,
    ...dotnet,
    command: API,
    secretFiles: {
      "appsettings.Production.json":
        '{"ConnectionStrings":{"Default":"Host=localhost;Username=app;Password=k3JqL9vX;Database=app"}}',
    },
  },
  // What a template left
  brokenBy(PLACEHOLDER, { APP_KEY: "base64:your-app-key-here" }, inImage),
  brokenBy(PLACEHOLDER, { AUTH0_DOMAIN: "YOUR_TENANT.eu.auth0.com" }, served),
  brokenBy(
    PLACEHOLDER,
    { RAILS_MASTER_KEY: "<your-master-key>" },
    { driver: "none", runtime: "ruby", command: "bundle exec puma -p $PORT" },
  ),
  brokenBy(PLACEHOLDER, { SENTRY_DSN: "https://examplePublicKey@o0.ingest.sentry.io/0" }, served),
];
