import { type Resource, site, values, web, worker } from "../eighteenth-form";
import type { SealedCase } from "../sealed";
import { supabaseProject, unsignedKey } from "../supabase-project";
import { image } from "../twentieth-form";
import { bare } from "../written";

/** A password that was made up for the batch, and needs no encoding. */
export const CANARY = "Zq7heronMarsh4";

/** A project that was invented for the batch, another one, and a shared pooler. */
export const REF = "jwkzqvtnhxrbmdlcpgfy";
export const OTHER = "hrnqwzlkxvtbdmpjgcfy";
export const POOL = "aws-1-us-east-2.pooler.supabase.com";
export const { DIRECT, USER, url, pooled, SESSION } = supabaseProject({
  ref: REF,
  pool: POOL,
  role: "postgres",
  password: CANARY,
});

/** The rules that the batch names often, beside those of `batch.ts`. */
export const UNTRUSTED = "database/tls-untrusted";
export const PARAMETERS = "database/url-parameters";
export const MIGRATIONS = "database/direct-for-migrations";
export const ENDPOINT = "database/supabase-endpoint";
export const REFUSED = "environment/refused-value";
export const HOSTS = "service/allowed-hosts";
export const NETWORK = "service/private-network";
export const HEALTH = "service/health-check-path";
export const NEED = "service/unmet-need";
export const LIMITS = "plan/limits";

type Variables = Readonly<Record<string, string>>;
type More = Readonly<Record<string, unknown>>;

/** A key of Supabase's in the form of a token, with a signature that signs nothing. */
export const key = (role: string, ref = REF) =>
  unsignedKey({ ref, role, iat: 1735689600, exp: 2051265600 }, "aGVyb24tbWFyc2gtY2FuYXJ5LXNpZ25hdHVyZS0wMDA");

/** A service that runs a published image by the image's own command, without the component. */
export const hosted = (imageUrl: string, tag: string, variables: Variables, more: SealedCase = {}) => ({
  ...bare,
  command: null,
  variables,
  ...more,
  properties: { ...image(imageUrl, tag), ...more.properties },
});

/** n8n's variables for the invented project, by the session pooler. */
export const n8n = (of: Variables = {}): Variables => ({
  DB_TYPE: "postgresdb",
  DB_POSTGRESDB_HOST: POOL,
  DB_POSTGRESDB_PORT: "5432",
  DB_POSTGRESDB_DATABASE: "postgres",
  DB_POSTGRESDB_USER: USER,
  DB_POSTGRESDB_PASSWORD: CANARY,
  N8N_PORT: "8000",
  N8N_ENCRYPTION_KEY: "5Vb1reedWarbler9Kq2sedge7Lm0",
  ...of,
});

/** Strapi's variables for the invented project. */
export const strapi = (of: Variables = {}): Variables => ({
  NODE_ENV: "production",
  HOST: "0.0.0.0",
  DATABASE_CLIENT: "postgres",
  DATABASE_HOST: POOL,
  DATABASE_PORT: "5432",
  DATABASE_NAME: "postgres",
  DATABASE_USERNAME: USER,
  DATABASE_PASSWORD: CANARY,
  ...of,
});

/** Laravel's variables for the invented project. */
export const laravel = (of: Variables = {}): Variables => ({
  APP_ENV: "production",
  APP_DEBUG: "false",
  APP_KEY: "base64:bWFyc2gtaGVyb24tY2FuYXJ5LW9mLTMyLWJ5dGVzISE=",
  DB_CONNECTION: "pgsql",
  DB_HOST: POOL,
  DB_PORT: "5432",
  DB_DATABASE: "postgres",
  DB_USERNAME: USER,
  DB_PASSWORD: CANARY,
  ...of,
});

/** A web service of a program that runs a published image. */
export const hostedWeb = (
  name: string,
  imageUrl: string,
  tag: string,
  of: Variables = {},
  more: More = {},
): Resource =>
  web({
    name,
    plan: "standard",
    region: "frankfurt",
    ...image(imageUrl, tag),
    healthCheckPath: "/health",
    envVars: values({ PORT: "8000", ...of }),
    ...more,
  });

/** A background worker of a program that runs a published image. */
export const hostedWorker = (
  name: string,
  imageUrl: string,
  tag: string,
  startCommand: string,
  of: Variables,
  more: More = {},
): Resource =>
  worker({
    name,
    plan: "standard",
    region: "frankfurt",
    ...image(imageUrl, tag),
    startCommand,
    envVars: values(of),
    ...more,
  });

export const UNICORN = "uvicorn marsh.main:app --host 0.0.0.0 --port $PORT";

/** A site with its build command and its folder. */
export const pages = (buildCommand: string, publishPath: string, more = {}) =>
  site({
    name: "marsh-pages",
    repoUrl: "https://github.com/marsh-works/pages",
    branch: "main",
    buildCommand,
    publishPath,
    ...more,
  });

/** A web service of a source, with its database. */
export const bareWeb = (name: string, runtimeSource: object, more = {}) =>
  web({
    name,
    plan: "starter",
    region: "frankfurt",
    runtimeSource,
    healthCheckPath: "/health",
    envVars: values({ PORT: "8000", DATABASE_URL: SESSION }),
    ...more,
  });
