import { keyValue, type Resource, site } from "../eighteenth-form";
import { supabaseProject, unsignedKey } from "../supabase-project";

/** A password that was made up for the batch, and needs no encoding. */
export const CANARY = "Wd7ferrySlip2";

/** A project that was invented for the batch, another one, and a shared pooler. */
export const REF = "hbtwqzkmvrxnjpdlycsg";
export const OTHER = "ydnqkxtwbrvhmzlcpjgf";
export const POOL = "aws-1-us-east-2.pooler.supabase.com";
export const { DIRECT, USER, url, pooled, SESSION } = supabaseProject({
  ref: REF,
  pool: POOL,
  role: "ferry",
  password: CANARY,
});
export const TRANSACTION = pooled("6543/postgres");

export const GUNICORN = "gunicorn ferry.wsgi:application --bind 0.0.0.0:$PORT";
export const CELERY = "celery -A ferry worker --loglevel=info --concurrency=2";

/** The address that a program takes of its own store. */
export const STORE = `\${store.connectionInfo.internalConnectionString}`;

type More = Readonly<Record<string, unknown>>;

/** A key value store that keeps what is queued in it. */
export const store = (more: More = {}): Resource =>
  keyValue({
    name: "ferry-store",
    plan: "starter",
    region: "frankfurt",
    maxMemoryPolicy: "noeviction",
    ...more,
  });

/** A site of Vite's pages. */
export const pages = (envVars: More, more: More = {}): Resource =>
  site({
    name: "ferry-pages",
    repoUrl: "https://github.com/ferry-lines/pages",
    branch: "main",
    buildCommand: "npm ci && npx vite build",
    publishPath: "dist",
    envVars,
    ...more,
  });

/** A key of Supabase's in the form of a token, which is signed by nothing. */
export const keyOf = (role: string, ref = REF) =>
  unsignedKey({ ref, role, iat: 1735689600, exp: 2051222400 }, "c2lnbmVkLWJ5LW5vdGhpbmctYXQtYWxsLWZlcnJ5");
