import { type ProgramCase, values } from "../eighteenth-form";
import {
  CANARY,
  contained,
  NODE,
  open,
  POOL,
  pulled,
  SESSION,
  STORE,
  store,
  USER,
} from "./twenty-fifth-form";

/** Sound programs of further ready-made images, by their own variables. */
export const SOUND_PRODUCTS_OF_TWENTY_FIFTH: readonly ProgramCase[] = [
  {
    name: "twenty-fifth-content-of-directus",
    why: "Directus reads PORT, and its database is the pooler's by its parts.",
    source: "Directus's page on its database",
    resources: {
      content: contained(
        "lantern-content",
        pulled("docker.io/directus/directus", "11.1.0"),
        {
          PORT: "8000",
          SECRET: "q8Zr2LanternXc5Vb7NmKp0",
          PUBLIC_URL: "https://lantern-content.onrender.com",
          DB_CLIENT: "pg",
          DB_HOST: POOL,
          DB_PORT: "5432",
          DB_DATABASE: "postgres",
          DB_USER: USER,
          DB_PASSWORD: CANARY,
        },
        { healthCheckPath: "/server/ping" },
      ),
    },
  },
  {
    name: "twenty-fifth-visits-of-umami",
    why: "The # of the password is encoded, and the server of Next listens on all interfaces.",
    source: "Umami's page on environment variables",
    resources: {
      visits: contained(
        "lantern-visits",
        pulled("ghcr.io/umami-software/umami", "postgresql-v2.13.2"),
        {
          PORT: "8000",
          HOSTNAME: "0.0.0.0",
          APP_SECRET: "q8Zr2LanternXc5Vb7NmKp0",
          DATABASE_URL: `postgresql://${USER}:Visits%232025Lantern@${POOL}:5432/postgres`,
        },
        { healthCheckPath: "/api/heartbeat" },
      ),
    },
  },
  {
    name: "twenty-fifth-pgadmin-with-its-user",
    why: "pgAdmin has both of its variables, and listens where its own says.",
    source: "pgAdmin's page on containers",
    resources: {
      admin: contained(
        "lantern-admin",
        pulled("docker.io/dpage/pgadmin4", "8.12"),
        {
          PORT: "8000",
          PGADMIN_LISTEN_PORT: "8000",
          PGADMIN_DEFAULT_EMAIL: "ops@lantern-works.com",
          PGADMIN_DEFAULT_PASSWORD: CANARY,
        },
        { healthCheckPath: "/misc/ping" },
      ),
    },
  },
  {
    name: "twenty-fifth-strapi-by-the-pooler",
    why: "Strapi's parts name the pooler, and its keys are drawn.",
    source: "Strapi's page on databases; a pull request of its template for Render",
    resources: {
      cms: open(
        NODE,
        "lantern-cms",
        "npm run start",
        {},
        {
          healthCheckPath: "/_health",
          envVars: {
            ...values({
              PORT: "8000",
              HOST: "0.0.0.0",
              NODE_ENV: "production",
              APP_KEYS: "q8Zr2LanternXc5Vb7Nm==,Kp0Wt6Yh3Jd9q8Zr2Lan==",
              DATABASE_CLIENT: "postgres",
              DATABASE_HOST: POOL,
              DATABASE_PORT: "5432",
              DATABASE_NAME: "postgres",
              DATABASE_USERNAME: USER,
              DATABASE_PASSWORD: CANARY,
            }),
            API_TOKEN_SALT: { generateValue: true },
            ADMIN_JWT_SECRET: { generateValue: true },
            TRANSFER_TOKEN_SALT: { generateValue: true },
            JWT_SECRET: { generateValue: true },
          },
        },
      ),
    },
  },
  {
    name: "twenty-fifth-chat-of-evolution",
    why: "The image's variables name the pooler and the program's own store.",
    source: "Evolution API's page on variables",
    resources: {
      store: store({ name: "lantern-chat-store" }),
      chat: contained(
        "lantern-chat",
        pulled("docker.io/atendai/evolution-api", "v2.1.1"),
        {
          PORT: "8000",
          SERVER_PORT: "8000",
          AUTHENTICATION_API_KEY: "q8Zr2LanternXc5Vb7NmKp0",
          DATABASE_PROVIDER: "postgresql",
          DATABASE_CONNECTION_URI: `${SESSION}?schema=evolution`,
          CACHE_REDIS_ENABLED: "true",
          CACHE_REDIS_URI: STORE,
        },
        { healthCheckPath: "/" },
      ),
    },
  },
];
