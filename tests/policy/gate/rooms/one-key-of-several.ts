import {
  type BrokenProgram,
  native,
  type ProgramCase,
  type Resource,
  values,
  web,
  worker,
} from "../eighteenth-form";
import { nodeApp, queue } from "../twentieth-form";
import { CANARY, flows, flowsWorker, hosted, POOL, SESSION, USER } from "./hosted-programs-form";

const OF_N8N = {
  EXECUTIONS_MODE: "queue",
  QUEUE_BULL_REDIS_HOST: "red-d0harbor0lamp0canary",
  DB_TYPE: "postgresdb",
  DB_POSTGRESDB_HOST: POOL,
  DB_POSTGRESDB_USER: USER,
  DB_POSTGRESDB_PASSWORD: CANARY,
  DB_POSTGRESDB_DATABASE: "postgres",
};
const drawn = { generateValue: true };
const KEY = "6Wb2wharfTern8Lq4Vd1kelpHarbor";
const OTHER_KEY = "9Qx5wharfGull3Nz7Rd2kelpHarbor";
const TRACES = "docker.io/langfuse/langfuse";
const traces = (salt: object): Resource =>
  hosted(
    web,
    "harbor-traces",
    [TRACES, "3"],
    {},
    {
      healthCheckPath: "/api/public/health",
      envVars: {
        ...values({ PORT: "8000", DATABASE_URL: SESSION, NEXTAUTH_URL: "https://trace.harbor.io" }),
        SALT: salt,
      },
    },
  );
const tracesWorker = (salt: object): Resource =>
  hosted(
    worker,
    "harbor-traces-worker",
    [`${TRACES}-worker`, "3"],
    {},
    {
      envVars: { ...values({ DATABASE_URL: SESSION }), SALT: salt },
    },
  );
const shop = (more: object, key: object): Resource =>
  nodeApp(
    "harbor-shop",
    "bundle exec puma -b tcp://0.0.0.0:$PORT",
    {},
    {
      runtimeSource: native("ruby", "bundle install", "shop"),
      healthCheckPath: "/up",
      envVars: {
        ...values({ PORT: "8000", RAILS_ENV: "production", DATABASE_URL: SESSION }),
        SECRET_KEY_BASE: key,
        ...more,
      },
    },
  );
const jobs = (key: object): Resource =>
  queue(
    "harbor-jobs",
    "bundle exec sidekiq",
    {},
    {
      runtimeSource: native("ruby", "bundle install", "shop"),
      envVars: {
        ...values({
          RAILS_ENV: "production",
          DATABASE_URL: SESSION,
          REDIS_URL: "redis://red-d0harbor0lamp0canary:6379",
        }),
        SECRET_KEY_BASE: key,
      },
    },
  );
const n8n = (main: object, other: object): Readonly<Record<string, Resource>> => ({
  main: flows(
    {},
    { envVars: { ...values({ PORT: "8000", N8N_PORT: "8000", ...OF_N8N }), N8N_ENCRYPTION_KEY: main } },
  ),
  worker: flowsWorker({}, { envVars: { ...values(OF_N8N), N8N_ENCRYPTION_KEY: other } }),
});

/**
 * Keys that all processes of one product share, and settings of which one alone counts. Before the change 3 of 6 broken
 * ones were undecided by the rule that is named and 3 by others alone; none of 5 sound ones was rejected.
 */
