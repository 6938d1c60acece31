import { prisma } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { DOCKER, node, POOL, REF, ruby, url } from "../written";
import { CANARY, container, HEX, product, sound, starts } from "./reported-services-form";

type Variables = Readonly<Record<string, string>>;
const n8n = (of: Variables) => product("n8nio/n8n", "1.115.3", { N8N_PORT: "8000", ...of });
const grafana = (of: Variables) =>
  product("grafana/grafana", "11.6.0", { GF_SERVER_HTTP_PORT: "8000", ...of });
const directus = (of: Variables) => product("directus/directus", "11.10.0", of);
const plausible = (of: Variables) =>
  product("ghcr.io/plausible/community-edition", "v2.1.5", { HTTP_PORT: "8000", ...of });
const vault = (of: Variables) => product("vaultwarden/server", "1.33.2", { ROCKET_PORT: "8000", ...of });
const six = (rest = "", scheme = "postgresql") =>
  url(`postgres.${REF}`, `${POOL}:6543/postgres${rest}`, scheme);
const five = (rest = "", scheme = "postgresql") =>
  url(`postgres.${REF}`, `${POOL}:5432/postgres${rest}`, scheme);
const gunicorn = "gunicorn app:app --bind 0.0.0.0:$PORT";
const uvicorn = "uvicorn main:app --host 0.0.0.0 --port $PORT";

