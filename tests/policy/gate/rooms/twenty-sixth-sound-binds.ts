import { docker, soundWeb } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, node } from "../written";
import { CANARY, hosted, n8n, pooled, SESSION, strapi } from "./twenty-sixth-form";

/** Applications that listen where Render asks them, though their defaults are others. */
export const SOUND_BINDS_OF_TWENTY_SIXTH: readonly ExplainedCase[] = [
  {
    why: "the bind mode lan is all interfaces, and the option is the port (openclaw/openclaw, its render.yaml)",
    ...soundWeb("node openclaw.mjs gateway --bind lan --port 8000 --allow-unconfigured", {
      ...docker,
      ...bare,
      variables: { OPENCLAW_STATE_DIR: "/tmp/.openclaw", OPENCLAW_GATEWAY_TOKEN: CANARY },
    }),
  },
  {
    why: "the command's own PORT is the same port",
    ...soundWeb("PORT=8000 node index.js", node),
  },
  {
    why: "serve's address is a URL of all interfaces (serve's README)",
    ...soundWeb("npx serve -s dist -l tcp://0.0.0.0:8000", {
      ...node,
      ...bare,
      properties: { healthCheckPath: "/" },
    }),
  },
  {
    why: "double quotes leave $PORT to the shell (Streamlit's page on its options)",
    ...soundWeb(
      'streamlit run streamlit_app.py --server.port "$PORT" --server.address 0.0.0.0 --server.headless true',
      { ...bare, properties: { healthCheckPath: "/_stcore/health" } },
    ),
  },
  {
    why: "the proxy takes its port from the platform (BerriAI/litellm's page on deployment)",
    ...soundWeb("litellm --config config.yaml --host 0.0.0.0 --port $PORT", {
      variables: { LITELLM_MASTER_KEY: "sk-Zq7heronMarsh4", DATABASE_URL: SESSION },
      driver: "prisma",
      properties: { healthCheckPath: "/health/liveliness" },
    }),
  },
  {
    why: "Rocket's address and port are as Render asks (Vaultwarden's wiki)",
    ...hosted(
      "docker.io/vaultwarden/server",
      "1.32.7",
      { ROCKET_ADDRESS: "0.0.0.0", ROCKET_PORT: "8000", DATABASE_URL: SESSION },
      { properties: { healthCheckPath: "/alive" } },
    ),
  },
  {
    why: "memos listens on MEMOS_PORT on all interfaces (memos's page on its options)",
    ...hosted(
      "docker.io/neosmemo/memos",
      "0.24.0",
      { MEMOS_PORT: "8000", MEMOS_DRIVER: "postgres", MEMOS_DSN: pooled("5432/postgres?sslmode=require") },
      { properties: { healthCheckPath: "/healthz" } },
    ),
  },
  {
    why: "Strapi listens on HOST and PORT, with keys of its own and TLS that verifies nothing",
    ...soundWeb("npx strapi start", {
      ...node,
      variables: strapi({
        APP_KEYS: "r4Redshank1aa,r4Redshank2bb",
        API_TOKEN_SALT: "t6Turnstone",
        ADMIN_JWT_SECRET: "k9Knot3admin",
        TRANSFER_TOKEN_SALT: "d8Dunlin5",
        JWT_SECRET: "p2Plover7jwt",
        DATABASE_SSL: "true",
        DATABASE_SSL_REJECT_UNAUTHORIZED: "false",
      }),
      properties: { healthCheckPath: "/_health" },
    }),
  },
  {
    why: "Directus reads HOST and PORT, and answers a ping (Directus's page on its configuration)",
    ...hosted(
      "docker.io/directus/directus",
      "11.4.1",
      {
        HOST: "0.0.0.0",
        KEY: "c7a4b8de-31f0-4a55-9f0e-2f1bd3c0aa11",
        SECRET: CANARY,
        DB_CLIENT: "pg",
        DB_CONNECTION_STRING: SESSION,
        PUBLIC_URL: "https://cms.marsh.example.org",
      },
      { properties: { healthCheckPath: "/server/ping" } },
    ),
  },
  {
    why: "Langfuse's server listens on HOSTNAME and PORT (Langfuse's page on its configuration)",
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
      { properties: { healthCheckPath: "/api/public/health" } },
    ),
  },
  {
    why: "n8n listens on N8N_PORT, and connects by the session pooler (n8n's page on deployment variables)",
    ...hosted("docker.io/n8nio/n8n", "1.107.3", n8n(), { properties: { healthCheckPath: "/healthz" } }),
  },
  {
    why: "--host 0.0.0.0 is Open WebUI's default, written out",
    ...soundWeb("open-webui serve --host 0.0.0.0 --port $PORT", {
      driver: "psycopg2",
      variables: { DATABASE_URL: SESSION, WEBUI_SECRET_KEY: "w2Stilt5Dunlin9Knot" },
    }),
  },
  {
    why: "gunicorn serves Superset's factory on all interfaces (Superset's page on running it)",
    ...soundWeb('gunicorn -w 2 -b 0.0.0.0:$PORT "superset.app:create_app()"', {
      driver: "sqlalchemy-psycopg2",
      variables: {
        SUPERSET_SECRET_KEY: "u8Grebe2coot7Teal5wigeon1Smew",
        SQLALCHEMY_DATABASE_URI: pooled("5432/postgres?sslmode=require", "postgresql+psycopg2"),
      },
    }),
  },
  {
    why: "-h is headless, and the host has its own option (Chainlit's page on its command line)",
    ...soundWeb("chainlit run app.py -h --host 0.0.0.0 --port $PORT", {
      properties: { healthCheckPath: "/" },
    }),
  },
  {
    why: "adk's server is given its host (google/adk-python's command line)",
    ...soundWeb("adk api_server --host 0.0.0.0 --port $PORT agents", {
      ...bare,
      properties: { healthCheckPath: "/list-apps" },
    }),
  },
  {
    why: "the page's host may open the connection (Panel's page on Heroku)",
    ...soundWeb(
      "panel serve dashboard.py --address=0.0.0.0 --port=$PORT --allow-websocket-origin=tides.marsh.example.org",
      { ...bare, properties: { healthCheckPath: "/dashboard" } },
    ),
  },
  {
    why: "--http names all interfaces and the port (PocketBase's page on going to production)",
    ...soundWeb("./pocketbase serve --http=0.0.0.0:8000 --dir=/var/data/pb_data", {
      ...docker,
      ...bare,
      properties: {
        ...docker.properties,
        healthCheckPath: "/api/health",
        disk: { name: "pb", mountPath: "/var/data", sizeGb: 5 },
      },
    }),
  },
  {
    why: "an address without a host is all interfaces (MinIO's page on its server)",
    ...soundWeb('minio server --address ":8000" --console-address ":9001" /data', {
      ...bare,
      variables: { MINIO_ROOT_USER: "heron", MINIO_ROOT_PASSWORD: CANARY },
      properties: {
        runtimeSource: {
          image: { imageUrl: "docker.io/minio/minio", tag: "RELEASE.2025-04-22T22-12-26Z" },
        },
        healthCheckPath: "/minio/health/live",
        disk: { name: "objects", mountPath: "/data", sizeGb: 20 },
      },
    }),
  },
  {
    why: "artisan serve is given its host (Laravel's page on its server)",
    ...soundWeb("php artisan migrate --force && php artisan serve --host=0.0.0.0 --port=$PORT", {
      ...docker,
      ...bare,
      properties: { ...docker.properties, healthCheckPath: "/up" },
    }),
  },
  {
    why: "fastify-cli is given its address (fastify-cli's README)",
    ...soundWeb("npx fastify start -a 0.0.0.0 -l info -p $PORT dist/app.js", node),
  },
];
