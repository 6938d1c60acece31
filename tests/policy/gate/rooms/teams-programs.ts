// Longer than 200 lines: whole programs, each on its own.
import {
  type BrokenProgram,
  cron,
  docker,
  envGroup,
  envGroupLink,
  keyValue,
  NPM,
  native,
  PIP,
  PROJECT,
  type ProgramCase,
  privateService,
  type Resource,
  SESSION,
  site,
  values,
  web,
  worker,
} from "../eighteenth-form";

const UVICORN = "uvicorn orchard.main:app --host 0.0.0.0 --port $PORT";
const BASE = { plan: "starter", region: "frankfurt" } as const;
const REDIS = "${queue.connectionInfo.internalConnectionString}";
type Properties = Readonly<Record<string, unknown>>;
const api = (more: Properties = {}, variables: Readonly<Record<string, string>> = {}): Resource =>
  web({
    name: "orchard-api",
    ...BASE,
    startCommand: UVICORN,
    healthCheckPath: "/health",
    runtimeSource: native("python", PIP),
    envVars: values({ PORT: "8000", ...variables }),
    ...more,
  });
const jobs = (startCommand: string, variables: Readonly<Record<string, string>> = {}, runtime = "python") =>
  worker({
    name: "orchard-jobs",
    ...BASE,
    startCommand,
    runtimeSource: native(runtime, runtime === "python" ? PIP : NPM, "jobs"),
    envVars: values(variables),
  });
const pages = (more: Properties, variables: Readonly<Record<string, string>> = {}) =>
  site({
    name: "orchard-app",
    repoUrl: "https://github.com/orchard-press/app",
    branch: "main",
    buildCommand: NPM,
    publishPath: "dist",
    envVars: values(variables),
    ...more,
  });
const ranking = (more: Properties = {}, variables: Readonly<Record<string, string>> = { PORT: "9000" }) =>
  privateService({
    name: "ranking",
    ...BASE,
    startCommand: "uvicorn ranking:app --host 0.0.0.0 --port $PORT",
    runtimeSource: native("python", PIP, "ranking"),
    envVars: values(variables),
    ...more,
  });
const store = (more: Properties = {}) =>
  keyValue({ name: "queue", ...BASE, maxMemoryPolicy: "noeviction", ...more });

const broken = (
  name: string,
  why: string,
  source: string,
  rules: readonly string[],
  at: BrokenProgram["at"],
  resources: BrokenProgram["resources"],
): BrokenProgram => ({ name, why, source, rules, at, resources });
const sound = (name: string, why: string, resources: ProgramCase["resources"]): ProgramCase => ({
  name,
  why,
  source: "Render's documentation",
  resources,
});

/**
 * Programs of several resources as teams write them, with what is wrong in each. Written on 30 November 2026 with the
 * verdict, before it was judged for the first time: of 27 broken ones 12 were rejected, 2 undecided, and 13 silent; of 24
 * sound ones none was rejected.
 */
