import { docker, PLACEHOLDER, PORT, START, soundBy, soundWeb } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { elixir } from "../written";
import { ASLEEP, CANARY, django, fails, N8N, node, POOL, product, REFUSED, USER } from "./twenty-third-form";

/** Services of reports whose port is another one, or whose command is no server that stays up. */
export const NO_SERVER_OF_TWENTY_THIRD: readonly ExplainedCase[] = [
  fails(
    PORT,
    "the port of Fly's internal_port, written into the command, is not the declared one",
    soundWeb("uvicorn app.main:app --host 0.0.0.0 --port 8080 --proxy-headers"),
  ),
  fails(
    PORT,
    "waitress-serve without --port or --listen opens 8080 (Flask's page on Waitress; Waitress's page on its runner)",
    soundWeb("waitress-serve --call 'flaskr:create_app'", django),
  ),
  fails(
    PORT,
    "the command sets a PORT of its own for node, as the one of AkhileshNS/heroku-deploy#118 did",
    soundWeb("PORT=2057 node index.js", node),
  ),
  fails(
    PORT,
    "Nitro's server takes NITRO_PORT before PORT (Nitro's page on the Node preset)",
    soundWeb("node .output/server/index.mjs", { ...node, variables: { NITRO_PORT: "3000" } }),
  ),
  fails(
    PORT,
    "SERVER_PORT wins over the properties file in the archive (Boot's page on externalized configuration)",
    soundWeb("java -jar target/shop.jar", {
      ...docker,
      driver: "pgjdbc",
      variables: { SERVER_PORT: "8080" },
    }),
  ),
  fails(
    PORT,
    "n8n listens on N8N_PORT and does not read PORT (n8n's page on its deployment variables)",
    product(
      N8N,
      {
        N8N_PORT: "5678",
        DB_TYPE: "postgresdb",
        DB_POSTGRESDB_HOST: POOL,
        DB_POSTGRESDB_PORT: "5432",
        DB_POSTGRESDB_USER: USER,
        DB_POSTGRESDB_PASSWORD: CANARY,
        DB_POSTGRESDB_SSL_REJECT_UNAUTHORIZED: "false",
      },
      "node-postgres",
    ),
  ),
  fails(
    `${PORT}|${PLACEHOLDER}|${START}`,
    "%PORT% is Windows's way: a shell of Linux leaves it as it is, and gunicorn refuses it as a port",
    soundWeb("gunicorn app:app --bind 0.0.0.0:%PORT%", django),
  ),
  fails(
    `${PORT}|${REFUSED}|${PLACEHOLDER}`,
    "PORT has the text $PORT, and uvicorn ends with: '$PORT' is not a valid integer",
    soundBy({ PORT: "$PORT" }),
  ),
  fails(
    `${ASLEEP}|${START}`,
    "a worker of Celery opens no port: a web service of it fails after the port scan (Heroku's R10)",
    soundWeb("celery -A proj worker --loglevel=info --concurrency 2", django),
  ),
  fails(
    `${START}|service/start-builds`,
    "the command installs and builds, and ends: nothing is started",
    soundWeb("yarn install --frozen-lockfile && yarn build", node),
  ),
  fails(
    START,
    "pm2 start leaves the processes to its daemon and ends; pm2-runtime stays (PM2's page on containers)",
    soundWeb("npx pm2 start ecosystem.config.js --env production", node),
  ),
  fails(
    START,
    "daemon starts a release in the background and ends, where start stays (Elixir's page on mix release)",
    soundWeb("_build/prod/rel/shop/bin/shop daemon", { ...elixir, variables: { PHX_SERVER: "true" } }),
  ),
  fails(
    `${PLACEHOLDER}|${START}`,
    "Render's form suggests your_application, and a package of that name is not there",
    soundWeb("gunicorn your_application.wsgi", django),
  ),
  fails(
    START,
    "a line of a Procfile is no command: the shell looks for a program that is called web:",
    soundWeb("web: gunicorn shop.wsgi --log-file -", django),
  ),
  fails(
    START,
    "gunicorn does not end, so what follows && never starts, and no job is ever run",
    soundWeb("gunicorn shop.wsgi:application --bind 0.0.0.0:$PORT && celery -A shop worker -l info", django),
  ),
];
