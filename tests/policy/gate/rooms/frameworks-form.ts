import { cron, native, type Resource, site, values, web } from "../eighteenth-form";
import type { ExplainedCase } from "../nineteenth-form";
import type { SealedCase } from "../sealed";
import { supabaseProject } from "../supabase-project";

/** A password that was made up for the batch, and needs no encoding. */
export const CANARY = "Rk6potterGlaze3";

/** A project that was invented for the batch, and a shared pooler. */
export const REF = "zmkqvbrxwtnhdljcpfgy";
export const POOL = "aws-0-eu-west-3.pooler.supabase.com";
export const { DIRECT, url, pooled, SESSION } = supabaseProject({
  ref: REF,
  pool: POOL,
  role: "kiln",
  password: CANARY,
});

export const GUNICORN = "gunicorn kiln.wsgi:application --bind 0.0.0.0:$PORT";
export const UVICORN = "uvicorn main:app --host 0.0.0.0 --port $PORT";

/** A configuration that cannot work, with its cause. */
export const fails = (
  rule: string,
  why: string,
  command: string | null,
  more: SealedCase = {},
): ExplainedCase => ({ rule, why, command, ...more });

/** A configuration that works, with what makes it look otherwise. */
export const starts = (why: string, command: string | null, more: SealedCase = {}): ExplainedCase => ({
  why,
  command,
  ...more,
});

type More = Readonly<Record<string, unknown>>;
type Variables = Readonly<Record<string, string>>;
type Source = readonly [runtime: string, buildCommand: string];

export const PYTHON: Source = ["python", "pip install -r requirements.txt"];
export const NODE: Source = ["node", "npm ci --include=dev && npm run build"];
export const RUBY: Source = ["ruby", "bundle install && bundle exec rails assets:precompile"];

/** A repository of the invented team. */
export const repository = (name: string) => `https://github.com/kiln-works/${name}`;

/** A native source of its repositories. */
export const source = ([runtime, buildCommand]: Source, name: string) => ({
  nativeRuntime: { ...native(runtime, buildCommand).nativeRuntime, repoUrl: repository(name) },
});

/** A service's name, place and source; `kind` is what makes the resource of them. */
export const service = (
  kind: (properties: More) => Resource,
  of: Source,
  name: string,
  startCommand: string,
  variables: Variables = {},
  more: More = {},
): Resource =>
  kind({
    name,
    plan: "starter",
    region: "frankfurt",
    startCommand,
    runtimeSource: source(of, name),
    envVars: values(variables),
    ...more,
  });

/** A web service at port 8000 with a health check. */
export const open = (
  of: Source,
  name: string,
  startCommand: string,
  variables: Variables = {},
  more: More = {},
): Resource =>
  service(
    web,
    of,
    name,
    startCommand,
    { PORT: "8000", ...variables },
    { healthCheckPath: "/health", ...more },
  );

/** A cron job of Python. */
export const job = (schedule: string, startCommand: string, of: Source = PYTHON, more: More = {}): Resource =>
  service(cron, of, "kiln-nightly", startCommand, { DATABASE_URL: SESSION }, { schedule, ...more });

/** A static site by its build and the folder of its pages. */
export const pages = (
  buildCommand: string,
  publishPath: string,
  variables: Variables = {},
  more: More = {},
): Resource =>
  site({
    name: "kiln-pages",
    repoUrl: repository("pages"),
    branch: "main",
    buildCommand,
    publishPath,
    envVars: values(variables),
    ...more,
  });
