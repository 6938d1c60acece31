import {
  type BrokenProgram,
  keyValue,
  NPM,
  native,
  type Resource,
  site,
  values,
  web,
  worker,
} from "../eighteenth-form";
import { supabaseProject } from "../supabase-project";

/** A password that was made up for the batch, and needs no encoding. */
export const CANARY = "Hb4ternReef8";

/** A project that was invented for the batch, and a shared pooler. */
export const REF = "mvkdqzxrwtbhnjlcpgys";
export const POOL = "aws-1-eu-central-1.pooler.supabase.com";
export const { DIRECT, USER, url, pooled, SESSION } = supabaseProject({
  ref: REF,
  pool: POOL,
  role: "postgres",
  password: CANARY,
});

/** The rules that the batch names often. */
export const NETWORK = "service/private-network";
export const PUBLISH = "service/publish-path";
export const LIMITS = "plan/limits";
export const REFUSED = "environment/refused-value";
export const START = "service/start-command";
export const PEER = "port/peer-mismatch";
export const DOMAIN = "service/custom-domain";

export const GUNICORN = "gunicorn tern.wsgi:application --bind 0.0.0.0:$PORT";
export const UNICORN = "uvicorn app.main:app --host 0.0.0.0 --port $PORT";
export const CELERY = "celery -A tern worker --loglevel=info";

/** The address that a program takes of its own store. */
export const STORE = `\${store.connectionInfo.internalConnectionString}`;

type More = Readonly<Record<string, unknown>>;
type Variables = Readonly<Record<string, string>>;

/** A key value store that keeps what is queued in it. */
export const store = (more: More = {}): Resource =>
  keyValue({
    name: "tern-store",
    plan: "starter",
    region: "frankfurt",
    maxMemoryPolicy: "noeviction",
    ...more,
  });

/** A static site with its build command and its folder. */
export const pages = (buildCommand: string, publishPath: string, of: Variables = {}, more: More = {}) =>
  site({
    name: "tern-pages",
    repoUrl: "https://github.com/tern-reef/pages",
    branch: "main",
    buildCommand,
    publishPath,
    envVars: values(of),
    ...more,
  });

/** A site of Vite's pages. */
export const vite = (of: Variables, more: More = {}) => pages("npm ci && npx vite build", "dist", of, more);

const placed = (name: string, startCommand: string, of: Variables) => ({
  name,
  plan: "starter",
  region: "frankfurt",
  startCommand,
  runtimeSource: native("node", NPM, name),
  envVars: values(of),
});

/** A background worker of Node. */
export const nodeQueue = (startCommand: string, of: Variables, more: More = {}): Resource =>
  worker({ ...placed("tern-jobs", startCommand, of), ...more });

/** A worker and a web service of Ruby. */
export const rubyQueue = (startCommand: string, of: Variables): Resource =>
  worker({
    ...placed("tern-jobs", startCommand, of),
    runtimeSource: native("ruby", "bundle install", "tern"),
  });
export const rubyApp = (startCommand: string, of: Variables): Resource =>
  web({
    ...placed("tern-app", startCommand, { PORT: "8000", ...of }),
    runtimeSource: native("ruby", "bundle install && bundle exec rails assets:precompile", "tern"),
    healthCheckPath: "/up",
  });

/** A program that has to be rejected. */
export const broken = (
  name: string,
  rules: readonly string[],
  at: BrokenProgram["at"],
  why: string,
  source: string,
  resources: Readonly<Record<string, Resource>>,
  alsoAt: BrokenProgram["alsoAt"] = [],
): BrokenProgram => ({ name, rules, at, alsoAt, why, source, resources });
