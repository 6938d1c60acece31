import { type BrokenProgram, values } from "../eighteenth-form";
import {
  CANARY,
  contained,
  DIRECT,
  NODE,
  open,
  POOL,
  PYTHON,
  pulled,
  SESSION,
  USER,
  url,
} from "./twenty-fifth-form";

/** Broken programs of ready-made images, and of values that Render makes. */
export const REJECTED_PRODUCTS_OF_TWENTY_FIFTH: readonly BrokenProgram[] = [
  {
    name: "twenty-fifth-port-that-is-drawn-by-chance",
    rules: ["port/agreement", "environment/refused-value", "port/standard"],
    at: ["api", "envVars.PORT"],
    why: "A generated value has 44 letters: '…=' is not a valid integer, and no port.",
    source: "render.yaml of two public repositories; Render's page on Blueprints",
    resources: {
      api: open(
        PYTHON,
        "lantern-api",
        "uvicorn main:app --host 0.0.0.0 --port $PORT",
        {},
        {
          envVars: {
            ...values({ PYTHON_VERSION: "3.11.9", DATABASE_URL: SESSION }),
            PORT: { generateValue: true },
          },
        },
      ),
    },
  },
  {
    name: "twenty-fifth-port-of-metabase",
    rules: ["port/agreement", "port/standard"],
    at: ["charts", "envVars.MB_JETTY_PORT"],
    alsoAt: [["charts", "envVars.PORT"]],
    why: "Metabase listens on MB_JETTY_PORT, and PORT says another one.",
    source: "Metabase's page on environment variables",
    resources: {
      charts: contained(
        "lantern-charts",
        pulled("docker.io/metabase/metabase", "v0.50.20"),
        {
          PORT: "8000",
          MB_JETTY_PORT: "3000",
          MB_DB_CONNECTION_URI: `jdbc:postgresql://${POOL}:5432/postgres?user=${USER}&password=${CANARY}`,
        },
        { plan: "standard", healthCheckPath: "/api/health" },
      ),
    },
  },
  {
    name: "twenty-fifth-tenant-of-hasura",
    rules: ["database/pooler-tenant"],
    at: ["graph", "envVars.HASURA_GRAPHQL_DATABASE_URL"],
    why: "The pooler's user has no project: Tenant or user not found.",
    source: "Supabase's page on connecting; Hasura's page on variables",
    resources: {
      graph: contained("lantern-graph", pulled("docker.io/hasura/graphql-engine", "v2.45.0"), {
        PORT: "8000",
        HASURA_GRAPHQL_SERVER_PORT: "8000",
        HASURA_GRAPHQL_ADMIN_SECRET: "q8Zr2LanternXc5Vb7Nm",
        HASURA_GRAPHQL_DATABASE_URL: url("postgres", `${POOL}:5432/postgres`),
      }),
    },
  },
  {
    name: "twenty-fifth-vendor-of-keycloak",
    rules: ["environment/refused-value"],
    at: ["login", "envVars.KC_DB"],
    why: "Keycloak's word is postgres: Invalid value for option 'KC_DB': postgresql.",
    source: "Keycloak's page on all configuration",
    resources: {
      login: contained(
        "lantern-login",
        pulled("quay.io/keycloak/keycloak", "26.0.5"),
        {
          PORT: "8000",
          KC_HTTP_PORT: "8000",
          KC_DB: "postgresql",
          KC_DB_URL: `jdbc:postgresql://${POOL}:5432/postgres`,
          KC_DB_USERNAME: USER,
          KC_DB_PASSWORD: CANARY,
        },
        {
          startCommand: "/opt/keycloak/bin/kc.sh start --http-enabled=true --hostname-strict=false",
          healthCheckPath: "/realms/master",
        },
      ),
    },
  },
  {
    name: "twenty-fifth-database-of-directus-on-its-own-machine",
    rules: ["database/local-host"],
    at: ["content", "envVars.DB_HOST"],
    why: "The parts of the example file name the container itself: connect ECONNREFUSED 127.0.0.1:5432.",
    source: "Directus's page on its database",
    resources: {
      content: contained(
        "lantern-content",
        pulled("docker.io/directus/directus", "11.1.0"),
        {
          PORT: "8000",
          SECRET: "q8Zr2LanternXc5Vb7NmKp0",
          DB_CLIENT: "pg",
          DB_HOST: "127.0.0.1",
          DB_PORT: "5432",
          DB_DATABASE: "directus",
          DB_USER: "directus",
          DB_PASSWORD: CANARY,
        },
        { healthCheckPath: "/server/ping" },
      ),
    },
  },
  {
    name: "twenty-fifth-password-of-umami",
    rules: ["database/password-encoding"],
    at: ["visits", "envVars.DATABASE_URL"],
    why: "The # of the password ends the authority: P1013, the connection string is invalid.",
    source: "Supabase's page on passwords; supabase issue 36884",
    resources: {
      visits: contained(
        "lantern-visits",
        pulled("ghcr.io/umami-software/umami", "postgresql-v2.13.2"),
        {
          PORT: "8000",
          HOSTNAME: "0.0.0.0",
          APP_SECRET: "q8Zr2LanternXc5Vb7NmKp0",
          DATABASE_URL: `postgresql://${USER}:Visits#2025Lantern@${POOL}:5432/postgres`,
        },
        { healthCheckPath: "/api/heartbeat" },
      ),
    },
  },
  {
    name: "twenty-fifth-database-of-evolution-by-the-direct-host",
    rules: ["database/ipv6-only-host"],
    at: ["chat", "envVars.DATABASE_CONNECTION_URI"],
    why: "The image migrates by Prisma when it starts: P1001, can't reach database server.",
    source: "Evolution API's page on variables; Supabase's page on connecting",
    resources: {
      chat: contained("lantern-chat", pulled("docker.io/atendai/evolution-api", "v2.1.1"), {
        PORT: "8000",
        SERVER_PORT: "8000",
        AUTHENTICATION_API_KEY: "q8Zr2LanternXc5Vb7NmKp0",
        DATABASE_PROVIDER: "postgresql",
        DATABASE_CONNECTION_URI: url("postgres", `${DIRECT}:5432/postgres?schema=public`),
      }),
    },
  },
  {
    name: "twenty-fifth-pgadmin-without-its-user",
    rules: ["service/unmet-need"],
    at: ["admin", "envVars"],
    alsoAt: [["admin", "runtimeSource"]],
    why: "The image ends: You need to define the PGADMIN_DEFAULT_EMAIL and PGADMIN_DEFAULT_PASSWORD.",
    source: "pgAdmin's page on containers",
    resources: {
      admin: contained(
        "lantern-admin",
        pulled("docker.io/dpage/pgadmin4", "8.12"),
        { PORT: "8000", PGADMIN_LISTEN_PORT: "8000" },
        { healthCheckPath: "/misc/ping" },
      ),
    },
  },
  {
    name: "twenty-fifth-strapi-with-the-developers-database",
    rules: ["database/local-host"],
    at: ["cms", "envVars.DATABASE_HOST"],
    why: "DATABASE_HOST of Strapi's example file is localhost: connect ECONNREFUSED.",
    source: "Strapi's page on databases",
    resources: {
      cms: open(NODE, "lantern-cms", "npx strapi start", {
        HOST: "0.0.0.0",
        APP_KEYS: "q8Zr2Lantern==,Xc5Vb7NmKp0==",
        DATABASE_CLIENT: "postgres",
        DATABASE_HOST: "localhost",
        DATABASE_PORT: "5432",
        DATABASE_NAME: "strapi",
        DATABASE_USERNAME: "strapi",
        DATABASE_PASSWORD: CANARY,
      }),
    },
  },
];
