import { java, PORT, STANDARD, START } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, go, node, ruby } from "../written";
import { broken, CRON, fails, HEALTH, LIMITS, REFUSED, SESSION } from "./posted-services-form";

const OTHER_PORT = `${PORT}|${STANDARD}`;

/** Ports that are not the service's, health checks that fail, versions and schedules that are none. */
export const POSTED_PORTS: readonly ExplainedCase[] = [
  broken(
    OTHER_PORT,
    "PORT is 443, which Render keeps (render-examples/express-hello-world, pull request 18)",
    {
      ...node,
      rule: `${OTHER_PORT}|port/privileged|port/reserved`,
      command: "node app.js",
      variables: { PORT: "443" },
    },
  ),
  fails(
    OTHER_PORT,
    "the server is given 80 (AeonOrg/Aeon-MLTB, pull request 42)",
    "python3 -m http.server 80",
    bare,
  ),
  broken(OTHER_PORT, "Flask's command reads FLASK_RUN_PORT (Flask's page on its command line)", {
    command: "flask run --host 0.0.0.0",
    driver: "psycopg2",
    variables: { FLASK_APP: "shop", FLASK_RUN_PORT: "5000" },
  }),
  broken(
    OTHER_PORT,
    "uvicorn reads UVICORN_PORT where --port is not there (uvicorn's page on its settings)",
    {
      command: "uvicorn main:app --host 0.0.0.0",
      variables: { UVICORN_PORT: "8080" },
    },
  ),
  fails(OTHER_PORT, "serve is given 3000 (serve's README)", "npx serve -s dist -l 3000", {
    ...node,
    ...bare,
  }),
  fails(
    OTHER_PORT,
    "fastapi run listens on 80 here (fastapi/full-stack-fastapi-template's Dockerfile)",
    "fastapi run --workers 4 --port 80 app/main.py",
  ),
  broken(
    `${OTHER_PORT}|${REFUSED}`,
    "a port is a number, and Go's habit has the colon before it (devfeel/dotweb, issue 70's kind)",
    {
      ...go,
      command: "./bin/api",
      variables: { PORT: ":8000" },
    },
  ),
  broken(
    HEALTH,
    "the actuator is on the management port alone, and the main port answers 404 (Spring Boot's page on monitoring)",
    {
      ...java,
      command: "java -jar target/shop.jar",
      variables: { SERVER_PORT: "8000", MANAGEMENT_SERVER_PORT: "9090" },
      properties: { ...java.properties, healthCheckPath: "/actuator/health" },
    },
  ),
  broken(HEALTH, "the context path is before each route (Spring Boot's page on its properties)", {
    ...java,
    command: "java -jar target/shop.jar",
    variables: { SERVER_PORT: "8000", SERVER_SERVLET_CONTEXT_PATH: "/api" },
    properties: { ...java.properties, healthCheckPath: "/actuator/health" },
  }),
  broken(HEALTH, "host and port are no part of a path (Render's page on health checks)", {
    properties: { healthCheckPath: "localhost:8000/health" },
  }),
  broken(
    "service/python-version",
    "Render takes no wildcard (heroku/buildpacks-python, pull request 353's kind)",
    {
      variables: { PYTHON_VERSION: "3.12.*", DATABASE_URL: SESSION },
    },
  ),
  broken("service/python-version", "Render takes no range (Render's page on Python's version)", {
    variables: { PYTHON_VERSION: ">=3.11", DATABASE_URL: SESSION },
  }),
  broken(
    REFUSED,
    "a path is no module's name: No module named config/settings/production (Django's page on settings)",
    {
      command: "gunicorn config.wsgi:application --bind 0.0.0.0:$PORT",
      driver: "psycopg2",
      variables: { DJANGO_SETTINGS_MODULE: "config/settings/production" },
    },
  ),
  broken(
    `${REFUSED}|${START}`,
    "gunicorn reads WEB_CONCURRENCY as a number (appdev-projects/rails-8-template, pull request 22's kind)",
    {
      command: "gunicorn main:app -k uvicorn.workers.UvicornWorker --bind 0.0.0.0:$PORT",
      variables: { WEB_CONCURRENCY: "auto" },
    },
  ),
  broken(LIMITS, "a free service has no pre-deploy command (spree/spree-starter, pull request 1240)", {
    ...ruby,
    command: "bundle exec puma -C config/puma.rb -b tcp://0.0.0.0:$PORT",
    properties: { plan: "free", preDeployCommand: "bin/rails db:migrate && bin/rails db:seed" },
  }),
  broken(CRON, "an hour is at most 23 (prof-rossetti/intro-to-python, issue 125's kind)", {
    kind: "cron",
    driver: "none",
    properties: { schedule: "0 24 * * *" },
  }),
  broken(CRON, "rate is how AWS writes it (Render's page on cron jobs)", {
    kind: "cron",
    driver: "none",
    properties: { schedule: "rate(1 day)" },
  }),
  fails(
    START,
    "node-cron stays in the process, so the cron job never ends (kelektiv/node-cron, issue 67's kind)",
    "npm run start:dev",
    {
      kind: "cron",
      ...node,
    },
  ),
];
