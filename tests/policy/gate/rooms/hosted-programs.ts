import {
  type BrokenProgram,
  envGroup,
  envGroupLink,
  NPM,
  native,
  type ProgramCase,
  type Resource,
  values,
} from "../eighteenth-form";
import { GUNICORN, inner, nodeApp, python, queue } from "../twentieth-form";
import {
  addressOf,
  beside,
  CANARY,
  flows,
  flowsWorker,
  SESSION,
  SESSION_ELSEWHERE,
  store,
} from "./hosted-programs-form";

type Resources = Readonly<Record<string, Resource>>;

const PROJECT = ["database/one-project"];
const STORE = ["service/queue-store"];
const PEER = ["port/peer-mismatch", "service/private-network"];
const HERE = [
  "database/local-host",
  "service/private-network",
  "environment/placeholder",
  "port/peer-mismatch",
];

const broken = (
  name: string,
  rules: readonly string[],
  at: readonly [string, string],
  why: string,
  resources: Resources,
): BrokenProgram => ({ name, rules, at, why, source: "the products' pages of settings", resources });
const sound = (name: string, why: string, resources: Resources): ProgramCase => ({
  name,
  why,
  source: "the products' pages of settings",
  resources,
});

const CELERY = "celery -A harbor worker --loglevel=info";
/** Built from one repository. */
const ONE = { runtimeSource: native("node", NPM, "harbor") };
const QUEUE = { EXECUTIONS_MODE: "queue", N8N_ENCRYPTION_KEY: CANARY };
const drawn = (of: Readonly<Record<string, string>>, ...names: readonly string[]) => ({
  envVars: { ...values(of), ...Object.fromEntries(names.map((name) => [name, { generateValue: true }])) },
});

