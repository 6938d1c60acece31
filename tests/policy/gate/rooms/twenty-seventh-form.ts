import { native, type Resource, site, values, web, worker } from "../eighteenth-form";
import type { ExplainedCase } from "../nineteenth-form";
import type { SealedCase } from "../sealed";
import { supabaseProject, unsignedKey } from "../supabase-project";

/** A password that was made up for the batch, and needs no encoding. */
export const CANARY = "Vk6dipperBrook2";

/** A project that was invented for the batch, another one, and a shared pooler. */
export const REF = "mzxvqkwtrhjbnlpdgcys";
export const OTHER = "pwnzkrvxqtlhjbmdcgsy";
export const POOL = "aws-1-eu-west-1.pooler.supabase.com";
export const { DIRECT, USER, url, pooled, SESSION } = supabaseProject({
  ref: REF,
  pool: POOL,
  role: "postgres",
  password: CANARY,
});
export const DIRECT_URL = url("postgres", `${DIRECT}:5432/postgres`);

/** The rules that the batch names often, beside those of `batch.ts`. */
export const HOSTS = "service/allowed-hosts";
export const NETWORK = "service/private-network";
export const HEALTH = "service/health-check-path";
export const NEED = "service/unmet-need";
export const LIMITS = "plan/limits";
export const APPLICATION = "service/missing-application";
export const REQUIREMENT = "service/missing-requirement";
export const FILE = "service/missing-file";
export const SOURCE = "service/source";
export const REFUSED = "environment/refused-value";
export const UNTRUSTED = "database/tls-untrusted";
export const PARAMETERS = "database/url-parameters";
export const MIGRATIONS = "database/direct-for-migrations";
export const ENDPOINT = "database/supabase-endpoint";
export const SCHEDULE = "service/cron-schedule";

export type Variables = Readonly<Record<string, string>>;
type More = Readonly<Record<string, unknown>>;

/** A broken service by its start command. */
export const broken = (rule: string, why: string, command: string, more: SealedCase = {}): ExplainedCase => ({
  rule,
  why,
  command,
  ...more,
});

/** A broken service by its variables; its command is in `more` where it is not Python's. */
export const brokenOf = (
  rule: string,
  why: string,
  variables: Variables,
  more: SealedCase = {},
): ExplainedCase => ({ rule, why, variables, ...more });

/** A sound service by its start command. */
export const works = (why: string, command: string, more: SealedCase = {}): ExplainedCase => ({
  why,
  command,
  ...more,
});

/** A sound service by its variables. */
export const worksOf = (why: string, variables: Variables, more: SealedCase = {}): ExplainedCase => ({
  why,
  variables,
  ...more,
});

/** A key of Supabase's in the form of a token, with a signature that signs nothing. */
export const key = (role: string, ref = REF) =>
  unsignedKey(
    { ref, role, iat: 1735689600, exp: 2051265600 },
    "ZGlwcGVyLWJyb29rLWNhbmFyeS1zaWduYXR1cmUtMDAw",
  );

export const DISK = { name: "data", mountPath: "/var/data", sizeGb: 1 };
export const repository = (name: string) => `https://github.com/dipper-brook/${name}`;

/** The source of a service that a Dockerfile builds. */
export const dockerfile = (name = "api") => ({
  runtimeSource: { docker: { repoUrl: repository(name), branch: "main" } },
});
export const IN_DOCKER: SealedCase = { driver: "none", properties: dockerfile() };

/** A native source with a build command of its own. */
export const built = (runtime: string, buildCommand: string) => ({
  runtimeSource: native(runtime, buildCommand, "brook"),
});

/** Laravel's variables for the invented project. */
export const laravel = (of: Variables = {}): Variables => ({
  APP_ENV: "production",
  APP_DEBUG: "false",
  APP_KEY: "base64:ZGlwcGVyLWJyb29rLWNhbmFyeS0zMi1ieXRlcy1rZXk=",
  DB_CONNECTION: "pgsql",
  DB_HOST: POOL,
  DB_PORT: "5432",
  DB_DATABASE: "postgres",
  DB_USERNAME: USER,
  DB_PASSWORD: CANARY,
  ...of,
});

/** A web service of a program, in a language of its own. */
export const app = (
  name: string,
  [runtime, buildCommand]: readonly [string, string],
  startCommand: string,
  of: Variables = {},
  more: More = {},
): Resource =>
  web({
    name,
    plan: "starter",
    region: "frankfurt",
    startCommand,
    runtimeSource: native(runtime, buildCommand, name),
    healthCheckPath: "/health",
    envVars: values({ PORT: "8000", ...of }),
    ...more,
  });

/** A background worker of a program, in a language of its own. */
export const jobs = (
  name: string,
  [runtime, buildCommand]: readonly [string, string],
  startCommand: string,
  of: Variables,
  more: More = {},
): Resource =>
  worker({
    name,
    plan: "starter",
    region: "frankfurt",
    startCommand,
    runtimeSource: native(runtime, buildCommand, name),
    envVars: values(of),
    ...more,
  });

export const PYTHON = ["python", "pip install -r requirements.txt"] as const;
export const NODE = ["node", "npm ci && npm run build"] as const;
export const RUBY = ["ruby", "bundle install && bundle exec rails assets:precompile"] as const;
export const UNICORN = "uvicorn brook.main:app --host 0.0.0.0 --port $PORT";
export const GUNICORN = "gunicorn brook.wsgi:application --bind 0.0.0.0:$PORT";

/** A static site with its build command and its folder. */
export const pages = (name: string, buildCommand: string, publishPath: string, more: More = {}): Resource =>
  site({ name, repoUrl: repository(name), branch: "main", buildCommand, publishPath, ...more });
