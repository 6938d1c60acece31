import { docker, dotnet, java, soundBy, soundWeb } from "./batch";
import type { SealedCase } from "./sealed";
import { DOCKER, elixir, go, node, OWN, POOL, REF, ruby, rust, SESSION, url } from "./written";

const bare = { driver: "none" } as const;
const image = (imageUrl: string, tag: string) => ({ runtimeSource: { image: { imageUrl, tag } } });
const RDS = "harbor.c9akciq32rgk.eu-central-1.rds.amazonaws.com";
const served = { driver: "none", runtime: "node", command: "node server.js" } as const;
const inImage = { ...bare, properties: DOCKER } as const;
const onNode = { ...bare, runtime: "node" } as const;

/** Sound services of many stacks, written on 30 November 2026 before the pack had judged any of them. */
const SERVICES: readonly SealedCase[] = [
  // Java, Scala and Kotlin
  soundWeb("java -XX:MaxRAMPercentage=75 -jar app.jar", { ...java, variables: { SERVER_PORT: "8000" } }),
  soundWeb("java $JAVA_OPTS -jar target/app.jar --server.port=$PORT", {
    ...java,
    variables: { JAVA_OPTS: "-Xmx300m -Duser.timezone=UTC" },
  }),
  soundWeb("java -cp app:app/lib/* com.acme.Main", {
    ...java,
    variables: { QUARKUS_HTTP_HOST: "0.0.0.0", QUARKUS_HTTP_PORT: "8000" },
  }),
  soundWeb("./bin/app -Dhttp.port=$PORT -Dhttp.address=0.0.0.0 -Dpidfile.path=/dev/null", inImage),
  soundWeb("java -jar app.jar", {
    ...java,
    variables: { SPRING_APPLICATION_JSON: '{"server":{"port":8000,"address":"0.0.0.0"}}' },
  }),
  // .NET
  soundWeb("dotnet Api.dll --urls http://+:8000", dotnet),
  soundWeb("exec dotnet Api.dll", { ...dotnet, variables: { ASPNETCORE_URLS: "http://[::]:8000" } }),
  soundWeb("dotnet Api.dll", {
    ...dotnet,
    variables: { ASPNETCORE_HTTP_PORTS: "8000", DOTNET_gcServer: "0", ASPNETCORE_ENVIRONMENT: "Production" },
  }),
  // Elixir
  soundWeb("/app/bin/shop eval Shop.Release.migrate && exec /app/bin/shop start", {
    ...elixir,
    variables: {
      PHX_SERVER: "true",
      PHX_HOST: "shop.acme.io",
      DATABASE_URL: url(`app.${REF}`, `${POOL}:5432/postgres`, "ecto"),
      ECTO_IPV6: "false",
      POOL_SIZE: "10",
    },
  }),
  soundWeb("mix do ecto.migrate + phx.server", { ...elixir, variables: { MIX_ENV: "prod" } }),
  // Rust
  soundWeb("./target/release/api --bind 0.0.0.0:$PORT", { ...bare, runtime: "rust" }),
  soundWeb("./target/release/api", {
    ...rust,
    variables: { ROCKET_ADDRESS: "0.0.0.0", ROCKET_PORT: "8000", ROCKET_LOG_LEVEL: "normal" },
  }),
  soundWeb("./target/release/site", {
    ...bare,
    runtime: "rust",
    variables: { LEPTOS_SITE_ADDR: "0.0.0.0:8000", LEPTOS_OUTPUT_NAME: "site" },
  }),
  // PHP
  soundWeb(
    "php artisan migrate --force && php artisan config:cache && php artisan octane:start --server=frankenphp --host=0.0.0.0 --port=$PORT",
    inImage,
  ),
  soundWeb("vendor/bin/heroku-php-apache2 -C apache.conf public/", inImage),
  soundWeb("frankenphp php-server --listen :$PORT --root public/", inImage),
  soundWeb('sh -c "sed -i s/80/$PORT/g /etc/apache2/ports.conf && exec apache2-foreground"', inImage),
  soundWeb("php bin/console doctrine:migrations:migrate -n && php -S 0.0.0.0:$PORT -t public", inImage),
  // Ruby
  soundWeb("bundle exec puma -t 5:5 -p ${PORT:-3000} -e ${RACK_ENV:-development}", {
    ...ruby,
    variables: { RACK_ENV: "production" },
  }),
  soundWeb("bin/rails db:prepare && bin/rails s -b 0.0.0.0 -p $PORT -e production", ruby),
  soundWeb("bundle exec thrust bin/rails server", {
    ...ruby,
    variables: { HTTP_PORT: "8000", TARGET_PORT: "3000" },
  }),
  soundWeb("bundle exec falcon serve --bind http://0.0.0.0:$PORT --count 2", { ...bare, runtime: "ruby" }),
  soundWeb("bundle exec rackup config.ru -o 0.0.0.0 -p $PORT -E production", { ...bare, runtime: "ruby" }),
  // Go
  soundWeb("./server -addr=:8000 -log-format=json", { ...bare, runtime: "go" }),
  soundWeb("./pocketbase serve --http=0.0.0.0:$PORT --dir /data", { ...bare, runtime: "go" }),
  soundWeb("./bin/migrate up && ./bin/api serve --listen=0.0.0.0:8000", { ...go }),
  // Node and its kin
  soundWeb("NODE_OPTIONS=--max-old-space-size=400 node --import ./instrument.mjs dist/server.js", onNode),
  soundWeb("npx dotenvx run -f .env.production -- node server.js", onNode),
  soundWeb("node --env-file=/etc/secrets/.env dist/main.js", {
    ...onNode,
    secretFiles: { ".env": "LOG_LEVEL=info\nSESSION_SECRET=8f2c1e5bd03a49b7\n" },
  }),
  soundWeb("npx pm2-runtime start ecosystem.config.cjs --env production", onNode),
  soundWeb("npx turbo run start --filter=@acme/api", onNode),
  soundWeb("deno serve --allow-net --allow-env --host 0.0.0.0 --port $PORT main.ts", inImage),
  soundWeb("bun run --smol src/index.ts", onNode),
  soundWeb("node .output/server/index.mjs", {
    ...onNode,
    variables: { NITRO_HOST: "0.0.0.0", NITRO_PORT: "8000" },
  }),
  soundWeb("HOSTNAME=0.0.0.0 node .next/standalone/server.js", onNode),
  soundWeb("cd apps/web && npx next start -H :: -p $PORT", onNode),
  // Python
  soundWeb(
    "poetry run gunicorn -k uvicorn.workers.UvicornWorker -w ${WEB_CONCURRENCY:-2} -b 0.0.0.0:${PORT} --max-requests 1000 app.main:app",
  ),
  soundWeb("NEW_RELIC_CONFIG_FILE=newrelic.ini newrelic-admin run-program gunicorn -b :$PORT app.wsgi"),
  soundWeb("python -m granian --interface asgi --host 0.0.0.0 --port $PORT --workers 1 app.main:app"),
  soundWeb("uwsgi --http-socket 0.0.0.0:$PORT --module shop.wsgi --master --processes 2 --die-on-term"),
  soundWeb("daphne -e tcp:port=$PORT:interface=0.0.0.0 config.asgi:application"),
  soundWeb("streamlit run app.py --server.port=$PORT --server.address=0.0.0.0 --server.headless=true"),
  soundWeb("litestar --app app.main:app run -H 0.0.0.0 -p $PORT"),
  soundWeb("ddtrace-run uvicorn app.main:app --host 0.0.0.0 --port $PORT --loop uvloop", {
    variables: { DD_AGENT_HOST: "datadog-agent", DD_TRACE_AGENT_PORT: "8126" },
    ...bare,
  }),
  // Private services, workers, cron jobs and sites
  {
    ...bare,
    kind: "private",
    command: "meilisearch --http-addr 0.0.0.0:7700 --no-analytics",
    variables: { PORT: "7700", MEILI_MASTER_KEY: "5dK2n8VqzR1wYx7B" },
    properties: image("docker.io/getmeili/meilisearch", "v1.12"),
  },
  {
    ...bare,
    kind: "private",
    command: "minio server /data --address :9000 --console-address :9001",
    variables: { PORT: "9000", MINIO_ROOT_USER: "harbor", MINIO_ROOT_PASSWORD: "5dK2n8VqzR1wYx7B" },
    properties: image("docker.io/minio/minio", "RELEASE.2025-04-22T22-12-26Z"),
  },
  {
    ...bare,
    kind: "private",
    runtime: "go",
    command: "./bin/pricing --grpc-port=50051 --metrics-addr=127.0.0.1:9464",
    variables: { PORT: "50051" },
  },
  { ...bare, kind: "worker", runtime: "ruby", command: "bundle exec good_job start --max-threads=5" },
  { ...bare, kind: "worker", command: "php artisan horizon", properties: DOCKER },
  { ...bare, kind: "worker", command: "java -Xmx256m -cp app.jar com.acme.Worker", properties: DOCKER },
  { ...bare, kind: "worker", command: "dotnet Worker.dll", properties: DOCKER },
  { ...bare, kind: "cron", runtime: "ruby", command: "bundle exec rake reports:daily" },
  { ...bare, kind: "cron", command: 'python manage.py shell -c "from shop import tasks; tasks.nightly()"' },
  {
    ...bare,
    kind: "static",
    variables: {
      VITE_API_URL: "https://api.acme.io",
      VITE_SENTRY_DSN: "https://8f2c1e5bd03a@o45.ingest.sentry.io/12",
    },
  },
];

