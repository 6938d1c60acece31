import {
  docker,
  native,
  privateService,
  type Resource,
  site,
  values,
  web,
  worker as workerOf,
} from "../eighteenth-form";
import type { ExplainedCase } from "../nineteenth-form";
import type { SealedCase } from "../sealed";
import { supabaseProject, unsignedKey } from "../supabase-project";
import { bare } from "../written";

/** A password that was made up for the batch, and needs no encoding. */
export const CANARY = "Tp5willowCreek8";

/** A project that was invented for the batch, and a shared pooler. */
export const REF = "tmvqkxzrhwbnjdlcgpfs";
export const POOL = "aws-1-eu-west-1.pooler.supabase.com";
export const { DIRECT, USER, url, pooled, SESSION } = supabaseProject({
  ref: REF,
  pool: POOL,
  role: "postgres",
  password: CANARY,
});

/** The rules that the batch names often. */
export const AGREEMENT = "port/agreement";
export const BIND = "service/loopback-bind";
export const START = "service/start-command";
export const NEED = "service/unmet-need";
export const MALFORMED = "database/url-malformed";
export const PARAMETERS = "database/url-parameters";
export const IPV6 = "database/ipv6-only-host";
export const TENANT = "database/pooler-tenant";
export const STATEMENTS = "database/transaction-mode-statements";
export const UNTRUSTED = "database/tls-untrusted";
export const ENCODING = "database/password-encoding";
export const LOCAL = "database/local-host";
export const ENDPOINT = "database/supabase-endpoint";
export const MIGRATIONS = "database/direct-for-migrations";
export const NETWORK = "service/private-network";
export const PEER = "service/unknown-peer";
export const REFUSED = "environment/refused-value";
export const PLACEHOLDER = "environment/placeholder";
export const BROWSER = "secret/in-browser";
export const HOSTS = "service/allowed-hosts";
export const HEALTH = "service/health-check-path";
export const LIMITS = "plan/limits";
export const SCHEDULE = "service/cron-schedule";
export const DOMAIN = "service/custom-domain";
export const PUBLISH = "service/publish-path";
export const ROUTES = "service/route-order";
export const SOURCE = "service/source";
export const PYTHON = "service/python-version";

type Variables = Readonly<Record<string, string>>;
type More = Readonly<Record<string, unknown>>;

/** A key of Supabase's in the form of a token, with a signature that signs nothing. */
export const key = (role: string, ref = REF) =>
  unsignedKey({ ref, role, iat: 1735689600, exp: 2051265600 }, "d2lsbG93LWNyZWVrLWNhbmFyeS1zaWduYXR1cmUtMDA");

/** A service with a reason and its start command. */
export const started = (why: string, command: string, more: SealedCase = {}): ExplainedCase => ({
  why,
  command,
  ...more,
});

/** A service with a reason and its variables; its command is the tests' sound one where none is given. */
export const given = (
  why: string,
  variables: Readonly<Record<string, string | null>>,
  more: SealedCase = {},
): ExplainedCase => ({
  why,
  variables,
  ...more,
});

/** A service of a Dockerfile, without the component. */
export const contained: SealedCase = { ...bare, properties: { runtimeSource: docker() } };

export const UNICORN = "uvicorn willow.main:app --host 0.0.0.0 --port $PORT";
export const NODE: SealedCase = { runtime: "node", driver: "node-postgres", command: "node dist/main.js" };
export const PRISMA: SealedCase = { runtime: "node", driver: "prisma", command: "node dist/main.js" };
export const DJANGO: SealedCase = {
  driver: "psycopg2",
  command: "gunicorn config.wsgi:application --bind 0.0.0.0:$PORT",
};
export const RAILS: SealedCase = {
  runtime: "ruby",
  driver: "active-record",
  command: "bundle exec rails server -b 0.0.0.0 -p $PORT -e production",
};
export const GO: SealedCase = { runtime: "go", driver: "pgx", command: "./app" };
export const LARAVEL: SealedCase = {
  ...contained,
  command: "php artisan serve --host=0.0.0.0 --port=$PORT",
};
export const SPRING: SealedCase = { ...contained, command: "java -Dserver.port=$PORT -jar app.jar" };
export const CELERY: SealedCase = {
  kind: "worker",
  driver: "psycopg2",
  command: "celery -A config worker --loglevel=info",
};

/** Laravel's variables for the invented project; the key is of 32 bytes. */
export const laravel = (of: Variables = {}): Variables => ({
  APP_ENV: "production",
  APP_KEY: `base64:${Buffer.from("willow-creek-canary-of-32-bytes!").toString("base64")}`,
  DB_CONNECTION: "pgsql",
  DB_HOST: POOL,
  DB_PORT: "5432",
  DB_DATABASE: "postgres",
  DB_USERNAME: USER,
  DB_PASSWORD: CANARY,
  ...of,
});

/** Spring's variables for the invented project. */
export const spring = (of: Variables = {}): Variables => ({
  SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:5432/postgres?sslmode=require`,
  SPRING_DATASOURCE_USERNAME: USER,
  SPRING_DATASOURCE_PASSWORD: CANARY,
  ...of,
});

const common = { plan: "starter", region: "frankfurt" };

/** A web service of a program in Python, with its database. */
export const pythonWeb = (name: string, of: Variables = {}, more: More = {}): Resource =>
  web({
    name,
    ...common,
    runtimeSource: native("python", "pip install -r requirements.txt", "willow"),
    startCommand: UNICORN,
    healthCheckPath: "/health",
    envVars: values({ PORT: "8000", DATABASE_URL: SESSION, ...of }),
    ...more,
  });

/** A web service of a program in Node. */
export const nodeWeb = (name: string, of: Variables = {}, more: More = {}): Resource =>
  web({
    name,
    ...common,
    runtimeSource: native("node", "npm ci && npm run build", "willow-web"),
    startCommand: "npx next start -p $PORT",
    healthCheckPath: "/api/health",
    envVars: values({ PORT: "8000", ...of }),
    ...more,
  });

/** A private service of a program in Python that listens on 8000 on all interfaces. */
export const innerPython = (name: string, of: Variables = {}, more: More = {}): Resource =>
  privateService({
    name,
    ...common,
    runtimeSource: native("python", "pip install -r requirements.txt", "willow-inner"),
    startCommand: UNICORN,
    envVars: values({ PORT: "8000", ...of }),
    ...more,
  });

/** A background worker of a program. */
export const worker = (name: string, startCommand: string, of: Variables, more: More = {}): Resource =>
  workerOf({
    name,
    ...common,
    runtimeSource: native("python", "pip install -r requirements.txt", "willow"),
    startCommand,
    envVars: values(of),
    ...more,
  });

/** A static site with its build command and its folder. */
export const pages = (buildCommand: string, publishPath: string, more: More = {}): Resource =>
  site({
    name: "willow-pages",
    repoUrl: "https://github.com/willow-works/pages",
    branch: "main",
    buildCommand,
    publishPath,
    ...more,
  });
