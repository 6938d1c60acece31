import {
  type BrokenProgram,
  cron,
  envGroup,
  envGroupLink,
  NPM,
  native,
  PIP,
  values,
  type web,
} from "../eighteenth-form";
import { inner, nodeApp, python, queue } from "../twentieth-form";
import {
  API,
  CANARY,
  DIRECT_URL,
  disk,
  hosted,
  key,
  LIMITS,
  OTHER,
  POOL,
  pages,
  pooled,
  SESSION,
  SOURCE,
  STORE,
  sourced,
  UNICORN,
  url,
} from "./twenty-eighth-form";

const DOMAIN = "service/custom-domain";
const linked = (of: Record<string, string>, services: Record<string, ReturnType<typeof web>>) => ({
  group: envGroup({ name: "fen-shared", envVars: values(of) }),
  link: envGroupLink({
    envGroupId: "${group.id}",
    serviceIds: Object.keys(services).map((name) => `\${${name}.id}`),
  }),
  ...services,
});
const bareApi = python("fen-api", UNICORN);
const worker = (of: Record<string, string> = {}) => queue("fen-worker", "celery -A fen worker -l info", of);

/** Broken programs: groups, names, domains, sources, plans, and data that is not kept. */
export const REJECTED_PROGRAM_VALUES_OF_TWENTY_EIGHTH: readonly BrokenProgram[] = [
  {
    name: "twenty-eighth-group-with-the-direct-host",
    rules: ["database/ipv6-only-host"],
    at: ["group", "envVars.DATABASE_URL"],
    alsoAt: [
      ["api", "envVars.DATABASE_URL"],
      ["worker", "envVars.DATABASE_URL"],
      ["link", "envGroupId"],
    ],
    why: "Both services get a host that has IPv6 alone from their group.",
    source: "supabase/supabase, pull request 20394",
    resources: linked(
      { DATABASE_URL: DIRECT_URL, CELERY_BROKER_URL: STORE },
      { api: bareApi, worker: worker() },
    ),
  },
  {
    name: "twenty-eighth-group-with-the-user-of-the-direct-host",
    rules: ["database/pooler-tenant"],
    at: ["group", "envVars.DATABASE_URL"],
    alsoAt: [
      ["api", "envVars.DATABASE_URL"],
      ["link", "envGroupId"],
    ],
    why: "The pooler asks for postgres.<reference>.",
    source: "prisma/orm, issue 21740",
    resources: linked({ DATABASE_URL: url("postgres", `${POOL}:5432/postgres`) }, { api: bareApi }),
  },
  {
    name: "twenty-eighth-group-with-a-key-of-another-project",
    rules: ["database/one-project", "database/key-role"],
    at: ["group", "envVars.SUPABASE_SERVICE_ROLE_KEY"],
    alsoAt: [
      ["group", "envVars.SUPABASE_URL"],
      ["api", "envVars.SUPABASE_SERVICE_ROLE_KEY"],
      ["link", "envGroupId"],
    ],
    why: "The key is signed by another project, and each request is 401.",
    source: "supabase/supabase, issues 177 and 17164",
    resources: linked(
      { SUPABASE_URL: API, SUPABASE_SERVICE_ROLE_KEY: key("service_role", OTHER), DATABASE_URL: SESSION },
      { api: bareApi },
    ),
  },
  {
    name: "twenty-eighth-public-key-for-the-worker",
    rules: ["database/key-role"],
    at: ["worker", "envVars.SUPABASE_SERVICE_KEY"],
    why: "Row level security refuses what the worker writes with the public key.",
    source: "finic-ai/rag-stack, issue 25",
    resources: {
      api: python("fen-api", UNICORN, { SUPABASE_URL: API, SUPABASE_SERVICE_KEY: key("service_role") }),
      worker: worker({ CELERY_BROKER_URL: STORE, SUPABASE_URL: API, SUPABASE_SERVICE_KEY: key("anon") }),
    },
  },
  {
    name: "twenty-eighth-migrations-in-transaction-mode",
    rules: ["database/direct-for-migrations", "database/transaction-mode-statements"],
    at: ["api", "preDeployCommand"],
    alsoAt: [
      ["api", "envVars.DATABASE_URL"],
      ["api", "envVars.DIRECT_URL"],
    ],
    why: "migrate deploy takes a lock of the session, which transaction mode does not keep.",
    source: "prisma/orm, issue 24913; Prisma's page on PgBouncer",
    resources: {
      api: nodeApp(
        "fen-api",
        "node dist/main.js",
        { DATABASE_URL: pooled("6543/postgres?pgbouncer=true") },
        { preDeployCommand: "npx prisma migrate deploy" },
      ),
    },
  },
  {
    name: "twenty-eighth-web-and-cron-of-one-name",
    rules: ["service/taken-name"],
    at: ["digest", "name"],
    alsoAt: [["api", "name"]],
    why: "A name is taken once in a workspace.",
    source: "Render's API: create a service",
    resources: {
      api: python("fen", UNICORN, { DATABASE_URL: SESSION }),
      digest: cron({
        name: "fen",
        plan: "starter",
        region: "frankfurt",
        schedule: "0 6 * * *",
        runtimeSource: native("python", PIP, "fen"),
        startCommand: "python -m fen.digest",
        envVars: values({ DATABASE_URL: SESSION }),
      }),
    },
  },
  {
    name: "twenty-eighth-domain-with-a-scheme",
    rules: [DOMAIN],
    at: ["api", "customDomains"],
    why: "A domain is a name, and https:// is none of it.",
    source: "Render's page on custom domains",
    resources: {
      api: python(
        "fen-api",
        UNICORN,
        { DATABASE_URL: SESSION },
        { customDomains: [{ name: "https://api.fenworks.io" }] },
      ),
    },
  },
  {
    name: "twenty-eighth-api-and-pages-of-one-domain",
    rules: [DOMAIN],
    at: ["pages", "customDomains"],
    alsoAt: [["api", "customDomains"]],
    why: "A domain leads to one service.",
    source: "Render's page on custom domains",
    resources: {
      api: python(
        "fen-api",
        UNICORN,
        { DATABASE_URL: SESSION },
        { customDomains: [{ name: "app.fenworks.io" }] },
      ),
      pages: pages("npm ci && npx vite build", "dist", { customDomains: [{ name: "app.fenworks.io" }] }),
    },
  },
  {
    name: "twenty-eighth-image-with-its-tag",
    rules: [SOURCE],
    at: ["flows", "runtimeSource"],
    why: "The address has a tag of its own, where the provider takes it in a field.",
    source: "Render's provider: image_url",
    resources: {
      flows: hosted("fen-flows", "docker.io/flowiseai/flowise:2.2.7", "2.2.7", { DATABASE_TYPE: "postgres" }),
    },
  },
  {
    name: "twenty-eighth-native-without-a-start",
    rules: ["service/native-without-start"],
    at: ["api", "startCommand"],
    why: "A native runtime needs a start command.",
    source: "Render's provider: native_runtime",
    resources: { api: sourced("fen-api", native("node", NPM, "fen")) },
  },
  {
    name: "twenty-eighth-free-worker",
    rules: [LIMITS],
    at: ["worker", "plan"],
    why: "A background worker has no free plan.",
    source: "Render's page on free instances",
    resources: {
      api: python("fen-api", UNICORN, { CELERY_BROKER_URL: STORE }, { plan: "free" }),
      worker: queue("fen-worker", "celery -A fen worker", { CELERY_BROKER_URL: STORE }, { plan: "free" }),
    },
  },
  {
    name: "twenty-eighth-scaled-beside-a-disk",
    rules: [LIMITS],
    at: ["api", "numInstances"],
    alsoAt: [["api", "disk"]],
    why: "A service with a disk has one instance.",
    source: "Render's page on disks",
    resources: {
      api: python(
        "fen-api",
        UNICORN,
        { DATABASE_URL: SESSION },
        { disk: disk("/var/media"), numInstances: 2 },
      ),
    },
  },
  {
    name: "twenty-eighth-flows-without-a-disk",
    rules: [],
    at: ["flows", "envVars.DATABASE_PATH"],
    why: "Flowise keeps its flows in SQLite there, and each deploy loses them without a disk.",
    source: "FlowiseAI/FlowiseDocs, issue 5",
    resources: {
      flows: hosted("fen-flows", "docker.io/flowiseai/flowise", "2.2.7", {
        DATABASE_PATH: "/opt/render/.flowise",
        FLOWISE_USERNAME: "fen",
        FLOWISE_PASSWORD: CANARY,
      }),
    },
  },
  {
    name: "twenty-eighth-disk-beside-the-database",
    rules: [],
    at: ["cms", "disk"],
    alsoAt: [["cms", "envVars.DATABASE_FILENAME"]],
    why: "Strapi's file is under /data, the disk is at /var/data, and each deploy loses the file.",
    source: "tinycld/tinycld, pull request 94; render-examples/strapi-sqlite, issue 26",
    resources: {
      cms: nodeApp(
        "fen-cms",
        "npx strapi start",
        { HOST: "0.0.0.0", DATABASE_CLIENT: "sqlite", DATABASE_FILENAME: "/data/strapi.db" },
        { disk: disk("/var/data"), healthCheckPath: "/_health" },
      ),
    },
  },
  {
    name: "twenty-eighth-state-without-a-disk",
    rules: [],
    at: ["agent", "envVars.OPENCLAW_STATE_DIR"],
    why: "The disk was taken away for the free plan, and the state's folder stayed on it.",
    source: "openclaw/openclaw, pull request 11272",
    resources: {
      agent: hosted(
        "fen-agent",
        "ghcr.io/openclaw/openclaw",
        "2026.2.6",
        { OPENCLAW_STATE_DIR: "/data/.openclaw", OPENCLAW_WORKSPACE_DIR: "/data/workspace" },
        { plan: "free" },
      ),
    },
  },
  {
    name: "twenty-eighth-inner-service-at-ten-thousand",
    rules: ["service/private-network", "port/reserved", "port/standard", "port/peer-mismatch"],
    at: ["web", "envVars.SEARCH_URL"],
    alsoAt: [
      ["search", "envVars.PORT"],
      ["search", "startCommand"],
    ],
    why: "Port 10000 receives nothing in the private network.",
    source: "Render's page on the private network",
    resources: {
      web: python("fen-web", UNICORN, { SEARCH_URL: "http://fen-search:10000", DATABASE_URL: SESSION }),
      search: inner("fen-search", UNICORN, { PORT: "10000" }),
    },
  },
];