/** Several services of one stack that do not fit together. */
export const HOSTED_PROGRAMS_BROKEN: readonly BrokenProgram[] = [
  broken(
    "worker-in-another-project",
    PROJECT,
    ["tasks", "envVars.DATABASE_URL"],
    "The worker writes where the API reads nothing.",
    {
      api: python("harbor-api", GUNICORN, { DATABASE_URL: SESSION }),
      tasks: queue("harbor-tasks", CELERY, {
        DATABASE_URL: SESSION_ELSEWHERE,
        CELERY_BROKER_URL: "redis://red-d0made0up0example0q:6379",
      }),
    },
  ),
  broken(
    "job-in-another-project",
    PROJECT,
    ["api", "envVars.DATABASE_URL"],
    "Both are built from one repository.",
    {
      api: nodeApp("harbor-api", "node dist/main.js", { DATABASE_URL: SESSION }, ONE),
      mails: nodeApp("harbor-mails", "node dist/mails.js", { DATABASE_URL: SESSION_ELSEWHERE }, ONE),
    },
  ),
  broken("bull-at-two-stores", STORE, ["jobs", "envVars.REDIS_URL"], "What the API adds no worker takes.", {
    first: store("harbor-first"),
    second: store("harbor-second"),
    api: nodeApp("harbor-api", "node dist/main.js", {
      DATABASE_URL: SESSION,
      REDIS_URL: "redis://red-d0first0up0example:6379",
    }),
    jobs: queue("harbor-jobs", "node dist/worker.js", {
      DATABASE_URL: SESSION,
      REDIS_URL: "redis://red-d0other0up0example:6379",
    }),
  }),
  broken(
    "flows-at-two-stores",
    STORE,
    ["hand", "envVars.QUEUE_BULL_REDIS_HOST"],
    "n8n's worker listens at another store.",
    {
      main: flows({ ...QUEUE, QUEUE_BULL_REDIS_HOST: "red-d0first0up0example" }),
      hand: flowsWorker({ ...QUEUE, QUEUE_BULL_REDIS_HOST: "red-d0other0up0example" }),
    },
  ),
  broken(
    "flows-with-two-keys",
    ["environment/refused-value", "service/unmet-need"],
    ["hand", "envVars.N8N_ENCRYPTION_KEY"],
    "The worker decrypts no credential.",
    {
      main: flows({
        EXECUTIONS_MODE: "queue",
        QUEUE_BULL_REDIS_HOST: "red-d0first0up0example",
        N8N_ENCRYPTION_KEY: CANARY,
      }),
      hand: flowsWorker({
        EXECUTIONS_MODE: "queue",
        QUEUE_BULL_REDIS_HOST: "red-d0first0up0example",
        N8N_ENCRYPTION_KEY: `${CANARY}2`,
      }),
    },
  ),
  broken(
    "each-draws-its-own-key",
    ["environment/refused-value", "service/unmet-need"],
    ["hand", "envVars.N8N_ENCRYPTION_KEY"],
    "Render draws another text for each service.",
    {
      main: flows(
        {},
        drawn(
          {
            PORT: "8000",
            N8N_PORT: "8000",
            EXECUTIONS_MODE: "queue",
            QUEUE_BULL_REDIS_HOST: "red-d0first0up0example",
          },
          "N8N_ENCRYPTION_KEY",
        ),
      ),
      hand: flowsWorker(
        {},
        drawn(
          { EXECUTIONS_MODE: "queue", QUEUE_BULL_REDIS_HOST: "red-d0first0up0example" },
          "N8N_ENCRYPTION_KEY",
        ),
      ),
    },
  ),
  broken(
    "each-draws-its-own-secret-of-tokens",
    ["environment/refused-value", "service/unmet-need"],
    ["jobs", "envVars.JWT_SECRET"],
    "What one signs the other refuses.",
    {
      api: nodeApp(
        "harbor-api",
        "node dist/main.js",
        {},
        { ...ONE, ...drawn({ PORT: "8000", DATABASE_URL: SESSION }, "JWT_SECRET") },
      ),
      jobs: nodeApp(
        "harbor-chat",
        "node dist/chat.js",
        {},
        { ...ONE, ...drawn({ PORT: "8000", DATABASE_URL: SESSION }, "JWT_SECRET") },
      ),
    },
  ),
  broken(
    "worker-of-flows-without-a-queue",
    ["environment/refused-value", "service/unmet-need"],
    ["main", "envVars.EXECUTIONS_MODE"],
    "The main process runs all by itself.",
    {
      main: flows({
        EXECUTIONS_MODE: "regular",
        N8N_ENCRYPTION_KEY: CANARY,
        QUEUE_BULL_REDIS_HOST: "red-d0first0up0example",
      }),
      hand: flowsWorker({ ...QUEUE, QUEUE_BULL_REDIS_HOST: "red-d0first0up0example" }),
    },
  ),
  broken(
    "host-in-a-group-that-is-not-linked",
    ["service/unmet-need", "service/loopback-bind", "service/start-command"],
    ["api", "startCommand"],
    "The option takes the next word for its value.",
    {
      api: python("harbor-api", "uvicorn main:app --host $HOST --port $PORT", { DATABASE_URL: SESSION }),
      shared: envGroup({ name: "harbor-shared", envVars: values({ HOST: "0.0.0.0" }) }),
    },
  ),
  broken(
    "port-in-a-group-of-another-service",
    ["service/unmet-need", "port/agreement", "service/start-command"],
    ["api", "startCommand"],
    "Nothing sets APP_PORT of this service.",
    {
      api: python("harbor-api", "uvicorn main:app --host 0.0.0.0 --port $APP_PORT", {
        DATABASE_URL: SESSION,
      }),
      other: python("harbor-other", GUNICORN, { DATABASE_URL: SESSION }),
      shared: envGroup({ name: "harbor-shared", envVars: values({ APP_PORT: "8000" }) }),
      link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${other.id}"] }),
    },
  ),
  broken("models-at-8080", PEER, ["chat", "envVars.OLLAMA_BASE_URL"], "Ollama opens 11434.", {
    ollama: beside("ollama", "ollama/ollama", "0.5.7"),
    chat: nodeApp("harbor-chat", "node dist/main.js", { OLLAMA_BASE_URL: "http://ollama:8080" }),
  }),
  broken("models-on-localhost", HERE, ["chat", "envVars.OLLAMA_BASE_URL"], "Ollama is another service.", {
    ollama: beside("ollama", "ollama/ollama", "0.5.7"),
    chat: nodeApp("harbor-chat", "node dist/main.js", { OLLAMA_BASE_URL: "http://localhost:11434" }),
  }),
  broken("cache-of-directus-on-localhost", HERE, ["cms", "envVars.REDIS"], "No Redis runs beside Directus.", {
    cms: beside("harbor-cms", "directus/directus", "11.10.0", {
      PORT: "8055",
      DB_CLIENT: "pg",
      DB_CONNECTION_STRING: SESSION,
      CACHE_STORE: "redis",
      REDIS: "redis://localhost:6379",
    }),
  }),
  broken(
    "actions-of-hasura-on-localhost",
    HERE,
    ["graph", "envVars.ACTION_BASE_URL"],
    "The handlers are another service.",
    {
      handlers: inner("harbor-handlers", "uvicorn main:app --host 0.0.0.0 --port 8000", { PORT: "8000" }),
      graph: beside("harbor-graph", "hasura/graphql-engine", "v2.45.1", {
        HASURA_GRAPHQL_DATABASE_URL: SESSION,
        ACTION_BASE_URL: "http://localhost:8000",
      }),
    },
  ),
  broken(
    "search-by-https",
    ["service/private-network"],
    ["api", "envVars.TYPESENSE_URL"],
    "Typesense answers plain HTTP in the private network.",
    {
      typesense: beside("typesense", "typesense/typesense", "27.1", { TYPESENSE_API_KEY: CANARY }),
      api: python("harbor-api", GUNICORN, { DATABASE_URL: SESSION, TYPESENSE_URL: "https://typesense:8108" }),
    },
  ),
  broken(
    "prefect-on-localhost",
    HERE,
    ["runner", "envVars.PREFECT_API_URL"],
    "The server is another service.",
    {
      prefect: inner("prefect", "prefect server start --host 0.0.0.0 --port 4200", {}),
      runner: queue("harbor-runner", "prefect worker start --pool default", {
        PREFECT_API_URL: "http://localhost:4200/api",
      }),
    },
  ),
  broken(
    "runs-at-mlflow-s-default",
    PEER,
    ["train", "envVars.MLFLOW_TRACKING_URI"],
    "MLflow opens 8000 there.",
    {
      mlflow: inner("mlflow", "mlflow server --host 0.0.0.0 --port 8000", { PORT: "8000" }),
      train: queue("harbor-train", "python -m harbor.train", { MLFLOW_TRACKING_URI: "http://mlflow:5000" }),
    },
  ),
  broken(
    "temporal-on-localhost",
    HERE,
    ["hand", "envVars.TEMPORAL_ADDRESS"],
    "No Temporal runs beside the worker.",
    {
      hand: queue("harbor-hand", "python -m harbor.worker", { TEMPORAL_ADDRESS: "localhost:7233" }),
    },
  ),
  broken("documents-at-8000", PEER, ["api", "envVars.GOTENBERG_URL"], "Gotenberg opens 3000.", {
    gotenberg: beside("gotenberg", "gotenberg/gotenberg", "8.15.3"),
    api: python("harbor-api", GUNICORN, { GOTENBERG_URL: "http://gotenberg:8000" }),
  }),
  broken("pages-at-chrome-s-port", PEER, ["api", "envVars.BROWSERLESS_URL"], "Browserless opens 3000.", {
    browserless: beside("browserless", "ghcr.io/browserless/chromium", "v2.24.0", { TOKEN: CANARY }),
    api: nodeApp("harbor-api", "node dist/main.js", { BROWSERLESS_URL: "ws://browserless:9222" }),
  }),
  broken("flower-at-another-store", STORE, ["flower", "envVars.CELERY_BROKER_URL"], "Flower shows no task.", {
    tasks: queue("harbor-tasks", CELERY, {
      DATABASE_URL: SESSION,
      CELERY_BROKER_URL: "redis://red-d0first0up0example:6379/0",
    }),
    flower: python("harbor-flower", "celery -A harbor flower --address=0.0.0.0 --port=8000", {
      CELERY_BROKER_URL: "redis://red-d0other0up0example:6379/0",
    }),
  }),
  broken(
    "metrics-in-another-region",
    ["service/private-network"],
    ["board", "envVars.PROMETHEUS_URL"],
    "A private name is of one region.",
    {
      prometheus: beside("prometheus", "prom/prometheus", "v3.2.0", {}, { region: "oregon" }),
      board: python("harbor-board", GUNICORN, { PROMETHEUS_URL: "http://prometheus:9090" }),
    },
  ),
];

