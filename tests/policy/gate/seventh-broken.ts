import {
  docker,
  IPV6,
  java,
  LOCAL,
  LOOPBACK,
  MALFORMED,
  MODE,
  brokenBy as named,
  PLACEHOLDER,
  PORT,
  START,
  TENANT,
  TLS,
  brokenWeb as web,
} from "./batch";
import type { SealedCase } from "./sealed";
import { BESIDE_STAGING, bare, DIRECT, go, IMAGE, node, OTHER, POOL, REF, ruby, url } from "./written";

/**
 * The broken half of the seventh batch (29 November 2026). Written before any run: in the first, 52 of 60 were rejected
 * by the right rule, 7 undecided for it, and 1 passed without a word.
 */
export const SEVENTH_BROKEN: readonly SealedCase[] = [
  // Jupyter's, agents' and dashboards' servers.
  web(LOOPBACK, "langflow run --port $PORT"),
  web(LOOPBACK, "datasette serve app.db -p $PORT"),
  web(LOOPBACK, "shiny run app.py --port $PORT"),
  web(LOOPBACK, "quart --app api run --port $PORT"),
  web(LOOPBACK, "litestar run --port $PORT"),
  web(LOOPBACK, "chainlit run app.py --headless --port $PORT"),
  web(PORT, "bentoml serve service:svc"),
  web(PORT, "voila --port=8866 --no-browser app.ipynb"),
  web(LOOPBACK, "jupyter lab --port=$PORT --no-browser"),
  web(PORT, "panel serve app.py --address 0.0.0.0 --allow-websocket-origin=acme.io"),
  web(PORT, "sanic main.app --host=0.0.0.0 --port=1337"),
  web(LOOPBACK, "granian --interface wsgi main:app --port $PORT"),
  // One port too many, or in a wrong place.
  web(PORT, "gunicorn main:app --bind :5000"),
  web(PORT, "gunicorn main:app --bind 0.0.0.0:8000$PORT"),
  web(PORT, "export PORT=5000 && gunicorn main:app"),
  web(PORT, "uvicorn main:app --host 0.0.0.0 --port ${API_PORT:-3001}"),
  web(PORT, "uvicorn main:app --host 0.0.0.0 --port '$PORT'"),
  web(PORT, "env PORT=4000 next start", node),
  web(PORT, "cross-env PORT=4000 next start", node),
  web(PORT, "yarn next start --port 3000", node),
  web(PORT, "bunx serve dist -l 3000", node),
  web(PORT, "npx remix-serve ./build/server/index.js", { ...node, variables: { PORT: "3000" } }),
  web(PORT, "thrust bin/rails server", { ...ruby, variables: { HTTP_PORT: "80" } }),
  web(PORT, "java -jar quarkus-run.jar", { ...java, variables: { QUARKUS_HTTP_PORT: "8080" } }),
  web(LOOPBACK, "java -Dquarkus.http.host=127.0.0.1 -Dquarkus.http.port=$PORT -jar quarkus-run.jar", java),
  web(LOOPBACK, "dotnet Api.dll", {
    driver: "npgsql",
    ...docker,
    variables: { ASPNETCORE_URLS: "http://localhost:8000" },
  }),
  web(PORT, "frankenphp php-server --listen :80", { ...bare, ...docker }),
  web(LOOPBACK, "./pocketbase serve --http=127.0.0.1:8000", { ...bare, ...docker }),
  web(PORT, "caddy file-server --root dist --listen :2015", { ...bare, ...docker }),
  web(LOOPBACK, "gatsby serve -p $PORT", node),
  web(LOOPBACK, "npx docusaurus serve --port $PORT", node),
  web(LOOPBACK, "HOSTNAME=localhost node .next/standalone/server.js", node),
  web(LOOPBACK, 'bash -c "source .venv/bin/activate && uvicorn main:app --port $PORT"'),
  web(LOOPBACK, "xvfb-run -a uvicorn main:app --port $PORT"),
  // What ends.
  web(START, "alembic upgrade head && python seed.py && exit 0"),
  web(START, "npm run build", node),
  web(START, "docker run -p 8000:8000 acme/api"),
  web(START, "docker compose up"),
  web(START, "celery -A app beat --detach"),
  web(START, "poetry install"),
  web(START, "nohup python main.py & disown"),
  web(START, "systemctl start api"),
  // Databases in variables, files and groups.
  named(IPV6, { QUARKUS_DATASOURCE_JDBC_URL: `jdbc:postgresql://${DIRECT}:5432/postgres` }, java),
  named(IPV6, {
    DATABASES__DEFAULT__HOST: DIRECT,
    DATABASES__DEFAULT__PORT: "5432",
    DATABASES__DEFAULT__USER: "postgres",
  }),
  named(
    TENANT,
    { DJANGO_DB_HOST: POOL, DJANGO_DB_USER: "postgres", DJANGO_DB_NAME: "postgres" },
    { driver: "psycopg" },
  ),
  named(TENANT, { TYPEORM_URL: url("postgres", `${POOL}:5432/postgres`) }, node),
  {
    rule: LOCAL,
    secretFiles: {
      "database.yml":
        "production:\n  adapter: postgresql\n  host: localhost\n  username: app\n  database: app\n",
    },
    ...ruby,
  },
  {
    rule: TLS,
    secretFiles: {
      "alembic.ini": `[alembic]\nsqlalchemy.url = ${url("app", "db.acme.io:5432/app?sslmode=disable")}\n`,
    },
  },
  {
    rule: MODE,
    secretFiles: { "config.yaml": `db:\n  dsn: "${url(`app.${REF}`, `${POOL}:6543/postgres`)}"\n` },
    ...go,
    command: "./api",
  },
  {
    rule: "database/other-environment",
    declared: BESIDE_STAGING,
    group: { PGHOST: POOL, PGUSER: `app.${OTHER}`, PGDATABASE: "postgres" },
  },
  named(MALFORMED, { DATABASE_URL: `postgres.${REF}:k3JqL9vX@${POOL}:5432/postgres` }),
  named(MALFORMED, { DATABASE_URL: `DATABASE_URL=${url(`app.${REF}`, `${POOL}:5432/postgres`)}` }),
  named(MALFORMED, { DATABASE_URL: "mysql://app:k3JqL9vX@db.acme.io:3306/app" }),
  named(PLACEHOLDER, { DATABASE_URL: url("user", "host:5432/dbname").replace("k3JqL9vX", "password") }),
  named(PLACEHOLDER, { OPENAI_API_KEY: "sk-your-key-here" }),
  named(PLACEHOLDER, { SECRET_KEY: "change-me-please" }, { properties: IMAGE }),
  { rule: PLACEHOLDER, group: { SENTRY_DSN: "https://<key>@sentry.io/<project>" } },
  { rule: "service/cron-schedule", kind: "cron", properties: { schedule: "every day" } },
  { rule: START, kind: "cron", command: "streamlit run report.py --server.port 8000" },
  { rule: LOOPBACK, kind: "private", command: "gunicorn main:app -b localhost:8000" },
];
