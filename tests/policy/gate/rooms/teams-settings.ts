// Longer than 200 lines: one table, a line for each configuration.
import {
  brokenBy,
  brokenWeb,
  docker,
  dotnet,
  IPV6,
  java,
  LOOPBACK,
  PLACEHOLDER,
  PORT,
  START,
  soundBy,
  soundWeb,
  TENANT,
  TLS,
} from "../batch";
import type { SealedCase } from "../sealed";
import { bare, DIRECT, IMAGE, node, OTHER, POOL, REF, ruby, url } from "../written";

const image = { ...bare, properties: IMAGE };
const DIRECT_URL = url("postgres", `${DIRECT}:5432/postgres`);
const POOLED = url(`app.${REF}`, `${POOL}:5432/postgres`);
const ENDPOINT = "database/supabase-endpoint|database/url-malformed|database/project-reference";
const APP = "gunicorn shop.wsgi";
const secretFiles = (files: Readonly<Record<string, string>>): SealedCase => ({ secretFiles: files });

/**
 * What servers take from variables and from settings files beside the command. Written on 30 November 2026 with the verdict,
 * before it was judged for the first time: 66 of 79 were stopped, 13 silent; of 41 sound ones one was rejected, rightly.
 */
export const TEAMS_SETTINGS_BROKEN: readonly SealedCase[] = [
  // Variables that a server reads by itself.
  brokenWeb(PORT, "uvicorn main:app --host 0.0.0.0", { variables: { UVICORN_PORT: "9000" } }),
  brokenWeb(LOOPBACK, "uvicorn main:app --port $PORT", { variables: { UVICORN_HOST: "localhost" } }),
  brokenWeb(PORT, "flask --app shop run --host 0.0.0.0", { variables: { FLASK_RUN_PORT: "5000" } }),
  brokenWeb(LOOPBACK, "flask --app shop run --port $PORT", { variables: { FLASK_RUN_HOST: "127.0.0.1" } }),
  brokenWeb(PORT, "streamlit run home.py", {
    variables: { STREAMLIT_SERVER_PORT: "8501", STREAMLIT_SERVER_ADDRESS: "0.0.0.0" },
  }),
  brokenWeb(LOOPBACK, "streamlit run home.py --server.port $PORT", {
    variables: { STREAMLIT_SERVER_ADDRESS: "localhost" },
  }),
  brokenWeb(LOOPBACK, "granian --interface asgi main:app --port $PORT", {
    variables: { GRANIAN_HOST: "127.0.0.1" },
  }),
  brokenWeb(PORT, "granian --interface asgi main:app --host 0.0.0.0", {
    variables: { GRANIAN_PORT: "9000" },
  }),
  brokenWeb(PORT, "litestar run --host 0.0.0.0", { variables: { LITESTAR_PORT: "9000" } }),
  brokenWeb(PORT, "node .output/server/index.mjs", { ...node, variables: { NITRO_PORT: "3000" } }),
  brokenWeb(PORT, "php artisan serve --host=0.0.0.0", {
    ...bare,
    ...docker,
    variables: { SERVER_PORT: "9000" },
  }),
  brokenWeb(PORT, "java -jar app.jar", {
    ...java,
    variables: { MANAGEMENT_SERVER_PORT: "8000", SERVER_PORT: "8080" },
  }),
  brokenWeb(LOOPBACK, "java -jar app.jar", {
    ...java,
    variables: { SERVER_ADDRESS: "127.0.0.1", SERVER_PORT: "8000" },
  }),
  brokenWeb(LOOPBACK, "java -jar quarkus-run.jar", {
    ...java,
    variables: { QUARKUS_HTTP_HOST: "localhost", QUARKUS_HTTP_PORT: "8000" },
  }),
  brokenWeb(LOOPBACK, "dotnet Shop.dll", {
    ...dotnet,
    variables: { Kestrel__Endpoints__Http__Url: "http://127.0.0.1:8000" },
  }),
  brokenWeb(PORT, "dotnet Shop.dll", { ...dotnet, variables: { ASPNETCORE_HTTP_PORTS: "8080" } }),
  brokenWeb(LOOPBACK, "python app.py", {
    variables: { GRADIO_SERVER_NAME: "127.0.0.1", GRADIO_SERVER_PORT: "8000" },
  }),
  brokenWeb(LOOPBACK, "npx next start", {
    ...node,
    variables: { HOSTNAME: "127.0.0.1" },
    command: "node .next/standalone/server.js",
  }),
  brokenWeb(LOOPBACK, APP, { variables: { GUNICORN_CMD_ARGS: "-b localhost:8000" } }),
  brokenWeb(PORT, APP, { variables: { GUNICORN_CMD_ARGS: "--bind 0.0.0.0:9000" } }),
  brokenWeb(START, `${APP} -b 0.0.0.0:$PORT`, { variables: { WEB_CONCURRENCY: "auto" } }),
  brokenWeb(START, "uvicorn main:app --host 0.0.0.0 --port $PORT", {
    variables: { WEB_CONCURRENCY: "2 workers" },
  }),
  brokenWeb(START, "bundle exec puma -p $PORT", { ...ruby, variables: { WEB_CONCURRENCY: "two" } }),
  brokenWeb(START, `${APP} -b 0.0.0.0:$PORT --workers $WORKERS`, { variables: { WORKERS: "auto" } }),
  brokenWeb(START, `${APP} -b 0.0.0.0:$PORT --timeout 30s`),
  brokenWeb(START, `${APP} -b 0.0.0.0:$PORT -k uvicorn`),
  brokenWeb(START, "uvicorn main:app --host 0.0.0.0 --port $PORT --loop fast"),
  brokenWeb(START, "hypercorn main:app -b 0.0.0.0:$PORT --workers many"),
  brokenWeb(START, "daphne -b 0.0.0.0 -p $PORT shop.asgi.application"),
  brokenWeb(START, "gunicorn shop/wsgi.py -b 0.0.0.0:$PORT"),
  brokenWeb(START, "uvicorn app/main:app --host 0.0.0.0 --port $PORT"),
  brokenWeb(START, "uvicorn main --host 0.0.0.0 --port $PORT"),
  brokenWeb(START, "celery worker -A shop & gunicorn"),
  brokenWeb(START, "flask run --app shop --host 0.0.0.0 --port $PORT"),
  brokenWeb(START, "java -jar app.jar -Xmx512x", java),
  brokenWeb(START, "java -Xmx512x -jar app.jar", java),
  brokenWeb(START, "NODE_ENV=production", node),
  brokenWeb(START, "cd api", node),
  brokenWeb(START, "npm run build && npm run migrate", node),
  brokenWeb(START, "next start -p $PORT &", node),
  brokenWeb(START, "(uvicorn main:app --host 0.0.0.0 --port $PORT &)"),
  brokenWeb(START, "timeout 3600 uvicorn main:app --host 0.0.0.0 --port $PORT"),
  brokenWeb(START, "uvicorn main:app --host 0.0.0.0 --port $PORT --help"),
  brokenWeb(START, "uvicorn main:app --host 0.0.0.0 --port"),
  brokenWeb(START, "pm2 start ecosystem.config.js --env production", node),
  brokenWeb(START, "supervisord -c /etc/supervisor/supervisord.conf", image),
  brokenWeb(START, "apachectl start", image),
  brokenWeb(START, "php artisan queue:work", { ...bare, ...docker }),
  brokenWeb(START, "python manage.py createsuperuser --noinput"),
  // Settings files among the secret files.
  brokenWeb(
    LOOPBACK,
    "gunicorn -c /etc/secrets/gunicorn_conf.py shop.wsgi",
    secretFiles({ "gunicorn_conf.py": 'bind = "localhost:8000"\n' }),
  ),
  brokenWeb(
    PORT,
    "gunicorn --config /etc/secrets/gunicorn.conf.py shop.wsgi",
    secretFiles({ "gunicorn.conf.py": 'bind = "0.0.0.0:9000"\n' }),
  ),
  brokenWeb(PORT, "java -jar app.jar --spring.config.location=/etc/secrets/application.properties", {
    ...java,
    ...secretFiles({ "application.properties": "server.port=8080\n" }),
  }),
  brokenWeb(PORT, "java -jar app.jar", {
    ...java,
    variables: { SPRING_CONFIG_ADDITIONAL_LOCATION: "/etc/secrets/" },
    ...secretFiles({ "application.yml": "server:\n  port: 8080\n" }),
  }),
  brokenWeb(LOOPBACK, "nginx -c /etc/secrets/nginx.conf -g 'daemon off;'", {
    ...image,
    ...secretFiles({ "nginx.conf": "events {}\nhttp { server { listen 127.0.0.1:8000; } }\n" }),
  }),
  brokenWeb(PORT, "caddy run --config /etc/secrets/Caddyfile", {
    ...image,
    ...secretFiles({ Caddyfile: ":8080 {\n  root * /site\n  file_server\n}\n" }),
  }),
  brokenWeb(PORT, "uvicorn main:app --host 0.0.0.0 --port $PORT --env-file /etc/secrets/.env", {
    variables: { PORT: null },
    ...secretFiles({ ".env": "PORT=3000\n" }),
  }),
  brokenBy(
    IPV6,
    {},
    {
      ...java,
      ...secretFiles({
        "application-prod.yml": `spring:\n  datasource:\n    url: jdbc:postgresql://${DIRECT}:5432/postgres\n    username: postgres\n`,
      }),
    },
  ),
  brokenBy(
    IPV6,
    {},
    {
      ...dotnet,
      ...secretFiles({
        "appsettings.Production.json": `{"ConnectionStrings":{"Default":"Host=${DIRECT};Username=postgres;Password=k3JqL9vX;Database=postgres"}}`,
      }),
    },
  ),
  brokenBy(
    IPV6,
    {},
    {
      ...ruby,
      ...secretFiles({
        "database.yml": `production:\n  adapter: postgresql\n  host: ${DIRECT}\n  username: postgres\n  database: postgres\n`,
      }),
    },
  ),
  brokenBy(
    IPV6,
    {},
    { ...bare, ...secretFiles({ "alembic.ini": `[alembic]\nsqlalchemy.url = ${DIRECT_URL}\n` }) },
  ),
  brokenBy(
    TENANT,
    {},
    {
      ...bare,
      ...secretFiles({
        "config.toml": `[database]\nhost = "${POOL}"\nuser = "postgres"\ndatabase = "postgres"\n`,
      }),
    },
  ),
  brokenBy(PLACEHOLDER, {}, { ...bare, ...secretFiles({ ".env": "JWT_SECRET=your-jwt-secret\n" }) }),
  brokenBy(
    PLACEHOLDER,
    {},
    {
      ...bare,
      ...secretFiles({
        "service-account.json":
          '{"type":"service_account","project_id":"your-project-id","private_key":"-----BEGIN PRIVATE KEY-----\\n...\\n-----END PRIVATE KEY-----\\n"}',
      }),
    },
  ),
  // TLS in a variable of its own.
  brokenBy(TLS, { PGHOST: POOL, PGUSER: `app.${REF}`, PGSSLMODE: "disable" }, bare),
  brokenBy(TLS, { DB_HOST: POOL, DB_USER: `app.${REF}`, DB_SSL: "false" }, bare),
  brokenBy(TLS, { DATABASE_HOST: POOL, DATABASE_USERNAME: `app.${REF}`, DATABASE_SSL: "false" }, bare),
  brokenBy(
    TLS,
    {
      DB_POSTGRESDB_HOST: POOL,
      DB_TYPE: "postgresdb",
      DB_POSTGRESDB_USER: `app.${REF}`,
      DB_POSTGRESDB_SSL_ENABLED: "false",
    },
    bare,
  ),
  // Supabase's API.
  brokenBy(ENDPOINT, { SUPABASE_URL: `${REF}.supabase.co` }, bare),
  brokenBy(ENDPOINT, { SUPABASE_URL: `https://${REF}.supabase.co/rest/v1` }, bare),
  brokenBy(ENDPOINT, { SUPABASE_URL: REF }, bare),
  brokenBy(ENDPOINT, { NEXT_PUBLIC_SUPABASE_URL: `https://${REF}.supabase.com` }, bare),
  brokenBy(ENDPOINT, { SUPABASE_URL: "https://app.supabase.com" }, bare),
  brokenBy(
    "database/one-project",
    { DATABASE_URL: POOLED, DIRECT_URL: url(`app.${OTHER}`, `${POOL}:5432/postgres`) },
    node,
  ),
  // Quotes and blanks around a value.
  brokenBy(PORT, { PORT: '"8000"' }, bare),
  brokenBy(PORT, { PORT: "8000;" }, bare),
  brokenBy(PORT, { PORT: "PORT=8000" }, bare),
  brokenBy("database/url-malformed", { DATABASE_URL: `"${POOLED}"` }, node),
  brokenBy("database/url-malformed", { DATABASE_URL: `${POOLED} # production` }, node),
  brokenBy("database/url-malformed", { DATABASE_URL: `<${POOLED}>` }, node),
];

