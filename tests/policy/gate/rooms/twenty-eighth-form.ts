import { soundBy, soundWeb } from "../batch";
import { site, values, web } from "../eighteenth-form";
import type { ExplainedCase } from "../nineteenth-form";
import type { SealedCase } from "../sealed";
import { supabaseProject, unsignedKey } from "../supabase-project";
import { image } from "../twentieth-form";
import { bare, ruby } from "../written";

/** A password that was made up for the batch, and needs no encoding. */
export const CANARY = "Tv4curlewFen8";

/** A project that was invented for the batch, another one, and a shared pooler. */
export const REF = "vnpgkqxhtrwzbdjmcfly";
export const OTHER = "mzkrtqhwxbnvdgpjlcfs";
export const POOL = "aws-0-eu-west-3.pooler.supabase.com";
export const { DIRECT, USER, url, pooled, SESSION } = supabaseProject({
  ref: REF,
  pool: POOL,
  role: "postgres",
  password: CANARY,
});
export const DIRECT_URL = url("postgres", `${DIRECT}:5432/postgres`);
export const API = `https://${REF}.supabase.co`;

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
export const APPLICATION = "service/missing-application";
export const FILE = "service/missing-file";
export const PUBLISH = "service/publish-path";
export const SOURCE = "service/source";

type Variables = Readonly<Record<string, string>>;
type More = Readonly<Record<string, unknown>>;

/** A command that has to be rejected, and why. */
export const refused = (
  rule: string,
  why: string,
  command: string,
  more: SealedCase = {},
): ExplainedCase => ({ rule, why, ...soundWeb(command, more) });

/** Variables that have to be rejected, and why. */
export const wrong = (
  rule: string,
  why: string,
  variables: Variables,
  more: SealedCase = {},
): ExplainedCase => ({ rule, why, ...soundBy(variables, more) });

/** A command that works, and why. */
export const runs = (why: string, command: string, more: SealedCase = {}): ExplainedCase => ({
  why,
  ...soundWeb(command, more),
});

/** Variables that work, and why. */
export const holds = (why: string, variables: Variables, more: SealedCase = {}): ExplainedCase => ({
  why,
  ...soundBy(variables, more),
});

/** A service of Node or of a Dockerfile that the component does not declare. */
export const bareNode = { runtime: "node", ...bare } as const;
export const bareDocker = {
  ...bare,
  properties: {
    runtimeSource: { docker: { repoUrl: "https://github.com/fen-works/fen", branch: "main" } },
  },
} as const;

/** A key of Rails' credentials that was made up for the batch, and an application of Rails with it. */
export const MASTER = "7c1e5a90b3d84f26a1c97e50d2b86f34";
export const rails = { ...ruby, variables: { RAILS_MASTER_KEY: MASTER } } as const;

/** A key of Supabase's in the form of a token, with a signature that signs nothing. */
export const key = (role: string, ref = REF) =>
  unsignedKey({ ref, role, iat: 1735689600, exp: 2051265600 }, "Y3VybGV3LWZlbi1jYW5hcnktc2lnbmF0dXJlLTAwMDA");

export const UNICORN = "uvicorn fen.main:app --host 0.0.0.0 --port $PORT";
export const STORE = "redis://red-d1curlew0fen0canary0:6379";

/** A static site with its build command and its folder. */
export const pages = (buildCommand: string, publishPath: string, more: More = {}) =>
  site({
    name: "fen-pages",
    repoUrl: "https://github.com/fen-works/pages",
    branch: "main",
    buildCommand,
    publishPath,
    ...more,
  });

/** A web service that runs a published image. */
export const hosted = (name: string, imageUrl: string, tag: string, of: Variables, more: More = {}) =>
  web({
    name,
    plan: "starter",
    region: "frankfurt",
    ...image(imageUrl, tag),
    healthCheckPath: "/health",
    envVars: values({ PORT: "8000", ...of }),
    ...more,
  });

/** A web service of a source, at port 8000. */
export const sourced = (name: string, runtimeSource: object, more: More = {}) =>
  web({
    name,
    plan: "starter",
    region: "frankfurt",
    runtimeSource,
    healthCheckPath: "/health",
    envVars: values({ PORT: "8000", DATABASE_URL: SESSION }),
    ...more,
  });

/** Rows of a disk. */
export const disk = (mountPath: string) => ({ name: "data", mountPath, sizeGb: 5 });
