import { type BrokenProgram, cron, native, PIP, values } from "../eighteenth-form";
import { inner, nodeApp, python, queue } from "../twentieth-form";
import { CELERY, NETWORK, PEER, SESSION, STORE, store, UNICORN, vite } from "./posted-programs-form";

const ENGINE = "uvicorn engine.main:app --host 0.0.0.0 --port 9000";
const engine = (command = ENGINE, more = {}) =>
  inner("tern-engine", command, { DATABASE_URL: SESSION }, more);
const api = (of = {}, more = {}) => python("tern-api", UNICORN, { DATABASE_URL: SESSION, ...of }, more);
const job = (startCommand: string, of = {}) =>
  cron({
    name: "tern-nightly",
    plan: "starter",
    region: "frankfurt",
    schedule: "0 2 * * *",
    startCommand,
    runtimeSource: native("python", PIP, "jobs"),
    envVars: values(of),
  });

/** Broken programs whose services ask each other. */
export const POSTED_PROGRAMS_BROKEN_NETWORKS: readonly BrokenProgram[] = [
  {
    name: "tern-pages-that-ask-an-internal-name",
    rules: [NETWORK],
    at: ["pages", "envVars.VITE_API_URL"],
    why: "The browser asks for the name, and only Render's network knows it.",
    source: "mem0ai/mem0, issue 7171; Render's page on its private network",
    resources: { api: api(), pages: vite({ VITE_API_URL: "http://tern-api:8000" }) },
  },
  {
    name: "tern-pages-that-ask-localhost",
    rules: ["environment/debug-in-production", NETWORK],
    at: ["pages", "envVars.VITE_API_URL"],
    why: "Vite writes the address into the pages, and each visitor's browser asks its own machine.",
    source: "GeoResponde/GeoResponde, issue 67; SDS37/kyc-multi-frontend, issue 121",
    resources: { api: api(), pages: vite({ VITE_API_URL: "http://localhost:3001" }) },
  },
  {
    name: "tern-next-that-asks-the-host-of-docker",
    rules: ["environment/debug-in-production", NETWORK],
    at: ["front", "envVars.NEXT_PUBLIC_API_URL"],
    why: "host.docker.internal is a developer's machine, and Next writes it into the pages.",
    source: "mem0ai/mem0, issue 7171",
    resources: {
      api: api(),
      front: nodeApp("tern-front", "npx next start -p $PORT", {
        NEXT_PUBLIC_API_URL: "http://host.docker.internal:8888",
      }),
    },
  },
  {
    name: "tern-engine-at-another-port",
    rules: [PEER],
    at: ["api", "envVars.ENGINE_URL"],
    alsoAt: [["engine", "startCommand"]],
    why: "The private service listens on 9000, and is asked at 8080.",
    source: "chr1sd/home-ops, issue 4, in Render's network",
    resources: { engine: engine(), api: api({ ENGINE_URL: "http://tern-engine:8080" }) },
  },
  {
    name: "tern-engine-by-https",
    rules: [NETWORK, PEER],
    at: ["api", "envVars.ENGINE_URL"],
    why: "Nothing ends TLS in the private network: uvicorn answers plain HTTP alone.",
    source: "Render's page on its private network",
    resources: { engine: engine(), api: api({ ENGINE_URL: "https://tern-engine:9000" }) },
  },
  {
    name: "tern-engine-by-a-public-name",
    rules: [NETWORK],
    at: ["api", "envVars.ENGINE_URL"],
    why: "A private service has no public address.",
    source: "Render's page on private services",
    resources: { engine: engine(), api: api({ ENGINE_URL: "https://tern-engine.onrender.com" }) },
  },
  {
    name: "tern-job-that-asks-a-worker",
    rules: [NETWORK],
    at: ["nightly", "startCommand"],
    why: "A background worker receives nothing in the private network.",
    source: "Render's page on how it handles private networking",
    resources: {
      store: store(),
      jobs: queue("tern-jobs", CELERY, { CELERY_BROKER_URL: STORE }),
      nightly: job("curl -fsS -X POST http://tern-jobs:8000/run"),
    },
  },
  {
    name: "tern-engine-on-loopback",
    rules: ["service/loopback-bind"],
    at: ["engine", "startCommand"],
    why: "uvicorn listens on 127.0.0.1 unless it is told otherwise, and no other service reaches it.",
    source: "Render's page on ports; render-examples/go-gin-web-server, issue 8",
    resources: {
      engine: engine("uvicorn engine.main:app --port 9000"),
      api: api({ ENGINE_URL: "http://tern-engine:9000" }),
    },
  },
  {
    name: "tern-free-service-asked-inside",
    rules: [NETWORK],
    at: ["front", "envVars.API_URL"],
    alsoAt: [["api", "plan"]],
    why: "A free web service receives nothing in the private network.",
    source: "Render's page on free services; skills.sh on Render's networking",
    resources: {
      api: api({}, { plan: "free" }),
      front: nodeApp("tern-front", "npx next start -p $PORT", { API_URL: "http://tern-api:8000" }),
    },
  },
  {
    name: "tern-pages-that-rewrite-inwards",
    rules: [NETWORK],
    at: ["pages", "routes"],
    alsoAt: [["pages", "routes[0].destination"]],
    why: "A static site is not in the private network, and cannot pass a request into it.",
    source: "cedarjs/cedar, pull request 2307; Render's page on redirects and rewrites",
    resources: {
      api: api(),
      pages: vite(
        {},
        {
          routes: [
            { type: "rewrite", source: "/api/*", destination: "http://tern-api:8000/api/*" },
            { type: "rewrite", source: "/*", destination: "/index.html" },
          ],
        },
      ),
    },
  },
  {
    name: "tern-pages-whose-catch-all-is-first",
    rules: ["service/route-order"],
    at: ["pages", "routes"],
    alsoAt: [
      ["pages", "routes[0]"],
      ["pages", "routes[1]"],
    ],
    why: "The first route that matches applies: the API's is never reached.",
    source: "Render's page on redirects and rewrites; LEARNAcademy/syllabus, pull request 387",
    resources: {
      api: api(),
      pages: vite(
        {},
        {
          routes: [
            { type: "rewrite", source: "/*", destination: "/index.html" },
            { type: "rewrite", source: "/api/*", destination: "https://tern-api.onrender.com/api/*" },
          ],
        },
      ),
    },
  },
  {
    name: "tern-search-by-its-own-port-in-public",
    rules: [NETWORK, PEER],
    at: ["front", "envVars.TYPESENSE_URL"],
    why: "The public address answers at 443 alone: a request to 8108 times out.",
    source: "hmbrg/typesense-on-render, issue 1",
    resources: {
      api: api(),
      front: nodeApp("tern-front", "npx next start -p $PORT", {
        TYPESENSE_URL: "https://tern-api.onrender.com:8108",
      }),
    },
  },
];
