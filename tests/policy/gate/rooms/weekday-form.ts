import {
  type BrokenProgram,
  cron,
  envGroup,
  keyValue,
  native,
  type ProgramCase,
  type Resource,
  site,
  values,
} from "../eighteenth-form";
import { supabaseProject } from "../supabase-project";
import { inner } from "../twentieth-form";

/** A password that was made up for the batch. */
const CANARY = "Vt5ploverSand3";
export const { SESSION, pooled } = supabaseProject({
  ref: "lxqbnvtzrkwmhdjcgpfy",
  pool: "aws-1-us-west-2.pooler.supabase.com",
  role: "app",
  password: CANARY,
});
export const OTHER = supabaseProject({
  ref: "zkwmqlxrvbnthdjcypfg",
  pool: "aws-1-us-west-2.pooler.supabase.com",
  role: "app",
  password: CANARY,
});

export const NETWORK = "service/private-network";
export const PEER = "port/peer-mismatch";
export const LIMITS = "plan/limits";
export const REFUSED = "environment/refused-value";
export const START = "service/start-command";
export const UVICORN = "uvicorn plover.main:app --host 0.0.0.0 --port $PORT";
export const CELERY = "celery -A plover worker --loglevel=info";

type Resources = Readonly<Record<string, Resource>>;

export const broken = (
  name: string,
  rules: readonly string[],
  at: BrokenProgram["at"],
  why: string,
  resources: Resources,
  alsoAt: BrokenProgram["alsoAt"] = [],
): BrokenProgram => ({
  name: `plover-${name}`,
  rules,
  at,
  alsoAt,
  why,
  source: "as teams ask of it",
  resources,
});

export const sound = (name: string, why: string, resources: Resources): ProgramCase => ({
  name: `plover-${name}`,
  why,
  source: "as teams write it",
  resources,
});

export const store = (more: object = {}): Resource =>
  keyValue({
    name: "plover-store",
    plan: "starter",
    region: "frankfurt",
    maxMemoryPolicy: "noeviction",
    ...more,
  });
export const database = (more: object = {}): Resource => ({
  type: "render:index:Postgres",
  properties: { name: "plover-db", plan: "basic_1gb", region: "frankfurt", version: "17", ...more },
});
export const pages = (of: Readonly<Record<string, string>>, more: object = {}): Resource =>
  site({
    name: "plover-pages",
    repoUrl: "https://github.com/plover-sand/pages",
    branch: "main",
    buildCommand: "npm ci && npx vite build",
    publishPath: "dist",
    envVars: values(of),
    ...more,
  });
export const job = (
  startCommand: string,
  of: Readonly<Record<string, string>> = {},
  more: object = {},
): Resource =>
  cron({
    name: "plover-job",
    plan: "starter",
    region: "frankfurt",
    schedule: "0 3 * * *",
    startCommand,
    runtimeSource: native("python", "pip install -r requirements.txt", "plover"),
    envVars: values(of),
    ...more,
  });
export const group = (of: Readonly<Record<string, string>>): Resource =>
  envGroup({ name: "plover-shared", envVars: values(of) });
export const engine = (more: Readonly<Record<string, unknown>> = {}): Resource =>
  inner("plover-engine", UVICORN, { PORT: "8000" }, more);
