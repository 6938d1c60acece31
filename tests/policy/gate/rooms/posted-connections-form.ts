import { docker } from "../batch";
import { unsignedKey } from "../supabase-project";
import { bare } from "../written";
import { CANARY, POOL, REF, USER } from "./posted-services-form";

export const MALFORMED_OR_ENCODED = "database/url-malformed|database/password-encoding";
export const ROLE = "database/key-role";
export const BROWSER = "secret/in-browser";
export const ONE_PROJECT = "database/one-project";
export const REFERENCE = "database/project-reference";

type Variables = Readonly<Record<string, string>>;

/** The invented project's session pooler with another password. */
export const secured = (password: string, scheme = "postgresql") =>
  `${scheme}://${USER}:${password}@${POOL}:5432/postgres`;

/** Servers of each framework, with the driver that they declare. */
export const django = {
  driver: "psycopg2",
  command: "gunicorn shop.wsgi:application --bind 0.0.0.0:$PORT",
} as const;
export const nest = { runtime: "node", driver: "node-postgres", command: "node dist/main.js" } as const;
export const rails = {
  runtime: "ruby",
  driver: "active-record",
  command: "bundle exec puma -b tcp://0.0.0.0:$PORT",
} as const;
export const goApi = { runtime: "go", driver: "pgx", command: "./bin/api" } as const;
export const prismaApi = { runtime: "node", driver: "prisma", command: "node dist/main.js" } as const;
export const asyncApi = { driver: "sqlalchemy-asyncpg" } as const;
export const laravelApp = {
  ...docker,
  ...bare,
  command: "php artisan serve --host=0.0.0.0 --port=$PORT",
} as const;
export const springApp = { ...docker, driver: "pgjdbc", command: "java -jar target/shop.jar" } as const;

/** Laravel's variables for the invented project. */
export const laravelBy = (of: Variables = {}): Variables => ({
  APP_ENV: "production",
  APP_DEBUG: "false",
  APP_KEY: "base64:cGx1bS10ZXJyYWNlLWNhbmFyeS1vZi0zMi1ieXRlcyE=",
  DB_CONNECTION: "pgsql",
  DB_HOST: POOL,
  DB_PORT: "5432",
  DB_DATABASE: "postgres",
  DB_USERNAME: USER,
  DB_PASSWORD: CANARY,
  ...of,
});

/** Spring's. */
export const springBy = (of: Variables = {}): Variables => ({
  SERVER_PORT: "8000",
  SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:5432/postgres?sslmode=require`,
  SPRING_DATASOURCE_USERNAME: USER,
  SPRING_DATASOURCE_PASSWORD: CANARY,
  ...of,
});

/** The parts of a connection as many applications name them. */
export const parts = (of: Variables = {}): Variables => ({
  DB_HOST: POOL,
  DB_PORT: "5432",
  DB_NAME: "postgres",
  DB_USER: USER,
  DB_PASSWORD: CANARY,
  ...of,
});

/** Those of FastAPI's full-stack template. */
export const template = (of: Variables = {}): Variables => ({
  POSTGRES_SERVER: POOL,
  POSTGRES_PORT: "5432",
  POSTGRES_DB: "postgres",
  POSTGRES_USER: USER,
  POSTGRES_PASSWORD: CANARY,
  ...of,
});

export const key = (role: string, ref = REF) =>
  unsignedKey(
    { ref, role, iat: 1735689600, exp: 2051265600 },
    "cGx1bS10ZXJyYWNlLWNhbmFyeS1zaWduYXR1cmUtMDAw",
  );
