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
  registryCredential,
  SESSION,
  site,
  values,
  web,
  worker,
} from "../eighteenth-form";

const UVICORN = "uvicorn orchard.main:app --host 0.0.0.0 --port $PORT";
const BASE = { plan: "starter", region: "frankfurt" } as const;
const REDIS = "${queue.connectionInfo.internalConnectionString}";
const DIRECT = `postgresql://postgres:m3PearTree@db.${PROJECT}.supabase.co:5432/postgres`;
type Variables = Readonly<Record<string, string>>;
type More = Readonly<Record<string, unknown>>;
const api = (variables: Variables = {}, more: More = {}): Resource =>
  web({
    name: "orchard-api",
    ...BASE,
    startCommand: UVICORN,
    healthCheckPath: "/health",
    runtimeSource: native("python", PIP),
    envVars: values({ PORT: "8000", ...variables }),
    ...more,
  });
const front = (variables: Variables = {}, more: More = {}): Resource =>
  web({
    name: "orchard-web",
    ...BASE,
    startCommand: "npx next start -H 0.0.0.0 -p $PORT",
    healthCheckPath: "/",
    runtimeSource: native("node", NPM, "web"),
    envVars: values({ PORT: "8000", ...variables }),
    ...more,
  });
const ranking = (more: More = {}): Resource =>
  privateService({
    name: "ranking",
    ...BASE,
    startCommand: "uvicorn ranking:app --host 0.0.0.0 --port 9000",
    runtimeSource: native("python", PIP, "ranking"),
    envVars: values({ PORT: "9000" }),
    ...more,
  });
const jobs = (variables: Variables = {}, more: More = {}): Resource =>
  worker({
    name: "orchard-jobs",
    ...BASE,
    startCommand: "celery -A orchard worker -l info",
    runtimeSource: native("python", PIP, "jobs"),
    envVars: values(variables),
    ...more,
  });
const nightly = (more: More = {}, variables: Variables = {}): Resource =>
  cron({
    name: "nightly",
    ...BASE,
    schedule: "0 3 * * *",
    startCommand: "python -m jobs.nightly",
    runtimeSource: native("python", PIP),
    envVars: values(variables),
    ...more,
  });
const app = (variables: Variables = {}, more: More = {}): Resource =>
  site({
    name: "orchard-app",
    repoUrl: "https://github.com/orchard-press/app",
    branch: "main",
    buildCommand: "npm ci && npx vite build",
    publishPath: "dist",
    envVars: values(variables),
    ...more,
  });
const queue = (more: More = {}): Resource =>
  keyValue({ name: "queue", ...BASE, maxMemoryPolicy: "noeviction", ...more });
const shared = (variables: Variables, more: More = {}): Resource =>
  envGroup({ name: "shared", envVars: values(variables), ...more });
const link = (...services: readonly string[]): Resource =>
  envGroupLink({ envGroupId: "${shared.id}", serviceIds: services.map((name) => `\${${name}.id}`) });

const broken = (
  name: string,
  rule: string,
  at: BrokenProgram["at"],
  resources: BrokenProgram["resources"],
): BrokenProgram => ({
  name,
  why: "the name says it",
  source: "Render's documentation",
  rules: rule === "" ? [] : rule.split("|"),
  at,
  resources,
});
const sound = (name: string, resources: ProgramCase["resources"]): ProgramCase => ({
  name,
  why: "the name says it",
  source: "Render's documentation",
  resources,
});
const PEER = "port/peer-mismatch|service/private-network|database/local-host|environment/placeholder";

/**
 * Programs whose services ask each other. Written on 30 November 2026 with the verdict, before it was judged for the first
 * time: of 38 broken ones 26 were rejected, 4 undecided, one was advice and 7 silent; of 21 sound ones none was rejected.
 */