/** Their sound neighbours. */
export const HOSTED_PROGRAMS_SOUND: readonly ProgramCase[] = [
  sound("worker-in-the-same-project", "one project", {
    api: python("harbor-api", GUNICORN, { DATABASE_URL: SESSION }),
    tasks: queue("harbor-tasks", CELERY, {
      DATABASE_URL: SESSION,
      CELERY_BROKER_URL: "redis://red-d0made0up0example0q:6379",
    }),
  }),
  sound("copy-between-two-projects", "each variable names its project", {
    api: python("harbor-api", GUNICORN, { DATABASE_URL: SESSION }),
    copy: queue("harbor-copy", "python -m harbor.copy", {
      SOURCE_DATABASE_URL: SESSION,
      ANALYTICS_DATABASE_URL: SESSION_ELSEWHERE,
    }),
  }),
  sound("two-environments-in-one-stack", "each has a project and a store of its own", {
    api: nodeApp(
      "harbor-api-staging",
      "node dist/main.js",
      { DATABASE_URL: SESSION, REDIS_URL: "redis://red-d0first0up0example:6379" },
      ONE,
    ),
    jobs: queue("harbor-jobs-production", "node dist/worker.js", { DATABASE_URL: SESSION_ELSEWHERE }),
  }),
  sound("bull-at-one-store", "one store", {
    store: store(),
    api: nodeApp("harbor-api", "node dist/main.js", { REDIS_URL: addressOf("store") }),
    jobs: queue("harbor-jobs", "node dist/worker.js", { REDIS_URL: addressOf("store") }),
  }),
  sound("cache-and-queue-apart", "the cache has a store of its own", {
    api: nodeApp("harbor-api", "node dist/main.js", {
      CACHE_REDIS_URL: "redis://red-d0first0up0example:6379",
      BULL_REDIS_URL: "redis://red-d0other0up0example:6379",
    }),
    jobs: queue("harbor-jobs", "node dist/worker.js", {
      BULL_REDIS_URL: "redis://red-d0other0up0example:6379",
    }),
  }),
  sound("flows-with-their-worker", "mode, store and key are the same", {
    main: flows({ ...QUEUE, QUEUE_BULL_REDIS_HOST: "red-d0first0up0example" }),
    hand: flowsWorker({ ...QUEUE, QUEUE_BULL_REDIS_HOST: "red-d0first0up0example" }),
  }),
  sound("flows-with-a-group-for-both", "one group brings the key", {
    main: flows({ EXECUTIONS_MODE: "queue", QUEUE_BULL_REDIS_HOST: "red-d0first0up0example" }),
    hand: flowsWorker({ EXECUTIONS_MODE: "queue", QUEUE_BULL_REDIS_HOST: "red-d0first0up0example" }),
    shared: envGroup({ name: "harbor-shared", envVars: { N8N_ENCRYPTION_KEY: { generateValue: true } } }),
    link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${main.id}", "${hand.id}"] }),
  }),
  sound("one-flow-alone-draws-its-key", "nothing else decrypts", {
    main: flows({}, drawn({ PORT: "8000", N8N_PORT: "8000" }, "N8N_ENCRYPTION_KEY")),
  }),
  sound("two-services-of-two-repositories-draw-keys", "each has users of its own", {
    shop: nodeApp("harbor-shop", "node dist/main.js", {}, drawn({ PORT: "8000" }, "SESSION_SECRET")),
    blog: nodeApp("harbor-blog", "node dist/main.js", {}, drawn({ PORT: "8000" }, "SESSION_SECRET")),
  }),
  sound("host-in-a-group-that-is-linked", "the group brings HOST", {
    api: python("harbor-api", "uvicorn main:app --host $HOST --port $PORT", { DATABASE_URL: SESSION }),
    shared: envGroup({ name: "harbor-shared", envVars: values({ HOST: "0.0.0.0" }) }),
    link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${api.id}"] }),
  }),
  sound("host-with-a-fallback", "the line names another", {
    api: python("harbor-api", "uvicorn main:app --host ${HOST:-0.0.0.0} --port $PORT", {
      DATABASE_URL: SESSION,
    }),
  }),
  sound("models-at-their-port", "11434 is open", {
    ollama: beside("ollama", "ollama/ollama", "0.5.7"),
    chat: nodeApp("harbor-chat", "node dist/main.js", { OLLAMA_BASE_URL: "http://ollama:11434" }),
  }),
  sound("documents-at-their-port", "3000 is open", {
    gotenberg: beside("gotenberg", "gotenberg/gotenberg", "8.15.3"),
    api: python("harbor-api", GUNICORN, { GOTENBERG_URL: "http://gotenberg:3000" }),
  }),
  sound("search-by-http", "plain HTTP in the private network", {
    typesense: beside("typesense", "typesense/typesense", "27.1", { TYPESENSE_API_KEY: CANARY }),
    api: python("harbor-api", GUNICORN, { TYPESENSE_URL: "http://typesense:8108" }),
  }),
  sound("prefect-by-its-name", "the server's name", {
    prefect: inner("prefect", "prefect server start --host 0.0.0.0 --port 4200", {}),
    runner: queue("harbor-runner", "prefect worker start --pool default", {
      PREFECT_API_URL: "http://prefect:4200/api",
    }),
  }),
  sound("flower-at-the-same-store", "one broker", {
    tasks: queue("harbor-tasks", CELERY, { CELERY_BROKER_URL: "redis://red-d0first0up0example:6379/0" }),
    flower: python("harbor-flower", "celery -A harbor flower --address=0.0.0.0 --port=8000", {
      CELERY_BROKER_URL: "redis://red-d0first0up0example:6379/0",
    }),
  }),
  sound("metrics-of-the-same-region", "one region", {
    prometheus: beside("prometheus", "prom/prometheus", "v3.2.0"),
    board: python("harbor-board", GUNICORN, { PROMETHEUS_URL: "http://prometheus:9090" }),
  }),
];
