// Longer than 200 lines: one table, a row for each program.
import {
  type BrokenProgram,
  envGroup,
  envGroupLink,
  privateService,
  values,
  worker,
} from "../eighteenth-form";
import { GUNICORN, NODE, open, PYTHON, SESSION, service, source, UVICORN } from "./frameworks-form";

const NETWORK = "service/private-network";
const inner = service(privateService, PYTHON, "kiln-model", "uvicorn main:app --host 0.0.0.0 --port 8000", {
  PORT: "8000",
});

/** A shop that asks the private service by one variable. */
const asking = (
  name: string,
  rules: readonly string[],
  variable: string,
  value: string,
  why: string,
  source: string,
): BrokenProgram => ({
  name,
  rules,
  at: ["web", `envVars.${variable}`],
  why,
  source,
  resources: {
    model: inner,
    web: open(NODE, "kiln-web", "node dist/server.js", { DATABASE_URL: SESSION, [variable]: value }),
  },
});

/** Broken programs in which services ask each other, or come from nowhere. */
export const FRAMEWORKS_NETWORKS_BROKEN: readonly BrokenProgram[] = [
  asking(
    "internal-name-of-fly",
    [NETWORK],
    "MODEL_URL",
    "http://kiln-model.internal:8000",
    "Render's internal names have no .internal.",
    "Render's page on the private network; Fly's page on private networking",
  ),
  asking(
    "tls-in-the-private-network",
    [NETWORK],
    "MODEL_URL",
    "https://kiln-model:8000",
    "uvicorn has no certificate: nothing answers by TLS.",
    "Render's page on the private network",
  ),
  asking(
    "grpc-at-its-usual-port",
    ["port/peer-mismatch"],
    "MODEL_GRPC_ADDRESS",
    "kiln-model:50051",
    "The private service listens on 8000 alone.",
    "Render's page on private services",
  ),
  asking(
    "temporal-on-the-own-machine",
    [NETWORK, "database/local-host", "environment/debug-in-production"],
    "TEMPORAL_ADDRESS",
    "localhost:7233",
    "No Temporal runs in the service's instance.",
    "Temporal's page on its environment; temporalio/sdk-typescript",
  ),
  {
    name: "public-address-with-a-port",
    rules: ["port/peer-mismatch", NETWORK],
    at: ["web", "envVars.API_URL"],
    why: "From outside Render answers at 443 alone.",
    source: "Render's page on web services",
    resources: {
      api: open(PYTHON, "kiln-api", UVICORN),
      web: open(NODE, "kiln-web", "npx next start -H 0.0.0.0 -p $PORT", {
        API_URL: "https://kiln-api.onrender.com:8000",
      }),
    },
  },
  {
    name: "group-with-a-port-of-its-own",
    rules: ["port/standard", "port/agreement"],
    at: ["shared", "envVars.PORT"],
    alsoAt: [
      ["api", "envVars"],
      ["link", "envGroupId"],
      ["shared", "envVars"],
    ],
    why: "The group's PORT is 5000, and this stack's is 8000.",
    source: "Render's page on env groups",
    resources: {
      shared: envGroup({ name: "kiln-shared", envVars: values({ PORT: "5000" }) }),
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
    name: "branch-of-a-remote",
    rules: ["service/source"],
    at: ["api", "runtimeSource"],
    alsoAt: [["api", "runtimeSource.nativeRuntime.branch"]],
    why: "The branch is main; origin/main is a name of the clone's.",
    source: "git's page on branches",
    resources: {
      api: open(
        PYTHON,
        "kiln-api",
        UVICORN,
        {},
        {
          runtimeSource: { nativeRuntime: { ...source(PYTHON, "api").nativeRuntime, branch: "origin/main" } },
        },
      ),
    },
  },
  {
    name: "root-directory-outside-of-the-repository",
    rules: ["service/source", "service/publish-path", "service/missing-file"],
    at: ["api", "rootDirectory"],
    why: "The root directory is one of the repository, and this is above it.",
    source: "Render's page on monorepos",
    resources: {
      api: open(
        NODE,
        "kiln-api",
        "node dist/server.js",
        { DATABASE_URL: SESSION },
        { rootDirectory: "../api" },
      ),
    },
  },
  {
    name: "beat-and-worker-in-the-background-of-a-worker",
    rules: ["service/start-command"],
    at: ["tasks", "startCommand"],
    why: "Both processes are left in the background, and the command ends.",
    source: "Celery's page on daemons; Render's page on background workers",
    resources: {
      tasks: service(
        worker,
        PYTHON,
        "kiln-tasks",
        "celery -A kiln worker -l info --detach && celery -A kiln beat -l info --detach",
        {
          DATABASE_URL: SESSION,
          CELERY_BROKER_URL: "redis://red-d41k8tqli9vc73f0q2mg:6379/0",
        },
      ),
    },
  },
  {
    name: "origin-of-sockets-on-localhost",
    rules: [NETWORK, "environment/debug-in-production", "environment/refused-value"],
    at: ["web", "envVars.NEXT_PUBLIC_SOCKET_URL"],
    why: "Each browser looks for the sockets on its own machine.",
    source: "Socket.IO's page on its client; Next's page on environment variables",
    resources: {
      api: open(NODE, "kiln-sockets", "node dist/sockets.js"),
      web: open(NODE, "kiln-web", "npx next start -H 0.0.0.0 -p $PORT", {
        NEXT_PUBLIC_SOCKET_URL: "ws://localhost:3001",
      }),
    },
  },
  {
    name: "sockets-at-a-second-port-of-the-public-name",
    rules: ["port/peer-mismatch", NETWORK],
    at: ["web", "envVars.NEXT_PUBLIC_WS_URL"],
    why: "From outside Render answers at 443 alone: wss at 8080 is answered by nothing.",
    source: "Render's page on websockets",
    resources: {
      api: open(PYTHON, "kiln-live", UVICORN),
      web: open(NODE, "kiln-web", "npx next start -H 0.0.0.0 -p $PORT", {
        NEXT_PUBLIC_WS_URL: "wss://kiln-live.onrender.com:8080/ws",
      }),
    },
  },
  {
    name: "preview-without-the-broker-s-scheme",
    rules: ["environment/refused-value", "database/url-malformed"],
    at: ["tasks", "envVars.CELERY_BROKER_URL"],
    why: "Celery reads no transport of a host and a port: No such transport.",
    source: "Celery's page on brokers",
    resources: {
      web: open(PYTHON, "kiln-web", GUNICORN, { DATABASE_URL: SESSION }),
      tasks: service(worker, PYTHON, "kiln-tasks", "celery -A kiln worker -l info", {
        DATABASE_URL: SESSION,
        CELERY_BROKER_URL: "red-d41k8tqli9vc73f0q2mg:6379",
      }),
    },
  },
];