export const TEAMS_PROGRAMS_BROKEN: readonly BrokenProgram[] = [
  broken(
    "one-domain-of-two-services",
    "A domain leads to one service.",
    "Render's page on custom domains",
    ["service/custom-domain"],
    ["front", "customDomains[0]"],
    {
      api: api({ customDomains: [{ name: "orchard.press" }] }),
      front: pages({ customDomains: [{ name: "www.orchard.press" }, { name: "Orchard.press" }] }),
    },
  ),
  broken(
    "one-domain-twice",
    "The same domain twice in one service.",
    "Render's page on custom domains",
    ["service/custom-domain"],
    ["api", "customDomains[1]"],
    {
      api: api({ customDomains: [{ name: "api.orchard.press" }, { name: "api.orchard.press" }] }),
    },
  ),
  broken(
    "worker-that-only-serves",
    "Nothing reaches a worker's port.",
    "Render's page on background workers",
    ["service/start-command"],
    ["jobs", "startCommand"],
    {
      jobs: jobs(UVICORN),
    },
  ),
  broken(
    "policy-that-does-not-exist",
    "The policy has underscores in the API.",
    "Render's API description",
    ["plan/limits"],
    ["queue", "maxMemoryPolicy"],
    {
      queue: store({ maxMemoryPolicy: "no-eviction" }),
      api: api({}, { REDIS_URL: REDIS }),
    },
  ),
  broken(
    "queue-that-evicts",
    "BullMQ asks for noeviction.",
    "BullMQ's page on going to production",
    ["plan/limits"],
    ["queue", "maxMemoryPolicy"],
    {
      queue: store({ maxMemoryPolicy: "allkeys_lru" }),
      jobs: jobs("npx bullmq dist/worker.js", { BULLMQ_REDIS_URL: REDIS }, "node"),
    },
  ),
  broken(
    "sidekiq-that-evicts",
    "Sidekiq asks for noeviction.",
    "Sidekiq's wiki",
    ["plan/limits"],
    ["queue", "maxMemoryPolicy"],
    {
      queue: store({ maxMemoryPolicy: "allkeys_lfu" }),
      jobs: jobs("bundle exec sidekiq -C config/sidekiq.yml", { REDIS_URL: REDIS }, "ruby"),
    },
  ),
  broken(
    "cron-with-a-server",
    "A cron job ends.",
    "Render's page on cron jobs",
    ["service/start-command"],
    ["nightly", "startCommand"],
    {
      nightly: cron({
        name: "nightly",
        ...BASE,
        schedule: "0 2 * * *",
        startCommand: "npm run build && npx next start -p $PORT",
        runtimeSource: native("node", NPM),
      }),
    },
  ),
  broken(
    "site-with-a-server",
    "Pages are built, and nothing starts.",
    "Render's page on static sites",
    [],
    ["app", "buildCommand"],
    {
      app: pages({ buildCommand: "npm ci && npm run build && npx serve -s dist" }),
    },
  ),
  broken(
    "disk-with-autoscaling",
    "A disk has one instance.",
    "Render's page on disks",
    ["plan/limits"],
    ["api", "autoscaling"],
    {
      api: api({
        disk: { name: "data", mountPath: "/var/data", sizeGb: 5 },
        autoscaling: { enabled: true, min: 1, max: 3, criteria: { cpu: { enabled: true, percentage: 70 } } },
      }),
    },
  ),
  broken(
    "pre-deploy-with-a-server",
    "It has to end.",
    "Render's page on deploys",
    ["service/start-command"],
    ["api", "preDeployCommand"],
    {
      api: api({
        preDeployCommand: "alembic upgrade head && uvicorn orchard.main:app --host 0.0.0.0 --port 8000",
      }),
    },
  ),
  broken(
    "build-with-a-server",
    "It has to end.",
    "Render's page on deploys",
    ["service/start-command"],
    ["api", "runtimeSource"],
    {
      api: api({
        runtimeSource: native("node", "npm ci && npm run build && npx next start"),
        startCommand: "npx next start -H 0.0.0.0 -p $PORT",
      }),
    },
  ),
  broken(
    "peer-in-another-region",
    "The private network is of one region.",
    "Render's page on the private network",
    ["service/private-network"],
    ["api", "envVars.RANKING_URL"],
    {
      ranking: ranking({ region: "oregon" }),
      api: api({}, { RANKING_URL: "http://ranking:9000" }),
    },
  ),
  broken(
    "peer-by-https",
    "No TLS within the network.",
    "Render's page on the private network",
    ["port/peer-mismatch", "service/private-network"],
    ["api", "envVars.RANKING_URL"],
    {
      ranking: ranking(),
      api: api({}, { RANKING_URL: "https://ranking:9000" }),
    },
  ),
  broken(
    "private-service-by-a-public-name",
    "It has none.",
    "Render's page on private services",
    ["service/private-network"],
    ["api", "envVars.RANKING_URL"],
    {
      ranking: ranking(),
      api: api({}, { RANKING_URL: "https://ranking.onrender.com" }),
    },
  ),
  broken(
    "peer-at-a-port-in-parts",
    "It listens on 9000.",
    "Render's page on the private network",
    ["port/peer-mismatch"],
    ["api", "envVars.RANKING_PORT"],
    {
      ranking: ranking(),
      api: api({}, { RANKING_HOST: "ranking", RANKING_PORT: "8000" }),
    },
  ),
  broken(
    "store-by-tls",
    "The internal address has no TLS.",
    "Render's page on Key Value",
    [],
    ["api", "envVars.REDIS_URL"],
    {
      queue: store(),
      api: api({}, { REDIS_URL: "rediss://red-d0made0up0example0q:6379" }),
    },
  ),
  broken(
    "rewrite-to-a-port",
    "A web service's public address has no port of its own.",
    "Render's page on web services",
    [],
    ["app", "routes[0]"],
    {
      api: api(),
      app: pages({
        routes: [
          { type: "rewrite", source: "/api/*", destination: "https://orchard-api.onrender.com:8000/*" },
        ],
      }),
    },
  ),
  broken(
    "public-address-with-the-port",
    "Render's edge listens on 443 and 80.",
    "Render's page on web services",
    [],
    ["app", "envVars.VITE_API_URL"],
    {
      api: api(),
      app: pages({}, { VITE_API_URL: "https://orchard-api.onrender.com:8000" }),
    },
  ),
  broken(
    "public-address-without-tls-port",
    "Render's edge does not listen on 8000.",
    "Render's page on web services",
    [],
    ["jobs", "envVars.API_URL"],
    {
      api: api(),
      jobs: jobs("celery -A orchard worker", { API_URL: "http://orchard-api.onrender.com:8000/internal" }),
    },
  ),
  broken(
    "group-linked-with-a-local-store",
    "Nothing runs there.",
    "Render's page on env groups",
    ["database/local-host"],
    ["shared", "envVars.REDIS_URL"],
    {
      shared: envGroup({ name: "shared", envVars: values({ REDIS_URL: "redis://localhost:6379/0" }) }),
      api: api(),
      link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${api.id}"] }),
    },
  ),
  broken(
    "files-of-another-disk",
    "A disk is its service's alone.",
    "Render's page on disks",
    ["service/disk-of-another"],
    ["jobs", "startCommand"],
    {
      api: api(
        { disk: { name: "data", mountPath: "/var/data", sizeGb: 5 } },
        { UPLOAD_DIR: "/var/data/uploads" },
      ),
      jobs: jobs("python -m jobs.thumbnails --folder /var/data/uploads", { UPLOAD_DIR: "/var/data/uploads" }),
    },
  ),
  broken(
    "image-from-an-address",
    "An image's name has no scheme.",
    "Render's page on images",
    [],
    ["api", "runtimeSource"],
    {
      api: api({
        startCommand: undefined,
        runtimeSource: { image: { imageUrl: "https://ghcr.io/orchard-press/orchard", tag: "1.0.0" } },
      }),
    },
  ),
  broken(
    "image-with-two-tags",
    "The tag is written twice.",
    "Render's page on images",
    [],
    ["api", "runtimeSource"],
    {
      api: api({
        startCommand: undefined,
        runtimeSource: { image: { imageUrl: "ghcr.io/orchard-press/orchard:1.0.0", tag: "1.0.0" } },
      }),
    },
  ),
  broken(
    "root-directory-from-the-root",
    "It is relative to the repository.",
    "Render's page on monorepos",
    [],
    ["api", "rootDirectory"],
    {
      api: api({ rootDirectory: "../services/api" }),
    },
  ),
  broken(
    "schedule-of-words",
    "Five fields.",
    "Render's page on cron jobs",
    ["service/cron-schedule"],
    ["nightly", "schedule"],
    {
      nightly: cron({
        name: "nightly",
        ...BASE,
        schedule: "every day at 3",
        startCommand: "python -m jobs.nightly",
        runtimeSource: native("python", PIP),
      }),
    },
  ),
  broken(
    "maintenance-page-without-scheme",
    "The page is a URL.",
    "Render's page on maintenance mode",
    [],
    ["api", "maintenanceMode"],
    {
      api: api({ maintenanceMode: { enabled: true, uri: "status.orchard.press" } }),
    },
  ),
  broken(
    "allowed-block-of-a-name",
    "A block is of addresses.",
    "Render's page on inbound IP rules",
    ["plan/limits"],
    ["api", "ipAllowLists[0]"],
    {
      api: api({ ipAllowLists: [{ cidrBlock: "office.orchard.press", description: "office" }] }),
    },
  ),
];

