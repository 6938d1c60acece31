import type { ExplainedCase } from "../nineteenth-form";
import { bare, node, POOL, REF } from "../written";
import { by, DATA, having, run, SITE } from "./orchard";

const start = "service/start-command";
const scheme = "database/url-malformed";
const ends = `://postgres.${REF}:k3JqL9vX@${POOL}:5432/postgres`;
const FILE = "sqlite:////data/app.db";
const migrating = (why: string, preDeployCommand: string): ExplainedCase =>
  having(why, { disk: DATA, preDeployCommand }, { variables: { DATABASE_URL: FILE } });
const pgadmin = (why: string, variables: Readonly<Record<string, string>>): ExplainedCase =>
  having(
    why,
    {
      startCommand: undefined,
      runtimeSource: { image: { imageUrl: "docker.io/dpage/pgadmin4", tag: "8.12" } },
    },
    { variables: { PGADMIN_LISTEN_PORT: "8000", ...variables } },
  );
const written = (why: string, publishPath: string, build: string): ExplainedCase =>
  having(why, { publishPath, buildCommand: build }, SITE);
const jobs = { kind: "worker", ...bare } as const;

/** Siblings of what the twenty-fifth batch found, written before the change: of 23 broken ones 3 were rejected and 2 undecided at first, and of 18 sound ones none was rejected. */
export const NEXT_TO_TWENTY_FIFTH: readonly ExplainedCase[] = [
  // A word that begins with a blank is an argument: `unrecognized arguments`, or no program has the name.
  { rule: start, ...run("a line that was several", "uvicorn main:app \\ --host 0.0.0.0 \\ --port $PORT") },
  {
    rule: start,
    ...run(
      "a line that was several",
      "gunicorn \\ -k uvicorn.workers.UvicornWorker main:app -b 0.0.0.0:$PORT",
    ),
  },
  {
    rule: start,
    ...run(
      "a line that was several",
      "alembic upgrade head && \\ uvicorn main:app --host 0.0.0.0 --port $PORT",
    ),
  },
  { rule: start, ...run("a line that was several", "node \\ dist/main.js", node) },
  // docs.celeryq.dev: reference/cli. What is the subcommand's comes behind it.
  { rule: start, ...run("no subcommand", "celery -A tasks -l info", jobs) },
  { rule: start, ...run("no subcommand", "celery --app=tasks --concurrency=2 --loglevel=info", jobs) },
  { rule: start, ...run("no subcommand", "python -m celery -A tasks --loglevel=info", jobs) },
  { rule: scheme, ...by("a scheme that is a slip", { DATABASE_URL: `posgresql${ends}` }) },
  { rule: scheme, ...by("a scheme that is a slip", { DATABASE_URL: `potsgresql${ends}` }) },
  {
    rule: scheme,
    ...by("a scheme that is a slip", { SQLALCHEMY_DATABASE_URI: `posgresql+psycopg2${ends}` }),
  },
  { rule: scheme, ...by("a scheme that is a slip", { DATABASE_URL: `progresql${ends}` }, node) },
  { rule: "service/publish-path", ...written("the sources", "src", "npx vite build") },
  { rule: "service/publish-path", ...written("the layouts", "layouts", "hugo --minify") },
  { rule: "service/publish-path", ...written("the root", ".", "npx astro build") },
  { rule: "plan/limits", ...having("no plan of 2026", { plan: "standard_plus" }) },
  { rule: "blueprint/unknown-value", ...having("a plan of Heroku", { plan: "hobby" }) },
  { rule: "blueprint/unknown-value", ...having("a database's plan", { plan: "basic-256mb" }) },
  ...["npx prisma migrate deploy", "python manage.py migrate", "alembic upgrade head"].map((migrate) => ({
    rule: "service/disk-before-start",
    ...migrating("the file is lost", `DATABASE_URL=${FILE} ${migrate}`),
  })),
  {
    rule: "service/unmet-need",
    ...pgadmin("it ends without a password", { PGADMIN_DEFAULT_EMAIL: "ops@orchard-press.org" }),
  },
  { rule: "service/unmet-need", ...pgadmin("it ends without both", {}) },
];

const LOGIN = { PGADMIN_DEFAULT_EMAIL: "ops@orchard-press.org", PGADMIN_DEFAULT_PASSWORD: "k3JqL9vXtR" };

export const SOUND_NEXT_TO_TWENTY_FIFTH: readonly ExplainedCase[] = [
  run("a path with blanks", "cd My\\ App && uvicorn main:app --host 0.0.0.0 --port $PORT"),
  run("lines that end with a backslash", "uvicorn main:app \\\n  --host 0.0.0.0 \\\n  --port $PORT"),
  run("a pattern in quotes", "sh -c 'echo a \\ b && exec uvicorn main:app --host 0.0.0.0 --port $PORT'"),
  run(
    "options of celery itself come first",
    "celery -A tasks -b $REDIS_URL --workdir src worker -l info",
    jobs,
  ),
  run("options of celery itself", "celery --app tasks --no-color -q beat --loglevel=info", jobs),
  run(
    "another program's options behind the name",
    "pip install celery --upgrade && celery -A tasks worker -l info",
    jobs,
  ),
  run(
    "another program's options behind the name",
    "pip install celery -c constraints.txt && celery -A tasks worker",
    jobs,
  ),
  run("a program of one's own", "python celery_worker.py --loglevel=info", jobs),
  by("another database", { MONGO_URL: "mongodb://app:k3JqL9vX@db.orchard-press.org/app" }),
  by("another database", { ANALYTICS_URL: "clickhouse://app:k3JqL9vX@db.orchard-press.org/app" }),
  by("Django's own scheme", { DATABASE_URL: `postgis${ends}` }, { driver: "psycopg2" }),
  written("the settings may say so", "dist", "npx vite build"),
  written("of a workspace", "apps/web/dist", "npx vite build"),
  written("below what the tool writes", "public/en", "hugo --minify"),
  having("a plan of Render", { plan: "pro_max" }),
  having("a plan of Render, as its pages write it", { plan: "pro plus" }),
  migrating("another database", `DATABASE_URL=postgresql${ends} python manage.py migrate`),
  migrating("a scratch file", "DATABASE_URL=sqlite:////tmp/scratch.db alembic upgrade head"),
  pgadmin("both", LOGIN),
  pgadmin("the password is in a file", {
    PGADMIN_DEFAULT_EMAIL: "ops@orchard-press.org",
    PGADMIN_DEFAULT_PASSWORD_FILE: "/etc/secrets/pgadmin",
  }),
];
