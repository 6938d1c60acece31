import { cron, keyValue, NPM, native, PIP, type ProgramCase, values } from "../eighteenth-form";
import { inner, nodeApp, python, queue } from "../twentieth-form";
import { CANARY, disk, hosted, SESSION, STORE, UNICORN } from "./twenty-eighth-form";

const web = (more = {}) => python("fen-web", UNICORN, { DATABASE_URL: SESSION, ...more });
const search = inner("fen-search", UNICORN, { PORT: "8000", DATABASE_URL: SESSION });
const tasks = "celery -A fen worker --loglevel=info";
const store = (maxMemoryPolicy: string, name = "fen-store") =>
  keyValue({ name, plan: "starter", region: "frankfurt", maxMemoryPolicy });
const asked = (name: string, why: string, source: string, of: Record<string, string>): ProgramCase => ({
  name: `twenty-eighth-sound-${name}`,
  why,
  source,
  resources: { web: web(of), search },
});
const digest = (more = {}) =>
  cron({
    name: "fen-digest",
    plan: "starter",
    region: "frankfurt",
    schedule: "0 8 * * *",
    runtimeSource: native("python", PIP, "fen"),
    startCommand: "python manage.py send_digest",
    envVars: values({ DATABASE_URL: SESSION }),
    ...more,
  });

/** Sound programs: services that ask one another, with stores, jobs and disks. */
export const SOUND_PROGRAM_NETWORKS_OF_TWENTY_EIGHTH: readonly ProgramCase[] = [
  asked(
    "peer-by-name-and-port",
    "The name and the port are the service's.",
    "Render's page on private services",
    {
      SEARCH_URL: "http://fen-search:8000",
    },
  ),
  asked("peer-with-a-path", "A path follows the port.", "Render's page on private services", {
    SEARCH_URL: "http://fen-search:8000/api/v1",
  }),
  asked("peer-in-parts", "Host and port are two variables.", "Render's page on private services", {
    SEARCH_HOST: "fen-search",
    SEARCH_PORT: "8000",
  }),
  asked(
    "peer-as-hostport",
    "Host and port in one, as a Blueprint's hostport.",
    "Render's page on Blueprints",
    {
      SEARCH_HOSTPORT: "fen-search:8000",
    },
  ),
  {
    name: "twenty-eighth-sound-proxy-of-next",
    why: "Next's server asks the private name, and no browser does.",
    source: "moddroid94/STLVault, issue 25",
    resources: {
      front: nodeApp("fen-front", "npx next start -p $PORT", { API_URL: "http://fen-search:8000" }),
      search,
    },
  },
  {
    name: "twenty-eighth-sound-queue-that-keeps-its-jobs",
    why: "noeviction takes no job away.",
    source: "taskforcesh/bullmq, issue 921",
    resources: {
      store: store("noeviction"),
      web: web({ CELERY_BROKER_URL: "redis://${store.id}:6379/0" }),
      worker: queue("fen-worker", tasks, { CELERY_BROKER_URL: "redis://${store.id}:6379/0" }),
    },
  },
  {
    name: "twenty-eighth-sound-cache-beside-the-queue",
    why: "The cache may lose keys, and the queue has its own store.",
    source: "camptocamp/c2cgeoportal, pull request 5444",
    resources: {
      jobs: store("noeviction", "fen-jobs"),
      cache: store("allkeys_lru", "fen-cache"),
      web: web({ CACHE_URL: "redis://${cache.id}:6379", CELERY_BROKER_URL: "redis://${jobs.id}:6379/0" }),
      worker: queue("fen-worker", tasks, { CELERY_BROKER_URL: "redis://${jobs.id}:6379/0" }),
    },
  },
  {
    name: "twenty-eighth-sound-rq-and-its-web",
    why: "Both have the store's address.",
    source: "rq's page on workers",
    resources: {
      web: web({ REDIS_URL: STORE }),
      worker: queue("fen-worker", "rq worker default --url $REDIS_URL", {
        REDIS_URL: STORE,
        DATABASE_URL: SESSION,
      }),
    },
  },
  {
    name: "twenty-eighth-sound-beat-and-worker",
    why: "Two workers of one store, each a service.",
    source: "Celery's page on periodic tasks",
    resources: {
      worker: queue("fen-worker", tasks, { CELERY_BROKER_URL: STORE, DATABASE_URL: SESSION }),
      beat: queue("fen-beat", "celery -A fen beat -l info", { CELERY_BROKER_URL: STORE }),
    },
  },
  {
    name: "twenty-eighth-sound-worker-of-node",
    why: "The worker opens no port, and needs none.",
    source: "Render's skill on background workers",
    resources: {
      store: store("noeviction"),
      api: nodeApp("fen-api", "node dist/server.js", { REDIS_URL: "redis://${store.id}:6379" }),
      worker: queue(
        "fen-worker",
        "node dist/worker.js",
        { REDIS_URL: "redis://${store.id}:6379" },
        { runtimeSource: native("node", NPM, "fen-api") },
      ),
    },
  },
  {
    name: "twenty-eighth-sound-cron-builds-itself",
    why: "A cron job is built from the repository itself.",
    source: "ChaelCodes/MeetAnotherDay, pull request 253",
    resources: { web: web(), digest: digest() },
  },
  {
    name: "twenty-eighth-sound-cron-each-weekday",
    why: "Names of days are an expression's.",
    source: "Render's page on cron jobs",
    resources: { web: web(), digest: digest({ schedule: "30 7 * * MON-FRI" }) },
  },
  {
    name: "twenty-eighth-sound-disk-of-its-own",
    why: "The service that writes has the disk.",
    source: "Render's page on disks",
    resources: {
      web: python(
        "fen-web",
        UNICORN,
        { DATABASE_URL: SESSION, MEDIA_ROOT: "/var/media" },
        { disk: disk("/var/media") },
      ),
      worker: queue("fen-worker", tasks, { CELERY_BROKER_URL: STORE }),
    },
  },
  {
    name: "twenty-eighth-sound-flows-on-a-disk",
    why: "Flowise's file is on the disk.",
    source: "FlowiseAI/FlowiseDocs, issue 5",
    resources: {
      flows: hosted(
        "fen-flows",
        "docker.io/flowiseai/flowise",
        "2.2.7",
        {
          DATABASE_PATH: "/opt/flowise/.flowise",
          SECRETKEY_PATH: "/opt/flowise/.flowise",
          APIKEY_PATH: "/opt/flowise/.flowise",
          FLOWISE_USERNAME: "fen",
          FLOWISE_PASSWORD: CANARY,
        },
        { disk: disk("/opt/flowise/.flowise"), healthCheckPath: "/api/v1/ping" },
      ),
    },
  },
  {
    name: "twenty-eighth-sound-strapi-on-a-disk",
    why: "The file is below the disk's folder.",
    source: "render-examples/strapi-sqlite",
    resources: {
      cms: nodeApp(
        "fen-cms",
        "npx strapi start",
        {
          HOST: "0.0.0.0",
          NODE_ENV: "production",
          DATABASE_CLIENT: "sqlite",
          DATABASE_FILENAME: "/data/strapi.db",
          APP_KEYS: "cur1ewFen7a,cur1ewFen7b",
          API_TOKEN_SALT: "reed5Marsh1salt",
          ADMIN_JWT_SECRET: "reed5Marsh2admin",
          TRANSFER_TOKEN_SALT: "reed5Marsh3transfer",
          JWT_SECRET: "reed5Marsh4users",
        },
        { disk: disk("/data"), healthCheckPath: "/_health" },
      ),
    },
  },
];
