import { docker, java, LOOPBACK, PORT, START, soundWeb } from "./batch";
import type { ExplainedCase } from "./nineteenth-form";
import { image } from "./twentieth-form";
import { CANARY, POOL, USER } from "./twenty-first-form";
import { bare, node, ruby } from "./written";

/** Services that no request reaches: the address or the port is not the one that Render asks. */
export const REJECTED_SERVICES_OF_TWENTY_FIRST: readonly ExplainedCase[] = [
  {
    rule: LOOPBACK,
    why: "Sanic's command line listens on 127.0.0.1 unless --host names another address (Sanic's page on running)",
    ...soundWeb("sanic tide.server:app --port=$PORT --workers=2"),
  },
  {
    rule: LOOPBACK,
    why: "mlflow server has 127.0.0.1 as its default host (MLflow's page on its command line)",
    ...soundWeb("mlflow server --port $PORT --backend-store-uri $DATABASE_URL", { driver: "psycopg2" }),
  },
  {
    rule: LOOPBACK,
    why: "Streamlit takes server.address from its variable, which is localhost (Streamlit's page on config.toml)",
    ...soundWeb("streamlit run app.py --server.headless true", {
      variables: { STREAMLIT_SERVER_PORT: "8000", STREAMLIT_SERVER_ADDRESS: "localhost" },
    }),
  },
  {
    rule: LOOPBACK,
    why: "ng serve listens on localhost unless --host is there (Angular's page on ng serve)",
    ...soundWeb("npx ng serve --port 8000 --configuration production", node),
  },
  {
    rule: `${LOOPBACK}|environment/debug-in-production`,
    why: "rackup's default host is localhost where RACK_ENV is development (Rackup's code of its server)",
    ...soundWeb("bundle exec rackup -p $PORT", { ...ruby, variables: { RACK_ENV: "development" } }),
  },
  {
    rule: LOOPBACK,
    why: "the endpoint that Daphne gets names the interface 127.0.0.1 (Daphne's README; Twisted's page on endpoints)",
    ...soundWeb("daphne -e tcp:port=8000:interface=127.0.0.1 config.asgi:application", {
      driver: "psycopg2",
    }),
  },
  {
    rule: LOOPBACK,
    why: "server.address is the address that Spring Boot's server binds (Boot's page on common properties)",
    ...soundWeb("java -jar build/libs/tide.jar", {
      ...java,
      variables: { SERVER_PORT: "8000", SERVER_ADDRESS: "127.0.0.1" },
    }),
  },
  {
    rule: LOOPBACK,
    why: "the server of Next's standalone output listens on HOSTNAME (Next's page on output)",
    ...soundWeb("node .next/standalone/server.js", { ...node, variables: { HOSTNAME: "localhost" } }),
  },
  {
    rule: LOOPBACK,
    why: "octane:start has 127.0.0.1 as its host (Laravel's page on Octane)",
    ...soundWeb("php artisan octane:start --server=swoole --port=8000", { ...docker, ...bare }),
  },
  {
    rule: LOOPBACK,
    why: "WildFly's public interface is 127.0.0.1 unless -b is there (WildFly's guide for administrators)",
    ...soundWeb("/opt/jboss/wildfly/bin/standalone.sh -Djboss.http.port=8000", { ...docker, ...bare }),
  },
  {
    rule: PORT,
    why: "Streamlit's port is server.port, 8501, and not PORT (Streamlit's page on config.toml)",
    ...soundWeb("streamlit run app.py --server.address 0.0.0.0 --server.headless true"),
  },
  {
    rule: `${PORT}|${START}`,
    why: "names of variables have a case: $port is empty, so --port has no argument and uvicorn ends",
    ...soundWeb("uvicorn tide.main:app --host 0.0.0.0 --port $port"),
  },
  {
    rule: `${PORT}|${START}`,
    why: "braces without a dollar sign are no expansion: gunicorn says that {PORT} is not a valid port number",
    ...soundWeb("gunicorn tide.wsgi:application --bind 0.0.0.0:{PORT}", { driver: "psycopg2" }),
  },
  {
    rule: `${PORT}|${START}`,
    why: "$(PORT) is Kubernetes' form; to a shell it is a command of that name, which is not there, so --port has no argument",
    ...soundWeb("uvicorn tide.asgi:app --host 0.0.0.0 --port $(PORT)"),
  },
  {
    rule: PORT,
    why: "NITRO_PORT goes before PORT (Nitro's page on its Node preset)",
    ...soundWeb("node .output/server/index.mjs", { ...node, variables: { NITRO_PORT: "3000" } }),
  },
  {
    rule: PORT,
    why: "n8n listens on N8N_PORT, and Render asks 8000 (n8n's page on its deployment variables)",
    command: null,
    properties: image("docker.io/n8nio/n8n", "1.80.3"),
    variables: {
      N8N_PORT: "5678",
      WEBHOOK_URL: "https://flows.tidewater.coop/",
      DB_TYPE: "postgresdb",
      DB_POSTGRESDB_HOST: POOL,
      DB_POSTGRESDB_PORT: "5432",
      DB_POSTGRESDB_USER: USER,
      DB_POSTGRESDB_PASSWORD: CANARY,
      DB_POSTGRESDB_DATABASE: "postgres",
    },
    ...bare,
  },
  {
    rule: `${PORT}|${START}|service/unmet-need`,
    why: "Sidekiq opens no port, and a web service without one ends in a port scan timeout (Render's page on ports)",
    ...soundWeb("bundle exec sidekiq -q default -q mailers -c 5", ruby),
  },
];