export const TEAMS_NETWORKS_BROKEN: readonly BrokenProgram[] = [
  broken("peer-on-localhost", PEER, ["api", "envVars.RANKING_URL"], {
    ranking: ranking(),
    api: api({ RANKING_URL: "http://localhost:9000" }),
  }),
  broken("peer-on-localhost-in-parts", PEER, ["api", "envVars.RANKING_HOST"], {
    ranking: ranking(),
    api: api({ RANKING_HOST: "127.0.0.1", RANKING_PORT: "9000" }),
  }),
  broken("internal-name-in-the-browser", PEER, ["front", "envVars.NEXT_PUBLIC_API_URL"], {
    api: api(),
    front: front({ NEXT_PUBLIC_API_URL: "http://orchard-api:8000" }),
  }),
  broken("internal-name-of-a-site", PEER, ["app", "envVars.VITE_API_URL"], {
    ranking: ranking(),
    app: app({ VITE_RANKING_URL: "http://ranking:9000" }),
  }),
  broken("websocket-at-another-port", PEER, ["api", "envVars.RANKING_WS_URL"], {
    ranking: ranking(),
    api: api({ RANKING_WS_URL: "ws://ranking:9001/feed" }),
  }),
  broken("name-of-another-platform", PEER, ["api", "envVars.RANKING_URL"], {
    ranking: ranking(),
    api: api({ RANKING_URL: "http://ranking.railway.internal:9000" }),
  }),
  broken("name-of-heroku", PEER, ["api", "envVars.RANKING_URL"], {
    ranking: ranking(),
    api: api({ RANKING_URL: "http://ranking.internal:9000" }),
  }),
  broken("default-port-of-render-asked", PEER, ["front", "envVars.API_INTERNAL_URL"], {
    api: api(),
    front: front({ API_INTERNAL_URL: "http://orchard-api:10000" }),
  }),
  broken("https-port-of-a-peer", PEER, ["front", "envVars.API_PORT"], {
    api: api(),
    front: front({ API_HOST: "orchard-api", API_PORT: "443" }),
  }),
  broken("underscore-in-a-peers-name", PEER, ["api", "envVars.RANKING_URL"], {
    ranking: ranking({ name: "ranking-service" }),
    api: api({ RANKING_URL: "http://ranking_service:9000" }),
  }),
  broken("peer-with-a-typing-error", PEER, ["api", "envVars.RANKING_URL"], {
    ranking: ranking(),
    api: api({ RANKING_URL: "http://rankings:9000" }),
  }),
  broken("cron-job-asked", PEER, ["api", "envVars.NIGHTLY_URL"], {
    nightly: nightly(),
    api: api({ NIGHTLY_URL: "http://nightly:8000/run" }),
  }),
  broken("free-service-asked", PEER, ["front", "envVars.API_INTERNAL_URL"], {
    api: api({}, { plan: "free" }),
    front: front({ API_INTERNAL_URL: "http://orchard-api:8000" }),
  }),
  broken("store-in-another-region", PEER, ["jobs", "envVars.CELERY_BROKER_URL"], {
    queue: queue({ region: "oregon" }),
    jobs: jobs({ CELERY_BROKER_URL: REDIS }),
  }),
  broken("direct-host-for-a-job", "database/ipv6-only-host", ["nightly", "envVars.DATABASE_URL"], {
    nightly: nightly({}, { DATABASE_URL: DIRECT }),
  }),
  broken("direct-host-of-a-group-for-all", "database/ipv6-only-host", ["shared", "envVars.DATABASE_URL"], {
    shared: shared({ DATABASE_URL: DIRECT }),
    api: api(),
    jobs: jobs(),
    link: link("api", "jobs"),
  }),
  broken("port-of-a-group-for-all", "port/standard|port/agreement", ["shared", "envVars.PORT"], {
    shared: shared({ PORT: "8080" }),
    api: api({}, { envVars: values({ LOG_LEVEL: "info" }) }),
    link: link("api"),
  }),
  broken("address-of-a-group", "service/loopback-bind", ["shared", "envVars.UVICORN_HOST"], {
    shared: shared({ UVICORN_HOST: "127.0.0.1" }),
    api: api({}, { startCommand: "uvicorn orchard.main:app --port $PORT" }),
    link: link("api"),
  }),
  broken("placeholder-of-a-group", "environment/placeholder", ["shared", "envVars.SECRET_KEY"], {
    shared: shared({ SECRET_KEY: "change-me" }),
    api: api(),
    link: link("api"),
  }),
  broken(
    "file-of-a-group-under-another-name",
    "environment/missing-file",
    ["api", "envVars.GOOGLE_APPLICATION_CREDENTIALS"],
    {
      shared: shared({}, { secretFiles: { "gcp-key.json": { content: "{}" } } }),
      api: api({ GOOGLE_APPLICATION_CREDENTIALS: "/etc/secrets/gcp_key.json" }),
      link: link("api"),
    },
  ),
  broken("hour-that-is-none", "service/cron-schedule", ["nightly", "schedule"], {
    nightly: nightly({ schedule: "0 25 * * *" }),
  }),
  broken("four-fields", "service/cron-schedule", ["nightly", "schedule"], {
    nightly: nightly({ schedule: "* * * *" }),
  }),
  broken("question-mark", "service/cron-schedule", ["nightly", "schedule"], {
    nightly: nightly({ schedule: "0 3 ? * *" }),
  }),
  broken("job-that-starts-a-watch", "service/start-command", ["nightly", "startCommand"], {
    nightly: nightly({ startCommand: "celery -A orchard worker -B" }),
  }),
  broken("no-health-check", "service/health-check-path", ["api", "healthCheckPath"], {
    api: api({}, { healthCheckPath: undefined }),
  }),
  broken("database-file-before-the-start", "service/disk-before-start", ["api", "preDeployCommand"], {
    api: api(
      { DATABASE_URL: "sqlite:////var/data/app.db" },
      { disk: { name: "data", mountPath: "/var/data", sizeGb: 1 }, preDeployCommand: "alembic upgrade head" },
    ),
  }),
  broken("database-file-of-another", "service/disk-of-another", ["jobs", "envVars.DATABASE_URL"], {
    api: api(
      { DATABASE_URL: "sqlite:////var/data/app.db" },
      { disk: { name: "data", mountPath: "/var/data", sizeGb: 1 } },
    ),
    jobs: jobs({ DATABASE_URL: "sqlite:////var/data/app.db" }),
  }),
  broken("folder-of-another-tool", "service/publish-path", ["app", "publishPath"], {
    app: app({}, { publishPath: "build" }),
  }),
  broken("server-pages-as-a-site", "service/publish-path", ["app", "publishPath"], {
    app: app({}, { buildCommand: "npm ci && npx next build", publishPath: ".next" }),
  }),
  broken("key-in-a-site", "secret/in-browser", ["app", "envVars.VITE_SUPABASE_SERVICE_ROLE_KEY"], {
    app: app({ VITE_SUPABASE_SERVICE_ROLE_KEY: ["sb_secret_", "Qm7vT2pXc9LrZk4WnB8sHgu3YdFa1E5o"].join("") }),
  }),
  broken("local-api-of-a-site", "environment/placeholder", ["app", "envVars.VITE_API_URL"], {
    app: app({ VITE_API_URL: "http://localhost:8000" }),
  }),
  broken("placeholder-of-a-registry", "environment/placeholder", ["ghcr", "authToken"], {
    ghcr: registryCredential({
      name: "ghcr",
      registry: "GITHUB",
      username: "orchard",
      authToken: "your-github-pat",
    }),
    api: api(
      {},
      {
        startCommand: undefined,
        runtimeSource: {
          image: {
            imageUrl: "ghcr.io/orchard-press/orchard",
            tag: "2.3.0",
            registryCredentialId: "${ghcr.id}",
          },
        },
      },
    ),
  }),
  broken("free-plan-with-a-command-before", "plan/limits", ["api", "plan"], {
    api: api({}, { plan: "free", preDeployCommand: "alembic upgrade head" }),
  }),
  broken("job-on-the-free-plan", "plan/limits", ["nightly", "plan"], { nightly: nightly({ plan: "free" }) }),
  broken("private-service-on-the-free-plan", "plan/limits", ["ranking", "plan"], {
    ranking: ranking({ plan: "free" }),
  }),
  broken("scaled-the-wrong-way", "plan/limits", ["api", "autoscaling"], {
    api: api(
      {},
      {
        autoscaling: { enabled: true, min: 5, max: 2, criteria: { cpu: { enabled: true, percentage: 70 } } },
      },
    ),
  }),
  broken("program-that-the-runtime-lacks", "service/start-command", ["api", "startCommand"], {
    api: api({}, { runtimeSource: native("node", NPM), startCommand: "java -jar app.jar" }),
  }),
  broken("branch-in-the-repository", "service/source", ["api", "runtimeSource"], {
    api: api(
      {},
      {
        runtimeSource: {
          nativeRuntime: {
            runtime: "python",
            buildCommand: PIP,
            repoUrl: "https://github.com/orchard-press/orchard/tree/main",
            branch: "main",
          },
        },
      },
    ),
  }),
];

