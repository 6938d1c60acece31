import { type BrokenProgram, cron, NPM, native, PIP, values } from "../eighteenth-form";
import { inner, nodeApp, python, queue } from "../twentieth-form";
import {
  CANARY,
  disk,
  hosted,
  LIMITS,
  pages,
  SESSION,
  SOURCE,
  STORE,
  sourced,
  UNICORN,
} from "./twenty-eighth-form";

const DOMAIN = "service/custom-domain";

/** Broken programs: names, domains, sources, plans, and data that is not kept. */
export const REJECTED_PROGRAM_PLANS_OF_TWENTY_EIGHTH: readonly BrokenProgram[] = [
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
