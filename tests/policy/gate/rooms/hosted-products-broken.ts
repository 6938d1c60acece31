import {
  IPV6,
  LOCAL,
  LOOPBACK,
  MALFORMED,
  MODE,
  PLACEHOLDER,
  PORT,
  prisma,
  START,
  TENANT,
  TLS,
} from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { DIRECT, DOCKER, node, POOL, REF, ruby, TRANSACTION, url } from "../written";
import { broken, CANARY, container, DEBUG, fails, NEED, product, REFUSED } from "./reported-services-form";

type Variables = Readonly<Record<string, string>>;
const PARAMETERS = "database/url-parameters";
const n8n = (of: Variables) => product("n8nio/n8n", "1.115.3", { N8N_PORT: "8000", ...of });
const grafana = (of: Variables) =>
  product("grafana/grafana", "11.6.0", { GF_SERVER_HTTP_PORT: "8000", ...of });
const plausible = (of: Variables) =>
  product("ghcr.io/plausible/community-edition", "v2.1.5", { HTTP_PORT: "8000", ...of });
const vault = (of: Variables) => product("vaultwarden/server", "1.33.2", { ROCKET_PORT: "8000", ...of });
const six = (rest = "", scheme = "postgresql") =>
  url(`postgres.${REF}`, `${POOL}:6543/postgres${rest}`, scheme);
const five = (rest = "", scheme = "postgresql") =>
  url(`postgres.${REF}`, `${POOL}:5432/postgres${rest}`, scheme);
const sync = { driver: "sqlalchemy-psycopg2" } as const;

/** Values that a reader takes otherwise than its owner meant. */
const VALUES: readonly ExplainedCase[] = [
  broken(
    `${REFUSED}|${PLACEHOLDER}|${PORT}`,
    "Render fills in nothing, and Kestrel takes +:$PORT for a host at port 80",
    {
      driver: "npgsql",
      command: "dotnet Harbor.Api.dll",
      properties: DOCKER,
      variables: { ASPNETCORE_URLS: "http://+:$PORT" },
    },
  ),
  broken(`${REFUSED}|${PLACEHOLDER}`, "Render fills in nothing, and Spring reads ${…} alone", {
    ...container,
    command: "java -jar harbor.jar",
    variables: { SERVER_PORT: "$PORT" },
  }),
  fails(
    `${REFUSED}|${START}`,
    "gunicorn's master listens, and no worker answers",
    "gunicorn app:app --bind 0.0.0.0:$PORT",
    {
      variables: { WEB_CONCURRENCY: "0" },
    },
  ),
  fails(`${REFUSED}|${START}`, "the same by its option", "gunicorn app:app --workers 0 --bind 0.0.0.0:$PORT"),
  fails(REFUSED, "gunicorn takes a number", "gunicorn app:app --bind 0.0.0.0:$PORT", {
    variables: { WEB_CONCURRENCY: "two" },
  }),
  broken(REFUSED, "Puma's threads are an Integer(): invalid value", {
    ...ruby,
    command: "bundle exec puma -C config/puma.rb",
    variables: { RAILS_MAX_THREADS: "five" },
  }),
  broken(`${REFUSED}|${DEBUG}`, "node waits for a debugger before its first line", {
    ...node,
    command: "node dist/main.js",
    variables: { NODE_OPTIONS: "--inspect-brk" },
  }),
  broken(`${REFUSED}|${DEBUG}`, "the debugger's port is open beside the service's", {
    ...node,
    command: "node dist/main.js",
    variables: { NODE_OPTIONS: "--inspect=0.0.0.0:9229" },
  }),
  fails(REFUSED, "neither True nor False", "gunicorn harbor.wsgi --bind 0.0.0.0:$PORT", {
    variables: { DJANGO_DEBUG: "Flase" },
  }),
  fails(REFUSED, "a platform's value has no comments", "gunicorn app:app --bind 0.0.0.0:$PORT", {
    variables: { DB_POOL_SIZE: "10 # per process" },
  }),
  fails(REFUSED, "the same of a switch", "gunicorn app:app --bind 0.0.0.0:$PORT", {
    variables: { USE_CACHE: "true # since March" },
  }),
  broken("service/missing-file|service/source", "the path is read in the root directory", {
    ...container,
    command: null,
    properties: {
      rootDirectory: "api",
      runtimeSource: {
        docker: {
          repoUrl: "https://github.com/acme/api",
          branch: "main",
          dockerfilePath: "./api/Dockerfile",
        },
      },
    },
  }),
];

