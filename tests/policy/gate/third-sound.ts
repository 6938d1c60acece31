import { dotnet, java, soundWeb as web } from "./batch";
import type { SealedCase } from "./sealed";
import {
  BESIDE_STAGING,
  bare,
  DOCKER,
  elixir,
  go,
  IMAGE,
  node,
  OWN,
  POOL,
  REF,
  ruby,
  rust,
  SESSION,
  TRANSACTION,
  url,
} from "./written";

const of = (variables: SealedCase["variables"], more: SealedCase = {}): SealedCase => ({
  ...more,
  ...(variables !== undefined && { variables }),
});
const php = { driver: "none", properties: DOCKER } as const;
const TRUSTED = SESSION.replace("sslmode=require", "sslmode=no-verify");

/** The sound half of the third batch: in the first run 73 of 75 passed. */
export const THIRD_SOUND: readonly SealedCase[] = [
  // Python.
  web("uvicorn app.main:create_app --factory --host 0.0.0.0 --port $PORT"),
  web('python3 -m flask --app wsgi run --host 0.0.0.0 --port "$PORT"'),
  web("streamlit run app.py --server.port $PORT --server.headless true --browser.gatherUsageStats false"),
  web('bash -lc "source venv/bin/activate && uvicorn main:app --host 0.0.0.0 --port $PORT"'),
  web("fastapi run app/main.py --proxy-headers --port $PORT", bare),
  web("granian --interface wsgi wsgi:app --host 0.0.0.0 --port $PORT", bare),
  web('hypercorn app:app -b "0.0.0.0:${PORT}" --access-logfile -'),
  web("hypercorn src/main.py:app --bind 0.0.0.0:$PORT"),
  web("exec gunicorn --workers=4 --bind=0.0.0.0:${PORT:-5000} 'wsgi:create_app()'"),
  web("gunicorn proj.wsgi --log-file - --max-requests 1000 --preload"),
  web("python manage.py migrate --noinput && gunicorn proj.asgi -k uvicorn.workers.UvicornWorker"),
  web("waitress-serve --port=$PORT --call app:create_app"),
  web("uvicorn main:app --host 0.0.0.0 --port $PORT --root-path /api/v1 --timeout-keep-alive 65"),
  web("python -m gunicorn -w ${WEB_CONCURRENCY:-3} --threads 4 --timeout 0 -b :${PORT:-8000} main:server"),
  web("python -m bot"),
  web("python -u server.py --bind 0.0.0.0"),
  web("opentelemetry-instrument --traces_exporter otlp gunicorn app:app -b 0.0.0.0:$PORT"),
  web("sentry-cli releases finalize $RENDER_GIT_COMMIT; gunicorn app:app"),
  // JavaScript.
  web("next start -p $PORT -H 0.0.0.0", node),
  web("npx http-server ./public -p $PORT -c-1", node),
  web("npx astro preview --host 0.0.0.0 --port $PORT", node),
  web("npm exec vite preview -- --host --port $PORT", node),
  web("npx serve dist -s -l $PORT", node),
  web("pnpm exec next start", node),
  web("deno serve --allow-net --port $PORT main.ts", bare),
  web("PORT=8000 node dist/main", node),
  web("NODE_ENV=production node --enable-source-maps dist/main.js", node),
  web("npm run migrate && npm run start:prod", node),
  web("yarn workspace @acme/api start", node),
  web("node -r dotenv/config -r ./instrument.cjs server.js", node),
  web("npx tsx src/server.ts", node),
  web("bun run start", bare),
  web("corepack enable && pnpm --filter api start", node),
  web("node ace migration:run --force && node bin/server.js", node),
  // Ruby, PHP, Java, .NET.
  web("bundle exec rackup -o 0.0.0.0 -p $PORT", ruby),
  web("bundle exec puma -t 5:5 -p ${PORT:-3000} -e ${RACK_ENV:-production}", ruby),
  web("bundle exec rails server", ruby),
  web("bundle exec rake db:migrate && bundle exec puma -C config/puma.rb", ruby),
  web("bin/thrust bin/rails server", {
    ...ruby,
    variables: { HTTP_PORT: "8000", PORT: null, TARGET_PORT: "3000" },
  }),
  web("php artisan serve --host=0.0.0.0 --port=$PORT", php),
  web("php artisan migrate --force && php artisan serve --host=0.0.0.0 --port=$PORT", php),
  web("apache2-foreground", php),
  web("frankenphp php-server --listen :$PORT --root public/", php),
  web("java -XX:MaxRAMPercentage=75 -Dserver.port=$PORT -jar app.jar", java),
  web("java $JAVA_OPTS -jar app.jar --server.port=$PORT", java),
  web("dotnet Api.dll --urls http://0.0.0.0:$PORT", dotnet),
  web("dotnet Api.dll", { ...dotnet, variables: { ASPNETCORE_URLS: "http://+:8000" } }),
  web("dotnet Api.dll", { ...dotnet, variables: { ASPNETCORE_HTTP_PORTS: "8000" } }),
  // Go, Rust, Elixir.
  web("./bin/api --host 0.0.0.0 --port $PORT", go),
  web("./app serve --http=0.0.0.0:$PORT", go),
  web("ROCKET_ADDRESS=0.0.0.0 ROCKET_PORT=$PORT ./target/release/app", rust),
  web("mix ecto.migrate && mix phx.server", elixir),
  web("_build/prod/rel/app/bin/server", elixir),
  // Each driver in transaction mode, which its own setting says.
  of(
    { DATABASE_URL: `${TRANSACTION}&prepared_statements=false` },
    { ...ruby, command: "bundle exec puma -p $PORT" },
  ),
  of(
    { DATABASE_URL: TRANSACTION },
    { ...elixir, command: "bin/server", declared: { driverSettings: { prepare: "unnamed" } } },
  ),
  of(
    { DATABASE_URL: TRANSACTION },
    { ...rust, command: "./target/release/api", declared: { driverSettings: { persistent: "false" } } },
  ),
  of(
    { DATABASE_URL: TRANSACTION },
    {
      ...node,
      driver: "postgres-js",
      command: "node server.js",
      declared: { driverSettings: { prepare: "false" } },
    },
  ),
  of(
    {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:6543/postgres?prepareThreshold=0`,
      SPRING_DATASOURCE_USERNAME: `app.${REF}`,
    },
    { ...java, command: "java -Dserver.port=$PORT -jar app.jar" },
  ),
  of(
    { DATABASE_URL: TRANSACTION.replace("sslmode=require", "sslmode=no-verify") },
    { ...node, command: "node server.js" },
  ),
  // Addresses.
  of(
    {
      ConnectionStrings__Default: `Host=${POOL};Port=5432;Username=app.${REF};Password=k3JqL9vX;Database=postgres;SSL Mode=Require`,
    },
    { ...dotnet, command: "dotnet Api.dll --urls http://0.0.0.0:$PORT" },
  ),
  of(
    { DB_DSN: "host=db.acme.io user=app password='k3JqL9vX' dbname=app sslmode=require" },
    { ...go, command: "./api" },
  ),
  of(
    { DB_CONFIG: '{"host":"db.acme.io","user":"app","database":"app","ssl":true}' },
    { ...node, command: "node server.js" },
  ),
  of({ DATABASE_URL: TRUSTED }, { ...node, command: "npx next start" }),
  of(
    { DATABASE_URL: SESSION, NODE_EXTRA_CA_CERTS: "/etc/secrets/supabase.crt" },
    { ...node, command: "npx next start" },
  ),
  of({ DATABASE_URL: SESSION.replace("k3Jq", "k3%25zq") }),
  of({ DATABASE_URL: OWN, TEST_DATABASE_URL: url("postgres", "localhost:5432/test") }),
  of({ DATABASE_URL: SESSION }, { declared: BESIDE_STAGING }),
  of(
    { PGHOST: "db.acme.io", PGUSER: "app", PGDATABASE: "app", PGSSLMODE: "require" },
    { declared: BESIDE_STAGING },
  ),
  // Groups, images, other kinds.
  of(undefined, { command: "uvicorn main:app", group: { UVICORN_PORT: "8000", UVICORN_HOST: "0.0.0.0" } }),
  of({ PORT: "8000" }, { ...bare, command: null, properties: IMAGE }),
  of({ PORT: "8000" }, { command: null, properties: DOCKER }),
  of(undefined, { kind: "worker", command: "bundle exec sidekiq", runtime: "ruby", driver: "active-record" }),
  of({ DATABASE_URL: OWN }, { kind: "private", command: "./grpc-server", runtime: "go", driver: "pgx" }),
  of(undefined, {
    kind: "cron",
    command: "node scripts/nightly.js",
    runtime: "node",
    driver: "node-postgres",
  }),
  of({ VITE_API_URL: "https://api.acme.io", NODE_VERSION: "22.11.0" }, { ...bare, kind: "static" }),
];
