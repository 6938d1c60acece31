import {
  cron,
  keyValue,
  NPM,
  native,
  type ProgramCase,
  privateService,
  site,
  values,
} from "./eighteenth-form";
import { PASSWORD } from "./nineteenth-form";
import { GUNICORN, image, inner, nodeApp, python, queue, SESSION } from "./twentieth-form";

const PAGE = "Render's page on the private network";
const UVICORN = "uvicorn main:app --host 0.0.0.0 --port $PORT";

/** Sound programs whose services reach each other, though they look as if they did not. */
export const SOUND_PROGRAM_NETWORKS_OF_TWENTIETH: readonly ProgramCase[] = [
  {
    name: "private-service-at-3001",
    why: "The peer asks by http at the port on which the private service listens.",
    source: PAGE,
    resources: {
      pdf: inner("pdf", UVICORN, { PORT: "3001" }),
      shop: nodeApp("shop", "npx next start -p $PORT", { PDF_SERVICE_URL: "http://${pdf.slug}:3001/render" }),
    },
  },
  {
    name: "web-service-asked-by-its-public-address",
    why: "A web service may be asked by its public address, from another region too.",
    source: "Render's page on web services",
    resources: {
      geocoder: python("geocoder", GUNICORN, {}, { region: "oregon" }),
      api: python("orchard-api", GUNICORN, { GEOCODER_URL: "${geocoder.url}/v1" }),
    },
  },
  {
    name: "grpc-by-host-and-port",
    why: "Host and port without a scheme are what a gRPC client takes; any port but four is let through.",
    source: `${PAGE}; gRPC's page on naming`,
    resources: {
      pricing: inner("pricing", "python -m pricing.server --address 0.0.0.0:50051", { PORT: "50051" }),
      api: python("orchard-api", GUNICORN, { PRICING_TARGET: "${pricing.slug}:50051" }),
    },
  },
  {
    name: "queue-of-one-region",
    why: "Store, worker and API are in one region, and the address is the internal one.",
    source: "Render's page on Key Value",
    resources: {
      store: keyValue({
        name: "orchard-queue",
        plan: "starter",
        region: "frankfurt",
        maxMemoryPolicy: "noeviction",
      }),
      work: queue("orchard-worker", "arq orchard.worker.WorkerSettings", {
        REDIS_URL: "${store.connectionInfo.internalConnectionString}",
        DATABASE_URL: SESSION,
      }),
      api: python("orchard-api", GUNICORN, {
        REDIS_URL: "${store.connectionInfo.internalConnectionString}",
      }),
    },
  },
  {
    name: "pages-that-ask-a-web-service",
    why: "The build writes the public address into the pages, which a browser reaches.",
    source: "Vite's page on environment variables",
    resources: {
      api: python("orchard-api", GUNICORN, { CORS_ORIGINS: "https://orchard.press" }),
      app: site({
        name: "orchard-app",
        repoUrl: "https://github.com/orchard-press/app",
        branch: "main",
        buildCommand: "npm ci && npx vite build --outDir build/client",
        publishPath: "build/client",
        envVars: values({ VITE_API_URL: "${api.url}" }),
      }),
    },
  },
  {
    name: "free-service-that-asks",
    why: "A free web service may send to the private network.",
    source: PAGE,
    resources: {
      embeddings: inner("embeddings", UVICORN, { PORT: "8080" }),
      demo: nodeApp(
        "demo",
        "node dist/server.js",
        { EMBEDDINGS_URL: "http://${embeddings.slug}:8080" },
        {
          plan: "free",
        },
      ),
    },
  },
  {
    name: "cron-job-that-asks-by-https",
    why: "The job asks the public address and ends.",
    source: "Render's page on cron jobs",
    resources: {
      api: python("orchard-api", GUNICORN, { TASK_TOKEN: `${PASSWORD}${PASSWORD}` }),
      digest: cron({
        name: "digest",
        plan: "starter",
        region: "oregon",
        schedule: "0 7 * * 1-5",
        startCommand: 'curl -fsS -X POST -H "Authorization: Bearer $TASK_TOKEN" "$API_URL/tasks/digest"',
        runtimeSource: native("python", "true", "jobs"),
        envVars: values({ API_URL: "${api.url}", TASK_TOKEN: `${PASSWORD}${PASSWORD}` }),
      }),
    },
  },
  {
    name: "search-with-a-disk-of-its-own",
    why: "Meilisearch listens on every address at 7700, and one instance has the disk.",
    source: "Meilisearch's page on its settings",
    resources: {
      meili: privateService({
        name: "meili",
        plan: "standard",
        region: "frankfurt",
        ...image("docker.io/getmeili/meilisearch", "v1.11"),
        disk: { name: "meili", mountPath: "/meili_data", sizeGb: 5 },
        envVars: {
          ...values({ MEILI_HTTP_ADDR: "0.0.0.0:7700" }),
          MEILI_MASTER_KEY: { generateValue: true },
        },
      }),
      api: python("orchard-api", GUNICORN, { MEILI_URL: "http://${meili.slug}:7700" }),
    },
  },
  {
    name: "broker-in-a-private-service",
    why: "RabbitMQ listens on 5672, and the worker asks by AMQP; the double slash names the default host.",
    source: "RabbitMQ's page on URIs; Celery's page on brokers",
    resources: {
      rabbit: privateService({
        name: "rabbit",
        plan: "standard",
        region: "frankfurt",
        ...image("docker.io/library/rabbitmq", "3.13-management"),
        disk: { name: "rabbit", mountPath: "/var/lib/rabbitmq", sizeGb: 2 },
        envVars: values({ RABBITMQ_DEFAULT_USER: "orchard", RABBITMQ_DEFAULT_PASS: PASSWORD }),
      }),
      work: queue("orchard-worker", "celery -A orchard worker -l info -Q default,mail", {
        CELERY_BROKER_URL: `amqp://orchard:${PASSWORD}@\${rabbit.slug}:5672//`,
      }),
    },
  },
  {
    name: "sockets-of-a-private-service",
    why: "A WebSocket without TLS is right on the private network.",
    source: PAGE,
    resources: {
      rooms: privateService({
        name: "rooms",
        plan: "starter",
        region: "frankfurt",
        startCommand: "npx y-websocket",
        runtimeSource: native("node", NPM, "rooms"),
        envVars: values({ HOST: "0.0.0.0", PORT: "8090" }),
      }),
      api: python("orchard-api", GUNICORN, { ROOMS_URL: "ws://${rooms.slug}:8090" }),
    },
  },
];