export const TEAMS_NETWORKS_SOUND: readonly ProgramCase[] = [
  sound("peer-beside-the-server", {
    api: api(
      { RANKING_URL: "http://localhost:9000" },
      { startCommand: `uvicorn ranking:app --host 127.0.0.1 --port 9000 & ${UVICORN}` },
    ),
  }),
  sound("server-side-internal-name", {
    api: api(),
    front: front({
      API_INTERNAL_URL: "http://orchard-api:8000",
      NEXT_PUBLIC_API_URL: "https://orchard-api.onrender.com",
    }),
  }),
  sound("own-public-address", { api: api({ BASE_URL: "https://orchard-api.onrender.com" }) }),
  sound("websocket-at-its-port", {
    ranking: ranking(),
    api: api({ RANKING_WS_URL: "ws://ranking:9000/feed" }),
  }),
  sound("peer-with-a-suffix", {
    ranking: ranking(),
    api: api({ RANKING_URL: "http://ranking-7k2p:9000" }),
  }),
  sound("another-teams-service", { api: api({ BILLING_URL: "https://billing.orchard.press" }) }),
  sound("store-with-a-database-number", {
    queue: queue(),
    api: api({ REDIS_URL: `${REDIS}/1` }),
    jobs: jobs({ CELERY_BROKER_URL: `${REDIS}/0`, CELERY_RESULT_BACKEND: `${REDIS}/2` }),
  }),
  sound("group-for-all", {
    shared: shared({ DATABASE_URL: SESSION, LOG_LEVEL: "info" }),
    api: api(),
    jobs: jobs(),
    nightly: nightly(),
    link: link("api", "jobs", "nightly"),
  }),
  sound("file-of-a-group", {
    shared: shared({}, { secretFiles: { "gcp.json": { content: "{}" } } }),
    api: api({ GOOGLE_APPLICATION_CREDENTIALS: "/etc/secrets/gcp.json" }),
    link: link("api"),
  }),
  sound("port-of-a-group", {
    shared: shared({ PORT: "8000" }),
    api: api({}, { envVars: values({ LOG_LEVEL: "info" }) }),
    link: link("api"),
  }),
  sound("schedules", {
    nightly: nightly({ schedule: "30 2 * * MON-FRI" }),
    often: nightly({ name: "often", schedule: "*/5 8-18 * * 1-5" }),
    monthly: nightly({ name: "monthly", schedule: "0 0 1 1,4,7,10 *" }),
  }),
  sound("database-file-of-its-own", {
    api: api(
      { DATABASE_URL: "sqlite:////var/data/app.db" },
      {
        disk: { name: "data", mountPath: "/var/data", sizeGb: 1 },
        startCommand: `alembic upgrade head && ${UVICORN}`,
      },
    ),
  }),
  sound("folders-of-tools", {
    app: app(),
    docs: app({}, { name: "docs", buildCommand: "pip install mkdocs && mkdocs build", publishPath: "site" }),
    blog: app({}, { name: "blog", buildCommand: "hugo --minify", publishPath: "public" }),
    cra: app({}, { name: "cra", buildCommand: "npm ci && npx react-scripts build", publishPath: "build" }),
  }),
  sound("next-as-a-site", {
    app: app({}, { buildCommand: "npm ci && npx next build", publishPath: "out" }),
  }),
  sound("paid-service-with-a-command-before", {
    api: api({ DATABASE_URL: SESSION }, { preDeployCommand: "alembic upgrade head" }),
  }),
  sound("scaled", {
    api: api(
      {},
      {
        autoscaling: { enabled: true, min: 1, max: 4, criteria: { cpu: { enabled: true, percentage: 70 } } },
      },
    ),
  }),
  sound("several-repositories", {
    api: api(),
    tools: worker({
      name: "tools",
      ...BASE,
      startCommand: "node dist/consumer.js",
      runtimeSource: docker("./tools/Dockerfile", "./tools"),
      envVars: values({ API_URL: "https://api.orchard.press", NODE_ENV: "production" }),
    }),
  }),
  sound("hosts-of-render", {
    api: api({
      ALLOWED_HOSTS: ".onrender.com,api.orchard.press",
      CSRF_TRUSTED_ORIGINS: "https://api.orchard.press",
    }),
  }),
  sound("public-name-of-the-site-for-cors", {
    api: api({ CORS_ORIGINS: "https://orchard-app.onrender.com,http://localhost:5173" }),
    app: app({ VITE_API_URL: "https://orchard-api.onrender.com" }),
  }),
  sound("metrics-on-a-second-port", {
    ranking: ranking({ startCommand: "./ranking --listen :9000 --metrics :9100" }),
    api: api({ RANKING_URL: "http://ranking:9000", RANKING_METRICS_URL: "http://ranking:9100/metrics" }),
  }),
  sound("search-of-an-image", {
    search: privateService({
      name: "search",
      plan: "standard",
      region: "frankfurt",
      runtimeSource: { image: { imageUrl: "docker.io/getmeili/meilisearch", tag: "v1.11" } },
      envVars: values({
        MEILI_HTTP_ADDR: "0.0.0.0:7700",
        MEILI_ENV: "production",
        MEILI_NO_ANALYTICS: "true",
      }),
      disk: { name: "search", mountPath: "/meili_data", sizeGb: 10 },
    }),
    api: api({ MEILI_URL: "http://search:7700" }),
  }),
];
