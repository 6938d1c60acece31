import { LOOPBACK, PORT, START, MODE as TRANSACTION_MODE, brokenWeb as web } from "./batch";
import type { SealedCase } from "./sealed";
import {
  BESIDE_STAGING,
  bare,
  DIRECT,
  DIRECT_URL,
  DOCKER,
  elixir,
  go,
  IMAGE,
  node,
  OTHER,
  POOL,
  REF,
  ruby,
  rust,
  SESSION,
  TRANSACTION,
  url,
} from "./written";

const of = (rule: string, variables: SealedCase["variables"], more: SealedCase = {}): SealedCase => ({
  rule,
  ...more,
  ...(variables !== undefined && { variables }),
});

/**
 * The broken half of the third batch, by languages and their servers (29 November 2026). Each was written with its rule
 * before it was judged for the first time: 70 of 75 were stopped by the right rule. One was wrong in its expectation:
 * asyncpg reads `%zq` as it is, which libpq refuses.
 */
export const THIRD_BROKEN: readonly SealedCase[] = [
  // Python.
  web(LOOPBACK, "uvicorn app.main:create_app --factory --port $PORT --host 127.0.0.1"),
  web(LOOPBACK, 'python3 -m flask --app wsgi run --port "$PORT"'),
  web(LOOPBACK, "streamlit run app.py --server.port $PORT --server.address localhost"),
  web(LOOPBACK, "python -m uvicorn main:app --reload --port 8000"),
  web(LOOPBACK, 'bash -lc "source venv/bin/activate && uvicorn main:app --host 127.0.0.1 --port $PORT"'),
  web(LOOPBACK, "fastapi dev app/main.py --port $PORT", bare),
  web(LOOPBACK, "granian --interface wsgi wsgi:app --port $PORT", bare),
  web(PORT, 'hypercorn app:app -b "0.0.0.0:8080" --access-logfile -'),
  web(PORT, "exec gunicorn --workers=4 --bind=0.0.0.0:${GUNICORN_PORT:-5000} wsgi:app"),
  web(PORT, "streamlit run Home.py --server.address=0.0.0.0"),
  web(
    PORT,
    "python manage.py migrate --noinput && gunicorn proj.asgi -k uvicorn.workers.UvicornWorker -b 0.0.0.0:8001",
  ),
  web(PORT, "waitress-serve --port=8080 --call app:create_app"),
  web(
    PORT,
    "sh -c 'alembic upgrade head && exec uvicorn main:app --host 0.0.0.0 --port ${UVICORN_PORT:-80}'",
  ),
  web(START, "uvicorn src/api/main.py:app --host 0.0.0.0 --port $PORT"),
  web(START, "gunicorn ./wsgi.py:application -b 0.0.0.0:$PORT"),
  web(START, "python -m celery -A proj worker -B --loglevel INFO"),
  web("unknown", "mlflow server --port $PORT"),
  web("unknown", "jupyter lab --port=$PORT --no-browser"),
  web("unknown", "python -m bot"),
  // JavaScript. A server of the code's own opens what the code says; `PORT=3000` in front reaches it.
  web(LOOPBACK, "next dev -p $PORT -H localhost", node),
  web(LOOPBACK, "npx http-server ./public -a 127.0.0.1 -p $PORT", node),
  web(LOOPBACK, "npx astro preview --port $PORT", node),
  web(LOOPBACK, "npm exec vite preview -- --port $PORT", node),
  web(PORT, "npx serve dist -p 3000", node),
  web(PORT, "pnpm exec next start --port=3001", node),
  web(PORT, "deno serve --port 3000 main.ts", bare),
  web(`${PORT}|${START}`, "PORT=3000 node dist/main", node),
  web(START, "tsc -p tsconfig.json", node),
  web(START, "npm install && npm run build", node),
  web(`${START}|unknown`, "node dist/index.js &", node),
  web("unknown", "npx json-server --watch db.json --port 3001", node),
  web("unknown", "nest start --watch", node),
  web("unknown", "yarn workspace @acme/api start", node),
  web("unknown", "npx wrangler dev --port $PORT", node),
  // Ruby, PHP, Java, .NET.
  web(LOOPBACK, "bundle exec rackup -o localhost -p $PORT", ruby),
  web(LOOPBACK, "bundle exec puma -t 5:5 -b tcp://localhost:$PORT -e production", ruby),
  web(PORT, "bundle exec rails server -p 3000 -b 0.0.0.0", ruby),
  web(START, "bundle exec rake db:migrate", ruby),
  web("unknown", "bundle exec falcon serve --bind http://localhost:8000", ruby),
  web(LOOPBACK, "php artisan serve --port=$PORT", { ...bare, properties: DOCKER }),
  web(LOOPBACK, "php -S localhost:$PORT -t public", { ...bare, properties: DOCKER }),
  web(START, "php artisan queue:work --tries=3", { ...bare, properties: DOCKER }),
  web(LOOPBACK, "java -Dserver.address=127.0.0.1 -Dserver.port=$PORT -jar app.jar", {
    driver: "pgjdbc",
    properties: DOCKER,
  }),
  web(PORT, "java -jar app.jar --server.port=8081", { driver: "pgjdbc", properties: DOCKER }),
  web(LOOPBACK, "dotnet Api.dll --urls http://localhost:$PORT", { driver: "npgsql", properties: DOCKER }),
  web(PORT, "dotnet Api.dll", {
    driver: "npgsql",
    properties: DOCKER,
    variables: { ASPNETCORE_URLS: "http://+:5000" },
  }),
  // Go, Rust, Elixir: what a program of its own opens is not written in the command.
  web("unknown", "./bin/api --host 127.0.0.1 --port $PORT", go),
  web("unknown", "ROCKET_ADDRESS=127.0.0.1 ./target/release/app", rust),
  web("unknown", "mix phx.server", elixir),
  web(START, "cargo build --release", rust),
  web(START, "mix compile", elixir),
  // Each driver in transaction mode, with nothing that turns its prepared statements off.
  of(TRANSACTION_MODE, { DATABASE_URL: TRANSACTION }, { ...ruby, command: "bundle exec puma -p $PORT" }),
  of(TRANSACTION_MODE, { DATABASE_URL: TRANSACTION }, { ...elixir, command: "mix phx.server" }),
  of(TRANSACTION_MODE, { DATABASE_URL: TRANSACTION }, { ...rust, command: "./target/release/api" }),
  of(
    TRANSACTION_MODE,
    { DATABASE_URL: TRANSACTION },
    { ...node, driver: "postgres-js", command: "node server.js" },
  ),
  of(TRANSACTION_MODE, { DATABASE_URL: TRANSACTION }, { driver: "sqlalchemy-psycopg" }),
  of(
    TRANSACTION_MODE,
    { JDBC_DATABASE_URL: `jdbc:postgresql://${POOL}:6543/postgres?user=app.${REF}&password=k3JqL9vX` },
    { driver: "pgjdbc", command: "java -Dserver.port=$PORT -jar app.jar", properties: DOCKER },
  ),
  // Addresses, as each language writes them.
  of("database/ipv6-only-host", {
    SPRING_DATASOURCE_URL: `jdbc:postgresql://${DIRECT}:5432/postgres`,
    SPRING_DATASOURCE_USERNAME: "postgres",
  }),
  of("database/pooler-tenant", {
    SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:5432/postgres`,
    SPRING_DATASOURCE_USERNAME: "postgres",
  }),
  of("database/ipv6-only-host", {
    ConnectionStrings__Default: `Host=${DIRECT};Port=5432;Username=postgres;Password=k3JqL9vX;Database=postgres`,
  }),
  of("database/pooler-tenant", {
    ConnectionStrings__Main: `Server=${POOL};User Id=postgres;Password=k3JqL9vX;Database=postgres;Port=6543`,
  }),
  of(
    "database/tls-off",
    { DB_DSN: "host=db.acme.io user=app password='k3JqL9vX' dbname=app sslmode=disable" },
    go,
  ),
  of("database/local-host", { DB_CONFIG: '{"host":"localhost","user":"app","database":"app"}' }, node),
  of("database/tls-untrusted", { DATABASE_URL: SESSION }, { ...node, command: "npx next start" }),
  of("database/url-malformed|environment/placeholder", { DATABASE_URL: "$" + "{{Postgres.DATABASE_URL}}" }),
  of("database/url-malformed|environment/placeholder", { DATABASE_URL: "$(DATABASE_URL)" }),
  of(
    "database/password-encoding",
    {
      DATABASE_URL: url(`app.${REF}`, `${POOL}:5432/postgres`).replace("k3Jq", "k3%zq"),
    },
    { driver: "psycopg" },
  ),
  of("database/local-host", { DATABASE_URL: url("postgres", "0.0.0.0:5432/postgres") }),
  of(
    "database/other-environment",
    { DATABASE_URL: SESSION, DIRECT_URL: SESSION.replace(REF, OTHER) },
    { declared: BESIDE_STAGING },
  ),
  of(
    "database/other-environment",
    { PGHOST: "DB.preview.acme.io", PGUSER: "app", PGDATABASE: "app" },
    { declared: BESIDE_STAGING },
  ),
  // Groups, images, other kinds.
  of(PORT, undefined, { command: "uvicorn main:app --host 0.0.0.0", group: { UVICORN_PORT: "9000" } }),
  of("database/ipv6-only-host", undefined, { group: { DIRECT_URL } }),
  of("port/standard", { PORT: "3000" }, { ...bare, command: null, properties: IMAGE }),
  of("environment/placeholder", undefined, {
    command: null,
    properties: { runtimeSource: { image: { imageUrl: "ghcr.io/your-org/your-image", tag: "latest" } } },
  }),
  of("plan/limits", undefined, { kind: "worker", properties: { plan: "free" } }),
];
