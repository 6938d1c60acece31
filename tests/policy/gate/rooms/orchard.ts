import { docker } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import type { SealedCase } from "../sealed";
import { bare, elixir, node, POOL, REF, ruby } from "../written";

/** What the batches of public kinds have in common: outsiders, strangers, visitors and newcomers. */
export const UVICORN = "uvicorn main:app --host 0.0.0.0 --port $PORT";
export const GUNICORN = "gunicorn orchard.wsgi:application --bind 0.0.0.0:$PORT";
export const PASSWORD = "k3JqL9vX";
export const HOST = `${POOL}:5432/postgres`;
export const DATA = { name: "data", mountPath: "/data", sizeGb: 5 };
/** The text of a private key without its marks. */
export const KEY_TEXT = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj";

export const SITE = { kind: "static", ...bare } as const;
export const django = { command: GUNICORN, driver: "psycopg2" } as const;
export const laravel = {
  ...docker,
  ...bare,
  command: "php artisan serve --host=0.0.0.0 --port=$PORT",
} as const;
export const rails = { ...ruby, command: "bundle exec puma -b tcp://0.0.0.0:$PORT" } as const;
export const phoenix = { ...elixir, command: "_build/prod/rel/orchard/bin/orchard start" } as const;
export const server = { ...node, command: "node dist/main.js" } as const;
export const hasura = { ...docker, ...bare, command: "graphql-engine serve --server-port 8000" } as const;
export const image = { ...docker, ...bare, command: "/app/server --addr 0.0.0.0:8000" } as const;

/** A database in parts. */
export const parts = {
  DB_HOST: POOL,
  DB_PORT: "5432",
  DB_USERNAME: `app.${REF}`,
  DB_PASSWORD: PASSWORD,
  DB_DATABASE: "postgres",
};

const repoUrl = "https://github.com/orchard-press/orchard";
export const onBranch = (branch: string) => ({
  runtimeSource: {
    nativeRuntime: { runtime: "python", buildCommand: "pip install -r requirements.txt", repoUrl, branch },
  },
});
export const built = (buildCommand: string, runtime = "python") => ({
  runtimeSource: { nativeRuntime: { runtime, buildCommand, repoUrl, branch: "main" } },
});

type Variables = Readonly<Record<string, string>>;

/** A sound configuration by its variables, its command or its other properties. */
export const by = (why: string, variables: Variables, more: SealedCase = {}): ExplainedCase => ({
  why,
  variables,
  ...more,
});
export const run = (why: string, command: string, more: SealedCase = {}): ExplainedCase => ({
  why,
  command,
  ...more,
});
export const having = (why: string, properties: object, more: SealedCase = {}): ExplainedCase => ({
  why,
  properties,
  ...bare,
  ...more,
});

/** The same, of which a rule says that it cannot work. */
export const brokenBy = (
  rule: string,
  why: string,
  variables: Variables,
  more: SealedCase = {},
): ExplainedCase => ({ rule, ...by(why, variables, more) });
export const brokenRun = (
  rule: string,
  why: string,
  command: string,
  more: SealedCase = {},
): ExplainedCase => ({ rule, ...run(why, command, more) });
export const brokenHaving = (
  rule: string,
  why: string,
  properties: object,
  more: SealedCase = {},
): ExplainedCase => ({ rule, ...having(why, properties, more) });
