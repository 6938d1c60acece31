import {
  docker,
  dotnet,
  IPV6,
  java,
  jdbc,
  LOCAL,
  LOOPBACK,
  MODE,
  PLACEHOLDER,
  PORT,
  START,
  TENANT,
  TLS,
  brokenWeb as web,
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
  OWN,
  POOL,
  REF,
  ruby,
  TRANSACTION,
  url,
} from "./written";

/**
 * The broken half of the fifth batch, by what starts a server and by what configures it (29 November 2026). Written
 * before any run: 48 of 60 were stopped by the right rule in the first. Of the other 12, 10 were only said to be
 * undecided for service/start-command, and 2 passed without a word.
 */
export const FIFTH_BROKEN: readonly SealedCase[] = [
  // A program in front of the server changes neither its interface nor its port.
  web(LOOPBACK, "timeout 5 uvicorn main:app --port $PORT"),
  web(LOOPBACK, "timeout -k 5s --signal TERM 1h gunicorn main:app -b 127.0.0.1:$PORT"),
  web(LOOPBACK, "nohup uvicorn main:app --port $PORT"),
  web(LOOPBACK, "nohup gunicorn -b 127.0.0.1:$PORT main:app > app.log 2>&1"),
  web(LOOPBACK, "dumb-init -- uvicorn main:app --port $PORT", docker),
  web(PORT, "dumb-init --single-child --rewrite 15:2 uvicorn main:app --host 0.0.0.0 --port 5000", docker),
  web(LOOPBACK, "tini -g -- gunicorn main:app --bind localhost:$PORT", docker),
  web(PORT, "/usr/bin/tini -s -- uvicorn main:app --host 0.0.0.0 --port 9000", { properties: IMAGE }),
  web(LOOPBACK, "doppler run -- uvicorn main:app --port $PORT"),
  web(PORT, "doppler run --project api --config prd -- gunicorn main:app -b 0.0.0.0:9000"),
  web(LOOPBACK, 'doppler run --command="uvicorn main:app --port $PORT"'),
  web(LOOPBACK, "infisical run --env=prod --path=/api -- uvicorn main:app --port $PORT"),
  web(LOOPBACK, 'infisical run --command="alembic upgrade head && uvicorn main:app --port $PORT"'),
  web(LOOPBACK, "op run --env-file=.env.tpl -- uvicorn main:app --host 127.0.0.1 --port $PORT"),
  web(PORT, 'env -S "uvicorn main:app --host 0.0.0.0 --port 9000"'),
  web(PORT, "/usr/bin/env -S PORT=9000 gunicorn main:app"),
  web(LOOPBACK, "env --chdir=/app uvicorn main:app --port $PORT"),
  web(LOOPBACK, "chamber exec api -- uvicorn main:app --port $PORT"),
  web(LOOPBACK, "sops exec-env secrets.enc.yaml 'uvicorn main:app --port $PORT'"),
  web(PORT, "dotenvx run -f .env.production -- next start -p 3001", node),
  web(LOOPBACK, "ddtrace-run gunicorn main:app -b localhost:8000"),
  web(LOOPBACK, "opentelemetry-instrument --traces_exporter otlp uvicorn main:app --port $PORT"),
  web(LOOPBACK, "wait-for-it.sh db:5432 -t 30 -- uvicorn main:app --port $PORT", docker),
  web(LOOPBACK, "dockerize -wait tcp://db:5432 -timeout 30s uvicorn main:app --port $PORT", docker),
  web(LOOPBACK, "honcho run uvicorn main:app --port $PORT"),
  web(LOOPBACK, "bundle exec foreman run -e .env bundle exec puma -b tcp://127.0.0.1:$PORT", ruby),
  web(LOOPBACK, "sh -c 'cd api && exec uvicorn main:app --port \"$PORT\"'", { properties: IMAGE }),
  // Several processes.
  web(LOOPBACK, 'npx concurrently "uvicorn main:app --port $PORT" "celery -A app worker"'),
  web(PORT, 'npx concurrently -k -n web,worker "next start -p 3000" "node worker.js"', node),
  web("unknown", 'npx concurrently "npm:start:*"', node),
  web("unknown", "foreman start -f Procfile.api", ruby),
  web("unknown", "supervisord -n -c supervisord.conf", docker),
  // What is no server, or ends at once.
  web(START, "nohup uvicorn main:app --host 0.0.0.0 --port $PORT &"),
  web(START, "doppler run -- alembic upgrade head"),
  web(START, "timeout --signal=TERM 3600 alembic upgrade head"),
  web(`${START}|unknown`, 'CMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000"]', docker),
  web(`${START}|unknown`, "ENTRYPOINT ./start.sh", docker),
  web(START, "bundle exec sidekiq -C config/sidekiq.yml", ruby),
  web(`${START}|unknown`, 'bin/api eval "Api.Release.migrate"', elixir),
  web(START, "go build -o app ./cmd/api", go),
  // Servers of Ruby, Java, .NET and PHP.
  web(LOOPBACK, "bundle exec thin start -a localhost -p $PORT", ruby),
  web(LOOPBACK, "bundle exec unicorn -l 127.0.0.1:$PORT", ruby),
  web(LOOPBACK, "java -jar app.jar --server.port=$PORT --server.address=localhost", java),
  web(PORT, "java -jar app.jar", { ...java, variables: { SERVER_PORT: "8080" } }),
  web(PORT, "dotnet Api.dll", { ...dotnet, variables: { ASPNETCORE_HTTP_PORTS: "5000" } }),
  web(LOOPBACK, "php artisan octane:start --server=frankenphp --port=$PORT", { ...bare, ...docker }),
  // Groups, secret files and databases.
  {
    rule: IPV6,
    group: { SPRING_DATASOURCE_URL: jdbc(`${DIRECT}:5432/postgres?user=postgres`) },
    others: [{ kind: "worker" }],
  },
  { rule: IPV6, secretFiles: { ".env": `DATABASE_DSN="host=${DIRECT} user=postgres dbname=postgres"\n` } },
  { rule: IPV6, secretFiles: { "config.json": JSON.stringify({ database: { url: DIRECT_URL } }) } },
  { rule: LOCAL, variables: { SPRING_R2DBC_URL: "r2dbc:postgresql://app@localhost:5432/app" } },
  {
    rule: TENANT,
    driver: "psycopg",
    variables: { DATABASE_URL: `host=${POOL} port=6543 user=postgres dbname=postgres password=k3JqL9vX` },
  },
  {
    rule: TLS,
    variables: { DB_CONFIG: JSON.stringify({ connectionString: OWN.replace("=require", "=disable") }) },
  },
  {
    rule: TLS,
    variables: {
      ConnectionStrings__Main: "Host=db.acme.io;Username=app;Password=k3JqL9vX;Database=app;SSL Mode=Disable",
    },
  },
  {
    rule: MODE,
    group: { DATABASE_URL: TRANSACTION },
    others: [{ kind: "cron", ...go, command: "./report" }],
  },
  {
    rule: "database/other-environment",
    group: { DATABASE_JDBC_URL: jdbc("db.preview.acme.io:5432/app?user=app") },
    declared: BESIDE_STAGING,
  },
  // Sites, cron jobs, workers and private services.
  { rule: PLACEHOLDER, kind: "static", variables: { VITE_SUPABASE_ANON_KEY: "your-anon-key" } },
  { rule: "service/cron-schedule", kind: "cron", properties: { schedule: "60 * * * *" } },
  { rule: START, kind: "cron", command: "doppler run -- gunicorn main:app -b 0.0.0.0:8000" },
  { rule: START, kind: "worker", command: "nohup celery -A app worker &" },
  {
    rule: LOOPBACK,
    kind: "private",
    command: "tini -- uvicorn main:app --host localhost --port 8000",
    variables: { PORT: "8000", DATABASE_URL: url(`app.${REF}`, `${POOL}:5432/postgres?sslmode=require`) },
  },
];
