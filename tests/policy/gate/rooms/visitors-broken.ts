// Longer than 200 lines: one table, a row for each kind of fault.
import { docker, dotnet, java, LOCAL, LOOPBACK, PLACEHOLDER, PORT, START, TLS } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, node, POOL, REF, ruby } from "../written";
import { brokenBy as by, HOST, PASSWORD, brokenRun as run, SITE, server, UVICORN } from "./orchard";

const BROWSER = "secret/in-browser";
const MALFORMED =
  "database/url-malformed|database/supabase-endpoint|database/pooler-tenant|environment/refused-value";
const HERE = `${LOCAL}|${PLACEHOLDER}|service/private-network`;

/**
 * A third batch of public kinds: what is left of templates, developers' networks and other ports, secrets in pages, TLS in
 * other words, and tools that listen on their own machine. Written on 30 November 2026 with the verdict, before it was judged
 * for the first time: of 61 the right rule rejected 52 and left 7 undecided, and of 2 nothing was said; of 60 sound ones one was
 * rejected.
 */
export const VISITORS_BROKEN: readonly ExplainedCase[] = [
  // Left of a template.
  by(PLACEHOLDER, "the template's own brackets", {
    CLOUDINARY_URL: "cloudinary://<your_api_key>:<your_api_secret>@orchard",
  }),
  by(PLACEHOLDER, "words in place of parts", {
    DATABASE_URL: "postgresql://USER:PASSWORD@HOST:5432/DATABASE",
  }),
  by(
    PLACEHOLDER,
    "letters that stand for others",
    { TWILIO_ACCOUNT_SID: "ACxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" },
    server,
  ),
  by(PLACEHOLDER, "a key that was masked by a page", { RESEND_API_KEY: "re_****************" }, server),
  by(PLACEHOLDER, "an instruction", { SECRET_KEY_BASE: "run `mix phx.gen.secret` and paste it here" }),
  by(
    PLACEHOLDER,
    "a sample's client",
    { GOOGLE_CLIENT_ID: "YOUR_CLIENT_ID.apps.googleusercontent.com" },
    server,
  ),
  by(
    PLACEHOLDER,
    "a sample's domain",
    { NEXT_PUBLIC_SITE_URL: "https://yourdomain.com" },
    { ...node, command: "npx next start -H 0.0.0.0 -p $PORT" },
  ),
  by(PLACEHOLDER, "a sample's webhook", {
    DISCORD_WEBHOOK_URL: "https://discord.com/api/webhooks/YOUR_WEBHOOK_ID/YOUR_WEBHOOK_TOKEN",
  }),
  by(PLACEHOLDER, "AWS's own sample", { AWS_SECRET_ACCESS_KEY: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" }),
  by(PLACEHOLDER, "a mark of Jinja", { SENTRY_DSN: "{{ sentry_dsn }}" }),
  by(PLACEHOLDER, "a mark of a batch file", { STRIPE_SECRET_KEY: "%STRIPE_SECRET_KEY%" }, server),
  by(PLACEHOLDER, "a project in words", { SUPABASE_URL: "https://<project-id>.supabase.co" }),
  // Neighbours of compose and of a developer's network.
  by(HERE, "compose's Redis", { REDIS_HOST: "redis", REDIS_PORT: "6379" }, server),
  by(HERE, "compose's Elasticsearch", { ELASTICSEARCH_URL: "http://elasticsearch:9200" }),
  by(HERE, "compose's broker", { CELERY_BROKER_URL: "amqp://guest:guest@rabbitmq:5672//" }),
  by(HERE, "compose's store of objects", { MINIO_ENDPOINT: "http://minio:9000" }, server),
  by(HERE, "Docker's name of its machine", {
    DATABASE_URL: `postgresql://app:${PASSWORD}@host.docker.internal:5432/app`,
  }),
  by(HERE, "an address of an office", {
    DB_HOST: "192.168.1.20",
    DB_PORT: "5432",
    DB_USER: "app",
    DB_PASSWORD: PASSWORD,
    DB_NAME: "app",
  }),
  by(HERE, "the socket of a server on the same machine", {
    DATABASE_URL: `postgresql://app:${PASSWORD}@/app?host=/var/run/postgresql`,
  }),
  by(HERE, "the port of Supabase's own machine", { SUPABASE_URL: "http://127.0.0.1:54321" }),
  by(HERE, "the private name of a database at Fly", {
    DATABASE_URL: `postgresql://app:${PASSWORD}@orchard-db.flycast:5432/app`,
  }),
  by(HERE, "a tunnel of a developer", { WEBHOOK_BASE_URL: "https://localhost:4040" }),
  by(HERE, "a name of multicast", { MEILI_URL: "http://studio.local:7700" }),
  // Another port.
  by(
    PORT,
    "Boot listens on SERVER_PORT",
    { SERVER_PORT: "8081" },
    { ...java, command: "java -jar build/libs/orchard.jar" },
  ),
  by(
    PORT,
    "Streamlit listens on its own variable",
    { STREAMLIT_SERVER_PORT: "8501", STREAMLIT_SERVER_ADDRESS: "0.0.0.0" },
    { command: "streamlit run app.py" },
  ),
  by(
    PORT,
    "Flask's command reads FLASK_RUN_PORT",
    { FLASK_RUN_PORT: "5001" },
    { command: "flask --app orchard run --host 0.0.0.0" },
  ),
  by(
    PORT,
    "Micronaut listens on its own variable",
    { MICRONAUT_SERVER_PORT: "8081" },
    { ...java, command: "java -jar build/libs/orchard-all.jar" },
  ),
  by(
    PORT,
    "Kestrel listens on HTTP_PORTS",
    { ASPNETCORE_HTTP_PORTS: "5000" },
    { ...dotnet, command: "dotnet Orchard.Api.dll" },
  ),
  by(
    PORT,
    "gunicorn's arguments name another port",
    { GUNICORN_CMD_ARGS: "--bind=0.0.0.0:5000 --workers=2" },
    { command: "gunicorn orchard.wsgi", driver: "psycopg2" },
  ),
  by(
    PORT,
    "Nitro reads NITRO_PORT first",
    { NITRO_PORT: "3000" },
    { ...node, command: "node .output/server/index.mjs" },
  ),
  run(PORT, "the option wins over the variable", "npx serve -s dist -l 3000", node),
  run(PORT, "the port is the tool's own", "python -m http.server 5500"),
  run(
    PORT,
    "a default of the shell wins where its variable is not set",
    "uvicorn main:app --host 0.0.0.0 --port ${APP_PORT:-5000}",
  ),
  // Tools that listen on their own machine.
  run(LOOPBACK, "MkDocs serves 127.0.0.1", "mkdocs serve --dev-addr 127.0.0.1:8000"),
  run(LOOPBACK, "marimo's host is 127.0.0.1", "marimo run app.py --headless --port $PORT"),
  run(LOOPBACK, "Datasette's host is 127.0.0.1", "datasette serve data.db --port $PORT"),
  run(LOOPBACK, "MLflow's host is 127.0.0.1", "mlflow server --port $PORT"),
  run(LOOPBACK, "Octane's host is 127.0.0.1", "php artisan octane:start --server=frankenphp --port=$PORT", {
    ...docker,
    ...bare,
  }),
  run(LOOPBACK, "PocketBase listens on 127.0.0.1", "./pocketbase serve --http=127.0.0.1:8000", {
    ...docker,
    ...bare,
  }),
  run(LOOPBACK, "Shiny's host is 127.0.0.1", "shiny run --port $PORT app.py"),
  run(LOOPBACK, "Gatsby's host is localhost", "npx gatsby serve -p $PORT", node),
  run(LOOPBACK, "Docusaurus' host is localhost", "npx docusaurus serve --port $PORT --no-open", node),
  run(LOOPBACK, "Quart's host is 127.0.0.1", "quart --app orchard run --port $PORT"),
  run(LOOPBACK, "Sanic's host is 127.0.0.1", "sanic orchard.server:app --port=$PORT"),
  run(
    LOOPBACK,
    "Hanami's host is localhost",
    "HANAMI_ENV=development bundle exec hanami server --port $PORT --host localhost",
    ruby,
  ),
  // Secrets in pages.
  by(
    BROWSER,
    "a key of Anthropic",
    {
      EXPO_PUBLIC_ANTHROPIC_API_KEY: `sk-ant-api03-${"k3JqL9vXq7Rr0mV3cXz9TnB2kLw5YhD8sJf1GpEu6AoIiKtMxQ4k3JqL9vXq7Rr0mV3cXz9TnB2kLw5YhD8sJf1Gp"}-q7Rr0mAA`,
    },
    SITE,
  ),
  by(BROWSER, "a token of GitHub", { GATSBY_GITHUB_TOKEN: "ghp_k3JqL9vXq7Rr0mV3cXz9TnB2kLw5YhD8sJf1" }, SITE),
  by(
    BROWSER,
    "a database's address",
    { REACT_APP_DATABASE_URL: `postgresql://app.${REF}:${PASSWORD}@${HOST}` },
    SITE,
  ),
  by(
    BROWSER,
    "a key of SendGrid",
    { VITE_SENDGRID_API_KEY: "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" },
    SITE,
  ),
  by(
    BROWSER,
    "a secret key of Supabase's",
    { NUXT_PUBLIC_SUPABASE_KEY: "sb_secret_q7Rr0mV3cXz9TnB2kLw5Yg_hD8sJf1G" },
    SITE,
  ),
  // TLS in other words.
  by(
    TLS,
    "JDBC's own word",
    {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${HOST}?ssl=false&sslmode=disable`,
      SPRING_DATASOURCE_USERNAME: `app.${REF}`,
      SPRING_DATASOURCE_PASSWORD: PASSWORD,
    },
    { ...java, command: "java -Dserver.port=8000 -jar build/libs/orchard.jar" },
  ),
  by(
    TLS,
    "Npgsql's own words",
    {
      ConnectionStrings__Default: `Host=${POOL};Port=5432;Database=postgres;Username=app.${REF};Password=${PASSWORD};SSL Mode=Disable`,
    },
    { ...dotnet, command: "dotnet Orchard.Api.dll --urls http://0.0.0.0:8000" },
  ),
  by(
    TLS,
    "libpq's words in pairs",
    {
      DATABASE_URL: `host=${POOL} port=5432 dbname=postgres user=app.${REF} password=${PASSWORD} sslmode=disable`,
    },
    { driver: "psycopg" },
  ),
  by(TLS, "a word of the service's own", {
    DB_HOST: POOL,
    DB_PORT: "5432",
    DB_USER: `app.${REF}`,
    DB_PASSWORD: PASSWORD,
    DB_NAME: "postgres",
    DB_SSLMODE: "disable",
  }),
  // Databases.
  by(MALFORMED, "two addresses in one", {
    DATABASE_URL: `postgresql://app.${REF}:${PASSWORD}@${HOST} postgresql://app.${REF}:${PASSWORD}@${HOST}`,
  }),
  by(MALFORMED, "the name of the variable is in its value", {
    DATABASE_URL: `DATABASE_URL=postgresql://app.${REF}:${PASSWORD}@${HOST}`,
  }),
  by(MALFORMED, "the port is behind the database", {
    DATABASE_URL: `postgresql://app.${REF}:${PASSWORD}@${POOL}/postgres:5432`,
  }),
  by(MALFORMED, "no user before the password", { DATABASE_URL: `postgresql://:${PASSWORD}@${HOST}` }),
  by(
    `${START}|database/direct-for-migrations|database/transaction-mode-statements`,
    "a migration by the transaction pooler",
    {
      DATABASE_URL: `postgresql://app.${REF}:${PASSWORD}@${POOL}:6543/postgres`,
    },
    { ...node, driver: "prisma", command: "npx prisma migrate deploy && node dist/main.js" },
  ),
  run(START, "the worker is started where a web service is asked", "celery -A orchard worker -l info"),
  by(
    PLACEHOLDER,
    "a key in the words of a page",
    { OPENAI_API_KEY: "sk-proj-your-openai-key-goes-here" },
    { command: UVICORN },
  ),
];
