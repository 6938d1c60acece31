// Longer than 200 lines: one table, a row for each configuration.
import { docker, java } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, node, POOL, REF } from "../written";
import {
  built,
  by,
  django,
  GUNICORN,
  having,
  PASSWORD,
  parts,
  rails,
  run,
  SITE,
  server,
  UVICORN,
} from "./orchard";

/** What looks like it and works. Written on 30 November 2026, before it was judged for the first time. */
export const STRANGERS_SOUND: readonly ExplainedCase[] = [
  having(
    "a program is fetched into the folder of the code",
    built(
      "mkdir -p bin && curl -fsSL https://johnvansickle.com/ffmpeg.tar.xz | tar xJ -C bin --strip-components=1 && pip install -r requirements.txt",
    ),
  ),
  having(
    "the packages are checked for, and pip does the rest",
    built("apt list --installed 2>/dev/null | head -5; pip install -r requirements.txt"),
  ),
  having(
    "a failure is let pass",
    built("apt-get install -y ffmpeg || true; pip install -r requirements.txt"),
  ),
  run(
    "an image has root, and its own packages",
    `apt-get update && apt-get install -y curl && exec ${UVICORN}`,
    docker,
  ),
  run("logs go to the output", `${GUNICORN} --access-logfile - --error-logfile=-`, { driver: "psycopg2" }),
  run(
    "anybody may write to /tmp",
    `${GUNICORN} --pid /tmp/gunicorn.pid --worker-tmp-dir /dev/shm --access-logfile /tmp/access.log`,
    { driver: "psycopg2" },
  ),
  run("an image may write to /var/log", `${GUNICORN} --access-logfile /var/log/gunicorn.log`, {
    ...docker,
    driver: "psycopg2",
  }),
  {
    why: "the build makes the folder venv",
    command: `source venv/bin/activate && ${UVICORN}`,
    properties: built("python -m venv venv && venv/bin/pip install -r requirements.txt"),
  },
  run("Render's own environment has this name", `. .venv/bin/activate && ${UVICORN}`),
  run("an image has conda", `conda run --no-capture-output -n orchard ${UVICORN}`, docker),
  run("a list of words that a shell tests", `[ -n "$SENTRY_DSN" ] && echo "sentry is on"; exec ${UVICORN}`),
  run("bash takes set for another thing, and goes on", "set NODE_ENV=production && node dist/main.js", node),
  run("cross-env sets variables on any system", "npx cross-env NODE_ENV=production node dist/main.js", node),
  run(
    "an offset with a blank is a default of nothing",
    "uvicorn main:app --host 0.0.0.0 --port ${PORT:-8000}",
  ),
  run("Spring fills in its own braces", "java -jar app.jar --server.port='${PORT:8000}'", java),
  run("the last command replaces the shell", `alembic upgrade head && exec ${UVICORN}`),
  run(
    "a program that waits for a database of the internet",
    `./wait-for-it.sh ${POOL}:5432 --timeout=30 -- ${UVICORN}`,
  ),
  run(
    "the loop ends by its count",
    `for i in 1 2 3; do alembic upgrade head && break || sleep 5; done; exec ${UVICORN}`,
  ),
  by(
    "the host of the socket, and the origin of the pages",
    { HOST: "0.0.0.0", ORIGIN: "https://orchard.press" },
    { ...node, command: "node build" },
  ),
  by(
    "the host is asked for links, and Next has another variable",
    { HOST: "https://orchard.press" },
    { ...node, command: "npx next start -H 0.0.0.0 -p $PORT" },
  ),
  run("an address of IPv4 in another form", "uvicorn main:app --host 0 --port $PORT"),
  by("a reference, and a token of the command line", {
    SUPABASE_PROJECT_REF: REF,
    SUPABASE_ACCESS_TOKEN: "sbp_4f1d0c9b7e2a38f6b5d4c3a2918070605f4e3d2c",
  }),
  by("the address of sockets under its own name", {
    SUPABASE_REALTIME_URL: `wss://${REF}.supabase.co/realtime/v1`,
  }),
  by(
    "Laravel asks PostgreSQL",
    { ...parts, DB_CONNECTION: "pgsql", DB_SSLMODE: "require" },
    { ...docker, ...bare, command: "php artisan serve --host=0.0.0.0 --port=$PORT" },
  ),
  by("Django's engine is PostgreSQL's", { ...parts, DB_ENGINE: "django.db.backends.postgresql" }, django),
  by(
    "an old shop is in MySQL, elsewhere",
    {
      DB_CONNECTION: "mysql",
      DB_HOST: "shop.mysql.database.azure.com",
      DB_PORT: "3306",
      DB_USERNAME: "shop",
      DB_PASSWORD: PASSWORD,
      DB_DATABASE: "shop",
    },
    { ...docker, ...bare, command: "php artisan serve --host=0.0.0.0 --port=$PORT" },
  ),
  by("a reader of an old shop beside the service's database", {
    DATABASE_URL: `postgresql://app.${REF}:${PASSWORD}@${POOL}:5432/postgres`,
    LEGACY_DB_TYPE: "mysql",
    LEGACY_DATABASE_URL: `mysql://shop:${PASSWORD}@shop.mysql.database.azure.com:3306/shop`,
  }),
  by(
    "the driver's class is PostgreSQL's",
    {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:5432/postgres?sslmode=require`,
      SPRING_DATASOURCE_USERNAME: `app.${REF}`,
      SPRING_DATASOURCE_PASSWORD: PASSWORD,
      SPRING_DATASOURCE_DRIVER_CLASS_NAME: "org.postgresql.Driver",
      SPRING_JPA_DATABASE_PLATFORM: "org.hibernate.dialect.PostgreSQLDialect",
    },
    { ...java, command: "java -Dserver.port=8000 -jar build/libs/orchard.jar" },
  ),
  by(
    "Sidekiq takes the name of the variable",
    {
      REDIS_PROVIDER: "REDIS_TLS_URL",
      REDIS_TLS_URL: `rediss://default:${PASSWORD}@eu2-brave-cod-31245.upstash.io:6379`,
    },
    rails,
  ),
  by("host and port of a store", { REDIS_HOST: "red-d0abc1defgh2ij3klmn0", REDIS_PORT: "6379" }, server),
  by(
    "go-redis takes host and port",
    { REDIS_ADDR: "red-d0abc1defgh2ij3klmn0:6379" },
    { ...docker, ...bare, command: "/app/server -addr 0.0.0.0:8000" },
  ),
  by(
    "brokers with the port of Kafka",
    {
      KAFKA_BROKERS:
        "b-1.orchard.kafka.eu-west-1.amazonaws.com:9096,b-2.orchard.kafka.eu-west-1.amazonaws.com:9096",
    },
    server,
  ),
  by("brokers with a listener's name", {
    KAFKA_BOOTSTRAP_SERVERS: "SASL_SSL://pkc-4r087.us-west2.gcp.confluent.cloud:9092",
  }),
  by(
    "an address of SRV records, and one of hosts",
    {
      MONGODB_URI: `mongodb+srv://orchard:${PASSWORD}@cluster0.ab1cd.mongodb.net/orchard?retryWrites=true`,
      MONGO_AUDIT_URI: `mongodb://orchard:${PASSWORD}@a.ab1cd.mongodb.net:27017,b.ab1cd.mongodb.net:27017/audit?tls=true`,
    },
    server,
  ),
  by("the management page under its own name", {
    RABBITMQ_MANAGEMENT_URL: `https://orchard:${PASSWORD}@kangaroo.rmq.cloudamqp.com`,
    RABBITMQ_URL: `amqps://orchard:${PASSWORD}@kangaroo.rmq.cloudamqp.com/orchard`,
  }),
  by(
    "a password of groups of letters",
    {
      EMAIL_HOST: "smtp.gmail.com",
      EMAIL_PORT: "587",
      EMAIL_USE_TLS: "True",
      EMAIL_HOST_PASSWORD: "abqd efgw ijkl mnop",
    },
    django,
  ),
  by(
    "a cookie for the own domain",
    { COOKIE_DOMAIN: ".orchard.press", SESSION_COOKIE_DOMAIN: "orchard.press" },
    django,
  ),
  by("a cookie for one service alone", { COOKIE_DOMAIN: "orchard-web.onrender.com" }, server),
  by(
    "origins by a pattern, and all",
    { CORS_ORIGIN: "*", CORS_ORIGIN_REGEX: String.raw`^https://[a-z-]+\.orchard\.press/?$` },
    server,
  ),
  by(
    "addresses with a slash at their end",
    { FRONTEND_URL: "https://orchard.press/", API_BASE_URL: "https://api.orchard.press/v1/" },
    server,
  ),
  by(
    "a relative address, and one without a scheme by intention",
    { VITE_API_BASE_URL: "/api/v1", VITE_CDN_URL: "//cdn.orchard.press", VITE_DOMAIN: "orchard.press" },
    SITE,
  ),
  by("the header's word in a header", {
    AUTH_HEADER: "Bearer k3JqL9vXq7Rr0mV3cXz9TnB2kLw5YhD8",
    AUTH_HEADER_PREFIX: "Bearer",
  }),
  by(
    "prices and products under their names",
    {
      STRIPE_PRICE_ID: "price_1QkzL9Lq7Rr0mV3cXz9TnB2k",
      STRIPE_PRODUCT_ID: "prod_QkzL9vXq7Rr0mV",
      STRIPE_LEGACY_PRICE: "plan_QkzL9vXq7Rr0mV",
    },
    server,
  ),
  by("a price in money", { STRIPE_PRICE: "1900", STRIPE_PRICE_CURRENCY: "eur" }, server),
  by("JSON of an account", {
    FIREBASE_SERVICE_ACCOUNT: '{"type": "service_account", "project_id": "orchard-press"}',
  }),
  by("the same as base64", {
    FIREBASE_SERVICE_ACCOUNT: Buffer.from(
      '{"type": "service_account", "project_id": "orchard-press"}',
    ).toString("base64"),
  }),
  by(
    "a time that the library reads with its unit",
    { JWT_EXPIRES_IN: "30m", REQUEST_TIMEOUT: "10s", UPLOAD_LIMIT: "10mb", RATE_LIMIT: "100/minute" },
    server,
  ),
  by(
    "a Go program reads units in any name",
    { SHUTDOWN_TIMEOUT_SECONDS: "30" },
    { ...docker, ...bare, command: "/app/server -addr 0.0.0.0:8000" },
  ),
  by("zones of the list, and of POSIX", { TZ: "Europe/Berlin", CRON_TZ: "Etc/GMT-2" }, server),
  by("the version alone", { PYTHON_VERSION: "3.12.7", POETRY_VERSION: "1.8.4", NODE_VERSION: "22.11.0" }),
  having("a folder of the repository", { rootDirectory: "services/api" }),
  having("the root itself", { rootDirectory: "./" }),
  having("several instances", { plan: "standard", numInstances: 3 }),
  having("previews by hand", { previews: { generation: "manual" } }),
  having("a check with a query", { healthCheckPath: "/health?full=true&db=1" }),
  having("a range over the day, and a list", { schedule: "0,30 9-17/2 * * 1-5" }, { kind: "cron" }),
  having("a network and one address", {
    ipAllowLists: [
      { cidrBlock: "203.0.113.0/24", description: "office" },
      { cidrBlock: "198.51.100.7/32", description: "home" },
    ],
  }),
  by("a database far away works, slowly", {
    DATABASE_URL: `postgresql://app.${REF}:${PASSWORD}@aws-0-ap-southeast-2.pooler.supabase.com:5432/postgres`,
  }),
  run("poetry runs in the environment that pip filled", `poetry run ${UVICORN}`),
  run(
    "the variables are read where the file is there",
    `[ ! -f .env ] || export $(grep -v '^#' .env | xargs); exec ${UVICORN}`,
  ),
];
