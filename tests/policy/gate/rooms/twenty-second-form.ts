import { soundWeb } from "../batch";
import {
  cron,
  keyValue,
  NPM,
  native,
  PIP,
  privateService,
  type Resource,
  site,
  values,
  web,
  worker,
} from "../eighteenth-form";
import type { ExplainedCase } from "../nineteenth-form";
import type { SealedCase } from "../sealed";
import { supabaseProject } from "../supabase-project";

/** A password that was made up for the batch, and needs no encoding. */
export const CANARY = "Vd7nHarbor2Kx";

/** A key of Laravel and one of Rails, made for the batch. */
export const APP_KEY = "base64:ptwdcKQ9hrqjQK8C+YF7GXObGwQWvBdJ5YsexlYZJYY=";
export const KEY_BASE = "5d0c9e2f7a1b48c3e6f0d97b2a54813c6e9f0a7d1b38c25e4f6a90d7c1b3e852";

/** What Strapi asks for in production, made for the batch. */
export const STRAPI = {
  HOST: "0.0.0.0",
  APP_KEYS: "q8Lm2VdHarborT7w==,Zk4nHarborP1xR9c==",
  API_TOKEN_SALT: "u5HarborM2kWq8Zt",
  ADMIN_JWT_SECRET: "b3HarborY7nRp1Lx",
  JWT_SECRET: "d9HarborC4vKs6Jm",
  DATABASE_CLIENT: "sqlite",
};

/** A project that was invented for the batch, another one, and a shared pooler. */
export const REF = "hwtkzqmvbncxrjplsdgy";
export const OTHER = "bqznxkvmwtrhjlpcfdsg";
export const POOL = "aws-1-us-east-2.pooler.supabase.com";
export const { DIRECT, USER, url, pooled, SESSION } = supabaseProject({
  ref: REF,
  pool: POOL,
  role: "postgres",
  password: CANARY,
});

/** A service that a rule must reject, by its command; null for none. */
export const rejected = (
  rule: string,
  why: string,
  command: string | null,
  more: SealedCase = {},
): ExplainedCase => ({ rule, why, ...more, command });

/** A service that a rule must reject, by its variables. */
export const rejectedBy = (
  rule: string,
  why: string,
  variables: Readonly<Record<string, string>>,
  more: SealedCase = {},
): ExplainedCase => ({ rule, why, variables, ...more });

/** A service that works, by its command. */
export const accepted = (why: string, command: string, more: SealedCase = {}): ExplainedCase => ({
  why,
  ...soundWeb(command, more),
});

/** A service that works, by its variables. */
export const acceptedBy = (
  why: string,
  variables: Readonly<Record<string, string>>,
  more: SealedCase = {},
): ExplainedCase => ({ why, variables, ...more });

/** The source of a native runtime with its own build command. */
export const built = (runtime: string, buildCommand: string, repoUrl = "https://github.com/acme/api") => ({
  runtime,
  properties: { runtimeSource: { nativeRuntime: { repoUrl, branch: "main", runtime, buildCommand } } },
});

type More = Readonly<Record<string, unknown>>;
type Variables = Readonly<Record<string, string>>;

const placed = (name: string, startCommand: string, runtime: string, more: More) => ({
  name: `quay-${name}`,
  plan: "starter",
  region: "oregon",
  startCommand,
  runtimeSource: native(runtime, runtime === "node" ? NPM : PIP, `quay-${name}`),
  ...more,
});

/** A web service at port 8000. */
export const webOf = (
  runtime: string,
  name: string,
  startCommand: string,
  of: Variables = {},
  more: More = {},
): Resource =>
  web({
    ...placed(name, startCommand, runtime, {}),
    healthCheckPath: "/health",
    envVars: values({ PORT: "8000", ...of }),
    ...more,
  });

export const innerOf = (
  runtime: string,
  name: string,
  startCommand: string,
  of: Variables,
  more: More = {},
): Resource => privateService({ ...placed(name, startCommand, runtime, {}), envVars: values(of), ...more });

export const workerOf = (
  runtime: string,
  name: string,
  startCommand: string,
  of: Variables,
  more: More = {},
): Resource => worker({ ...placed(name, startCommand, runtime, {}), envVars: values(of), ...more });

export const cronOf = (
  runtime: string,
  name: string,
  schedule: string,
  startCommand: string,
  of: Variables = {},
  more: More = {},
): Resource =>
  cron({
    ...placed(name, startCommand, runtime, {}),
    schedule,
    envVars: values({ DATABASE_URL: SESSION, ...of }),
    ...more,
  });

export const siteOf = (buildCommand: string, publishPath: string, of: Variables = {}, more: More = {}) =>
  site({
    name: "quay-site",
    repoUrl: "https://github.com/orchard-press/quay-site",
    branch: "main",
    buildCommand,
    publishPath,
    envVars: values(of),
    ...more,
  });

export const store = (maxMemoryPolicy = "noeviction", region = "oregon") =>
  keyValue({ name: "quay-store", plan: "starter", region, maxMemoryPolicy });

export const STORE = "${store.connectionInfo.internalConnectionString}";
export const GUNICORN = "gunicorn quay.wsgi:application --bind 0.0.0.0:$PORT";
export const FASTAPI = "uvicorn main:app --host 0.0.0.0 --port $PORT";
