import { docker, NPM, native, type ProgramCase, privateService, values, web } from "../eighteenth-form";
import { image, inner, nodeApp, python } from "../twentieth-form";
import { CANARY, GUNICORN, keyOf, pages, REF, SESSION } from "./reported-programs-form";

/** Sound programs of several services that ask one another. */
export const REPORTED_PROGRAMS_SOUND_NETWORKS: readonly ProgramCase[] = [
  {
    name: "mongo-by-its-internal-name",
    why: "The image listens on 27017 at all addresses, and its disk is where it keeps its files.",
    source: "Render's page on MongoDB",
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
        MONGODB_URI: "mongodb://ferry-mongo:27017/ferry",
      }),
    },
  },
  {
    name: "search-by-name-and-port",
    why: "Meilisearch's port is written where it listens and where it is asked.",
    source: "Meilisearch's page on Render",
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
        MEILI_HOST: "http://ferry-search:7700",
      }),
    },
  },
  {
    name: "model-behind-the-api",
    why: "The private service is asked by plain HTTP at the port that it opens.",
    source: "Render's page on the private network",
    resources: {
      model: inner("ferry-model", "uvicorn app:app --host 0.0.0.0 --port 8001", {}),
      api: python("ferry-api", GUNICORN, { DATABASE_URL: SESSION, ML_URL: "http://ferry-model:8001" }),
    },
  },
  {
    name: "pages-that-ask-the-public-name",
    why: "The API is a web service, and its address is what a browser finds.",
    source: "Render's page on static sites",
    resources: {
      api: python("ferry-api", GUNICORN, {
        DATABASE_URL: SESSION,
        CORS_ORIGINS: "https://ferry-pages.onrender.com,http://localhost:5173",
      }),
      pages: pages(values({ VITE_API_URL: "https://ferry-api.onrender.com" })),
    },
  },
  {
    name: "pages-with-the-api-s-output",
    why: "The address is the API's own output.",
    source: "The provider's page on web services",
    resources: {
      api: nodeApp("ferry-api", "node dist/server.js", { DATABASE_URL: SESSION }),
      pages: pages({ VITE_API_URL: { value: `\${api.url}` } }),
    },
  },
  {
    name: "rewrite-to-the-public-address",
    why: "Routes are tried in their order, and the API's is a public address.",
    source: "Render's page on redirects and rewrites",
    resources: {
      api: python("ferry-api", GUNICORN, { DATABASE_URL: SESSION }),
      pages: pages(values({ VITE_API_URL: "/api" }), {
        routes: [
          { type: "rewrite", source: "/api/*", destination: "https://ferry-api.onrender.com/*" },
          { type: "rewrite", source: "/*", destination: "/index.html" },
        ],
      }),
    },
  },
  {
    name: "anon-key-in-pages",
    why: "The key of the role anon is made for browsers.",
    source: "Supabase's page on API keys",
    resources: {
      pages: pages(
        values({
          VITE_SUPABASE_URL: `https://${REF}.supabase.co`,
          VITE_SUPABASE_ANON_KEY: keyOf("anon"),
        }),
      ),
      api: nodeApp("ferry-api", "node dist/server.js", {
        SUPABASE_URL: `https://${REF}.supabase.co`,
        SUPABASE_SERVICE_ROLE_KEY: keyOf("service_role"),
        DATABASE_URL: SESSION,
      }),
    },
  },
  {
    name: "printer-as-a-private-service",
    why: "Gotenberg listens on 3000 at all addresses, and the API asks it there.",
    source: "Gotenberg's page on its image",
    resources: {
      pdf: privateService({
        name: "ferry-pdf",
        plan: "standard",
        region: "frankfurt",
        ...image("docker.io/gotenberg/gotenberg", "8.21.0"),
      }),
      api: nodeApp("ferry-api", "node dist/server.js", {
        DATABASE_URL: SESSION,
        PDF_SERVICE_URL: "http://ferry-pdf:3000",
      }),
    },
  },
  {
    name: "front-that-asks-inside-and-outside",
    why: "The server asks by the internal name, and browsers by the public one.",
    source: "Next's page on variables; Render's page on the private network",
    resources: {
      api: python("ferry-api", GUNICORN, { DATABASE_URL: SESSION }),
      front: web({
        name: "ferry-front",
        plan: "starter",
        region: "frankfurt",
        runtimeSource: native("node", NPM, "front"),
        startCommand: "npx next start -p $PORT",
        healthCheckPath: "/",
        envVars: values({
          PORT: "8000",
          API_INTERNAL_URL: "http://ferry-api:8000",
          NEXT_PUBLIC_API_URL: "https://ferry-api.onrender.com",
        }),
      }),
    },
  },
  {
    name: "free-service-by-its-public-name",
    why: "A free web service is asked by its public address, and asks whom it likes.",
    source: "Render's page on free instances",
    resources: {
      api: python("ferry-api", GUNICORN, { DATABASE_URL: SESSION }, { plan: "free" }),
      front: nodeApp("ferry-front", "npx next start -p $PORT", {
        NODE_ENV: "production",
        API_URL: "https://ferry-api.onrender.com",
      }),
    },
  },
  {
    name: "grpc-in-the-network",
    why: "The address is a host and a port without a scheme, and the private service opens that port.",
    source: "Render's page on the private network; gRPC's page on naming",
    resources: {
      prices: inner("ferry-prices", "python -m prices.server --host 0.0.0.0 --port 50051", {}),
      api: python("ferry-api", GUNICORN, { DATABASE_URL: SESSION, PRICES_ADDR: "ferry-prices:50051" }),
    },
  },
  {
    name: "nginx-before-two-services",
    why: "The proxy is an image of the team's own and takes its upstreams by variables.",
    source: "Render's samples of nginx",
    resources: {
      api: inner("ferry-api", "uvicorn main:app --host 0.0.0.0 --port 8001", { DATABASE_URL: SESSION }),
      edge: web({
        name: "ferry-edge",
        plan: "starter",
        region: "frankfurt",
        runtimeSource: docker("./edge/Dockerfile", "./edge"),
        healthCheckPath: "/healthz",
        envVars: values({ PORT: "8000", API_UPSTREAM: "ferry-api:8001", BASIC_AUTH_PASSWORD: CANARY }),
      }),
    },
  },
];
