import { keyValue, type ProgramCase, privateService, site, values, worker } from "../eighteenth-form";
import { image } from "../twentieth-form";
import { GUNICORN, NODE, open, PYTHON, RUBY, repository, SESSION, service } from "./twenty-fourth-form";

const UVICORN = "uvicorn main:app --host 0.0.0.0 --port 8000";
const STORE = "${store.connectionInfo.internalConnectionString}";

const store = (maxMemoryPolicy: string, name = "quarry-store") =>
  keyValue({ name, plan: "starter", region: "ohio", maxMemoryPolicy, ipAllowLists: [] });

/** Sound programs in which one service asks another where it answers. */
export const SOUND_NETWORKS_OF_TWENTY_FOURTH: readonly ProgramCase[] = [
  {
    name: "pages-ask-the-public-address",
    why: "Browsers find the public address of a web service, and the rewrite leads each path to the one page.",
    source: "Render's page on static sites; a deployment guide of a public repository",
    resources: {
      api: open(PYTHON, "quarry-api", "uvicorn main:app --host 0.0.0.0 --port $PORT", {
        DATABASE_URL: SESSION,
      }),
      pages: site({
        name: "quarry-pages",
        repoUrl: repository("pages"),
        branch: "main",
        buildCommand: "npm ci && npm run build",
        publishPath: "dist",
        envVars: { VITE_API_URL: { value: "${api.url}" } },
        routes: [{ type: "rewrite", source: "/*", destination: "/index.html" }],
      }),
    },
  },
  {
    name: "model-in-the-same-region",
    why: "Both are in one region, and the private service listens on the port that is asked.",
    source: "Render's page on the private network",
    resources: {
      model: service(privateService, PYTHON, "quarry-model", UVICORN, { PORT: "8000" }),
      shop: open(NODE, "quarry-shop", "node dist/server.js", {
        DATABASE_URL: SESSION,
        MODEL_URL: "http://${model.slug}:8000",
      }),
    },
  },
  {
    name: "worker-of-a-table",
    why: "The worker takes its jobs from the database, and receives no request.",
    source: "Render's page on background workers; Graphile Worker's README",
    resources: {
      jobs: service(worker, NODE, "quarry-jobs", 'npx graphile-worker -c "$DATABASE_URL"', {
        DATABASE_URL: `${SESSION}?sslmode=no-verify`,
      }),
      shop: open(NODE, "quarry-shop", "node dist/server.js", {
        DATABASE_URL: `${SESSION}?sslmode=no-verify`,
      }),
    },
  },
  {
    name: "celery-with-beat-and-store",
    why: "Web service, worker and beat have the address of one store, which takes no keys away.",
    source: "Render's page on Celery; Procfiles of public repositories",
    resources: {
      store: store("noeviction"),
      shop: open(
        PYTHON,
        "quarry-shop",
        GUNICORN,
        { DATABASE_URL: SESSION, CELERY_BROKER_URL: STORE },
        { preDeployCommand: "python manage.py migrate --noinput" },
      ),
      tasks: service(
        worker,
        PYTHON,
        "quarry-tasks",
        "celery -A quarry worker -l info --max-tasks-per-child=50",
        {
          DATABASE_URL: SESSION,
          CELERY_BROKER_URL: STORE,
          CELERY_RESULT_BACKEND: STORE,
        },
      ),
      beat: service(worker, PYTHON, "quarry-beat", "celery -A quarry beat --loglevel=info", {
        DATABASE_URL: SESSION,
        CELERY_BROKER_URL: STORE,
      }),
    },
  },
  {
    name: "cache-beside-a-queue",
    why: "The cache may lose keys, and the queue has a store of its own.",
    source: "BullMQ's page on production; Render's page on Key Value",
    resources: {
      store: store("noeviction", "quarry-queue"),
      cache: store("allkeys_lru", "quarry-cache"),
      shop: open(NODE, "quarry-shop", "node dist/server.js", {
        DATABASE_URL: SESSION,
        CACHE_URL: "${cache.connectionInfo.internalConnectionString}",
      }),
      jobs: service(worker, NODE, "quarry-jobs", "node dist/worker.js", {
        DATABASE_URL: SESSION,
        REDIS_URL: STORE,
      }),
    },
  },
  {
    name: "sidekiq-beside-rails",
    why: "Sidekiq reads REDIS_URL by itself, and Puma listens on all interfaces.",
    source: "Render's page on Sidekiq; Sidekiq's page on Redis",
    resources: {
      store: store("noeviction"),
      shop: open(
        RUBY,
        "quarry-shop",
        "bundle exec puma -e production -b tcp://0.0.0.0:$PORT",
        { DATABASE_URL: SESSION, REDIS_URL: STORE, WEB_CONCURRENCY: "2" },
        { healthCheckPath: "/up", preDeployCommand: "bundle exec rails db:migrate" },
      ),
      jobs: service(
        worker,
        ["ruby", "bundle install"],
        "quarry-jobs",
        "bundle exec sidekiq -e production -c 5",
        {
          DATABASE_URL: SESSION,
          REDIS_URL: STORE,
        },
      ),
    },
  },
  {
    name: "search-engine-with-a-disk",
    why: "A private service may listen on any port, and its data is on a disk of its own.",
    source: "Meilisearch's page on its configuration; Render's page on private services",
    resources: {
      search: privateService({
        name: "quarry-search",
        plan: "standard",
        region: "ohio",
        ...image("docker.io/getmeili/meilisearch", "v1.11.3"),
        envVars: values({
          MEILI_ENV: "production",
          MEILI_HTTP_ADDR: "0.0.0.0:7700",
          MEILI_MASTER_KEY: "yB7rKq2mXw9tLz4vHc6pNd8s",
          MEILI_NO_ANALYTICS: "true",
        }),
        disk: { name: "meili", sizeGb: 5, mountPath: "/meili_data" },
      }),
      shop: open(PYTHON, "quarry-shop", GUNICORN, {
        DATABASE_URL: SESSION,
        MEILI_HOST: "http://${search.slug}:7700",
      }),
    },
  },
];
