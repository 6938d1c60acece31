import { docker, LOOPBACK, PORT, STANDARD, soundWeb } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, node, ruby } from "../written";
import { CANARY, HOSTS, hosted, n8n, SESSION, strapi } from "./twenty-sixth-form";

/** Applications that no request reaches: they listen on the loopback, or on another port than Render is given. */
export const REJECTED_BINDS_OF_TWENTY_SIXTH: readonly ExplainedCase[] = [
  {
    rule: LOOPBACK,
    why: "the gateway's bind mode loopback is 127.0.0.1 (openclaw/openclaw, pull request 14254)",
    ...soundWeb("node openclaw.mjs gateway --bind loopback --port 8000 --allow-unconfigured", {
      ...docker,
      ...bare,
    }),
  },
  {
    rule: `${PORT}|${STANDARD}`,
    why: "the gateway gets 10000 by its option, and Render is given 8000 (openclaw/openclaw, its render.yaml)",
    ...soundWeb("node openclaw.mjs gateway --bind lan --port 10000 --allow-unconfigured", {
      ...docker,
      ...bare,
      variables: { OPENCLAW_STATE_DIR: "/tmp/.openclaw" },
    }),
  },
  {
    rule: `${PORT}|${STANDARD}`,
    why: "the script's own PORT replaces Render's (AkhileshNS/heroku-deploy, issue 118)",
    ...soundWeb("PORT=2057 node index.js", node),
  },
  {
    rule: `${PORT}|${STANDARD}|${HOSTS}`,
    why: "the preview server is given 5173 (data-exp-lab/deepgit, issue 2; Vite's page on its command line)",
    ...soundWeb("npx vite preview --host 0.0.0.0 --port 5173", { ...node, ...bare }),
  },
  {
    rule: `${PORT}|${STANDARD}`,
    why: "single quotes keep the shell from replacing $PORT, and streamlit ends: not an integer (patibandlavenkatamanideep/memoryops-ai, pull request 15)",
    ...soundWeb(
      "streamlit run streamlit_app.py --server.port '$PORT' --server.address 0.0.0.0 --server.headless true",
      bare,
    ),
  },
  {
    rule: `${PORT}|${STANDARD}`,
    why: "the proxy is started at 4000, its own default (BerriAI/litellm, issue 5159)",
    ...soundWeb("litellm --config config.yaml --host 0.0.0.0 --port 4000", {
      variables: { LITELLM_MASTER_KEY: "sk-Zq7heronMarsh4" },
      driver: "prisma",
    }),
  },
  {
    rule: LOOPBACK,
    why: "Rocket listens on the address of ROCKET_ADDRESS (JensTimmerman/ansible-role-vaultwarden, issue 6)",
    ...hosted("docker.io/vaultwarden/server", "1.32.7", {
      ROCKET_ADDRESS: "127.0.0.1",
      ROCKET_PORT: "8000",
      DATABASE_URL: SESSION,
    }),
  },
  {
    rule: `${PORT}|${STANDARD}|port/privileged`,
    why: "Rocket listens on ROCKET_PORT, and Render is given 8000 (dani-garcia/vaultwarden, issue 2553)",
    ...hosted("docker.io/vaultwarden/server", "1.32.7", {
      ROCKET_ADDRESS: "0.0.0.0",
      ROCKET_PORT: "80",
      DATABASE_URL: SESSION,
    }),
  },
  {
    rule: `${PORT}|${STANDARD}`,
    why: "memos listens on MEMOS_PORT, 5230 here (hu3rror/memos-on-fly, issue 5)",
    ...hosted("docker.io/neosmemo/memos", "0.24.0", {
      MEMOS_PORT: "5230",
      MEMOS_DRIVER: "postgres",
      MEMOS_DSN: SESSION,
    }),
  },
  {
    rule: LOOPBACK,
    why: "Mastodon's puma.rb binds to the address of BIND (mastodon/mastodon, pull request 11378)",
    ...soundWeb("bundle exec puma -C config/puma.rb", {
      ...ruby,
      variables: { BIND: "127.0.0.1", RAILS_ENV: "production", LOCAL_DOMAIN: "marsh.social" },
    }),
  },
  {
    rule: LOOPBACK,
    why: "Strapi's server listens on the host of HOST, which is this machine's own (Strapi's page on its server; fastify/fastify, issue 709)",
    ...soundWeb("npx strapi start", { ...node, variables: strapi({ HOST: "localhost" }) }),
  },
  {
    rule: LOOPBACK,
    why: "Directus listens on HOST (Directus's page on its configuration)",
    ...hosted("docker.io/directus/directus", "11.4.1", {
      HOST: "127.0.0.1",
      KEY: "c7a4b8de-31f0-4a55-9f0e-2f1bd3c0aa11",
      SECRET: CANARY,
      DB_CLIENT: "pg",
      DB_CONNECTION_STRING: SESSION,
    }),
  },
  {
    rule: LOOPBACK,
    why: "Next's standalone server of Langfuse listens on HOSTNAME (Langfuse's page on its configuration)",
    ...hosted("docker.io/langfuse/langfuse", "2", {
      HOSTNAME: "localhost",
      DATABASE_URL: SESSION,
      NEXTAUTH_URL: "https://traces.marsh.example.org",
      NEXTAUTH_SECRET: CANARY,
      SALT: "reed7Bunting0salt",
    }),
  },
  {
    rule: `${PORT}|${STANDARD}`,
    why: "n8n listens on N8N_PORT (n8n's page on deployment variables; eborges-git/n8n-render, issue 11)",
    ...hosted("docker.io/n8nio/n8n", "1.107.3", n8n({ N8N_PORT: "5678" })),
  },
  {
    rule: LOOPBACK,
    why: "--host 127.0.0.1 is what serve listens on (Open WebUI's page on environment variables)",
    ...soundWeb("open-webui serve --host 127.0.0.1 --port $PORT", {
      driver: "psycopg2",
      variables: { DATABASE_URL: SESSION },
    }),
  },
  {
    rule: `${LOOPBACK}|environment/debug-in-production`,
    why: "superset run is Flask's server, which listens on 127.0.0.1 without --host (apache/superset, issue 2195)",
    ...soundWeb("superset run -p $PORT --with-threads --reload --debugger", {
      driver: "psycopg2",
      variables: { SUPERSET_SECRET_KEY: "u8Grebe2coot7Teal5wigeon1Smew" },
    }),
  },
  {
    rule: LOOPBACK,
    why: "-h is headless, not a host, and Chainlit's default host is 127.0.0.1 (Chainlit's page on its command line)",
    ...soundWeb("chainlit run app.py -h --port $PORT"),
  },
  {
    rule: LOOPBACK,
    why: "adk's servers listen on 127.0.0.1 unless --host is there (google/adk-python's command line)",
    ...soundWeb("adk api_server --port $PORT agents", bare),
  },
  {
    rule: LOOPBACK,
    why: "Voila is a server of Jupyter's and listens on localhost without --Voila.ip (Voila's page on deployment)",
    ...soundWeb("voila --port=$PORT --no-browser notebooks/tides.ipynb", bare),
  },
  {
    rule: HOSTS,
    why: "without --allow-websocket-origin Bokeh's server refuses the page's connection from another host (Panel's page on Heroku)",
    ...soundWeb("panel serve dashboard.py --address=0.0.0.0 --port=$PORT", bare),
  },
  {
    rule: `${LOOPBACK}|${PORT}|${STANDARD}`,
    why: "pocketbase serve listens on 127.0.0.1:8090 without --http (PocketBase's page on going to production)",
    ...soundWeb("./pocketbase serve --dir=/var/data/pb_data", {
      ...docker,
      ...bare,
    }),
  },
  {
    rule: `${PORT}|${STANDARD}`,
    why: "MinIO's server listens on 9000 without --address (llm-edge/hal-9100, issue 47)",
    ...soundWeb("minio server /data", {
      ...bare,
      variables: { MINIO_ROOT_USER: "heron", MINIO_ROOT_PASSWORD: CANARY },
      properties: {
        runtimeSource: {
          image: { imageUrl: "docker.io/minio/minio", tag: "RELEASE.2025-04-22T22-12-26Z" },
        },
        healthCheckPath: "/minio/health/live",
      },
    }),
  },
  {
    rule: LOOPBACK,
    why: "artisan serve listens on 127.0.0.1 without --host (Shopify/shopify-app-template-php, issue 475)",
    ...soundWeb("php artisan migrate --force && php artisan serve --port=$PORT", { ...docker, ...bare }),
  },
  {
    rule: LOOPBACK,
    why: "fastify-cli listens on localhost without --address (nestjs/nest, issue 1027; fastify-cli's README)",
    ...soundWeb("npx fastify start -l info -p $PORT dist/app.js", node),
  },
];
