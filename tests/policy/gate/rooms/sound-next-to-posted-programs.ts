import { envGroup, envGroupLink, type ProgramCase, type Resource, values } from "../eighteenth-form";
import { inner, nodeApp, python, queue } from "../twentieth-form";
import { CELERY, pooled, SESSION, STORE, store, UNICORN } from "./posted-programs-form";

const AFTER_SCHEME = SESSION.slice("postgresql://".length);
const results = (CELERY_RESULT_BACKEND: string, of: Readonly<Record<string, string>> = {}) => ({
  store: store(),
  jobs: queue("tern-jobs", CELERY, { CELERY_BROKER_URL: STORE, CELERY_RESULT_BACKEND, ...of }),
});
const postgres = (plan: string): Resource => ({
  type: "render:index:Postgres",
  properties: { name: "tern-records", plan, region: "frankfurt", version: "17" },
});
const drawn = (name: string) => ({ [name]: { generateValue: true } });
const sound = (name: string, why: string, resources: Readonly<Record<string, Resource>>): ProgramCase => ({
  name,
  why,
  source: "its neighbour",
  resources,
});

/** Sound programs next to them. */
export const SOUND_NEXT_TO_POSTED_PROGRAMS: readonly ProgramCase[] = [
  sound(
    "tern-sound-results-by-psycopg",
    "The dialect is there.",
    results(`db+postgresql+psycopg2://${AFTER_SCHEME}`),
  ),
  sound("tern-sound-results-of-django", "django-celery-results has names of its own.", results("django-db")),
  sound("tern-sound-results-over-rpc", "rpc:// is a backend.", results("rpc://")),
  sound(
    "tern-sound-results-in-sqlite",
    "A file of the worker's own.",
    results("db+sqlite:///results.sqlite3"),
  ),
  sound(
    "tern-sound-results-in-transaction-mode",
    "psycopg2 prepares nothing.",
    results(`db+${pooled("6543/postgres")}`),
  ),
  sound("tern-sound-postgres-of-a-plan", "The plan is sold.", { records: postgres("basic_1gb") }),
  sound("tern-sound-postgres-of-a-large-plan", "The plan is sold.", { records: postgres("pro_8gb") }),
  sound("tern-sound-free-postgres", "The plan is sold.", { records: postgres("free") }),
  sound("tern-sound-one-secret-by-a-group", "It is drawn once.", {
    shared: envGroup({ name: "tern-shared", envVars: drawn("JWT_SECRET") }),
    engine: inner("tern-engine", "uvicorn engine.main:app --host 0.0.0.0 --port 9000", {}),
    api: python("tern-api", UNICORN, { ENGINE_URL: "http://tern-engine:9000" }),
    link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${api.id}", "${engine.id}"] }),
  }),
  sound("tern-sound-sessions-of-two-that-ask-each-other", "Each signs the sessions of its own visitors.", {
    engine: inner(
      "tern-engine",
      "uvicorn engine.main:app --host 0.0.0.0 --port 9000",
      {},
      { envVars: drawn("SESSION_SECRET") },
    ),
    api: python(
      "tern-api",
      UNICORN,
      {},
      {
        envVars: {
          ...values({ PORT: "8000", ENGINE_URL: "http://tern-engine:9000" }),
          ...drawn("SESSION_SECRET"),
        },
      },
    ),
  }),
  sound("tern-sound-sessions-of-two-that-never-meet", "Each signs its own visitors' sessions.", {
    docs: nodeApp(
      "tern-docs",
      "npx next start -p $PORT",
      {},
      { envVars: { ...values({ PORT: "8000" }), ...drawn("SESSION_SECRET") } },
    ),
    shop: nodeApp(
      "tern-shop",
      "npx next start -p $PORT",
      {},
      { envVars: { ...values({ PORT: "8000" }), ...drawn("SESSION_SECRET") } },
    ),
  }),
];
