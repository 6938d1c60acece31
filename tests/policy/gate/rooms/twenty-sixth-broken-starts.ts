import { docker, PORT, START, soundBy, soundWeb } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, node, ruby } from "../written";
import { CANARY, HEALTH, hosted, LIMITS, NEED, n8n, POOL, SESSION, USER } from "./twenty-sixth-form";

/** What opens no port, ends at once, or never ends; and what a plan does not have. */
export const REJECTED_STARTS_OF_TWENTY_SIXTH: readonly ExplainedCase[] = [
  {
    rule: `${START}|${PORT}|${NEED}`,
    why: "a queue's worker opens no port, and a web service without one times out (LVTD-LLC/TuxSEO, pull request 74)",
    ...soundWeb("python manage.py qcluster", { driver: "psycopg2" }),
  },
  {
    rule: `${START}|${PORT}|${NEED}`,
    why: "Sidekiq opens no port (heroku/ruby-getting-started, issue 26; Render's page on port binding)",
    ...soundWeb("bundle exec sidekiq -c 5 -v", ruby),
  },
  {
    rule: `${START}|${PORT}|${NEED}`,
    why: "tail follows an empty file for ever, and nothing listens (twentyhq/twenty, an early render.yaml)",
    ...soundWeb("echo 'Starting server...' && tail -f /dev/null", { ...docker, ...bare }),
  },
  {
    rule: START,
    why: "pm2 leaves the server to its daemon and ends (PM2's page on its quick start)",
    ...soundWeb("npx pm2 start ecosystem.config.js --env production", node),
  },
  {
    rule: START,
    why: "the service's script starts nginx in the background and ends (nginx's image: daemon off)",
    ...soundWeb("php-fpm -D && service nginx start", { ...docker, ...bare }),
  },
  {
    rule: START,
    why: "docker compose needs a Docker daemon, and with -d it ends (Render's page on Docker)",
    ...soundWeb("docker compose up -d", { ...docker, ...bare }),
  },
  {
    rule: START,
    why: "the server is in the background, so the command ends after the migration (Render's page on deploys)",
    ...soundWeb("npx next start -p $PORT & npx prisma migrate deploy", { runtime: "node", driver: "prisma" }),
  },
  {
    rule: `${START}|service/cron-schedule`,
    why: "Celery's beat is a scheduler that never ends, so each run is ended after 12 hours (Render's page on cron jobs)",
    kind: "cron",
    command: "celery -A marsh beat --loglevel=info",
    variables: { CELERY_BROKER_URL: "redis://red-d0heron0marsh0canary:6379/0" },
  },
  {
    rule: START,
    why: "the cron job starts the web server, which never ends (humanprotocol/human-protocol, pull request 2025)",
    kind: "cron",
    command: "uvicorn marsh.main:app --host 0.0.0.0 --port 8000",
    properties: { schedule: "*/15 * * * *" },
  },
  {
    rule: "service/cron-schedule",
    why: "a word is no cron expression (render-oss/render-mcp-server, issue 31)",
    kind: "cron",
    properties: { schedule: "everyday" },
  },
  {
    rule: "service/cron-schedule",
    why: "99 is neither a minute nor an hour (render-oss/render-mcp-server, issue 31)",
    kind: "cron",
    properties: { schedule: "99 99 * * *" },
  },
  {
    rule: "service/cron-schedule",
    why: "six fields, where Render takes five (vercel/vercel, issue 10894; Render's page on cron jobs)",
    kind: "cron",
    command: "npx tsx scripts/digest.ts",
    runtime: "node",
    driver: "node-postgres",
    properties: { schedule: "10 11 * * * *" },
  },
  {
    rule: LIMITS,
    why: "a free web service has no disk (cedarjs/cedar, pull request 2404)",
    ...soundWeb("yarn rw-server api --apiPort $PORT --apiHost 0.0.0.0", {
      ...node,
      ...bare,
      variables: { DATABASE_URL: "file:/opt/render/project/src/api/db/dev.db" },
      properties: {
        plan: "free",
        disk: { name: "sqlite-data", mountPath: "/opt/render/project/src/api/db", sizeGb: 1 },
      },
    }),
  },
  {
    rule: LIMITS,
    why: "the pre-deploy command is for paid services (cedarjs/cedar, pull request 2401)",
    ...soundWeb("node api/dist/server.js", {
      runtime: "node",
      driver: "prisma",
      properties: { plan: "free", preDeployCommand: "yarn rw prisma migrate deploy" },
    }),
  },
  {
    rule: LIMITS,
    why: "a background worker has no free plan (LVTD-LLC/TuxSEO, pull request 74; Render's page on free instances)",
    kind: "worker",
    command: "python manage.py qcluster",
    driver: "psycopg2",
    properties: { plan: "free" },
  },
  {
    rule: "service/disk-before-start",
    why: "the pre-deploy command has no disk, so it migrates a file that is lost (stephaniewilkinson/yonderbook, pull request 1323)",
    ...soundWeb("bundle exec puma -b tcp://0.0.0.0:$PORT config.ru", {
      ...ruby,
      ...bare,
      variables: { DATABASE_URL: "sqlite:///var/data/yonder.db" },
      properties: {
        disk: { name: "disk", mountPath: "/var/data", sizeGb: 1 },
        preDeployCommand: "bundle exec rake db:migrate",
      },
    }),
  },
  {
    rule: HEALTH,
    why: "Keycloak answers its health endpoints on the management port 9000 alone, so the main port says 404 (leonardochappuis/keycloak-docker, issue 7; Keycloak's page on the management interface)",
    ...hosted(
      "quay.io/keycloak/keycloak",
      "26.0",
      {
        KC_HTTP_ENABLED: "true",
        KC_HTTP_PORT: "8000",
        KC_HEALTH_ENABLED: "true",
        KC_PROXY_HEADERS: "xforwarded",
        KC_HOSTNAME: "https://login.marsh.example.org",
        KC_DB: "postgres",
        KC_DB_URL: `jdbc:postgresql://${POOL}:5432/postgres`,
        KC_DB_USERNAME: USER,
        KC_DB_PASSWORD: CANARY,
      },
      { command: "/opt/keycloak/bin/kc.sh start", properties: { healthCheckPath: "/health/ready" } },
    ),
  },
  {
    rule: HEALTH,
    why: "Langfuse's health check is at /api/public/health, and /api/health is no route (langfuse/langfuse, issue 526)",
    ...hosted(
      "docker.io/langfuse/langfuse",
      "2",
      {
        HOSTNAME: "0.0.0.0",
        DATABASE_URL: SESSION,
        NEXTAUTH_URL: "https://traces.marsh.example.org",
        NEXTAUTH_SECRET: CANARY,
        SALT: "reed7Bunting0salt",
      },
      { properties: { healthCheckPath: "/api/health" } },
    ),
  },
  {
    rule: HEALTH,
    why: "a path begins with a slash, and this is a whole address (Render's page on health checks)",
    ...soundBy(
      {},
      {
        properties: { healthCheckPath: "https://marsh-api.onrender.com/health" },
      },
    ),
  },
  {
    rule: `${START}|service/start-builds`,
    why: "the build ends when the pages are built, and nothing serves them (Vite's page on building)",
    ...soundWeb("npx vite build", { ...node, ...bare }),
  },
  {
    rule: "service/source",
    why: "the address has a tag of its own, and with the tag's field it is no image reference (distribution/reference's grammar; render-examples/n8n, issue 3)",
    ...hosted("docker.io/n8nio/n8n:latest", "latest", n8n(), {
      properties: { healthCheckPath: "/healthz" },
    }),
  },
];
