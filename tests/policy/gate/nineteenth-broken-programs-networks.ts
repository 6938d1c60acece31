import {
  type BrokenProgram,
  keyValue,
  NPM,
  native,
  PIP,
  privateService,
  site,
  values,
  web,
} from "./eighteenth-form";

const UVICORN = "uvicorn orchard.main:app --host 0.0.0.0 --port $PORT";

/** Broken programs whose services do not reach each other. */
export const REJECTED_PROGRAM_NETWORKS_OF_NINETEENTH: readonly BrokenProgram[] = [
  {
    name: "peer-asked-at-another-port",
    rules: ["port/peer-mismatch"],
    at: ["api", "envVars.RECOMMENDER_URL"],
    alsoAt: [["recommender", "startCommand"]],
    why: "The private service listens on 9000, and its peer asks 8500.",
    source: "Render's page on the private network",
    resources: {
      recommender: privateService({
        name: "recommender",
        plan: "standard",
        region: "frankfurt",
        startCommand: "uvicorn recommender.main:app --host 0.0.0.0 --port 9000",
        runtimeSource: native("python", PIP, "recommender"),
        envVars: values({ PORT: "9000" }),
      }),
      api: web({
        name: "orchard-api",
        plan: "starter",
        region: "frankfurt",
        startCommand: UVICORN,
        runtimeSource: native("python", PIP),
        envVars: values({ PORT: "8000", RECOMMENDER_URL: "http://${recommender.slug}:8500/v1" }),
      }),
    },
  },
  {
    name: "private-service-on-loopback",
    rules: ["service/loopback-bind"],
    at: ["search", "startCommand"],
    why: "What listens on 127.0.0.1 is not reached by the peer over the private network.",
    source: "Render's page on the private network",
    resources: {
      search: privateService({
        name: "search",
        plan: "starter",
        region: "virginia",
        startCommand: "./bin/zincsearch-proxy & exec gunicorn search.wsgi -b 127.0.0.1:8200",
        runtimeSource: native("python", PIP, "search"),
        envVars: values({ PORT: "8200" }),
      }),
      shop: web({
        name: "shop",
        plan: "starter",
        region: "virginia",
        startCommand: "node dist/server.js",
        runtimeSource: native("node", NPM, "shop"),
        envVars: values({ PORT: "8000", SEARCH_HOST: "${search.slug}", SEARCH_PORT: "8200" }),
      }),
    },
  },
  {
    name: "queue-in-another-region",
    rules: ["service/private-network"],
    at: ["queue", "region"],
    alsoAt: [
      ["api", "envVars.REDIS_URL"],
      ["api", "region"],
    ],
    why: "A private network is of one region, and the internal address of the store is in oregon.",
    source: "Render's page on the private network",
    resources: {
      queue: keyValue({
        name: "orchard-queue",
        plan: "starter",
        region: "oregon",
        maxMemoryPolicy: "noeviction",
      }),
      api: web({
        name: "orchard-api",
        plan: "starter",
        region: "frankfurt",
        startCommand: UVICORN,
        runtimeSource: native("python", PIP),
        envVars: values({ PORT: "8000", REDIS_URL: "${queue.connectionInfo.internalConnectionString}" }),
      }),
    },
  },
  {
    name: "static-site-asks-a-private-service",
    rules: ["service/private-network"],
    at: ["app", "envVars.VITE_API_URL"],
    why: "The pages run in a browser, which is not on the private network.",
    source: "Render's page on the private network; Vite's page on environment variables",
    resources: {
      backend: privateService({
        name: "backend",
        plan: "starter",
        region: "oregon",
        startCommand: UVICORN,
        runtimeSource: native("python", PIP, "backend"),
        envVars: values({ PORT: "8000" }),
      }),
      app: site({
        name: "app",
        repoUrl: "https://github.com/orchard-press/app",
        branch: "main",
        buildCommand: NPM,
        publishPath: "dist",
        envVars: values({ VITE_API_URL: "http://${backend.slug}:8000" }),
      }),
    },
  },
];
