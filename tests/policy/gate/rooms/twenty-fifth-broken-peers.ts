import { type BrokenProgram, web } from "../eighteenth-form";
import {
  contained,
  dockerfile,
  engine,
  GUNICORN,
  job,
  keyOf,
  NODE,
  open,
  PYTHON,
  pulled,
  REF,
  SESSION,
  store,
} from "./twenty-fifth-form";

const NETWORK = "service/private-network";
const PEER = "port/peer-mismatch";
const LOCAL = "database/local-host";

/** Further ones: a plan, a port or an instance on which nothing answers. */
export const REJECTED_PEERS_OF_TWENTY_FIFTH: readonly BrokenProgram[] = [
  {
    name: "twenty-fifth-free-service-that-is-asked-privately",
    rules: [NETWORK],
    at: ["web", "envVars.API_INTERNAL_URL"],
    why: "A free web service receives no private requests.",
    source: "Render's page on free instances",
    resources: {
      api: open(PYTHON, "lantern-api", GUNICORN, { DATABASE_URL: SESSION }, { plan: "free" }),
      web: open(NODE, "lantern-web", "npx next start -H 0.0.0.0 -p $PORT", {
        API_INTERNAL_URL: "http://lantern-api:8000",
      }),
    },
  },
  {
    name: "twenty-fifth-registry-of-services-at-its-own-port",
    rules: [NETWORK, PEER],
    at: ["patients", "envVars.EUREKA_CLIENT_SERVICEURL_DEFAULTZONE"],
    why: "onrender.com answers at 443 and 80 alone: the clients of Eureka time out at 8761.",
    source: "a public guide of eldaridin/hospital; Render's page on web services",
    resources: {
      eureka: contained("lantern-eureka", dockerfile({ dockerfilePath: "./eureka/Dockerfile" }), {
        PORT: "8000",
        SERVER_PORT: "8000",
      }),
      patients: contained("lantern-patients", dockerfile({ dockerfilePath: "./patients/Dockerfile" }), {
        PORT: "8000",
        SERVER_PORT: "8000",
        EUREKA_CLIENT_SERVICEURL_DEFAULTZONE: "http://lantern-eureka.onrender.com:8761/eureka/",
      }),
    },
  },
  {
    name: "twenty-fifth-job-that-asks-its-own-instance",
    rules: [LOCAL, NETWORK],
    at: ["nightly", "startCommand"],
    why: "The web service is in another instance: curl: (7) Failed to connect to localhost port 8000.",
    source: "Render's page on cron jobs",
    resources: {
      api: open(PYTHON, "lantern-api", GUNICORN, { DATABASE_URL: SESSION }),
      nightly: job(
        PYTHON,
        "lantern-nightly",
        "0 2 * * *",
        "curl -fsS -X POST http://localhost:8000/tasks/nightly",
        {},
      ),
    },
  },
  {
    name: "twenty-fifth-private-service-by-https",
    rules: [NETWORK, PEER],
    at: ["web", "envVars.STRAPI_URL"],
    why: "A private service has no certificate: http-server answers no TLS, wrong version number.",
    source: "Render's page on the private network",
    resources: {
      engine: engine("npx http-server public -a 0.0.0.0 -p 8000"),
      web: open(NODE, "lantern-web", "npx next start -H 0.0.0.0 -p $PORT", {
        STRAPI_URL: "https://lantern-engine:8000",
        SUPABASE_URL: `https://${REF}.supabase.co`,
        SUPABASE_SERVICE_ROLE_KEY: keyOf("service_role"),
      }),
    },
  },
  {
    name: "twenty-fifth-queue-of-n8n-on-its-own-machine",
    rules: [LOCAL, NETWORK],
    at: ["flows", "envVars.QUEUE_BULL_REDIS_HOST"],
    why: "The queue's Redis is looked for in the container of n8n, and the store is not there.",
    source: "n8n's page on queue mode",
    resources: {
      store: store(),
      flows: web({
        name: "lantern-flows",
        plan: "standard",
        region: "singapore",
        runtimeSource: pulled("docker.io/n8nio/n8n", "1.109.2"),
        healthCheckPath: "/healthz",
        envVars: {
          PORT: { value: "8000" },
          N8N_PORT: { value: "8000" },
          EXECUTIONS_MODE: { value: "queue" },
          QUEUE_BULL_REDIS_HOST: { value: "localhost" },
        },
      }),
    },
  },
];
