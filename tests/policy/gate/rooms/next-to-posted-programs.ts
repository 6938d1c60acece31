import {
  type BrokenProgram,
  envGroup,
  envGroupLink,
  native,
  PIP,
  type Resource,
  values,
} from "../eighteenth-form";
import { inner, python, queue } from "../twentieth-form";
import { CANARY, CELERY, DIRECT, POOL, SESSION, STORE, store, UNICORN, url } from "./posted-programs-form";

const AFTER_SCHEME = SESSION.slice("postgresql://".length);
const results = (CELERY_RESULT_BACKEND: string, of: Readonly<Record<string, string>> = {}) => ({
  store: store(),
  jobs: queue("tern-jobs", CELERY, { CELERY_BROKER_URL: STORE, CELERY_RESULT_BACKEND, ...of }),
});
const backend = (name: string, rule: string, value: string, why: string): BrokenProgram => ({
  name,
  rules: [rule],
  at: ["jobs", "envVars.CELERY_RESULT_BACKEND"],
  why,
  source: "Celery's page on its database backend",
  resources: results(value),
});
const postgres = (plan: string): Resource => ({
  type: "render:index:Postgres",
  properties: { name: "tern-records", plan, region: "frankfurt", version: "17" },
});
const legacy = (plan: string): BrokenProgram => ({
  name: `tern-postgres-of-the-old-plan-${plan.replace("_", "-")}`,
  rules: ["plan/limits", "blueprint/unknown-value"],
  at: ["records", "plan"],
  why: "Render makes no new database of a legacy plan.",
  source: "brightbeanxyz/brightbean-studio, issue 14; Render's page on Postgres' plans",
  resources: { records: postgres(plan) },
});
/** One repository of both: two of them would be two applications. */
const TERN = native("python", PIP, "tern");
const drawn = (name: string) => ({ [name]: { generateValue: true } });
const served = (name: string, variables: object) => python(name, UNICORN, {}, { envVars: variables });
const DRAWN = ["environment/refused-value", "service/unmet-need", "service/private-network"];

/** Siblings of the programs that the first run missed. */
export const NEXT_TO_POSTED_PROGRAMS: readonly BrokenProgram[] = [
  backend(
    "tern-results-on-the-direct-host",
    "database/ipv6-only-host",
    `db+postgresql://${url("postgres", `${DIRECT}:5432/postgres`).slice(13)}`,
    "IPv6 alone.",
  ),
  backend(
    "tern-results-on-localhost",
    "database/local-host",
    `db+postgresql://postgres:${CANARY}@localhost:5432/celery`,
    "No database runs there.",
  ),
  backend(
    "tern-results-without-a-tenant",
    "database/pooler-tenant",
    `db+postgresql://postgres:${CANARY}@${POOL}:5432/postgres`,
    "The user names no project.",
  ),
  backend(
    "tern-results-of-a-template",
    "environment/placeholder",
    `db+postgresql://${AFTER_SCHEME.replace(CANARY, "[YOUR-PASSWORD]")}`,
    "A placeholder is left.",
  ),
  backend(
    "tern-results-by-asyncpg",
    "database/url-malformed",
    `db+postgresql+asyncpg://${AFTER_SCHEME}`,
    "Celery's backend is synchronous: asyncpg ends with MissingGreenlet.",
  ),
  {
    name: "tern-broker-by-a-scheme-of-heroku",
    rules: ["database/url-malformed"],
    at: ["jobs", "envVars.CELERY_BROKER_URL"],
    why: "kombu's SQLAlchemy transport gives the URL to SQLAlchemy, which knows no dialect postgres.",
    source: "kombu's page on its SQLAlchemy transport",
    resources: { jobs: queue("tern-jobs", CELERY, { CELERY_BROKER_URL: `sqla+postgres://${AFTER_SCHEME}` }) },
  },
  {
    name: "tern-results-of-a-group-by-a-scheme-of-heroku",
    rules: ["database/url-malformed"],
    at: ["shared", "envVars.CELERY_RESULT_BACKEND"],
    alsoAt: [["jobs", "envVars.CELERY_RESULT_BACKEND"]],
    why: "The group's value has the scheme that SQLAlchemy dropped.",
    source: "Celery's page on its database backend",
    resources: {
      shared: envGroup({
        name: "tern-shared",
        envVars: values({ CELERY_RESULT_BACKEND: `db+postgres://${AFTER_SCHEME}` }),
      }),
      jobs: queue("tern-jobs", CELERY, { CELERY_BROKER_URL: "redis://red-d0tern0reef0canary0q:6379" }),
      link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${jobs.id}"] }),
    },
  },
  legacy("standard"),
  legacy("pro"),
  legacy("pro_plus"),
  {
    name: "tern-two-drawn-secrets-of-a-private-engine",
    rules: DRAWN,
    at: ["engine", "envVars.INTERNAL_API_KEY"],
    alsoAt: [["api", "envVars.INTERNAL_API_KEY"]],
    why: "The API sends its own key, and the engine compares it with another.",
    source: "kitokoh/leopardo-hr, pull request 4008",
    resources: {
      engine: inner(
        "tern-engine",
        "uvicorn engine.main:app --host 0.0.0.0 --port 9000",
        {},
        { envVars: drawn("INTERNAL_API_KEY") },
      ),
      api: served("tern-api", {
        ...values({ PORT: "8000", ENGINE_URL: "http://tern-engine:9000" }),
        ...drawn("INTERNAL_API_KEY"),
      }),
    },
  },
  {
    name: "tern-two-drawn-secrets-of-django-and-its-worker",
    rules: DRAWN,
    at: ["jobs", "envVars.SECRET_KEY"],
    alsoAt: [["web", "envVars.SECRET_KEY"]],
    why: "The worker signs links with a key of its own, and the web service refuses them.",
    source: "kitokoh/leopardo-hr, pull request 4008, with Django",
    resources: {
      store: store(),
      web: python(
        "tern-web",
        "gunicorn tern.wsgi --bind 0.0.0.0:$PORT",
        {},
        {
          runtimeSource: TERN,
          envVars: { ...values({ PORT: "8000", CELERY_BROKER_URL: STORE }), ...drawn("SECRET_KEY") },
        },
      ),
      jobs: queue(
        "tern-jobs",
        CELERY,
        {},
        { runtimeSource: TERN, envVars: { ...values({ CELERY_BROKER_URL: STORE }), ...drawn("SECRET_KEY") } },
      ),
    },
  },
];
