import { type BrokenProgram, envGroup, envGroupLink, keyValue, values } from "../eighteenth-form";
import {
  BIND,
  innerPython,
  LOCAL,
  NETWORK,
  nodeWeb,
  pythonWeb,
  SESSION,
  UNICORN,
  worker,
} from "./twenty-ninth-form";

const NEXT_DATABASE = { DATABASE_URL: SESSION };
const CELERY_RUN = "celery -A willow worker -l info";

/** Services that do not reach each other. */
export const REJECTED_PROGRAM_NETWORKS_OF_TWENTY_NINTH: readonly BrokenProgram[] = [
  {
    name: "twenty-ninth-inner-asked-at-another-port",
    rules: ["port/peer-mismatch", NETWORK],
    at: ["front", "envVars.API_URL"],
    why: "The private service listens on 8000, and is asked at 10000.",
    source: "Render's page on private services",
    resources: {
      inner: innerPython("willow-inner"),
      front: nodeWeb("willow-front", { ...NEXT_DATABASE, API_URL: "http://willow-inner:10000" }),
    },
  },
  {
    name: "twenty-ninth-inner-of-another-region",
    rules: [NETWORK],
    at: ["front", "envVars.API_URL"],
    alsoAt: [
      ["front", "region"],
      ["inner", "region"],
    ],
    why: "A private network has one region.",
    source: "Render's article on private networking",
    resources: {
      inner: innerPython("willow-inner", {}, { region: "oregon" }),
      front: nodeWeb("willow-front", { API_URL: "http://willow-inner:8000" }),
    },
  },
  {
    name: "twenty-ninth-worker-is-asked",
    rules: [NETWORK],
    at: ["front", "envVars.RENDERER_URL"],
    why: "A background worker receives no requests.",
    source: "Render's page on private networks",
    resources: {
      renderer: worker("willow-renderer", UNICORN, { PORT: "8000" }),
      front: nodeWeb("willow-front", { RENDERER_URL: "http://willow-renderer:8000" }),
    },
  },
  {
    name: "twenty-ninth-free-service-is-asked-privately",
    rules: [NETWORK],
    at: ["front", "envVars.API_URL"],
    alsoAt: [["api", "plan"]],
    why: "A free web service receives no private requests.",
    source: "Render's page on private networks",
    resources: {
      api: pythonWeb("willow-api", {}, { plan: "free" }),
      front: nodeWeb("willow-front", { API_URL: "http://willow-api:8000" }),
    },
  },
  {
    name: "twenty-ninth-inner-asked-by-https",
    rules: [NETWORK],
    at: ["front", "envVars.API_URL"],
    why: "The server speaks plain HTTP in the private network, so the handshake fails.",
    source: "common; Render's page on private networks",
    resources: {
      inner: innerPython("willow-inner"),
      front: nodeWeb("willow-front", { API_URL: "https://willow-inner:8000" }),
    },
  },
  {
    name: "twenty-ninth-store-of-another-region",
    rules: [NETWORK],
    at: ["jobs", "envVars.CELERY_BROKER_URL"],
    alsoAt: [
      ["jobs", "region"],
      ["store", "region"],
    ],
    why: "The internal address of a store is known in its region alone.",
    source: "Render's page on private networks",
    resources: {
      store: keyValue({
        name: "willow-store",
        plan: "starter",
        region: "ohio",
        maxMemoryPolicy: "noeviction",
      }),
      jobs: worker("willow-jobs", CELERY_RUN, {
        CELERY_BROKER_URL: "${store.connectionInfo.internalConnectionString}",
        DATABASE_URL: SESSION,
      }),
    },
  },
  {
    name: "twenty-ninth-inner-on-the-loopback",
    rules: [BIND],
    at: ["inner", "startCommand"],
    why: "The private service listens for itself alone.",
    source: "Render's page on private services",
    resources: {
      inner: innerPython("willow-inner", {}, { startCommand: "gunicorn inner.wsgi -b localhost:$PORT" }),
      front: nodeWeb("willow-front", { API_URL: "http://willow-inner:8000" }),
    },
  },
  {
    name: "twenty-ninth-group-with-the-loopback",
    rules: [NETWORK, LOCAL],
    at: ["shared", "envVars.REDIS_URL"],
    alsoAt: [
      ["jobs", "envVars.REDIS_URL"],
      ["api", "envVars.REDIS_URL"],
    ],
    why: "The group came from the env file, and no store listens beside a service.",
    source: "taskforcesh/bullmq, issue 2793; opencve/opencve, issue 258",
    resources: {
      shared: envGroup({ name: "willow-shared", envVars: values({ REDIS_URL: "redis://localhost:6379/0" }) }),
      api: pythonWeb("willow-api"),
      jobs: worker("willow-jobs", CELERY_RUN, { DATABASE_URL: SESSION }),
      link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${api.id}", "${jobs.id}"] }),
    },
  },
];
