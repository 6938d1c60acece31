import {
  cron,
  keyValue,
  native,
  PIP,
  privateService,
  type Resource,
  site,
  values,
  web,
} from "../eighteenth-form";
import type { ExplainedCase } from "../nineteenth-form";
import type { SealedCase } from "../sealed";
import { supabaseProject, unsignedKey } from "../supabase-project";
import { DOCKER } from "../written";

/** A password that was made up for the batch, and needs no encoding. */
export const CANARY = "Zr6copperLantern4";

/** A project that was invented for the batch, another one, and a shared pooler. */
export const REF = "pwtnkzrhqvjxmbgylcds";
export const OTHER = "gxmdvqhtzkwnrplbyjcf";
export const POOL = "aws-1-ap-southeast-2.pooler.supabase.com";
export const { DIRECT, USER, url, pooled, SESSION } = supabaseProject({
  ref: REF,
  pool: POOL,
  role: "postgres",
  password: CANARY,
});
export const ENCRYPTED = `${SESSION}?sslmode=require`;

/** A component whose production is in another project, behind the same pooler. */
export const BESIDE_PRODUCTION = {
  otherEnvironments: {
    production: { host: POOL, port: 5432, user: `postgres.${OTHER}`, database: "postgres" },
  },
};

/** A key of Supabase's older form, signed by nothing. */
export const keyOf = (role: string, ref = REF) =>
  unsignedKey({ ref, role, iat: 1751000000, exp: 2066576000 }, SIGNATURE);

const SIGNATURE = Buffer.from("signed by no key, for lanterns").toString("base64url");

export const rejected = (rule: string, why: string, one: SealedCase): ExplainedCase => ({
  rule,
  why,
  ...one,
});
export const taken = (why: string, one: SealedCase): ExplainedCase => ({ why, ...one });

export const node = { runtime: "node", driver: "node-postgres" } as const;
export const drizzle = { runtime: "node", driver: "postgres-js" } as const;
export const prisma = { runtime: "node", driver: "prisma" } as const;
export const django = { driver: "psycopg2" } as const;
export const flask = { driver: "sqlalchemy-psycopg2" } as const;
export const alchemy = { driver: "sqlalchemy-asyncpg" } as const;
export const laravel = { driver: "none", properties: DOCKER } as const;
export const dotnet = { driver: "npgsql", properties: DOCKER } as const;
export const spring = { driver: "pgjdbc", properties: DOCKER } as const;

/** Variables of Spring Boot for the invented project. */
export const boot = (rest: string, user = USER) => ({
  SPRING_DATASOURCE_URL: `jdbc:postgresql://${rest}`,
  SPRING_DATASOURCE_USERNAME: user,
  SPRING_DATASOURCE_PASSWORD: CANARY,
});

/** Variables of Laravel's own file for a database of PostgreSQL. */
export const eloquent = (host: string, user = USER, port = "5432") => ({
  APP_ENV: "production",
  DB_CONNECTION: "pgsql",
  DB_HOST: host,
  DB_PORT: port,
  DB_DATABASE: "postgres",
  DB_USERNAME: user,
  DB_PASSWORD: CANARY,
});

export const GUNICORN = "gunicorn lantern.wsgi:application --bind 0.0.0.0:$PORT";
export const CELERY = "celery -A lantern worker --loglevel=info";

type More = Readonly<Record<string, unknown>>;
type Variables = Readonly<Record<string, string>>;
type Kind = (properties: More) => Resource;
type Source = readonly [runtime: string, buildCommand: string];

export const PYTHON: Source = ["python", PIP];
export const NODE: Source = ["node", "npm ci && npm run build"];
export const RUBY: Source = ["ruby", "bundle install && bundle exec rails assets:precompile"];

/** A repository of the invented team. */
export const repository = (name = "lantern") => `https://github.com/lantern-works/${name}`;

/** The source of a service that is built from a Dockerfile. */
export const dockerfile = (more: More = {}) => ({
  docker: { repoUrl: repository(), branch: "main", autoDeploy: true, ...more },
});

/** The source of a service that runs an image. */
export const pulled = (imageUrl: string, tag: string, more: More = {}) => ({
  image: { imageUrl, tag, ...more },
});

/** A service's name, place and source; `kind` is what makes the resource of them. */
export const service = (
  kind: Kind,
  [runtime, buildCommand]: Source,
  name: string,
  startCommand: string,
  of: Variables,
  more: More = {},
): Resource =>
  kind({
    name,
    plan: "starter",
    region: "singapore",
    startCommand,
    runtimeSource: native(runtime, buildCommand, "lantern"),
    envVars: values(of),
    ...more,
  });

/** A web service at port 8000 with a health check. */
export const open = (source: Source, name: string, start: string, of: Variables = {}, more: More = {}) =>
  service(web, source, name, start, { PORT: "8000", ...of }, { healthCheckPath: "/healthz", ...more });

/** A web service of an image or a Dockerfile, at port 8000, which starts what its image starts. */
export const contained = (name: string, runtimeSource: More, of: Variables, more: More = {}): Resource =>
  web({
    name,
    plan: "starter",
    region: "singapore",
    runtimeSource,
    healthCheckPath: "/healthz",
    envVars: values(of),
    ...more,
  });

/** A private service at port 8000. */
export const engine = (start: string, of = {}) =>
  service(privateService, NODE, "lantern-engine", start, { PORT: "8000", ...of });

/** A job that is run by a schedule. */
export const job = (
  source: Source,
  name: string,
  schedule: string,
  start: string,
  of: Variables,
  more: More = {},
) => service(cron, source, name, start, of, { schedule, ...more });

/** A key value store that keeps what is queued in it. */
export const store = (more: More = {}): Resource =>
  keyValue({
    name: "lantern-store",
    plan: "starter",
    region: "singapore",
    maxMemoryPolicy: "noeviction",
    ...more,
  });

/** The address that a program takes of its own store. */
export const STORE = `\${store.connectionInfo.internalConnectionString}`;

/** A site with its build command, its folder and its variables. */
export const pages = (
  name: string,
  buildCommand: string,
  publishPath: string,
  of: Variables = {},
  more: More = {},
): Resource =>
  site({
    name,
    repoUrl: repository(),
    branch: "main",
    buildCommand,
    publishPath,
    envVars: values(of),
    ...more,
  });

/** Leads every address of an application of one page to that page. */
export const ONE_PAGE = { routes: [{ type: "rewrite", source: "/*", destination: "/index.html" }] };
