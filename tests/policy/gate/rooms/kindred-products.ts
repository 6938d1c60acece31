import { IPV6, LOCAL, MODE, PLACEHOLDER, prisma } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, DIRECT, node, POOL, REF, url } from "../written";
import {
  broken,
  CANARY,
  container,
  fails,
  HEX,
  NEED,
  product,
  REFUSED,
  sound,
  starts,
} from "./reported-services-form";

const six = (rest = "", scheme = "postgresql") =>
  url(`postgres.${REF}`, `${POOL}:6543/postgres${rest}`, scheme);
const five = (rest = "", scheme = "postgresql") =>
  url(`postgres.${REF}`, `${POOL}:5432/postgres${rest}`, scheme);
const HERE = `${PLACEHOLDER}|${LOCAL}|${REFUSED}`;
const server = { ...node, command: "node dist/main.js" } as const;
const gunicorn = "gunicorn harbor.wsgi --bind 0.0.0.0:$PORT";

/** Other products and drivers than those of the batch before, in the same kinds of faults. */
export const KINDRED_PRODUCTS_BROKEN: readonly ExplainedCase[] = [
  broken(
    REFUSED,
    "Typebot asks for 32 characters",
    product("baptistearno/typebot-builder", "3.6", { ENCRYPTION_SECRET: "k3JqL9vXwren" }),
  ),
  broken(
    REFUSED,
    "Cal.com asks for 32 characters",
    product("calcom/cal.com", "v5.0", { CALENDSO_ENCRYPTION_KEY: "k3JqL9vXwren" }),
  ),
  broken(
    REFUSED,
    "no zone has a blank",
    product("n8nio/n8n", "1.115.3", { N8N_PORT: "8000", GENERIC_TIMEZONE: "America/New York" }),
  ),
  broken(
    HERE,
    "links lead to localhost",
    product("grafana/grafana", "11.6.0", {
      GF_SERVER_HTTP_PORT: "8000",
      GF_SERVER_ROOT_URL: "http://localhost:3000",
    }),
  ),
  broken(
    HERE,
    "links lead to localhost",
    product("metabase/metabase", "v0.52.4", { MB_JETTY_PORT: "8000", MB_SITE_URL: "http://localhost:3000" }),
  ),
  broken(
    REFUSED,
    "forwarded or xforwarded",
    product(
      "quay.io/keycloak/keycloak",
      "26.1.0",
      { KC_HTTP_PORT: "8000", KC_PROXY_HEADERS: "edge" },
      { healthCheckPath: "/realms/master" },
    ),
  ),
  broken(
    `${NEED}|${LOCAL}`,
    "without REDIS Directus asks localhost",
    product("directus/directus", "11.10.0", { CACHE_ENABLED: "true", CACHE_STORE: "redis" }),
  ),
  broken(
    IPV6,
    "the direct host has no IPv4",
    product("nextcloud", "30", { POSTGRES_HOST: DIRECT, POSTGRES_USER: "postgres", POSTGRES_DB: "postgres" }),
  ),
  broken(
    REFUSED,
    "starttls, force_tls or off",
    product("vaultwarden/server", "1.33.2", {
      ROCKET_PORT: "8000",
      SMTP_HOST: "smtp.harborlamp.io",
      SMTP_SECURITY: "tls",
    }),
  ),
  broken(
    REFUSED,
    "neither true nor false",
    product("ghcr.io/open-webui/open-webui", "main", { ENABLE_SIGNUP: "flase" }),
  ),
  broken(
    REFUSED,
    "pgvector, as Open WebUI calls it",
    product("ghcr.io/open-webui/open-webui", "main", { VECTOR_DB: "postgres" }),
  ),
  broken(REFUSED, "MinIO asks for 8 characters", {
    ...product("minio/minio", "RELEASE.2025-04-22T22-12-26Z", {
      MINIO_ROOT_USER: "harbor",
      MINIO_ROOT_PASSWORD: "k3JqL",
    }),
    command: "minio server /data --address :8000",
  }),
  broken(NEED, "MongoDB makes no user without a password", {
    ...product("mongo", "7.0", { MONGO_INITDB_ROOT_USERNAME: "harbor", PORT: "27017" }),
    kind: "private",
  }),
  broken(
    REFUSED,
    "pgAdmin ends at what is no address of mail",
    product("dpage/pgadmin4", "8.14", {
      PGADMIN_LISTEN_PORT: "8000",
      PGADMIN_DEFAULT_EMAIL: "admin",
      PGADMIN_DEFAULT_PASSWORD: CANARY,
    }),
  ),
  broken(
    NEED,
    "pgAdmin ends without a password",
    product("dpage/pgadmin4", "8.14", {
      PGADMIN_LISTEN_PORT: "8000",
      PGADMIN_DEFAULT_EMAIL: "ops@harborlamp.io",
    }),
  ),
  broken(
    REFUSED,
    "Gotify calls it postgres",
    product("gotify/server", "2.6.1", { GOTIFY_SERVER_PORT: "8000", GOTIFY_DATABASE_DIALECT: "postgresql" }),
  ),
  broken(
    REFUSED,
    "linkding calls it postgres",
    product("sissbruecker/linkding", "1.38", { LD_SERVER_PORT: "8000", LD_DB_ENGINE: "postgresql" }),
  ),
  broken(
    REFUSED,
    "Shlink calls it postgres",
    product("shlinkio/shlink", "4.4", {
      PORT: "8000",
      DB_DRIVER: "postgresql",
      DB_HOST: POOL,
      DB_USER: `postgres.${REF}`,
    }),
  ),
  broken(
    REFUSED,
    "ZITADEL asks for 32 bytes",
    product("ghcr.io/zitadel/zitadel", "v2.71", { ZITADEL_PORT: "8000", ZITADEL_MASTERKEY: "k3JqL9vXwren" }),
  ),
  broken(
    IPV6,
    "the direct host has no IPv4",
    product("registry.supertokens.io/supertokens/supertokens-postgresql", "9.3", {
      SUPERTOKENS_PORT: "8000",
      POSTGRESQL_CONNECTION_URI: url("postgres", `${DIRECT}:5432/postgres`),
    }),
  ),
  broken(REFUSED, "The dialect postgresql is not supported", {
    ...server,
    variables: { DB_DIALECT: "postgresql", DB_HOST: POOL, DB_USER: `postgres.${REF}` },
  }),
  broken(REFUSED, "TypeORM calls it postgres", {
    ...server,
    variables: { TYPEORM_CONNECTION: "postgresql", TYPEORM_HOST: POOL, TYPEORM_USERNAME: `postgres.${REF}` },
  }),
  fails(REFUSED, "Django's backend has its module's whole name", gunicorn, {
    driver: "psycopg2",
    variables: { DB_ENGINE: "postgresql", DB_HOST: POOL, DB_USER: `postgres.${REF}` },
  }),
  broken("database/supabase-endpoint", "MySQL's port", {
    ...container,
    command: "php artisan serve --host=0.0.0.0 --port=8000",
    variables: { DB_CONNECTION: "pgsql", DB_HOST: POOL, DB_PORT: "3306", DB_USERNAME: `postgres.${REF}` },
  }),
  broken(MODE, "postgres.js prepares", {
    ...node,
    driver: "postgres-js",
    command: "node dist/main.js",
    variables: { DATABASE_URL: six() },
  }),
  broken(MODE, "Ecto prepares by name", {
    runtime: "elixir",
    driver: "postgrex",
    command: "_build/prod/rel/harbor/bin/harbor start",
    variables: { DATABASE_URL: six("", "ecto") },
  }),
  broken(MODE, "pgjdbc prepares from the fifth time on", {
    ...container,
    driver: "pgjdbc",
    command: "java -jar harbor.jar",
    variables: { SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:6543/postgres?user=postgres.${REF}` },
  }),
  broken(IPV6, "the direct host has no IPv4", {
    ...server,
    variables: { TYPEORM_URL: url("postgres", `${DIRECT}:5432/postgres`) },
  }),
  broken("database/direct-for-migrations|database/transaction-mode-statements", "one URL for both", {
    ...prisma,
    command: "npx prisma migrate deploy && node dist/main.js",
    variables: { DATABASE_URL: six("?pgbouncer=true") },
  }),
];

export const KINDRED_PRODUCTS_SOUND: readonly ExplainedCase[] = [
  sound(
    "32 characters",
    product("baptistearno/typebot-builder", "3.6", { ENCRYPTION_SECRET: HEX.slice(0, 32) }),
  ),
  sound("32 characters", product("calcom/cal.com", "v5.0", { CALENDSO_ENCRYPTION_KEY: HEX.slice(0, 32) })),
  sound(
    "a zone",
    product("n8nio/n8n", "1.115.3", { N8N_PORT: "8000", GENERIC_TIMEZONE: "America/New_York" }),
  ),
  sound(
    "the public address",
    product("grafana/grafana", "11.6.0", {
      GF_SERVER_HTTP_PORT: "8000",
      GF_SERVER_ROOT_URL: "https://board.harborlamp.io/",
    }),
  ),
  sound(
    "Grafana's own form",
    product("grafana/grafana", "11.6.0", {
      GF_SERVER_HTTP_PORT: "8000",
      GF_SERVER_ROOT_URL: "%(protocol)s://%(domain)s/",
    }),
  ),
  sound(
    "a word of Keycloak's",
    product(
      "quay.io/keycloak/keycloak",
      "26.1.0",
      { KC_HTTP_PORT: "8000", KC_PROXY_HEADERS: "xforwarded" },
      { healthCheckPath: "/realms/master" },
    ),
  ),
  sound(
    "its store is named",
    product("directus/directus", "11.10.0", {
      CACHE_ENABLED: "true",
      CACHE_STORE: "redis",
      REDIS: "redis://red-d0made0up0example0q:6379",
    }),
  ),
  sound(
    "a store in memory",
    product("directus/directus", "11.10.0", { CACHE_ENABLED: "true", CACHE_STORE: "memory" }),
  ),
  sound(
    "a word of Vaultwarden's",
    product("vaultwarden/server", "1.33.2", {
      ROCKET_PORT: "8000",
      SMTP_HOST: "smtp.harborlamp.io",
      SMTP_SECURITY: "force_tls",
    }),
  ),
  starts("the same name in another program", gunicorn, {
    driver: "psycopg2",
    variables: { SMTP_SECURITY: "tls", VECTOR_DB: "postgres", ENCRYPTION_SECRET: "k3JqL9vXwren" },
  }),
  sound("a store of vectors", product("ghcr.io/open-webui/open-webui", "main", { VECTOR_DB: "pgvector" })),
  sound("8 characters", {
    ...product("minio/minio", "RELEASE.2025-04-22T22-12-26Z", {
      MINIO_ROOT_USER: "harbor",
      MINIO_ROOT_PASSWORD: CANARY,
    }),
    command: "minio server /data --address :8000",
  }),
  sound("no user", { ...product("mongo", "7.0", { PORT: "27017" }), kind: "private" }),
  sound("a user with a password", {
    ...product("mongo", "7.0", {
      MONGO_INITDB_ROOT_USERNAME: "harbor",
      MONGO_INITDB_ROOT_PASSWORD: CANARY,
      PORT: "27017",
    }),
    kind: "private",
  }),
  sound(
    "an address and a password",
    product("dpage/pgadmin4", "8.14", {
      PGADMIN_LISTEN_PORT: "8000",
      PGADMIN_DEFAULT_EMAIL: "ops@harborlamp.io",
      PGADMIN_DEFAULT_PASSWORD: CANARY,
    }),
  ),
  ...["sqlite3", "mysql", "postgres"].map((GOTIFY_DATABASE_DIALECT) =>
    sound(
      "a dialect of Gotify's",
      product("gotify/server", "2.6.1", { GOTIFY_SERVER_PORT: "8000", GOTIFY_DATABASE_DIALECT }),
    ),
  ),
  sound(
    "linkding's word",
    product("sissbruecker/linkding", "1.38", { LD_SERVER_PORT: "8000", LD_DB_ENGINE: "postgres" }),
  ),
  sound(
    "Shlink's word",
    product("shlinkio/shlink", "4.4", {
      PORT: "8000",
      DB_DRIVER: "postgres",
      DB_HOST: POOL,
      DB_USER: `postgres.${REF}`,
    }),
  ),
  sound(
    "32 bytes",
    product("ghcr.io/zitadel/zitadel", "v2.71", {
      ZITADEL_PORT: "8000",
      ZITADEL_MASTERKEY: HEX.slice(0, 32),
    }),
  ),
  sound("Sequelize's word", {
    ...server,
    variables: { DB_DIALECT: "postgres", DB_HOST: POOL, DB_USER: `postgres.${REF}` },
  }),
  sound("TypeORM's word", {
    ...server,
    variables: { TYPEORM_CONNECTION: "postgres", TYPEORM_HOST: POOL, TYPEORM_USERNAME: `postgres.${REF}` },
  }),
  starts("Django's whole name", gunicorn, {
    driver: "psycopg2",
    variables: { DB_ENGINE: "django.db.backends.postgresql", DB_HOST: POOL, DB_USER: `postgres.${REF}` },
  }),
  sound("PostgreSQL's port", {
    ...container,
    command: "php artisan serve --host=0.0.0.0 --port=8000",
    variables: { DB_CONNECTION: "pgsql", DB_HOST: POOL, DB_PORT: "5432", DB_USERNAME: `postgres.${REF}` },
  }),
  sound("Ecto in session mode", {
    runtime: "elixir",
    driver: "postgrex",
    command: "_build/prod/rel/harbor/bin/harbor start",
    variables: { DATABASE_URL: five("", "ecto") },
  }),
  sound("pgjdbc prepares nothing", {
    ...container,
    driver: "pgjdbc",
    command: "java -jar harbor.jar",
    variables: {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:6543/postgres?user=postgres.${REF}&prepareThreshold=0`,
    },
  }),
  sound("each at its port", {
    ...prisma,
    command: "npx prisma migrate deploy && node dist/main.js",
    variables: { DATABASE_URL: six("?pgbouncer=true"), DIRECT_URL: five() },
  }),
  sound("a site with its own name", { ...bare, ...server, variables: { APP_MODE: "edge" } }),
];
