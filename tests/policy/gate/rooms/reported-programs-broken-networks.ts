import { type BrokenProgram, docker, privateService, values, worker } from "../eighteenth-form";
import { image, inner, nodeApp, python } from "../twentieth-form";
import { GUNICORN, keyOf, pages, REF, SESSION } from "./reported-programs-form";

/** Broken programs of several services: one asks another where it does not answer, or pages show a secret. */
export const REPORTED_PROGRAMS_BROKEN_NETWORKS: readonly BrokenProgram[] = [
  {
    name: "mongo-beside-the-api-asked-at-localhost",
    rules: ["database/local-host", "service/private-network"],
    at: ["api", "envVars.MONGODB_URI"],
    why: "MongoDB is another service: connect ECONNREFUSED 127.0.0.1:27017.",
    source: "Render's page on MongoDB; reports of MongooseServerSelectionError",
    resources: {
      mongo: privateService({
        name: "ferry-mongo",
        plan: "starter",
        region: "frankfurt",
        ...image("docker.io/library/mongo", "7.0"),
        disk: { name: "data", mountPath: "/data/db", sizeGb: 10 },
      }),
      api: nodeApp("ferry-api", "node dist/server.js", {
        NODE_ENV: "production",
        MONGODB_URI: "mongodb://localhost:27017/ferry",
      }),
    },
  },
  {
    name: "search-asked-at-the-default-port",
    rules: ["port/peer-mismatch", "service/private-network"],
    at: ["api", "envVars.MEILI_HOST"],
    why: "http without a port is port 80, and Meilisearch listens on 7700: the connection is refused.",
    source: "Meilisearch's page on Render; Render's page on the private network",
    resources: {
      search: privateService({
        name: "ferry-search",
        plan: "starter",
        region: "frankfurt",
        ...image("docker.io/getmeili/meilisearch", "v1.15.2"),
        disk: { name: "index", mountPath: "/meili_data", sizeGb: 10 },
        envVars: values({
          MEILI_ENV: "production",
          MEILI_HTTP_ADDR: "0.0.0.0:7700",
          MEILI_MASTER_KEY: "fE7rryLinesMasterKey01928374",
        }),
      }),
      api: nodeApp("ferry-api", "node dist/server.js", {
        DATABASE_URL: SESSION,
        MEILI_HOST: "http://ferry-search",
      }),
    },
  },
  {
    name: "private-service-asked-by-https",
    rules: ["service/private-network"],
    at: ["api", "envVars.ML_URL"],
    why: "Nothing terminates TLS inside of the network: uvicorn answers plain HTTP and the handshake fails.",
    source: "Render's page on the private network",
    resources: {
      model: inner("ferry-model", "uvicorn app:app --host 0.0.0.0 --port 8001", {}),
      api: python("ferry-api", GUNICORN, { DATABASE_URL: SESSION, ML_URL: "https://ferry-model:8001" }),
    },
  },
  {
    name: "pages-that-ask-an-internal-name",
    rules: ["service/private-network"],
    at: ["pages", "envVars.VITE_API_URL"],
    why: "A browser is not in Render's network and finds no ferry-api.",
    source: "github.com/awslabs/aws-saas-boost/issues/234; Render's page on the private network",
    resources: {
      api: python("ferry-api", GUNICORN, { DATABASE_URL: SESSION }),
      pages: pages(values({ VITE_API_URL: "http://ferry-api:8000" })),
    },
  },
  {
    name: "pages-that-ask-a-private-service-s-public-name",
    rules: ["service/private-network"],
    at: ["pages", "envVars.VITE_API_URL"],
    alsoAt: [["api", "name"]],
    why: "A private service has no address at onrender.com: the name leads nowhere.",
    source: "Render's page on private services",
    resources: {
      api: inner("ferry-api", "uvicorn main:app --host 0.0.0.0 --port 8000", { DATABASE_URL: SESSION }),
      pages: pages(values({ VITE_API_URL: "https://ferry-api.onrender.com" })),
    },
  },
  {
    name: "pages-that-ask-the-visitor-s-own-machine",
    rules: ["service/private-network", "database/local-host"],
    at: ["pages", "envVars.VITE_API_URL"],
    why: "The build writes localhost:3001 into the pages, and each visitor's browser asks itself.",
    source: "github.com/GeoResponde/GeoResponde/issues/67",
    resources: {
      api: nodeApp("ferry-api", "node dist/server.js", { DATABASE_URL: SESSION }),
      pages: pages(values({ VITE_API_URL: "http://localhost:3001" })),
    },
  },
  {
    name: "rewrite-to-an-internal-name",
    rules: ["service/private-network"],
    at: ["pages", "routes"],
    alsoAt: [["pages", "routes.0.destination"]],
    why: "A static site asks nothing in the private network: the rewrite has no host to reach.",
    source: "Render's pages on redirects and on the private network",
    resources: {
      api: python("ferry-api", GUNICORN, { DATABASE_URL: SESSION }),
      pages: pages(values({ VITE_API_URL: "/api" }), {
        routes: [
          { type: "rewrite", source: "/api/*", destination: "http://ferry-api:8000/*" },
          { type: "rewrite", source: "/*", destination: "/index.html" },
        ],
      }),
    },
  },
  {
    name: "service-role-in-pages",
    rules: ["secret/in-browser"],
    at: ["pages", "envVars.VITE_SUPABASE_SERVICE_ROLE_KEY"],
    why: "Vite writes each VITE_ variable that is used into the pages: every visitor passes row level security.",
    source: "Vite's page on env variables; Supabase's page on API keys",
    resources: {
      pages: pages(
        values({
          VITE_SUPABASE_URL: `https://${REF}.supabase.co`,
          VITE_SUPABASE_SERVICE_ROLE_KEY: keyOf("service_role"),
        }),
      ),
    },
  },
  {
    name: "worker-that-is-asked",
    rules: ["service/private-network"],
    at: ["api", "envVars.PDF_SERVICE_URL"],
    why: "A background worker receives no requests: its name is not found.",
    source: "Render's page on background workers",
    resources: {
      pdf: worker({
        name: "ferry-pdf",
        plan: "starter",
        region: "frankfurt",
        runtimeSource: docker(),
        envVars: values({ PORT: "3000" }),
      }),
      api: nodeApp("ferry-api", "node dist/server.js", {
        DATABASE_URL: SESSION,
        PDF_SERVICE_URL: "http://ferry-pdf:3000",
      }),
    },
  },
];