/** The sound neighbours of what is broken among products that are hosted as they are published. */
export const HOSTED_PRODUCTS_SOUND: readonly ExplainedCase[] = [
  sound("an address of Kestrel's", {
    driver: "npgsql",
    command: "dotnet Harbor.Api.dll",
    properties: DOCKER,
    variables: { ASPNETCORE_URLS: "http://+:8000" },
  }),
  sound("Spring fills in ${…} by itself", {
    ...container,
    command: "java -jar harbor.jar",
    variables: { SERVER_PORT: "${PORT}" },
  }),
  starts("one process without workers of its own", uvicorn, { variables: { WEB_CONCURRENCY: "0" } }),
  sound("Puma's single mode", {
    ...ruby,
    command: "bundle exec puma -b tcp://0.0.0.0:$PORT",
    variables: { WEB_CONCURRENCY: "0", RAILS_MAX_THREADS: "5" },
  }),
  sound("Puma counts the processors", {
    ...ruby,
    command: "bundle exec puma -b tcp://0.0.0.0:$PORT",
    variables: { WEB_CONCURRENCY: "auto" },
  }),
  starts("a number", gunicorn, { variables: { WEB_CONCURRENCY: "2" } }),
  sound("options that node takes there", {
    ...node,
    command: "node dist/main.js",
    variables: { NODE_OPTIONS: "--max-old-space-size=400 --enable-source-maps" },
  }),
  sound("a loader is no debugger", {
    ...node,
    command: "node dist/main.js",
    variables: { NODE_OPTIONS: "--import ./inspect-brk.mjs" },
  }),
  starts("a switch", gunicorn, { variables: { DJANGO_DEBUG: "False" } }),
  starts("a word of its own", gunicorn, { variables: { THEME: "true-north", PARSER: "fales-parser" } }),
  starts("a sharp that is no comment", gunicorn, {
    variables: {
      BRAND_COLOR: "#2a7",
      SLACK_CHANNEL: "#deploys",
      DOCS_URL: "https://docs.harborlamp.io/guide#install",
      TITLE: "Harbor # 9",
      LANGUAGE_NAME: "C# and F#",
    },
  }),
  sound("the path is one below the root directory", {
    ...container,
    command: null,
    properties: {
      rootDirectory: "api",
      runtimeSource: {
        docker: {
          repoUrl: "https://github.com/acme/api",
          branch: "main",
          dockerfilePath: "./docker/Dockerfile",
        },
      },
    },
  }),
  sound("one of both, each", {
    ...container,
    command: "./server --port 8000",
    properties: { ...DOCKER, envVars: { PORT: { value: "8000" }, API_SALT: { generateValue: true } } },
  }),
  sound("the public address", n8n({ WEBHOOK_URL: "https://flows.harborlamp.io/" })),
  sound(
    "PostgreSQL in n8n's word",
    n8n({
      DB_TYPE: "postgresdb",
      DB_POSTGRESDB_HOST: POOL,
      DB_POSTGRESDB_USER: `postgres.${REF}`,
    }),
  ),
  sound("SQLite", n8n({ DB_TYPE: "sqlite" })),
  sound(
    "a queue with its store",
    n8n({ EXECUTIONS_MODE: "queue", QUEUE_BULL_REDIS_HOST: "red-d0made0up0example0q" }),
  ),
  sound("no queue", n8n({ EXECUTIONS_MODE: "regular" })),
  sound(
    "PostgreSQL in Metabase's word",
    product("metabase/metabase", "v0.52.4", {
      MB_JETTY_PORT: "8000",
      MB_DB_TYPE: "postgres",
      MB_ENCRYPTION_SECRET_KEY: HEX,
    }),
  ),
  ...["pg", "postgres", "sqlite3", "mysql", "cockroachdb"].map((DB_CLIENT) =>
    sound("a client of Directus'", directus({ DB_CLIENT })),
  ),
  sound("PostgreSQL in Strapi's word", {
    ...node,
    command: "npx strapi start",
    variables: {
      HOST: "0.0.0.0",
      DATABASE_CLIENT: "postgres",
      DATABASE_HOST: POOL,
      DATABASE_USERNAME: `postgres.${REF}`,
    },
  }),
  sound(
    "MySQL",
    product("ghost", "5.104", {
      server__port: "8000",
      url: "https://news.harborlamp.io",
      database__client: "mysql",
      database__connection__host: "mysql.harborlamp.io",
    }),
  ),
  sound(
    "PostgreSQL in Grafana's word",
    grafana({
      GF_DATABASE_TYPE: "postgres",
      GF_DATABASE_HOST: `${POOL}:5432`,
      GF_DATABASE_USER: `postgres.${REF}`,
      GF_DATABASE_SSL_MODE: "require",
    }),
  ),
  ...["true", "false"].map((HASURA_GRAPHQL_ENABLE_CONSOLE) =>
    sound(
      "a switch of Hasura's",
      product("hasura/graphql-engine", "v2.45.1", {
        HASURA_GRAPHQL_SERVER_PORT: "8000",
        HASURA_GRAPHQL_ENABLE_CONSOLE,
      }),
    ),
  ),
  sound("a URL and a long key", plausible({ BASE_URL: "https://stats.harborlamp.io", SECRET_KEY_BASE: HEX })),
  sound("a URL", vault({ DOMAIN: "https://vault.harborlamp.io" })),
  sound("a path is part of it", vault({ DOMAIN: "https://harborlamp.io/vault" })),
  starts("a domain of another program", gunicorn, {
    variables: { DOMAIN: "harborlamp.io", SECRET_KEY: "k3JqL9vXwrenBarley" },
  }),
  sound(
    "64 hexadecimal digits",
    product("outlinewiki/outline", "0.82.0", {
      URL: "https://wiki.harborlamp.io",
      SECRET_KEY: HEX,
    }),
  ),
  sound(
    "PostgreSQL in Mattermost's word",
    product("mattermost/mattermost-team-edition", "10.5", {
      MM_SQLSETTINGS_DRIVERNAME: "postgres",
      MM_SQLSETTINGS_DATASOURCE: five("?sslmode=require"),
    }),
  ),
  sound(
    "PostgreSQL in Gitea's word",
    product("gitea/gitea", "1.23", {
      GITEA__server__HTTP_PORT: "8000",
      GITEA__database__DB_TYPE: "postgres",
      GITEA__database__HOST: `${POOL}:5432`,
      GITEA__database__USER: `postgres.${REF}`,
    }),
  ),
  sound(
    "a mode of libpq's",
    product("listmonk/listmonk", "v4.1.0", {
      LISTMONK_app__address: "0.0.0.0:8000",
      LISTMONK_db__host: POOL,
      LISTMONK_db__user: `postgres.${REF}`,
      LISTMONK_db__ssl_mode: "require",
    }),
  ),
  sound(
    "SQLAlchemy's dialect",
    product("apache/superset", "4.1.1", {
      SUPERSET_PORT: "8000",
      SQLALCHEMY_DATABASE_URI: five(),
    }),
  ),
  sound(
    "SQLAlchemy's dialect",
    product("apache/airflow", "2.10.5", {
      AIRFLOW__WEBSERVER__WEB_SERVER_PORT: "8000",
      AIRFLOW__DATABASE__SQL_ALCHEMY_CONN: five("", "postgresql+psycopg2"),
    }),
  ),
  sound(
    "PostgreSQL in Flowise's word",
    product("flowiseai/flowise", "2.2.4", {
      DATABASE_TYPE: "postgres",
      DATABASE_HOST: POOL,
      DATABASE_USER: `postgres.${REF}`,
    }),
  ),
  sound("TypeORM's word in another program", {
    ...node,
    command: "node dist/main.js",
    variables: {
      DATABASE_TYPE: "postgresql",
      DB_TYPE: "postgresql",
      DB_CLIENT: "postgres",
      DATABASE_CLIENT: "postgresql",
    },
  }),
  sound(
    "SQLAlchemy's dialect",
    product("langflowai/langflow", "1.2.0", {
      LANGFLOW_PORT: "8000",
      LANGFLOW_HOST: "0.0.0.0",
      LANGFLOW_DATABASE_URL: five(),
    }),
  ),
  sound(
    "the pooler in NocoDB's form",
    product("nocodb/nocodb", "0.260", {
      NC_DB: `pg://${POOL}:5432?u=postgres.${REF}&p=${CANARY}&d=postgres`,
    }),
  ),
  sound(
    "PostgreSQL in Wiki.js' word",
    product("requarks/wiki", "2", { DB_TYPE: "postgres", DB_HOST: POOL, DB_USER: `postgres.${REF}` }),
  ),
  sound(
    "hexadecimal digits",
    product("darthsim/imgproxy", "v3.27", { IMGPROXY_KEY: HEX, IMGPROXY_SALT: HEX }),
  ),
  sound("two keys of imgproxy", product("darthsim/imgproxy", "v3.27", { IMGPROXY_KEY: `${HEX},${HEX}` })),
  sound(
    "a URL",
    product("binwiederhier/ntfy", "v2.11.0", {
      NTFY_LISTEN_HTTP: ":8000",
      NTFY_BASE_URL: "https://push.harborlamp.io",
    }),
  ),
  ...(
    [
      ["HTTP is on", "start", { KC_HTTP_ENABLED: "true" }],
      ["HTTP is on in the command", "start --http-enabled=true", {}],
      ["a proxy decrypts, as of old", "start --proxy edge", {}],
      ["a proxy decrypts, as of old", "start", { KC_PROXY: "edge" }],
      ["a certificate is there", "start", { KC_HTTPS_CERTIFICATE_FILE: "/etc/secrets/tls.crt" }],
    ] as const
  ).map(([why, words, of]) =>
    sound(why, {
      ...product(
        "quay.io/keycloak/keycloak",
        "26.1.0",
        { KC_HTTP_PORT: "8000", KC_HOSTNAME: "https://auth.harborlamp.io", ...of },
        { healthCheckPath: "/realms/master" },
      ),
      command: `/opt/keycloak/bin/kc.sh ${words}`,
    }),
  ),
  sound(
    "Langflow names its own driver",
    product("langflowai/langflow", "1.2.0", {
      LANGFLOW_PORT: "8000",
      LANGFLOW_DATABASE_URL: five("", "postgres"),
    }),
  ),
  sound("Active Record leaves out what libpq does not know", {
    ...ruby,
    command: "bundle exec puma -b tcp://0.0.0.0:$PORT",
    variables: { DATABASE_URL: five("?pgbouncer=true") },
  }),
  starts("what psycopg2 knows", "gunicorn harbor.wsgi --bind 0.0.0.0:$PORT", {
    driver: "psycopg2",
    variables: { DATABASE_URL: six("?sslmode=require&connect_timeout=10") },
  }),
  sound("each at its port", {
    ...prisma,
    variables: { DATABASE_URL: six("?pgbouncer=true&connection_limit=5"), DIRECT_URL: five() },
  }),
  sound("JDBC's own parameters", {
    ...container,
    driver: "pgjdbc",
    command: "java -jar harbor.jar",
    variables: {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:5432/postgres`,
      SPRING_DATASOURCE_USERNAME: `postgres.${REF}`,
    },
  }),
  sound("Active Record prepares nothing", {
    ...ruby,
    command: "bundle exec puma -b tcp://0.0.0.0:$PORT",
    variables: { DATABASE_URL: six("?prepared_statements=false") },
  }),
];