export const ONE_KEY_BROKEN: readonly BrokenProgram[] = [
  {
    name: "harbor-two-written-keys-of-n8n",
    rules: ["service/unmet-need", "environment/refused-value"],
    at: ["worker", "envVars.N8N_ENCRYPTION_KEY"],
    alsoAt: [["main", "envVars.N8N_ENCRYPTION_KEY"]],
    why: "The worker cannot decrypt what main encrypted.",
    source: "docs.n8n.io: queue mode",
    resources: n8n({ value: KEY }, { value: OTHER_KEY }),
  },
  {
    name: "harbor-two-drawn-keys-of-n8n",
    rules: ["service/unmet-need", "environment/refused-value"],
    at: ["worker", "envVars.N8N_ENCRYPTION_KEY"],
    alsoAt: [["main", "envVars.N8N_ENCRYPTION_KEY"]],
    why: "Render draws another one for each service.",
    source: "docs.n8n.io: queue mode",
    resources: n8n(drawn, drawn),
  },
  {
    name: "harbor-drawn-key-of-the-worker-alone",
    rules: ["service/unmet-need", "environment/refused-value"],
    at: ["worker", "envVars.N8N_ENCRYPTION_KEY"],
    alsoAt: [["main", "envVars.N8N_ENCRYPTION_KEY"]],
    why: "What is drawn is not what the other has.",
    source: "docs.n8n.io: queue mode",
    resources: n8n({ value: KEY }, drawn),
  },
  {
    name: "harbor-two-salts-of-langfuse",
    rules: ["service/unmet-need", "environment/refused-value"],
    at: ["worker", "envVars.SALT"],
    alsoAt: [["main", "envVars.SALT"]],
    why: "Web and worker hash API keys with one salt.",
    source: "langfuse.com: self-hosting, configuration",
    resources: { main: traces(drawn), worker: tracesWorker(drawn) },
  },
  {
    name: "harbor-two-keys-of-rails",
    rules: ["service/unmet-need", "environment/refused-value"],
    at: ["worker", "envVars.SECRET_KEY_BASE"],
    alsoAt: [["main", "envVars.SECRET_KEY_BASE"]],
    why: "Signed ids that the one writes the other does not read.",
    source: "guides.rubyonrails.org: security, custom credentials",
    resources: { main: shop({}, drawn), worker: jobs(drawn) },
  },
  {
    name: "harbor-value-and-generated",
    rules: ["environment/refused-value"],
    at: ["main", "envVars.API_TOKEN"],
    why: "A variable is one of both: what is written, or what Render draws.",
    source: "Render's API description: environment variables",
    resources: { main: shop({ API_TOKEN: { value: KEY, generateValue: true } }, { value: KEY }) },
  },
];

export const ONE_KEY_SOUND: readonly ProgramCase[] = [
  {
    name: "harbor-one-key-of-n8n",
    why: "one key",
    source: "docs.n8n.io",
    resources: n8n({ value: KEY }, { value: KEY }),
  },
  {
    name: "harbor-one-salt-of-langfuse",
    why: "one salt",
    source: "langfuse.com",
    resources: { main: traces({ value: KEY }), worker: tracesWorker({ value: KEY }) },
  },
  {
    name: "harbor-one-key-of-rails",
    why: "one key",
    source: "guides.rubyonrails.org",
    resources: { main: shop({}, { value: KEY }), worker: jobs({ value: KEY }) },
  },
  {
    name: "harbor-two-n8n",
    why: "each with a database of its own",
    source: "docs.n8n.io",
    resources: {
      one: flows({
        N8N_ENCRYPTION_KEY: KEY,
        DB_TYPE: "postgresdb",
        DB_POSTGRESDB_HOST: POOL,
        DB_POSTGRESDB_DATABASE: "one",
      }),
      two: hosted(web, "harbor-flows-two", ["docker.io/n8nio/n8n", "1.115.3"], {
        PORT: "8000",
        N8N_PORT: "8000",
        N8N_ENCRYPTION_KEY: OTHER_KEY,
        DB_TYPE: "postgresdb",
        DB_POSTGRESDB_HOST: POOL,
        DB_POSTGRESDB_DATABASE: "two",
      }),
    },
  },
  {
    name: "harbor-generated-alone",
    why: "it is drawn",
    source: "Render's API description",
    resources: {
      main: shop(
        { API_TOKEN: { generateValue: true }, OTHER: { value: KEY, generateValue: false } },
        { value: KEY },
      ),
    },
  },
];
