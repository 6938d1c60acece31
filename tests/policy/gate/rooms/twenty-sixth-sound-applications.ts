import type { ExplainedCase } from "../nineteenth-form";
import { CANARY, hosted, POOL, pooled, SESSION, USER } from "./twenty-sixth-form";

const STORE = "redis://red-d0heron0marsh0canary:6379";

/** Published images with the variables that they ask for. */
export const SOUND_APPLICATIONS_OF_TWENTY_SIXTH: readonly ExplainedCase[] = [
  {
    why: "Umami's image listens on PORT, and migrates by the session pooler (Umami's page on Supabase)",
    ...hosted(
      "ghcr.io/umami-software/umami",
      "postgresql-v2.19.0",
      { DATABASE_URL: SESSION, APP_SECRET: CANARY },
      { properties: { healthCheckPath: "/api/heartbeat" } },
    ),
  },
  {
    why: "the secret has 32 characters, and both addresses their schemes (Typebot's page on its configuration)",
    ...hosted(
      "docker.io/baptistearno/typebot-builder",
      "2.28.2",
      {
        DATABASE_URL: SESSION,
        ENCRYPTION_SECRET: "eZftB277rBcw0vKauF9W4xCBQkRtSXFq",
        NEXTAUTH_URL: "https://builder.marsh.example.org",
        NEXT_PUBLIC_VIEWER_URL: "https://bot.marsh.example.org",
      },
      { properties: { healthCheckPath: "/signin" } },
    ),
  },
  {
    why: "both secrets have 32 bytes in hexadecimal (Outline's page on its configuration)",
    ...hosted(
      "docker.io/outlinewiki/outline",
      "0.82.0",
      {
        NODE_ENV: "production",
        SECRET_KEY: "9f2c51b7d08e4a63bb1f77a0c4d95e12a8036ec7f1b24d5990e3ac6812d47fb5",
        UTILS_SECRET: "3b7e90d4a1c65f28e4709bd1ff3862ca05d71e9b46ac83f2170e5dc9a2b8f641",
        URL: "https://wiki.marsh.example.org",
        DATABASE_URL: SESSION,
        REDIS_URL: STORE,
        FORCE_HTTPS: "false",
        FILE_STORAGE: "local",
        FILE_STORAGE_LOCAL_ROOT_DIR: "/var/lib/outline/data",
      },
      {
        properties: {
          healthCheckPath: "/_health",
          disk: { name: "files", mountPath: "/var/lib/outline/data", sizeGb: 5 },
        },
      },
    ),
  },
  {
    why: "the secret has 32 characters, the database and the store hosts of their own (Docmost's page on its configuration)",
    ...hosted(
      "docker.io/docmost/docmost",
      "0.8.4",
      {
        APP_URL: "https://wiki.marsh.example.org",
        APP_SECRET: "0d2a581371de7e64eaba49760ccbeb30",
        DATABASE_URL: pooled("5432/postgres?schema=public"),
        REDIS_URL: STORE,
      },
      { properties: { healthCheckPath: "/api/health" } },
    ),
  },
  {
    why: "NocoDB's own form has a user with the reference, and it listens on PORT (NocoDB's page on its variables)",
    ...hosted(
      "docker.io/nocodb/nocodb",
      "0.258.11",
      {
        NC_DB: `pg://${POOL}:5432?u=${USER}&p=${CANARY}&d=postgres`,
        NC_AUTH_JWT_SECRET: "heron2Sedge7jwt",
      },
      { properties: { healthCheckPath: "/api/v1/health" } },
    ),
  },
  {
    why: "the JDBC address has user and password as parameters, and the session pooler (Metabase's page on its application database)",
    ...hosted(
      "docker.io/metabase/metabase",
      "v0.50.20",
      {
        MB_JETTY_HOST: "0.0.0.0",
        MB_JETTY_PORT: "8000",
        MB_DB_TYPE: "postgres",
        MB_DB_CONNECTION_URI: `jdbc:postgresql://${POOL}:5432/postgres?user=${USER}&password=${CANARY}&sslmode=require`,
      },
      { properties: { plan: "standard", healthCheckPath: "/api/health" } },
    ),
  },
  {
    why: "the metadata are behind the session pooler (Hasura's page on Supabase)",
    ...hosted(
      "docker.io/hasura/graphql-engine",
      "v2.36.1",
      {
        HASURA_GRAPHQL_SERVER_PORT: "8000",
        HASURA_GRAPHQL_METADATA_DATABASE_URL: SESSION,
        PG_DATABASE_URL: SESSION,
        HASURA_GRAPHQL_ADMIN_SECRET: CANARY,
      },
      { properties: { healthCheckPath: "/healthz" } },
    ),
  },
  {
    why: "statements and the listener are off in transaction mode (PostgREST's page on external connection poolers)",
    ...hosted(
      "docker.io/postgrest/postgrest",
      "v12.2.12",
      {
        PGRST_SERVER_PORT: "8000",
        PGRST_DB_URI: pooled("6543/postgres"),
        PGRST_DB_SCHEMAS: "public",
        PGRST_DB_ANON_ROLE: "anon",
        PGRST_DB_PREPARED_STATEMENTS: "false",
        PGRST_DB_CHANNEL_ENABLED: "false",
      },
      { properties: { healthCheckPath: "/" } },
    ),
  },
  {
    why: "the cache is Render's own, by its internal address (Evolution API's page on Redis)",
    ...hosted(
      "docker.io/atendai/evolution-api",
      "v2.2.3",
      {
        SERVER_PORT: "8000",
        AUTHENTICATION_API_KEY: "marsh4Heron9key",
        DATABASE_PROVIDER: "postgresql",
        DATABASE_CONNECTION_URI: pooled("5432/postgres?schema=evolution"),
        CACHE_REDIS_ENABLED: "true",
        CACHE_REDIS_URI: `${STORE}/6`,
      },
      { properties: { healthCheckPath: "/" } },
    ),
  },
  {
    why: "every host is allowed, and uWSGI listens on 8000 (healthchecks's page on its configuration)",
    ...hosted(
      "docker.io/healthchecks/healthchecks",
      "v3.6",
      {
        ALLOWED_HOSTS: "*",
        DB: "postgres",
        DB_HOST: POOL,
        DB_PORT: "5432",
        DB_NAME: "postgres",
        DB_USER: USER,
        DB_PASSWORD: CANARY,
        SECRET_KEY: "t4Ringed8Plover0Sanderling",
        SITE_ROOT: "https://checks.marsh.example.org",
      },
      { properties: { healthCheckPath: "/api/v3/status/" } },
    ),
  },
];
