import { keyValue, privateService, type Resource, values, web, worker } from "../eighteenth-form";
import { supabaseProject } from "../supabase-project";
import { image } from "../twentieth-form";

/** A password that was made up for the batch, and needs no encoding. */
export const CANARY = "Hn4wharfLamp8Qs";
export const REF = "pnqvtzkwmhrxbdjlycgs";
export const OTHER = "gwzkrtqnvmxhbdplycjs";
export const POOL = "aws-0-eu-west-3.pooler.supabase.com";
const made = (ref: string) => supabaseProject({ ref, pool: POOL, role: "postgres", password: CANARY });
export const { SESSION, USER } = made(REF);
export const { SESSION: SESSION_ELSEWHERE } = made(OTHER);

type Variables = Readonly<Record<string, string>>;
type More = Readonly<Record<string, unknown>>;

/** A product's image as a service of any kind. */
export const hosted = (
  kind: (properties: More) => Resource,
  name: string,
  [path, tag]: readonly [path: string, tag: string],
  of: Variables,
  more: More = {},
): Resource =>
  kind({
    name,
    plan: "standard",
    region: "frankfurt",
    ...image(path, tag),
    envVars: values(of),
    ...more,
  });

export const N8N = ["docker.io/n8nio/n8n", "1.115.3"] as const;

export const flows = (of: Variables, more: More = {}): Resource =>
  hosted(
    web,
    "harbor-flows",
    N8N,
    { PORT: "8000", N8N_PORT: "8000", ...of },
    { healthCheckPath: "/healthz", ...more },
  );
export const flowsWorker = (of: Variables, more: More = {}): Resource =>
  hosted(worker, "harbor-flows-worker", N8N, of, { startCommand: "n8n worker", ...more });
export const beside = (
  name: string,
  path: string,
  tag: string,
  of: Variables = {},
  more: More = {},
): Resource => hosted(privateService, name, [path, tag], of, more);

export const store = (name = "harbor-store"): Resource =>
  keyValue({ name, plan: "starter", region: "frankfurt", maxMemoryPolicy: "noeviction" });

/** The address that a program takes of a store of its own. */
export const addressOf = (name: string) => `\${${name}.connectionInfo.internalConnectionString}`;
