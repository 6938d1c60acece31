import { LOOPBACK, PORT, START } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, node } from "../written";
import {
  broken,
  CANARY,
  container,
  fails,
  HEALTH,
  HOSTS,
  NEED,
  product,
  REFUSED,
} from "./reported-services-form";

/** Servers and products that listen elsewhere than Render asks, and checks that ask a wrong path. */
export const REPORTED_PORTS: readonly ExplainedCase[] = [
  fails(
    PORT,
    "Streamlit's server is at 8501, and 8000 is asked (Streamlit's page on config.toml)",
    "streamlit run Home.py --server.port 8501 --server.address 0.0.0.0 --server.headless true",
    bare,
  ),
  fails(
    `${PORT}|${HOSTS}`,
    "vite preview listens on 4173, and 8000 is asked",
    "npm run build && npx vite preview --host --port 4173",
    { ...node, ...bare },
  ),
  fails(
    PORT,
    "flower listens on 5555, and 8000 is asked (flower's page on configuration)",
    "celery -A heron flower --port=5555 --basic_auth=$FLOWER_AUTH",
    {
      ...bare,
      variables: { CELERY_BROKER_URL: `rediss://default:${CANARY}@lucky-tern-31877.upstash.io:6379` },
    },
  ),
  fails(
    `${PORT}|${REFUSED}`,
    "the quotes are part of the value, and gunicorn says that it is not a valid port number (tried with gunicorn 27.0)",
    "gunicorn heron.wsgi:application --bind 0.0.0.0:$PORT",
    { variables: { PORT: '"8000"' }, driver: "psycopg2" },
  ),
  fails(
    PORT,
    "php-fpm speaks FastCGI at 9000, and no server of HTTP is started (PHP's page on FPM)",
    "php-fpm -F -R",
    container,
  ),
  broken(
    PORT,
    "Metabase listens on MB_JETTY_PORT (Metabase's page on its variables)",
    product("docker.io/metabase/metabase", "v0.52.4", {
      MB_JETTY_PORT: "3000",
      MB_DB_TYPE: "postgres",
      MB_DB_HOST: "pg.tidal.coop",
      MB_DB_PORT: "5432",
      MB_DB_DBNAME: "metabase",
      MB_DB_USER: "metabase",
      MB_DB_PASS: CANARY,
    }),
  ),
  broken(
    PORT,
    "Grafana listens on GF_SERVER_HTTP_PORT, 3000 here (Grafana's page on configuration)",
    product("docker.io/grafana/grafana", "11.4.0", {
      GF_SERVER_HTTP_PORT: "3000",
      GF_SERVER_ROOT_URL: "https://charts.tidal.coop",
      GF_SECURITY_ADMIN_PASSWORD: CANARY,
    }),
  ),
  broken(
    LOOPBACK,
    "n8n listens on N8N_LISTEN_ADDRESS (n8n's page on its deployment variables)",
    product("docker.io/n8nio/n8n", "1.76.1", {
      N8N_PORT: "8000",
      N8N_LISTEN_ADDRESS: "127.0.0.1",
      N8N_ENCRYPTION_KEY: CANARY,
    }),
  ),
  broken(
    LOOPBACK,
    "reacher listens on RCH_HTTP_HOST, and ended with R10 for it (reacherhq/backend, issue 195)",
    product("docker.io/reacherhq/backend", "v0.7.0", { RCH_HTTP_HOST: "127.0.0.1" }),
  ),
  broken(
    LOOPBACK,
    "Directus listens on HOST (Directus' page on its configuration)",
    product("docker.io/directus/directus", "11.3.5", {
      HOST: "127.0.0.1",
      SECRET: CANARY,
      DB_CLIENT: "pg",
      DB_HOST: "pg.tidal.coop",
      DB_PORT: "5432",
      DB_DATABASE: "cms",
      DB_USER: "cms",
      DB_PASSWORD: CANARY,
    }),
  ),
  broken(
    PORT,
    "the official image of nginx listens on 80, and reads no PORT (nginx' default.conf)",
    product("docker.io/library/nginx", "1.27.3", {}),
  ),
  broken(
    HEALTH,
    "since version 25 Keycloak answers /health/ready on its management port 9000 alone (Keycloak's page on health checks)",
    product(
      "quay.io/keycloak/keycloak",
      "26.0.7",
      {
        KC_HTTP_PORT: "8000",
        KC_HTTP_ENABLED: "true",
        KC_HEALTH_ENABLED: "true",
        KC_HOSTNAME: "https://login.tidal.coop",
        KC_DB: "postgres",
        KC_DB_URL: "jdbc:postgresql://pg.tidal.coop:5432/login",
        KC_DB_USERNAME: "login",
        KC_DB_PASSWORD: CANARY,
      },
      { startCommand: "/opt/keycloak/bin/kc.sh start", healthCheckPath: "/health/ready" },
    ),
  ),
  fails(
    `${NEED}|${REFUSED}|${PORT}|${START}`,
    "kc.sh start ends without key material where http is not enabled (Keycloak's page on TLS)",
    "/opt/keycloak/bin/kc.sh start",
    {
      ...container,
      variables: {
        KC_HTTP_PORT: "8000",
        KC_PROXY_HEADERS: "xforwarded",
        KC_HOSTNAME: "https://login.tidal.coop",
        KC_DB: "postgres",
      },
    },
  ),
  fails(
    HEALTH,
    "the context path is before each path, Actuator's too (Boot's page on Actuator's endpoints)",
    "java -jar target/heron.jar",
    {
      ...container,
      variables: { SERVER_PORT: "8000", SERVER_SERVLET_CONTEXT_PATH: "/heron" },
      properties: { ...container.properties, healthCheckPath: "/actuator/health" },
    },
  ),
  fails(
    HEALTH,
    "management.server.port moves Actuator to a port of its own (Boot's page on monitoring over HTTP)",
    "java -jar target/heron.jar",
    {
      ...container,
      variables: { SERVER_PORT: "8000", MANAGEMENT_SERVER_PORT: "9001" },
      properties: { ...container.properties, healthCheckPath: "/actuator/health" },
    },
  ),
  broken(HEALTH, "a health check is a path, and no address (Render's page on health checks)", {
    properties: { healthCheckPath: "https://heron.tidal.coop/healthz" },
  }),
];