/** Products by their own variables. */
const PRODUCTS: readonly ExplainedCase[] = [
  broken(
    `${PLACEHOLDER}|${LOCAL}|${REFUSED}`,
    "callers are given localhost",
    n8n({ WEBHOOK_URL: "http://localhost:5678/" }),
  ),
  broken(
    REFUSED,
    "n8n calls it postgresdb",
    n8n({ DB_TYPE: "postgres", DB_POSTGRESDB_HOST: POOL, DB_POSTGRESDB_USER: `postgres.${REF}` }),
  ),
  broken(
    `${LOCAL}|${NEED}`,
    "without QUEUE_BULL_REDIS_HOST n8n asks localhost",
    n8n({ EXECUTIONS_MODE: "queue" }),
  ),
  broken(
    TENANT,
    "Tenant or user not found (n8n-io/n8n 12878)",
    n8n({
      DB_TYPE: "postgresdb",
      DB_POSTGRESDB_HOST: POOL,
      DB_POSTGRESDB_USER: "postgres",
    }),
  ),
  broken(
    REFUSED,
    "Metabase calls it postgres",
    product("metabase/metabase", "v0.52.4", {
      MB_JETTY_PORT: "8000",
      MB_DB_TYPE: "postgresql",
    }),
  ),
  broken(
    REFUSED,
    "Metabase asks for 16 characters or more",
    product("metabase/metabase", "v0.52.4", {
      MB_JETTY_PORT: "8000",
      MB_ENCRYPTION_SECRET_KEY: "k3JqL9vX",
    }),
  ),
  broken(REFUSED, "Strapi calls it postgres", {
    ...node,
    command: "npx strapi start",
    variables: {
      HOST: "0.0.0.0",
      DATABASE_CLIENT: "postgresql",
      DATABASE_HOST: POOL,
      DATABASE_USERNAME: `postgres.${REF}`,
    },
  }),
  broken(
    REFUSED,
    "Ghost takes MySQL and SQLite alone",
    product("ghost", "5.104", {
      server__port: "8000",
      url: "https://news.harborlamp.io",
      database__client: "postgres",
    }),
  ),
  broken(
    `${PLACEHOLDER}|${LOCAL}|${REFUSED}`,
    "Ghost sends its readers to localhost",
    product("ghost", "5.104", {
      server__port: "8000",
      url: "http://localhost:2368",
    }),
  ),
  broken(
    REFUSED,
    "Grafana calls it postgres",
    grafana({ GF_DATABASE_TYPE: "postgresql", GF_DATABASE_HOST: `${POOL}:5432` }),
  ),
  broken(
    IPV6,
    "the direct host has no IPv4",
    grafana({
      GF_DATABASE_TYPE: "postgres",
      GF_DATABASE_HOST: `${DIRECT}:5432`,
      GF_DATABASE_USER: "postgres",
    }),
  ),
  broken(
    TLS,
    "nothing is encrypted",
    grafana({
      GF_DATABASE_TYPE: "postgres",
      GF_DATABASE_HOST: `${POOL}:5432`,
      GF_DATABASE_USER: `postgres.${REF}`,
      GF_DATABASE_SSL_MODE: "disable",
    }),
  ),
  broken(
    REFUSED,
    "Hasura takes true and false",
    product("hasura/graphql-engine", "v2.45.1", {
      HASURA_GRAPHQL_SERVER_PORT: "8000",
      HASURA_GRAPHQL_ENABLE_CONSOLE: "ture",
    }),
  ),
  broken(
    REFUSED,
    "Plausible ends at a BASE_URL without a scheme",
    plausible({ BASE_URL: "stats.harborlamp.io" }),
  ),
  broken(
    REFUSED,
    "Plausible asks for 64 bytes",
    plausible({ BASE_URL: "https://stats.harborlamp.io", SECRET_KEY_BASE: "k3JqL9vX" }),
  ),
  broken(REFUSED, "Vaultwarden ends at a DOMAIN without a scheme", vault({ DOMAIN: "vault.harborlamp.io" })),
  broken(
    REFUSED,
    "Outline asks for 64 hexadecimal digits",
    product("outlinewiki/outline", "0.82.0", {
      URL: "https://wiki.harborlamp.io",
      SECRET_KEY: "k3JqL9vXwren",
    }),
  ),
  broken(
    REFUSED,
    "Mattermost calls it postgres",
    product("mattermost/mattermost-team-edition", "10.5", {
      MM_SQLSETTINGS_DRIVERNAME: "postgresql",
      MM_SQLSETTINGS_DATASOURCE: five("?sslmode=require"),
    }),
  ),
  broken(
    REFUSED,
    "Gitea calls it postgres",
    product("gitea/gitea", "1.23", {
      GITEA__server__HTTP_PORT: "8000",
      GITEA__database__DB_TYPE: "postgresql",
      GITEA__database__HOST: `${POOL}:5432`,
    }),
  ),
  broken(
    `${REFUSED}|${TLS}`,
    "libpq has no mode off",
    product("listmonk/listmonk", "v4.1.0", {
      LISTMONK_app__address: "0.0.0.0:8000",
      LISTMONK_db__host: POOL,
      LISTMONK_db__user: `postgres.${REF}`,
      LISTMONK_db__ssl_mode: "off",
    }),
  ),
  broken(
    MALFORMED,
    "SQLAlchemy has no dialect postgres",
    product("apache/superset", "4.1.1", {
      SUPERSET_PORT: "8000",
      SQLALCHEMY_DATABASE_URI: five("", "postgres"),
    }),
  ),
  broken(
    MALFORMED,
    "SQLAlchemy has no dialect postgres",
    product("apache/airflow", "2.10.5", {
      AIRFLOW__WEBSERVER__WEB_SERVER_PORT: "8000",
      AIRFLOW__DATABASE__SQL_ALCHEMY_CONN: five("", "postgres"),
    }),
  ),
  broken(
    `${MODE}|database/direct-for-migrations`,
    "Prisma's statements are prepared at 6543 (BerriAI/litellm 5159)",
    product("ghcr.io/berriai/litellm", "main-v1.61.0", { PORT: "4000", DATABASE_URL: six() }),
  ),
  broken(
    REFUSED,
    "Flowise calls it postgres, and keeps SQLite else",
    product("flowiseai/flowise", "2.2.4", {
      DATABASE_TYPE: "postgresql",
      DATABASE_HOST: POOL,
      DATABASE_USER: `postgres.${REF}`,
    }),
  ),
  broken(
    `${PLACEHOLDER}|${LOCAL}|${REFUSED}`,
    "sign-ins are sent to localhost",
    product("baptistearno/typebot-builder", "3.6", {
      NEXTAUTH_URL: "http://localhost:3000",
    }),
  ),
  broken(
    IPV6,
    "the direct host has no IPv4",
    product("nocodb/nocodb", "0.260", {
      NC_DB: `pg://${DIRECT}:5432?u=postgres&p=${CANARY}&d=postgres`,
    }),
  ),
  broken(
    REFUSED,
    "Wiki.js calls it postgres",
    product("requarks/wiki", "2", {
      PORT: "3000",
      DB_TYPE: "postgresql",
      DB_HOST: POOL,
      DB_USER: `postgres.${REF}`,
    }),
  ),
  broken(
    REFUSED,
    "imgproxy takes hexadecimal digits",
    product("darthsim/imgproxy", "v3.27", { IMGPROXY_KEY: `${CANARY}-key` }),
  ),
  broken(
    REFUSED,
    "ntfy ends at a base URL without a scheme",
    product("binwiederhier/ntfy", "v2.11.0", {
      NTFY_LISTEN_HTTP: ":8000",
      NTFY_BASE_URL: "push.harborlamp.io",
    }),
  ),
  broken(
    LOOPBACK,
    "Langflow binds LANGFLOW_HOST",
    product("langflowai/langflow", "1.2.0", {
      LANGFLOW_PORT: "8000",
      LANGFLOW_HOST: "127.0.0.1",
    }),
  ),
  broken(`${NEED}|${REFUSED}|${START}`, "Key material not provided to setup HTTPS", {
    ...product(
      "quay.io/keycloak/keycloak",
      "26.1.0",
      { KC_HTTP_PORT: "8000", KC_HOSTNAME: "https://auth.harborlamp.io", KC_DB: "postgres" },
      { healthCheckPath: "/realms/master" },
    ),
    command: "/opt/keycloak/bin/kc.sh start",
  }),
];

