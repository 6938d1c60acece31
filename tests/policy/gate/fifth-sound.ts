import { docker, dotnet, java, jdbc, UVICORN, soundWeb as web } from "./batch";
import type { SealedCase } from "./sealed";
import {
  BESIDE_STAGING,
  bare,
  DIRECT,
  DOCKER,
  elixir,
  go,
  IMAGE,
  node,
  OWN,
  POOL,
  REF,
  ruby,
  SESSION,
  TRANSACTION,
} from "./written";

/** The sound half of the fifth batch, written before any run: 60 of 60 passed in the first. */
export const FIFTH_SOUND: readonly SealedCase[] = [
  // A program in front of the server changes neither its interface nor its port.
  web(`timeout 86400 ${UVICORN}`),
  web("timeout -k 5s --signal TERM 24h gunicorn main:app -b 0.0.0.0:$PORT"),
  web(`nohup ${UVICORN}`),
  web("nohup gunicorn -b 0.0.0.0:$PORT main:app > app.log 2>&1"),
  web(`dumb-init -- ${UVICORN}`, docker),
  web("dumb-init --single-child --rewrite 15:2 uvicorn main:app --host 0.0.0.0 --port 8000", docker),
  web("tini -g -- gunicorn main:app --bind 0.0.0.0:$PORT", docker),
  web("/usr/bin/tini -s -- uvicorn main:app --host 0.0.0.0 --port 8000", { properties: IMAGE }),
  web(`doppler run -- ${UVICORN}`),
  web("doppler run --project api --config prd -- gunicorn main:app -b 0.0.0.0:8000"),
  web(`doppler run --command="${UVICORN}"`),
  web(`infisical run --env=prod --path=/api -- ${UVICORN}`),
  web(`infisical run --command="alembic upgrade head && ${UVICORN}"`),
  web(`op run --env-file=.env.tpl -- ${UVICORN}`),
  web('env -S "uvicorn main:app --host 0.0.0.0 --port 8000"'),
  web("/usr/bin/env -S PORT=8000 gunicorn main:app"),
  web(`env --chdir=/app ${UVICORN}`),
  web(`chamber exec api -- ${UVICORN}`),
  web(`sops exec-env secrets.enc.yaml '${UVICORN}'`),
  web("dotenvx run -f .env.production -- next start -p $PORT", node),
  web("ddtrace-run gunicorn main:app -b 0.0.0.0:8000"),
  web(`opentelemetry-instrument --traces_exporter otlp ${UVICORN}`),
  web(`wait-for-it.sh db:5432 -t 30 -- ${UVICORN}`, docker),
  web(`dockerize -wait tcp://db:5432 -timeout 30s ${UVICORN}`, docker),
  web(`honcho run ${UVICORN}`),
  web("bundle exec foreman run -e .env bundle exec puma -b tcp://0.0.0.0:$PORT", ruby),
  web("sh -c 'cd api && exec uvicorn main:app --host 0.0.0.0 --port \"$PORT\"'", { properties: IMAGE }),
  // Several processes.
  web(`npx concurrently "${UVICORN}" "celery -A app worker"`),
  web('npx concurrently -k -n web,worker "next start -p 8000" "node worker.js"', node),
  web('npx concurrently "npm:start:*"', node),
  web("foreman start -f Procfile.api", ruby),
  web("supervisord -n -c supervisord.conf", docker),
  web(`celery -A app worker & exec ${UVICORN}`),
  web(`timeout 300 alembic upgrade head && exec ${UVICORN}`),
  web(`doppler run -- alembic upgrade head && doppler run -- ${UVICORN}`),
  // Servers of Ruby, Elixir, Go, Java, .NET and PHP.
  web("bundle exec thin start -a 0.0.0.0 -p $PORT", ruby),
  web("bundle exec unicorn -l 0.0.0.0:$PORT", ruby),
  web("java -jar app.jar --server.port=$PORT --server.address=0.0.0.0", java),
  web("java -jar app.jar", { ...java, variables: { SERVER_PORT: "8000" } }),
  web("java -Xmx256m -jar app.jar", { ...java, variables: { JAVA_OPTS: "-Duser.timezone=UTC" } }),
  web("dotnet Api.dll", { ...dotnet, variables: { ASPNETCORE_HTTP_PORTS: "8000" } }),
  web("php artisan octane:start --server=frankenphp --host=0.0.0.0 --port=$PORT", { ...bare, ...docker }),
  web('bin/api eval "Api.Release.migrate" && bin/api start', elixir),
  web("./app -addr 0.0.0.0:$PORT", go),
  // Groups, secret files and databases.
  {
    group: { SPRING_DATASOURCE_URL: jdbc(`${POOL}:5432/postgres?user=app.${REF}&sslmode=require`) },
    others: [{ kind: "worker" }],
  },
  {
    secretFiles: { ".env": `DATABASE_DSN="host=${POOL} user=app.${REF} dbname=postgres sslmode=require"\n` },
  },
  { secretFiles: { "config.json": JSON.stringify({ database: { url: SESSION } }) } },
  { variables: { SPRING_R2DBC_URL: "r2dbc:postgresql://app@db.acme.io:5432/app?sslMode=require" } },
  {
    driver: "psycopg2",
    variables: {
      DATABASE_URL: `host=${POOL} port=6543 user=app.${REF} dbname=postgres password=k3JqL9vX sslmode=require`,
    },
  },
  { variables: { DB_CONFIG: JSON.stringify({ connectionString: OWN }) } },
  {
    variables: {
      ConnectionStrings__Main: "Host=db.acme.io;Username=app;Password=k3JqL9vX;Database=app;SSL Mode=Require",
    },
  },
  {
    group: { DATABASE_URL: TRANSACTION },
    driver: "psycopg2",
    others: [{ kind: "cron", command: "python report.py", driver: "psycopg2" }],
  },
  {
    group: { DATABASE_JDBC_URL: jdbc("db.acme.io:5432/app?user=app&sslmode=require") },
    declared: BESIDE_STAGING,
  },
  { variables: { DATABASE_URL: SESSION, NOTE: `the direct host is ${DIRECT}` } },
  // Sites, cron jobs, workers and private services.
  { kind: "static", variables: { VITE_SUPABASE_ANON_KEY: "sb_publishable_Kx7pQ2Lm9Vt3Rw8Yb4Nc6" } },
  { kind: "cron", properties: { schedule: "59 23 * * 1-5" } },
  { kind: "cron", command: "doppler run -- python -m jobs.nightly" },
  { kind: "cron", command: "timeout 900 python -m jobs.nightly" },
  { kind: "worker", command: "dumb-init -- celery -A app worker", properties: DOCKER },
  {
    kind: "private",
    command: "tini -- uvicorn main:app --host 0.0.0.0 --port 8000",
    variables: { PORT: "8000", DATABASE_URL: SESSION },
  },
];