/** Sound databases and values in many notations. */
const VALUES: readonly SealedCase[] = [
  soundBy(
    {
      ConnectionStrings__Default: `Host=${POOL};Port=5432;Username=app.${REF};Password=k3JqL9vX;Database=postgres;SSL Mode=VerifyFull;Root Certificate=/etc/secrets/ca.crt;Maximum Pool Size=10`,
    },
    {
      ...dotnet,
      command: "dotnet Api.dll --urls http://+:8000",
      secretFiles: { "ca.crt": "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n" },
    },
  ),
  soundBy(
    {
      ConnectionStrings__Default: `Server=${POOL};Port=6543;User Id=app.${REF};Password='k3;JqL9vX';Database=postgres;SslMode=Require;No Reset On Close=true`,
    },
    { ...dotnet, command: "dotnet Api.dll --urls http://+:8000" },
  ),
  soundBy(
    {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:6543/postgres?prepareThreshold=0&sslmode=require`,
      SPRING_DATASOURCE_USERNAME: `app.${REF}`,
      SPRING_DATASOURCE_PASSWORD: "k3#JqL9@vX",
      SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE: "5",
    },
    { ...java, command: "java -jar app.jar --server.port=$PORT" },
  ),
  soundBy(
    {
      SPRING_R2DBC_URL: `r2dbc:postgresql://${POOL}:5432/postgres?sslMode=require`,
      SPRING_R2DBC_USERNAME: `app.${REF}`,
      SPRING_R2DBC_PASSWORD: "k3JqL9vX",
    },
    { ...java, driver: "r2dbc", command: "java -jar app.jar --server.port=$PORT" },
  ),
  soundBy(
    {
      QUARKUS_DATASOURCE_REACTIVE_URL: `vertx-reactive:postgresql://${POOL}:5432/postgres`,
      QUARKUS_DATASOURCE_USERNAME: `app.${REF}`,
      QUARKUS_DATASOURCE_PASSWORD: "k3JqL9vX",
      QUARKUS_HTTP_PORT: "8000",
    },
    { ...inImage, command: "java -jar quarkus-run.jar" },
  ),
  soundBy(
    { DATABASE_URL: url(`app.${REF}`, `${POOL}:6543/postgres?prepared_statements=false&sslmode=require`) },
    { ...ruby, command: "bundle exec puma -p $PORT" },
  ),
  soundBy(
    {
      DB_CONNECTION: "pgsql",
      DB_HOST: POOL,
      DB_PORT: "5432",
      DB_DATABASE: "postgres",
      DB_USERNAME: `postgres.${REF}`,
      DB_PASSWORD: "k3#Jq@L9/vX",
      DB_SSLMODE: "require",
      APP_KEY: "base64:5dK2n8VqzR1wYx7B5dK2n8VqzR1wYx7B5dK2n8VqzR0=",
    },
    { ...inImage, command: "php artisan octane:start --host=0.0.0.0 --port=$PORT" },
  ),
  soundBy(
    { DB_CONNECTION: "pgsql", DB_URL: url("app", `${RDS}:5432/app?sslmode=require`, "pgsql") },
    { ...inImage, command: "frankenphp php-server -l :$PORT" },
  ),
  soundBy(
    {
      DATABASE_URL: `host=${POOL} port=5432 user=app.${REF} password='k3 JqL9vX' dbname=postgres sslmode=require`,
    },
    { ...rust, driver: "tokio-postgres", command: "./target/release/api" },
  ),
  soundBy(
    {
      DATABASE_URL:
        "postgresql://app:k3JqL9vX@one.db.acme.io:5432,two.db.acme.io:5432/app?target_session_attrs=read-write&sslmode=require",
    },
    { driver: "psycopg" },
  ),
  soundBy(
    {
      DATABASE_URL:
        "postgresql://app:npg_k3JqL9vX@ep-quiet-meadow-a2x9k4lp.eu-central-1.aws.neon.tech/app?sslmode=require&channel_binding=require",
    },
    { driver: "psycopg" },
  ),
  soundBy(
    { DATABASE_URL: url("app", `${RDS}:5432/app?sslmode=verify-full&sslrootcert=/etc/secrets/rds.pem`) },
    {
      ...go,
      command: "./bin/api",
      secretFiles: { "rds.pem": "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n" },
    },
  ),
  soundBy(
    { DATABASE_URL: "postgresql://app:k3JqL9vX@dpg-d1c0ffee1234567890ab-a/app" },
    { driver: "psycopg" },
  ),
  soundBy(
    {
      DATABASE_URL:
        "postgresql://app:k3JqL9vX@dpg-d1c0ffee1234567890ab-a.frankfurt-postgres.render.com/app?sslmode=require",
    },
    { ...go, command: "./bin/api" },
  ),
  soundBy(
    { DATABASE_URL: "mysql://app:pscale_pw_k3JqL9vX@aws.connect.psdb.cloud/app?sslaccept=strict" },
    served,
  ),
  soundBy(
    {
      TURSO_DATABASE_URL: "libsql://harbor-acme.turso.io",
      TURSO_AUTH_TOKEN: "eyJhbGciOiJFZERTQSJ9.e30.k3JqL9vX",
    },
    served,
  ),
  soundBy(
    {
      ConnectionStrings__Default:
        "Server=tcp:acme.database.windows.net,1433;Initial Catalog=app;User ID=app;Password=k3JqL9vX;Encrypt=True;TrustServerCertificate=False;",
    },
    { ...inImage, command: "dotnet Api.dll --urls http://+:8000" },
  ),
  soundBy({
    DATABASE_URL: `postgresql://app.${REF}:k3%40Jq%2FL9%23vX@${POOL}:5432/postgres?sslmode=require`,
  }),
  soundBy(
    {
      REDIS_URL: "rediss://default:k3JqL9vX@eu1-quiet-fox-38123.upstash.io:6379",
      MONGODB_URI: "mongodb+srv://app:k3JqL9vX@cluster0.x1y2z.mongodb.net/app?retryWrites=true&w=majority",
    },
    served,
  ),
  soundBy(
    {},
    {
      ...dotnet,
      command: "dotnet Api.dll --urls http://+:8000",
      secretFiles: {
        "appsettings.Production.json": JSON.stringify({
          ConnectionStrings: {
            Default: `Host=${POOL};Username=app.${REF};Password=k3JqL9vX;Database=postgres;SSL Mode=Require`,
          },
          Kestrel: { Limits: { MaxRequestBodySize: 1_000_000 } },
        }),
      },
    },
  ),
  soundBy(
    {
      PGHOST: POOL,
      PGPORT: "5432",
      PGUSER: `app.${REF}`,
      PGDATABASE: "postgres",
      PGPASSFILE: "/etc/secrets/.pgpass",
      PGSSLMODE: "require",
    },
    {
      ...go,
      command: "./bin/api",
      secretFiles: { ".pgpass": `${POOL}:5432:postgres:app.${REF}:k3JqL9vX\n` },
    },
  ),
  soundBy(
    {
      RAILS_ENV: "production",
      RAILS_MASTER_KEY: "0123456789abcdef0123456789abcdef".split("").reverse().join(""),
    },
    {
      ...ruby,
      command: "bundle exec puma -p $PORT",
      secretFiles: {
        "database.yml": `production:\n  adapter: postgresql\n  host: ${POOL}\n  username: app.${REF}\n  password: k3JqL9vX\n  database: postgres\n`,
      },
    },
  ),
  soundBy({ DATABASE_URL: SESSION, ANALYTICS_DATABASE_URL: OWN, SHADOW_DATABASE_URL: "" }),
  soundBy({
    DATABASE_URL: SESSION,
    CORS_ORIGINS: "http://localhost:3000,https://app.acme.io",
    STATSD_HOST: "127.0.0.1",
  }),
  soundBy(
    {
      KAFKA_BROKERS: "pkc-4r087.us-west2.gcp.confluent.cloud:9092",
      NATS_URL: "tls://connect.ngs.global:4222",
    },
    served,
  ),
  soundBy(
    { GOOGLE_APPLICATION_CREDENTIALS: "/etc/secrets/gcp.json" },
    {
      ...onNode,
      command: "node server.js",
      secretFiles: {
        "gcp.json":
          '{"type":"service_account","project_id":"harbor-prod","client_email":"api@harbor-prod.iam.gserviceaccount.com"}',
      },
    },
  ),
  soundBy(
    { DATABASE_URL: url(`app.${REF}`, `${POOL}:5432/postgres?uselibpqcompat=true&sslmode=require`) },
    { ...node, command: "node dist/server.js" },
  ),
  soundBy(
    {
      DATABASE_URL: url(`app.${REF}`, `${POOL}:6543/postgres?pgbouncer=true&connection_limit=1`),
      DIRECT_URL: url(`app.${REF}`, `${POOL}:5432/postgres`),
    },
    { runtime: "node", driver: "prisma", command: "npx prisma migrate deploy && node dist/main.js" },
  ),
  soundBy(
    {
      DATABASE_URL: `postgresql+psycopg://app.${REF}:k3JqL9vX@${POOL}:5432/postgres?sslmode=require&options=-csearch_path%3Dshop`,
    },
    { driver: "sqlalchemy-psycopg" },
  ),
  soundBy(
    {
      SERVER_URL: "http://0.0.0.0:8000",
      PUBLIC_URL: "https://api.acme.io",
      TRUST_PROXY: "127.0.0.1,10.0.0.0/8",
    },
    served,
  ),
];

export const SPREAD_SOUND: readonly SealedCase[] = [
  ...SERVICES,
  ...VALUES,
  { ...docker, driver: "none", command: null },
];

/** Next to what their first run found: schemes of Django's, Laravel's and Doctrine's settings, and a URL for Npgsql. */
export const NEXT_TO_SPREAD: readonly SealedCase[] = [
  soundBy({ DATABASE_URL: url("app", "db.acme.io:5432/app", "pgsql") }, { driver: "psycopg" }),
  soundBy({ DATABASE_URL: url("app", "db.acme.io:5432/app", "psql") }, { driver: "psycopg2" }),
  soundBy({ DATABASE_URL: url("app", "db.acme.io:5432/app", "pdo-pgsql") }, served),
  soundBy(
    { ConnectionStrings__Default: url("app", "db.acme.io:5432/app") },
    { ...dotnet, command: "dotnet Api.dll --urls http://+:8000" },
  ),
];