/** Databases in the forms of drivers and frameworks. */
const DATABASES: readonly ExplainedCase[] = [
  fails(PARAMETERS, "psycopg2 knows no prepare_threshold", "gunicorn harbor.wsgi --bind 0.0.0.0:$PORT", {
    driver: "psycopg2",
    variables: { DATABASE_URL: six("?prepare_threshold=0") },
  }),
  fails(
    PARAMETERS,
    "psycopg2 knows no prepared_statement_cache_size",
    "gunicorn app:app --bind 0.0.0.0:$PORT",
    {
      ...sync,
      variables: { DATABASE_URL: six("?prepared_statement_cache_size=0", "postgresql+psycopg2") },
    },
  ),
  fails(MODE, "psycopg prepares from the fifth time on", "uvicorn main:app --host 0.0.0.0 --port $PORT", {
    driver: "psycopg",
    variables: { DATABASE_URL: six() },
  }),
  fails(
    PARAMETERS,
    "connect() got an unexpected keyword argument 'sslmode'",
    "uvicorn main:app --host 0.0.0.0 --port $PORT",
    {
      driver: "sqlalchemy-asyncpg",
      variables: { DATABASE_URL: five("?sslmode=require", "postgresql+asyncpg") },
    },
  ),
  broken(
    "database/direct-for-migrations|database/transaction-mode-statements",
    "migrations go to transaction mode",
    {
      ...prisma,
      variables: { DATABASE_URL: six("?pgbouncer=true"), DIRECT_URL: six() },
    },
  ),
  fails(
    TENANT,
    "a dash is before the project, and not a dot",
    "uvicorn main:app --host 0.0.0.0 --port $PORT",
    {
      driver: "psycopg",
      variables: { DATABASE_URL: url(`postgres-${REF}`, `${POOL}:5432/postgres`) },
    },
  ),
  fails(
    "database/supabase-endpoint",
    "the pooler listens on 5432 and 6543",
    "uvicorn main:app --host 0.0.0.0 --port $PORT",
    {
      driver: "psycopg",
      variables: { DATABASE_URL: url(`postgres.${REF}`, `${POOL}:6432/postgres`) },
    },
  ),
  broken(MALFORMED, "JDBC takes no user before the host", {
    ...container,
    driver: "pgjdbc",
    command: "java -jar harbor.jar",
    variables: { SPRING_DATASOURCE_URL: `jdbc:${five()}` },
  }),
  broken(MODE, "Npgsql prepares by itself", {
    driver: "npgsql",
    command: "dotnet Harbor.Api.dll --urls http://0.0.0.0:8000",
    properties: DOCKER,
    variables: {
      ConnectionStrings__Default: `Host=${POOL};Port=6543;Database=postgres;Username=postgres.${REF};Password=${CANARY};Max Auto Prepare=20`,
    },
  }),
  broken(MODE, "Active Record prepares its statements", {
    ...ruby,
    command: "bundle exec puma -b tcp://0.0.0.0:$PORT",
    variables: { DATABASE_URL: TRANSACTION.replace("?sslmode=require", "") },
  }),
];

export const HOSTED_PRODUCTS_BROKEN: readonly ExplainedCase[] = [...VALUES, ...PRODUCTS, ...DATABASES];
