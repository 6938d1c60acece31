import { type BrokenProgram, envGroup, envGroupLink, native, values } from "../eighteenth-form";
import { nodeApp, python, queue } from "../twentieth-form";
import { CANARY, DIRECT, hostedWeb, SESSION, url } from "./twenty-sixth-form";

const GUNICORN = "gunicorn marsh.wsgi --bind 0.0.0.0:$PORT";
const link = (group: string, ...services: string[]) =>
  envGroupLink({ envGroupId: `\${${group}.id}`, serviceIds: services.map((name) => `\${${name}.id}`) });
const STORE = "redis://red-d0heron0marsh0canary:6379";

/** Broken programs whose fault is a value: of a group, a secret file, an address of one's own, or a key. */
export const REJECTED_PROGRAM_VALUES_OF_TWENTY_SIXTH: readonly BrokenProgram[] = [
  {
    name: "twenty-sixth-port-of-a-group",
    rules: ["port/agreement", "port/standard"],
    at: ["common", "envVars.PORT"],
    alsoAt: [
      ["api", "startCommand"],
      ["api", "envVars.PORT"],
    ],
    why: "The group gives the service 3000, and its command listens on 8000.",
    source: "vignesh07/clawdbot-railway-template, issues 64 and 180",
    resources: {
      common: envGroup({ name: "common", envVars: values({ PORT: "3000", LOG_LEVEL: "info" }) }),
      api: python(
        "marsh-api",
        "uvicorn marsh.main:app --host 0.0.0.0 --port 8000",
        {},
        {
          envVars: values({ DATABASE_URL: SESSION }),
        },
      ),
      linked: link("common", "api"),
    },
  },
  {
    name: "twenty-sixth-direct-host-of-a-group",
    rules: ["database/ipv6-only-host"],
    at: ["database", "envVars.DATABASE_URL"],
    alsoAt: [
      ["api", "envVars.DATABASE_URL"],
      ["worker", "envVars.DATABASE_URL"],
    ],
    why: "Both services take the direct host from the group, and Render has no IPv6.",
    source: "umami-software/umami, issue 2485; Supabase's page on connecting",
    resources: {
      database: envGroup({
        name: "database",
        envVars: values({ DATABASE_URL: url("postgres", `${DIRECT}:5432/postgres`) }),
      }),
      api: python("marsh-api", GUNICORN),
      worker: queue("marsh-worker", "celery -A marsh worker", { CELERY_BROKER_URL: STORE }),
      linked: link("database", "api", "worker"),
    },
  },
  {
    name: "twenty-sixth-local-redis-of-a-group",
    rules: ["database/local-host", "service/private-network"],
    at: ["queues", "envVars.REDIS_URL"],
    alsoAt: [["worker", "envVars.REDIS_URL"]],
    why: "The group's address is a developer's machine, so Sidekiq ends: connection refused.",
    source: "heroku/ruby-getting-started, issue 26",
    resources: {
      queues: envGroup({ name: "queues", envVars: values({ REDIS_URL: "redis://localhost:6379/" }) }),
      worker: queue(
        "marsh-worker",
        "bundle exec sidekiq -c 5",
        { RAILS_ENV: "production", DATABASE_URL: SESSION },
        { runtimeSource: native("ruby", "bundle install", "shop") },
      ),
      linked: link("queues", "worker"),
    },
  },
  {
    name: "twenty-sixth-example-secret-of-a-group",
    rules: ["environment/placeholder"],
    at: ["secrets", "envVars.APP_SECRET"],
    why: "The example's text signs every token, and everybody can read it.",
    source: "twentyhq/twenty, its .env.example",
    resources: {
      secrets: envGroup({
        name: "secrets",
        envVars: values({ APP_SECRET: "replace_me_with_a_random_string" }),
      }),
      server: hostedWeb(
        "marsh-crm",
        "docker.io/twentycrm/twenty",
        "v0.33.0",
        {
          NODE_PORT: "8000",
          PG_DATABASE_URL: SESSION,
          REDIS_URL: STORE,
          SERVER_URL: "https://crm.marsh.example.org",
        },
        { healthCheckPath: "/healthz" },
      ),
      linked: link("secrets", "server"),
    },
  },
  {
    name: "twenty-sixth-keys-of-the-example",
    rules: ["environment/placeholder"],
    at: ["cms", "envVars.APP_KEYS"],
    alsoAt: [
      ["cms", "envVars.JWT_SECRET"],
      ["cms", "envVars.API_TOKEN_SALT"],
    ],
    why: "Strapi's example keys are public, and with them everybody signs a session.",
    source: "strapi/strapi, the .env.example of its template",
    resources: {
      cms: nodeApp("marsh-cms", "npx strapi start", {
        HOST: "0.0.0.0",
        NODE_ENV: "production",
        APP_KEYS: "toBeModified1,toBeModified2",
        API_TOKEN_SALT: "tobemodified",
        JWT_SECRET: "tobemodified",
        DATABASE_CLIENT: "postgres",
        DATABASE_URL: SESSION,
      }),
    },
  },
  {
    name: "twenty-sixth-server-that-names-itself-localhost",
    rules: [],
    at: ["server", "envVars.SERVER_URL"],
    why: "The pages ask the address of SERVER_URL, which is the visitor's own machine: unable to reach the back end.",
    source: "Twenty's page on self-hosting; twentyhq/twenty, issue 8269",
    resources: {
      server: hostedWeb(
        "marsh-crm",
        "docker.io/twentycrm/twenty",
        "v0.33.0",
        {
          NODE_PORT: "8000",
          PG_DATABASE_URL: SESSION,
          REDIS_URL: STORE,
          SERVER_URL: "http://localhost:3000",
          APP_SECRET: "k4Curlew9Whimbrel2Godwit",
        },
        { healthCheckPath: "/healthz" },
      ),
    },
  },
  {
    name: "twenty-sixth-login-that-leads-to-localhost",
    rules: ["environment/refused-value"],
    at: ["traces", "envVars.NEXTAUTH_URL"],
    why: "NextAuth sends each login back to the address of NEXTAUTH_URL, the visitor's own machine.",
    source: "langfuse/langfuse, issue 3407; NextAuth's page on its options",
    resources: {
      traces: hostedWeb(
        "marsh-traces",
        "docker.io/langfuse/langfuse",
        "2",
        {
          HOSTNAME: "0.0.0.0",
          DATABASE_URL: SESSION,
          NEXTAUTH_URL: "http://localhost:3000",
          NEXTAUTH_SECRET: CANARY,
          SALT: "reed7Bunting0salt",
        },
        { healthCheckPath: "/api/public/health" },
      ),
    },
  },
];
