import {
  cron,
  docker,
  envGroup,
  envGroupLink,
  NPM,
  native,
  PIP,
  type ProgramCase,
  type Resource,
  values,
} from "../eighteenth-form";
import { nodeApp, python, queue } from "../twentieth-form";
import { API, key, pages, pooled, SESSION, STORE, sourced, UNICORN } from "./twenty-eighth-form";

const linked = (of: Record<string, string>, services: Record<string, Resource>) => ({
  group: envGroup({ name: "fen-shared", envVars: values(of) }),
  link: envGroupLink({
    envGroupId: "${group.id}",
    serviceIds: Object.keys(services).map((name) => `\${${name}.id}`),
  }),
  ...services,
});
const bareApi = python("fen-api", UNICORN);
const api = (more = {}, of: Record<string, string> = {}) =>
  python("fen-api", UNICORN, { DATABASE_URL: SESSION, ...of }, more);
const worker = (of: Record<string, string> = {}) => queue("fen-worker", "celery -A fen worker -l info", of);
const one = (name: string, why: string, source: string, service: Resource): ProgramCase => ({
  name: `twenty-eighth-sound-${name}`,
  why,
  source,
  resources: { api: service },
});

/** Sound programs: groups, keys, migrations, names, domains, sources and plans. */
export const SOUND_PROGRAM_VALUES_OF_TWENTY_EIGHTH: readonly ProgramCase[] = [
  {
    name: "twenty-eighth-sound-group-of-two",
    why: "Both have the session pooler from their group.",
    source: "supabase/supabase, pull request 20394",
    resources: linked(
      { DATABASE_URL: SESSION, CELERY_BROKER_URL: STORE },
      { api: bareApi, worker: worker() },
    ),
  },
  {
    name: "twenty-eighth-sound-group-and-own-values",
    why: "A service's own value wins over its group's.",
    source: "polarsource/polar, pull request 10142",
    resources: linked({ LOG_LEVEL: "info", PORT: "3000" }, { api: api({}, { LOG_LEVEL: "warning" }) }),
  },
  {
    name: "twenty-eighth-sound-group-with-keys",
    why: "URL, keys and database are one project's.",
    source: "Supabase's page on API keys",
    resources: linked(
      {
        SUPABASE_URL: API,
        SUPABASE_ANON_KEY: key("anon"),
        SUPABASE_SERVICE_ROLE_KEY: key("service_role"),
        DATABASE_URL: SESSION,
      },
      { api: bareApi },
    ),
  },
  one(
    "migrations-by-the-session-pooler",
    "DIRECT_URL is what migrate deploy connects to.",
    "Supabase's page on Prisma",
    nodeApp(
      "fen-api",
      "node dist/main.js",
      { DATABASE_URL: pooled("6543/postgres?pgbouncer=true"), DIRECT_URL: SESSION },
      { preDeployCommand: "npx prisma migrate deploy" },
    ),
  ),
  one(
    "alembic-before-the-deploy",
    "Session mode keeps what a migration needs.",
    "Alembic's tutorial",
    api({ preDeployCommand: "alembic upgrade head" }),
  ),
  one(
    "scaled-without-a-disk",
    "Nothing is kept in the instances.",
    "Render's page on scaling",
    api({ plan: "standard", numInstances: 2 }),
  ),
  one(
    "free-alone",
    "A free service has what it asks for.",
    "Render's page on free instances",
    api({ plan: "free" }),
  ),
  one(
    "two-domains",
    "Both names lead to the one service.",
    "Render's page on custom domains",
    api({ customDomains: [{ name: "api.fenworks.io" }, { name: "fenworks.io" }] }),
  ),
  one(
    "dockerfile-of-its-own",
    "The image's own command starts the server.",
    "Render's page on Docker",
    sourced("fen-api", docker("./backend/Dockerfile", "./backend")),
  ),
  one(
    "folder-of-a-monorepo",
    "The root directory is the service's.",
    "Render's page on monorepos",
    sourced("fen-api", native("node", NPM, "fen"), {
      rootDirectory: "server",
      startCommand: "node dist/main.js",
    }),
  ),
  {
    name: "twenty-eighth-sound-domains-of-api-and-pages",
    why: "Each name leads to one service.",
    source: "Render's page on custom domains",
    resources: {
      api: api({ customDomains: [{ name: "api.fenworks.io" }] }),
      pages: pages("npm ci && npx vite build", "dist", { customDomains: [{ name: "app.fenworks.io" }] }),
    },
  },
  {
    name: "twenty-eighth-sound-names-of-web-worker-and-cron",
    why: "Each has a name of its own.",
    source: "Render's API: create a service",
    resources: {
      api: api(),
      worker: worker({ CELERY_BROKER_URL: STORE, DATABASE_URL: SESSION }),
      clean: cron({
        name: "fen-clean",
        plan: "starter",
        region: "frankfurt",
        schedule: "15 2 * * *",
        runtimeSource: native("python", PIP, "fen"),
        startCommand: "python -m fen.clean",
        envVars: values({ DATABASE_URL: SESSION }),
      }),
    },
  },
  {
    name: "twenty-eighth-sound-two-backends-of-one-database",
    why: "Two services may ask one database.",
    source: "Supabase's page on connecting",
    resources: {
      api: api(),
      admin: python("fen-admin", "gunicorn fen.wsgi:application --bind 0.0.0.0:$PORT", {
        DATABASE_URL: SESSION,
        DJANGO_ALLOWED_HOSTS: "fen-admin.onrender.com",
      }),
    },
  },
  {
    name: "twenty-eighth-sound-key-of-the-worker",
    why: "The worker writes with the secret key, and the pages read with the public one.",
    source: "finic-ai/rag-stack, issue 25",
    resources: {
      worker: worker({
        CELERY_BROKER_URL: STORE,
        SUPABASE_URL: API,
        SUPABASE_SERVICE_ROLE_KEY: key("service_role"),
      }),
      pages: pages("npm ci && npx vite build", "dist", {
        envVars: values({ VITE_SUPABASE_URL: API, VITE_SUPABASE_ANON_KEY: key("anon") }),
      }),
    },
  },
];