export const TEAMS_PROGRAMS_SOUND: readonly ProgramCase[] = [
  sound("domains-apart", "Each domain is of one service.", {
    api: api({ customDomains: [{ name: "api.orchard.press" }] }),
    front: pages({ customDomains: [{ name: "orchard.press" }, { name: "www.orchard.press" }] }),
  }),
  sound("worker-with-metrics", "It works, and serves metrics that nothing has to reach.", {
    jobs: jobs("celery -A orchard worker -l info & python -m http.server 9100"),
  }),
  sound("worker-with-flower", "A monitor beside the work.", {
    jobs: jobs("celery -A orchard worker -l info & celery -A orchard flower --port=5555"),
  }),
  sound("cache-that-evicts", "A cache may lose keys.", {
    queue: store({ maxMemoryPolicy: "allkeys_lru" }),
    api: api({}, { CACHE_URL: REDIS }),
  }),
  sound("sessions-that-evict", "Keys that end may go first.", {
    queue: store({ maxMemoryPolicy: "volatile_ttl" }),
    api: api({}, { REDIS_URL: REDIS }),
  }),
  sound("celery-that-keeps", "Nothing is evicted.", {
    queue: store(),
    jobs: jobs("celery -A orchard worker", {
      CELERY_BROKER_URL: `${REDIS}/0`,
      CELERY_RESULT_BACKEND: `${REDIS}/1`,
    }),
  }),
  sound("queue-and-cache-apart", "Each has its own store.", {
    queue: store(),
    cache: keyValue({ name: "cache", ...BASE, maxMemoryPolicy: "allkeys_lru" }),
    jobs: jobs(
      "bundle exec sidekiq",
      { REDIS_URL: REDIS, CACHE_URL: "${cache.connectionInfo.internalConnectionString}" },
      "ruby",
    ),
  }),
  sound("peer-by-parts", "The port is the peer's.", {
    ranking: ranking(),
    api: api({}, { RANKING_HOST: "ranking", RANKING_PORT: "9000" }),
  }),
  sound("peer-by-slug", "The name is an output.", {
    ranking: ranking(),
    api: api({}, { RANKING_URL: "http://${ranking.slug}:9000/v1" }),
  }),
  sound("public-api-of-a-site", "The public address has no port.", {
    api: api(),
    app: pages(
      { routes: [{ type: "rewrite", source: "/*", destination: "/index.html" }] },
      { VITE_API_URL: "https://orchard-api.onrender.com" },
    ),
  }),
  sound("public-address-with-443", "443 is what Render's edge listens on.", {
    api: api(),
    jobs: jobs("celery -A orchard worker", { API_URL: "https://orchard-api.onrender.com:443/internal" }),
  }),
  sound("peer-in-another-region-by-its-public-name", "The public address is reached from everywhere.", {
    api: api({ region: "oregon" }),
    front: web({
      name: "front",
      ...BASE,
      startCommand: "npx next start -H 0.0.0.0 -p $PORT",
      runtimeSource: native("node", NPM, "front"),
      envVars: values({ PORT: "8000", API_URL: "${api.url}" }),
    }),
  }),
  sound("group-with-its-own-override", "The service's own variable wins.", {
    shared: envGroup({
      name: "shared",
      envVars: values({ REDIS_URL: "redis://localhost:6379/0", LOG_LEVEL: "info" }),
    }),
    queue: store(),
    api: api({}, { REDIS_URL: REDIS }),
    link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${api.id}"] }),
  }),
  sound("disk-with-one-instance", "Files stay.", {
    api: api(
      { numInstances: 1, disk: { name: "data", mountPath: "/var/data", sizeGb: 5 } },
      { UPLOAD_DIR: "/var/data/uploads" },
    ),
  }),
  sound("scaled-without-a-disk", "Files are elsewhere.", {
    api: api(
      {
        autoscaling: { enabled: true, min: 2, max: 4, criteria: { cpu: { enabled: true, percentage: 60 } } },
      },
      { S3_BUCKET: "orchard-files" },
    ),
  }),
  sound("image-of-a-registry", "Name and tag.", {
    api: api({
      startCommand: undefined,
      runtimeSource: { image: { imageUrl: "ghcr.io/orchard-press/orchard", tag: "1.0.0" } },
    }),
  }),
  sound("image-of-docker-hub", "Docker Hub's name.", {
    api: api({
      startCommand: undefined,
      runtimeSource: { image: { imageUrl: "docker.io/library/nginx", tag: "1.27" } },
    }),
  }),
  sound("monorepo", "Folders of one repository.", {
    api: api({ rootDirectory: "services/api" }),
    app: pages({ rootDirectory: "apps/web", publishPath: "dist" }),
  }),
  sound("job-with-a-dump", "It ends.", {
    nightly: cron({
      name: "nightly",
      ...BASE,
      schedule: "0 2 * * *",
      startCommand: "bash -c 'python manage.py clearsessions && python manage.py dumpdata > /tmp/d.json'",
      runtimeSource: docker(),
    }),
  }),
  sound("maintenance-off", "Nothing is shown.", {
    api: api({ maintenanceMode: { enabled: false, uri: "" } }),
  }),
  sound("maintenance-page", "A page of their own.", {
    api: api({ maintenanceMode: { enabled: true, uri: "https://status.orchard.press" } }),
  }),
  sound("allowed-office", "A block of addresses.", {
    api: api({ ipAllowLists: [{ cidrBlock: "203.0.113.0/24", description: "office" }] }),
  }),
  sound("supabase-in-all", "The browser's key is the public one.", {
    api: api({}, { DATABASE_URL: SESSION, SUPABASE_URL: `https://${PROJECT}.supabase.co` }),
    app: pages(
      {},
      {
        VITE_SUPABASE_URL: `https://${PROJECT}.supabase.co`,
        VITE_SUPABASE_ANON_KEY: "sb_publishable_Qm7vT2pXc9LrZk4WnB8sHg_u3YdFa1E",
      },
    ),
  }),
  sound("previews-by-hand", "Render makes them on demand.", {
    api: api({ previews: { generation: "manual" } }),
  }),
];