export const TEAMS_SETTINGS_SOUND: readonly SealedCase[] = [
  soundWeb("uvicorn main:app", { variables: { UVICORN_HOST: "0.0.0.0", UVICORN_PORT: "8000" } }),
  soundWeb("flask --app shop run", { variables: { FLASK_RUN_PORT: "8000", FLASK_RUN_HOST: "0.0.0.0" } }),
  soundWeb("streamlit run home.py", {
    variables: { STREAMLIT_SERVER_PORT: "8000", STREAMLIT_SERVER_ADDRESS: "0.0.0.0" },
  }),
  soundWeb("granian --interface asgi main:app", {
    variables: { GRANIAN_HOST: "0.0.0.0", GRANIAN_PORT: "8000" },
  }),
  soundWeb("litestar run", { variables: { LITESTAR_PORT: "8000", LITESTAR_HOST: "0.0.0.0" } }),
  soundWeb("java -jar app.jar", {
    ...java,
    variables: { SERVER_PORT: "8000", MANAGEMENT_SERVER_PORT: "9001" },
  }),
  soundWeb("java -jar quarkus-run.jar", {
    ...java,
    variables: { QUARKUS_HTTP_HOST: "0.0.0.0", QUARKUS_HTTP_PORT: "8000" },
  }),
  soundWeb("dotnet Shop.dll", { ...dotnet, variables: { ASPNETCORE_URLS: "http://+:8000" } }),
  soundWeb(APP, { variables: { GUNICORN_CMD_ARGS: "--bind=0.0.0.0:8000 --workers=2" } }),
  soundWeb(`${APP} -b 0.0.0.0:$PORT`, { variables: { WEB_CONCURRENCY: "4" } }),
  soundWeb(`${APP} -b 0.0.0.0:$PORT --workers \${WORKERS:-2}`),
  soundWeb(`${APP} -b 0.0.0.0:$PORT -w $(nproc)`),
  soundWeb("gunicorn shop.asgi:application -b 0.0.0.0:$PORT -k uvicorn.workers.UvicornWorker --timeout 0"),
  soundWeb(`${APP} -b 0.0.0.0:$PORT -k gevent -w 2`),
  soundWeb("uvicorn main:app --host 0.0.0.0 --port $PORT --loop uvloop --http httptools --ws websockets"),
  soundWeb("uvicorn main:create_app --factory --host 0.0.0.0 --port $PORT"),
  soundWeb("uvicorn src.main:app --app-dir . --host :: --port $PORT"),
  soundWeb("daphne -b 0.0.0.0 -p $PORT shop.asgi:application"),
  soundWeb("gunicorn shop.wsgi:application --bind :$PORT --log-file -"),
  soundWeb("gunicorn --chdir src shop.wsgi -b 0.0.0.0:$PORT"),
  soundWeb("java -Xmx384m -XX:+UseSerialGC -jar app.jar --server.port=$PORT", java),
  soundWeb("cd api && NODE_ENV=production node dist/main.js", node),
  soundWeb("pm2-runtime start ecosystem.config.js --env production", node),
  soundWeb("apachectl -D FOREGROUND", image),
  soundWeb("php artisan queue:work & php artisan serve --host=0.0.0.0 --port=$PORT", { ...bare, ...docker }),
  soundWeb(
    "gunicorn -c /etc/secrets/gunicorn_conf.py shop.wsgi",
    secretFiles({ "gunicorn_conf.py": 'bind = "0.0.0.0:8000"\n' }),
  ),
  soundWeb("java -jar app.jar --spring.config.location=/etc/secrets/application.properties", {
    ...java,
    ...secretFiles({ "application.properties": "server.port=${PORT:8080}\n" }),
  }),
  soundWeb("nginx -c /etc/secrets/nginx.conf -g 'daemon off;'", {
    ...image,
    ...secretFiles({
      "nginx.conf":
        "events {}\nhttp { server { listen 8000; location / { proxy_pass http://127.0.0.1:9000; } } }\n",
    }),
  }),
  soundWeb("caddy run --config /etc/secrets/Caddyfile", {
    ...image,
    ...secretFiles({ Caddyfile: ":{$PORT} {\n  root * /site\n  file_server\n}\n" }),
  }),
  soundBy(
    {},
    {
      ...java,
      ...secretFiles({
        "application-prod.yml": `spring:\n  datasource:\n    url: jdbc:postgresql://${POOL}:5432/postgres\n    username: app.${REF}\n`,
      }),
    },
  ),
  soundBy(
    {},
    {
      ...java,
      ...secretFiles({
        "application-test.yml": "spring:\n  datasource:\n    url: jdbc:postgresql://localhost:5432/app\n",
      }),
    },
  ),
  soundBy(
    {},
    {
      ...ruby,
      ...secretFiles({
        "database.yml": `development:\n  host: localhost\n  adapter: postgresql\nproduction:\n  url: <%= ENV["DATABASE_URL"] %>\n`,
      }),
    },
  ),
  soundBy(
    {},
    {
      ...bare,
      ...secretFiles({
        "config.toml": `[database]\nhost = "${POOL}"\nuser = "app.${REF}"\ndatabase = "postgres"\n`,
      }),
    },
  ),
  soundBy({}, { ...bare, ...secretFiles({ ".env.example": "JWT_SECRET=your-jwt-secret\n" }) }),
  soundBy({ PGHOST: POOL, PGUSER: `app.${REF}`, PGSSLMODE: "require" }, bare),
  soundBy({ DB_HOST: POOL, DB_USER: `app.${REF}`, DB_SSL: "true" }, bare),
  soundBy({ DB_HOST: "localhost", DB_CONNECTION: "sqlite", DB_SSL: "false" }, bare),
  soundBy({ SUPABASE_URL: `https://${REF}.supabase.co/` }, bare),
  soundBy({ SUPABASE_URL: "https://supabase.acme.io" }, bare),
  soundBy(
    {
      SUPABASE_URL: `https://${REF}.supabase.co`,
      SUPABASE_STORAGE_URL: `https://${REF}.supabase.co/storage/v1`,
    },
    bare,
  ),
  soundBy({ PORT: "8000", HEALTH_PORT: "9001" }, bare),
];
