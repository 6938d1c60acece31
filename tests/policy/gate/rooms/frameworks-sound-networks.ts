import { envGroup, envGroupLink, type ProgramCase, privateService, values, worker } from "../eighteenth-form";
import { GUNICORN, NODE, open, PYTHON, SESSION, service, source, UVICORN } from "./frameworks-form";

const inner = service(privateService, PYTHON, "kiln-model", "uvicorn main:app --host 0.0.0.0 --port 8000", {
  PORT: "8000",
});
const BROKER = "redis://red-d41k8tqli9vc73f0q2mg:6379";

const asking = (name: string, variables: Readonly<Record<string, string>>, why: string): ProgramCase => ({
  name,
  why,
  source: "Render's pages on the private network and on web services",
  resources: {
    model: inner,
    web: open(NODE, "kiln-web", "node dist/server.js", { DATABASE_URL: SESSION, ...variables }),
  },
});

/** Sound programs in which services ask each other, or come from somewhere. */
export const FRAMEWORKS_NETWORKS_SOUND: readonly ProgramCase[] = [
  asking(
    "internal-name-with-its-port",
    { MODEL_URL: "http://kiln-model:8000/v1", MODEL_HOST: "kiln-model", MODEL_PORT: "8000" },
    "The name and the port are the private service's.",
  ),
  asking(
    "grpc-of-the-private-service",
    { MODEL_GRPC_ADDRESS: "kiln-model:8000" },
    "The port is the private service's.",
  ),
  asking(
    "public-address-with-443",
    { SELF_URL: "https://kiln-web.onrender.com:443" },
    "443 is where Render answers.",
  ),
  asking(
    "a-name-of-another-network",
    { CRM_URL: "https://crm.internal.kiln.works" },
    "It is a name of the team's own domain.",
  ),
  asking(
    "preview-of-another-workspace",
    { OPENAI_BASE_URL: "https://api.openai.com/v1", MODEL_NAME: "kiln-model:8b" },
    "A model's name has a colon, and is no address.",
  ),
  asking(
    "temporal-by-its-cloud",
    { TEMPORAL_ADDRESS: "eu-west-1.aws.api.temporal.io:7233" },
    "Temporal's cloud answers there.",
  ),
  {
    name: "group-with-the-standard-port",
    why: "The group's PORT is the stack's own.",
    source: "Render's page on env groups",
    resources: {
      shared: envGroup({ name: "kiln-shared", envVars: values({ PORT: "8000", LOG_LEVEL: "info" }) }),
      api: service(
        (properties) => ({ type: "render:index:WebService", properties }),
        PYTHON,
        "kiln-api",
        UVICORN,
        { DATABASE_URL: SESSION },
        { healthCheckPath: "/health" },
      ),
      link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${api.id}"] }),
    },
  },
  {
    name: "branch-with-a-slash",
    why: "A branch may have a slash in its name.",
    source: "git's page on check-ref-format",
    resources: {
      api: open(
        PYTHON,
        "kiln-api",
        UVICORN,
        {},
        {
          runtimeSource: {
            nativeRuntime: { ...source(PYTHON, "api").nativeRuntime, branch: "release/2026-11" },
          },
        },
      ),
    },
  },
  {
    name: "root-directory-of-a-workspace",
    why: "The root directory is one of the repository.",
    source: "Render's page on monorepos",
    resources: {
      api: open(
        NODE,
        "kiln-api",
        "node dist/server.js",
        { DATABASE_URL: SESSION },
        { rootDirectory: "./apps/api" },
      ),
      web: open(NODE, "kiln-web", "npx next start -H 0.0.0.0 -p $PORT", {}, { rootDirectory: "apps/web" }),
    },
  },
  {
    name: "sockets-by-the-public-name",
    why: "wss without a port is 443.",
    source: "Render's page on websockets",
    resources: {
      api: open(PYTHON, "kiln-live", UVICORN),
      web: open(NODE, "kiln-web", "npx next start -H 0.0.0.0 -p $PORT", {
        NEXT_PUBLIC_WS_URL: "wss://kiln-live.onrender.com/ws",
      }),
    },
  },
  {
    name: "queue-with-its-scheme",
    why: "Celery reads redis:// without a number as number 0.",
    source: "Celery's page on brokers",
    resources: {
      web: open(PYTHON, "kiln-web", GUNICORN, { DATABASE_URL: SESSION, CELERY_BROKER_URL: BROKER }),
      tasks: service(worker, PYTHON, "kiln-tasks", "celery -A kiln worker -l info", {
        DATABASE_URL: SESSION,
        CELERY_BROKER_URL: BROKER,
      }),
    },
  },
  {
    name: "previews-of-a-service",
    why: "Previews are made by hand, and deploys wait for checks.",
    source: "Render's page on service previews",
    resources: {
      api: open(
        PYTHON,
        "kiln-api",
        UVICORN,
        { DATABASE_URL: SESSION },
        {
          previews: { generation: "manual" },
          maxShutdownDelaySeconds: 120,
          numInstances: 2,
        },
      ),
    },
  },
];
