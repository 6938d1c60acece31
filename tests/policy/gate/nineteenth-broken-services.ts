import { docker, LOOPBACK, PLACEHOLDER, PORT, START, soundBy, soundWeb } from "./batch";
import type { ExplainedCase } from "./nineteenth-form";
import { elixir, IMAGE, node, ruby, rust } from "./written";

/** Broken start commands, ports, addresses, and values that a template left. */
export const REJECTED_SERVICES_OF_NINETEENTH: readonly ExplainedCase[] = [
  {
    rule: LOOPBACK,
    why: "granian's host is 127.0.0.1 unless one is named (its README)",
    ...soundWeb("granian --interface asgi --workers 2 --port $PORT orchard.main:app"),
  },
  {
    rule: LOOPBACK,
    why: "artisan serve takes 127.0.0.1 unless --host is named (Laravel's ServeCommand)",
    ...soundWeb("php artisan migrate --force && php artisan serve --port=$PORT", docker),
  },
  {
    rule: LOOPBACK,
    why: "astro preview serves localhost alone unless --host is there (Astro's CLI page)",
    ...soundWeb("npx astro preview --port $PORT", node),
  },
  {
    rule: PORT,
    why: "streamlit listens on 8501 as it says, and Render asks 8000",
    ...soundWeb("streamlit run dashboards/home.py --server.port 8501 --server.address 0.0.0.0"),
  },
  {
    rule: PORT,
    why: "Spring Boot takes SERVER_PORT, which is 8080; it does not read PORT (Boot's page on relaxed binding)",
    ...soundWeb("java -XX:MaxRAMPercentage=75 -jar target/orchard.jar", {
      ...docker,
      driver: "pgjdbc",
      variables: { SERVER_PORT: "8080", SPRING_PROFILES_ACTIVE: "production" },
    }),
  },
  {
    rule: PORT,
    why: "ASPNETCORE_URLS names 5000, while PORT says 8000",
    ...soundWeb("dotnet Orchard.Web.dll", {
      ...docker,
      driver: "npgsql",
      variables: { ASPNETCORE_URLS: "http://+:5000", ASPNETCORE_ENVIRONMENT: "Production" },
    }),
  },
  {
    rule: PORT,
    why: "infisical runs what is after --, and gunicorn binds 5000 there",
    ...soundWeb(
      "infisical run --env=prod --path=/api -- gunicorn orchard.wsgi:application -b :5000 --workers 3",
    ),
  },
  {
    rule: LOOPBACK,
    why: "opentelemetry-instrument starts the command after its options, which binds localhost",
    ...soundWeb(
      "opentelemetry-instrument --service_name orchard --traces_exporter otlp uvicorn orchard.main:app --host localhost --port $PORT",
    ),
  },
  {
    rule: LOOPBACK,
    why: "litestream runs the command of -exec, which binds 127.0.0.1",
    ...soundWeb(
      'litestream replicate -config litestream.yml -exec "uvicorn orchard.main:app --host 127.0.0.1 --port 8000"',
    ),
  },
  {
    rule: START,
    why: "pm2 start puts the process into the background and ends, so the instance ends (pm2-runtime stays)",
    ...soundWeb("npx pm2 start dist/main.js --name orchard-api -i 2", node),
  },
  {
    rule: START,
    why: "a queue's worker in a web service opens no port, and the deploy times out",
    ...soundWeb("python manage.py rqworker default high"),
  },
  {
    rule: PORT,
    why: "the sourced secret file sets PORT to 9000 before the server reads it",
    ...soundWeb(
      "set -a; . /etc/secrets/prod.env; set +a; exec uvicorn orchard.main:app --host 0.0.0.0 --port $PORT",
      { secretFiles: { "prod.env": "LOG_LEVEL=info\nPORT=9000\n" } },
    ),
  },
  {
    rule: LOOPBACK,
    why: "gunicorn takes GUNICORN_CMD_ARGS where the command names no bind",
    ...soundWeb("gunicorn orchard.wsgi:application", {
      variables: { GUNICORN_CMD_ARGS: "--bind=127.0.0.1:8000 --workers=3 --access-logfile=-" },
    }),
  },
  {
    rule: LOOPBACK,
    why: "ROCKET_PORT says that it is a Rocket server, and its address is 127.0.0.1 unless ROCKET_ADDRESS is set",
    ...soundWeb("./target/release/orchard", { ...rust, variables: { ROCKET_PORT: "8000" } }),
  },
  {
    rule: `${PORT}|${START}`,
    why: "a Phoenix release serves only where PHX_SERVER is set, by its bin/server or a variable",
    ...soundWeb("_build/prod/rel/orchard/bin/orchard start", {
      ...elixir,
      variables: { PHX_HOST: "orchard.press", POOL_SIZE: "5" },
    }),
  },
  {
    rule: LOOPBACK,
    why: "the last bind of the command is puma's, on localhost",
    ...soundWeb("bundle exec puma -e production -w 2 -t 3:3 -b tcp://localhost:${PORT}", ruby),
  },
  {
    rule: PORT,
    why: "n8n listens on N8N_PORT, which is 5678",
    ...soundWeb("n8n start", {
      ...node,
      properties: IMAGE,
      variables: { N8N_PORT: "5678", N8N_PROTOCOL: "https", N8N_HOST: "flows.orchard.press" },
    }),
  },
  {
    rule: PLACEHOLDER,
    why: "the DSN of Sentry's documentation, and the secret of jwt.io's first page",
    ...soundBy({
      JWT_SECRET: "your-256-bit-secret",
      SENTRY_DSN: "https://examplePublicKey@o0.ingest.sentry.io/0",
    }),
  },
  {
    rule: PLACEHOLDER,
    why: "what a template wants to be generated is still there",
    ...soundBy(
      { NEXTAUTH_SECRET: "<generate with: openssl rand -base64 32>" },
      { ...node, command: "npx next start -p $PORT" },
    ),
  },
];
