import { native, PIP, type Resource, values, web } from "../eighteenth-form";
import type { ExplainedCase } from "../nineteenth-form";
import type { SealedCase } from "../sealed";
import { supabaseProject, unsignedKey } from "../supabase-project";
import { DOCKER } from "../written";

/** A password that was made up for the batch, and needs no encoding. */
export const CANARY = "Wq7slateFern3Kd";

/** A project that was invented for the batch, another one, and a shared pooler. */
export const REF = "hvnqzkrtwylmxcpbdgjs";
export const OTHER = "rjkwtbzqmnvhxlpcygds";
export const POOL = "aws-0-us-east-2.pooler.supabase.com";
export const { DIRECT, USER, url, pooled, SESSION } = supabaseProject({
  ref: REF,
  pool: POOL,
  role: "postgres",
  password: CANARY,
});

/** A component whose production is in another project, behind the same pooler. */
export const BESIDE_PRODUCTION = {
  otherEnvironments: {
    production: { host: POOL, port: 5432, user: `postgres.${OTHER}`, database: "postgres" },
  },
};

/** A key of Supabase's older form, signed by nothing. */
export const keyOf = (role: string, ref = REF) =>
  unsignedKey({ ref, role, iat: 1748000000, exp: 2063576000 }, SIGNATURE);

const SIGNATURE = Buffer.from("a signature that was made up").toString("base64url");

export const rejected = (rule: string, why: string, one: SealedCase): ExplainedCase => ({
  rule,
  why,
  ...one,
});
export const taken = (why: string, one: SealedCase): ExplainedCase => ({ why, ...one });

export const node = { runtime: "node", driver: "node-postgres" } as const;
export const prisma = { runtime: "node", driver: "prisma" } as const;
export const django = { driver: "psycopg2" } as const;
export const flask = { driver: "sqlalchemy-psycopg2" } as const;
export const laravel = { driver: "none", properties: DOCKER } as const;
export const dotnet = { driver: "npgsql", properties: DOCKER } as const;
export const spring = { driver: "pgjdbc", properties: DOCKER } as const;

export const GUNICORN = "gunicorn quarry.wsgi:application --bind 0.0.0.0:$PORT";

type More = Readonly<Record<string, unknown>>;
type Variables = Readonly<Record<string, string>>;

/** A repository of the invented team. */
export const repository = (name: string) => `https://github.com/quarry-labs/${name}`;

/** A service's name, place and source; `kind` is what makes the resource of them. */
export const service = (
  kind: (properties: More) => Resource,
  [runtime, buildCommand]: readonly [runtime: string, buildCommand: string],
  name: string,
  startCommand: string,
  of: Variables,
  more: More = {},
): Resource =>
  kind({
    name,
    plan: "starter",
    region: "ohio",
    startCommand,
    runtimeSource: native(runtime, buildCommand, name),
    envVars: values(of),
    ...more,
  });

export const PYTHON = ["python", PIP] as const;
export const NODE = ["node", "npm ci && npm run build"] as const;
export const RUBY = ["ruby", "bundle install && bundle exec rails assets:precompile"] as const;

/** A web service at port 8000 with a health check. */
export const open = (
  source: readonly [string, string],
  name: string,
  startCommand: string,
  of: Variables = {},
  more: More = {},
): Resource =>
  service(web, source, name, startCommand, { PORT: "8000", ...of }, { healthCheckPath: "/health", ...more });
