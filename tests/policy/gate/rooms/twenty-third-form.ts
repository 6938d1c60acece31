import { LOOPBACK } from "../batch";
import {
  type BrokenProgram,
  cron,
  native,
  PIP,
  type Place,
  type ProgramCase,
  type Resource,
  values,
} from "../eighteenth-form";
import type { ExplainedCase } from "../nineteenth-form";
import type { SealedCase } from "../sealed";
import { supabaseProject, unsignedKey } from "../supabase-project";

/** A password that was made up for the batch, and needs no encoding. */
export const CANARY = "h7TarnMoss4w";

/** A project that was invented for the batch, another one, and a shared pooler. */
export const REF = "gdnwtkxqvhbmrzcylpjs";
export const OTHER = "pbxqmwzjhtkrncvlgydf";
export const POOL = "aws-1-us-east-2.pooler.supabase.com";
export const API = `https://${REF}.supabase.co`;
export const { DIRECT, USER, url, pooled, SESSION } = supabaseProject({
  ref: REF,
  pool: POOL,
  role: "postgres",
  password: CANARY,
});
export const TRANSACTION = pooled("6543/postgres");

/** A Redis of another provider, by TLS. */
export const UPSTASH = `rediss://default:${CANARY}@fit-heron-41877.upstash.io:6379`;
export const BROKER = { CELERY_BROKER_URL: `${UPSTASH}?ssl_cert_reqs=required` };

/** A key that was drawn for the batch, as Rails and Phoenix ask for one. */
export const KEY_BASE = "c5f01b8e7d94a263f0b7e1d85c3a9647e20f8b1d6c7a5e93048d2b6f1a7c9e35";

/** A component whose staging is in the other project, behind the same pooler. */
export const BESIDE_OTHER = {
  otherEnvironments: { staging: { host: POOL, port: 5432, user: `postgres.${OTHER}`, database: "postgres" } },
};

/** A key of Supabase's old kind, signed by nothing. */
export const keyOf = (role: "anon" | "service_role", ref = REF) =>
  unsignedKey({ ref, role, iat: 1764500000, exp: 2080076000 }, "Tq4nBarrow7cKestrelFen2wHollow9mSedgeLark3x");

export const DEBUG = "environment/debug-in-production";
export const PARAMETERS = "database/url-parameters";
export const ENDPOINT = "database/supabase-endpoint";
export const NETWORK = "service/private-network";
export const LIMITS = "plan/limits";
export const REFUSED = "environment/refused-value";
export const ASLEEP = `${LOOPBACK}|port/agreement`;

export const node = { runtime: "node", driver: "node-postgres" } as const;
export const django = { driver: "psycopg2" } as const;

/** A service of Next.js whose build writes pages. */
export const nextBuild = (buildCommand = "npm ci && npm run build") => ({
  ...node,
  properties: {
    runtimeSource: {
      nativeRuntime: {
        repoUrl: "https://github.com/fen-and-lark/shop",
        branch: "main",
        runtime: "node",
        buildCommand,
      },
    },
  },
});

/** An image with its variables, and what runs is the image's own. */
export const product = (
  [imageUrl, tag, healthCheckPath]: readonly [image: string, tag: string, check: string],
  variables: Variables,
  driver = "none",
): SealedCase => ({
  command: null,
  driver,
  variables,
  properties: { runtimeSource: { image: { imageUrl, tag } }, healthCheckPath },
});

export const N8N = ["docker.io/n8nio/n8n", "1.107.3", "/healthz"] as const;

/** A service with a check of its own. */
export const checked = (healthCheckPath: string, one: SealedCase): SealedCase => ({
  ...one,
  properties: { ...one.properties, healthCheckPath },
});

type Variables = Readonly<Record<string, string>>;
type Resources = Readonly<Record<string, Resource>>;

/** A case with its reason, after its input. */
export const because = (why: string, one: SealedCase): ExplainedCase => ({ ...one, why });

/** The same that a rule must reject. */
export const fails = (rule: string, why: string, one: SealedCase): ExplainedCase => ({ ...one, rule, why });

export const works = (name: string, why: string, source: string, resources: Resources): ProgramCase => ({
  name,
  why,
  source,
  resources,
});

/** A program with the rules that are right, and the places that a right message names. */
export const breaks = (
  rules: readonly string[],
  [at, ...alsoAt]: readonly [Place, ...Place[]],
  one: ProgramCase,
): BrokenProgram => ({ ...one, rules, at, alsoAt });

/** A job of Python that is run by a schedule. */
export const job = (
  name: string,
  schedule: string,
  startCommand: string,
  of: Variables = {},
  more: Readonly<Record<string, unknown>> = {},
): Resource =>
  cron({
    name,
    plan: "starter",
    region: "frankfurt",
    schedule,
    startCommand,
    runtimeSource: native("python", PIP, "jobs"),
    envVars: values({ DATABASE_URL: SESSION, ...of }),
    ...more,
  });

/** Pages that are built from a folder of a repository. */
export const pages = (
  name: string,
  buildCommand: string,
  publishPath: string,
  of: Variables = {},
  more: Readonly<Record<string, unknown>> = {},
) => ({
  name,
  repoUrl: "https://github.com/fen-and-lark/shop",
  branch: "main",
  buildCommand,
  publishPath,
  envVars: values(of),
  ...more,
});
