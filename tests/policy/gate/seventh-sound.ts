import { docker, java, soundBy as named, soundWeb as web } from "./batch";
import type { SealedCase } from "./sealed";
import { BESIDE_STAGING, bare, DOCKER, go, IMAGE, node, POOL, REF, ruby, SESSION, url } from "./written";

/** The sound half of the seventh batch, written before any run: 60 of 60 passed in the first. */
export const SEVENTH_SOUND: readonly SealedCase[] = [
  web("langflow run --host 0.0.0.0 --port $PORT"),
  web("datasette serve app.db -h 0.0.0.0 -p $PORT"),
  web("shiny run app.py --host 0.0.0.0 --port $PORT"),
  web("quart --app api run --host 0.0.0.0 --port $PORT"),
  web("litestar run --host 0.0.0.0 --port $PORT"),
  web("chainlit run app.py --headless --host 0.0.0.0 --port $PORT"),
  web("bentoml serve service:svc -p $PORT"),
  web("voila --port=$PORT --no-browser --Voila.ip=0.0.0.0 app.ipynb"),
  web("jupyter lab --ip=0.0.0.0 --port=$PORT --no-browser --allow-root"),
  web("panel serve app.py --address 0.0.0.0 --port $PORT --allow-websocket-origin=acme.io"),
  web("sanic main.app --host=0.0.0.0 --port=$PORT"),
  web("granian --interface wsgi main:app --host 0.0.0.0 --port $PORT"),
  web("gunicorn main:app --bind :$PORT"),
  web("gunicorn main:app --bind '[::]:8000'"),
  web("export PORT=8000 && gunicorn main:app"),
  web("uvicorn main:app --host 0.0.0.0 --port ${PORT:-3001}"),
  web('uvicorn main:app --host 0.0.0.0 --port "${PORT}"'),
  web("env PORT=8000 next start", node),
  web("cross-env PORT=8000 next start", node),
  web("cross-env NODE_ENV=production node dist/index.js", node),
  web("yarn next start --port $PORT", node),
  web("bunx serve dist -l $PORT", node),
  web("npx remix-serve ./build/server/index.js", node),
  web("thrust bin/rails server", { ...ruby, variables: { HTTP_PORT: "8000", TARGET_PORT: "3000" } }),
  web("java -jar quarkus-run.jar", { ...java, variables: { QUARKUS_HTTP_PORT: "8000" } }),
  web("java -Dquarkus.http.host=0.0.0.0 -Dquarkus.http.port=$PORT -jar quarkus-run.jar", java),
  web("dotnet Api.dll", { driver: "npgsql", ...docker, variables: { ASPNETCORE_URLS: "http://+:8000" } }),
  web("frankenphp php-server --listen :8000", { ...bare, ...docker }),
  web("./pocketbase serve --http=0.0.0.0:8000", { ...bare, ...docker }),
  web("caddy file-server --root dist --listen :8000", { ...bare, ...docker }),
  web("gatsby serve -H 0.0.0.0 -p $PORT", node),
  web("npx docusaurus serve --host 0.0.0.0 --port $PORT", node),
  web("HOSTNAME=0.0.0.0 node .next/standalone/server.js", node),
  web('bash -c "source .venv/bin/activate && uvicorn main:app --host 0.0.0.0 --port $PORT"'),
  web("xvfb-run -a uvicorn main:app --host 0.0.0.0 --port $PORT"),
  web("alembic upgrade head && python seed.py && exec gunicorn main:app"),
  web("rails db:prepare && bin/rails server -b 0.0.0.0", ruby),
  web("npm run start", node),
  web("php artisan migrate --force && frankenphp php-server --listen :8000", { ...bare, ...docker }),
  web("./migrate up && ./api", go),
  web("migrate -path db -database $DATABASE_URL up && ./api", go),
  web("poetry run start"),
  web("python -m api"),
  web("supercronic crontab & uvicorn main:app --host 0.0.0.0 --port $PORT"),
  named(
    {
      QUARKUS_DATASOURCE_JDBC_URL: `jdbc:postgresql://${POOL}:5432/postgres`,
      QUARKUS_DATASOURCE_USERNAME: `app.${REF}`,
    },
    { ...java, command: "java -jar app.jar" },
  ),
  named({
    DATABASES__DEFAULT__HOST: POOL,
    DATABASES__DEFAULT__PORT: "5432",
    DATABASES__DEFAULT__USER: `app.${REF}`,
  }),
  named(
    { DJANGO_DB_HOST: POOL, DJANGO_DB_USER: `app.${REF}`, DJANGO_DB_NAME: "postgres" },
    { driver: "psycopg" },
  ),
  named({ REDIS_HOST: "red-abc123", MONGO_DB_HOST: "localhost", MYSQL_DB_HOST: "db", DATABASE_URL: SESSION }),
  {
    secretFiles: {
      "database.yml":
        "production:\n  adapter: postgresql\n  host: db.acme.io\n  username: app\n  database: app\ntest:\n  adapter: postgresql\n  host: localhost\n  username: app\n  database: app_test\n",
    },
    ...ruby,
    command: "bundle exec puma",
  },
  { secretFiles: { "config.yaml": "cache:\n  host: localhost\n  port: 6379\nlog:\n  level: info\n" } },
  {
    secretFiles: {
      "service-account.json": '{"type":"service_account","client_email":"a@b.iam.gserviceaccount.com"}',
    },
  },
  {
    secretFiles: {
      "application.yml": `spring:\n  datasource:\n    url: ${"$"}{DATABASE_URL}\nserver:\n  port: ${"$"}{PORT}\n`,
    },
    ...java,
    command: "java -jar app.jar",
  },
  {
    declared: BESIDE_STAGING,
    group: { PGHOST: POOL, PGUSER: `app.${REF}`, PGDATABASE: "postgres", PGSSLMODE: "require" },
  },
  named({ DATABASE_URL: url(`app.${REF}`, `${POOL}:5432/postgres?sslmode=require&application_name=api`) }),
  named({ EXAMPLE_MODE: "off", WELCOME_TEXT: "Change me any time in your settings" }),
  named(
    { SENTRY_DSN: "https://0a1b2c3d4e5f60718293a4b5c6d7e8f9@o1.ingest.sentry.io/2" },
    { properties: IMAGE },
  ),
  {
    kind: "cron",
    properties: { schedule: "*/15 * * * *" },
    command: "bundle exec rake reports:nightly",
    ...ruby,
  },
  { kind: "cron", command: "php artisan schedule:run", properties: DOCKER },
  { kind: "worker", command: "java -jar consumer.jar", properties: DOCKER },
  { kind: "private", command: "gunicorn main:app -b 0.0.0.0:8000" },
];
