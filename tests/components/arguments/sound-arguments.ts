import * as pulumi from "@pulumi/pulumi";

const POOLER = "aws-0-us-west-1.pooler.supabase.com";
const supabase = { projectRef: "abcdefghijklmnopqrst", poolerHost: POOLER, connection: "transaction" };

/** Every argument of a database, each right. */
const database = {
  ...{ role: "shop", password: "p", adminPassword: "a", adminUser: "postgres", name: "postgres", port: 5432 },
  ...{
    manageRole: true,
    importRole: false,
    privileges: "read-write",
    schemas: ["public"],
    ownSchemas: false,
  },
  ...{ owners: ["migrator"], bypassRowLevelSecurity: false, extensions: [], sslmode: "require" },
};

/** Every argument of a service, each right. */
export const service = {
  ...{ type: "web", name: "shop", repository: "https://github.com/acme/shop", branch: "main" },
  ...{ runtime: "python", region: "oregon", plan: "starter", build: "make", start: "python main.py" },
  ...{ preDeploy: "make migrations", port: 8000, healthCheckPath: "/health", rootDirectory: "api" },
  environment: { LOG: "debug", TOKEN: pulumi.secret("t0ken"), LATER: Promise.resolve("1") },
  ...{ driver: "asyncpg", driverSettings: { statement_cache_size: "0" } },
};

const endpoint = {
  ...{ name: "orders", path: "/orders", method: "POST", headers: { accept: "text/html" }, timeout: 5000 },
  json: { id: 1 },
  expect: {
    status: 200,
    text: "ok",
    headers: { etag: "." },
    jsonPath: "data.id",
    firstByte: 100,
    tlsExpiry: 7,
  },
};

/** Every argument of a verification that a program writes, each right. */
export const verify = {
  endpoints: [endpoint, pulumi.output({ name: "chat", path: "/chat" })],
  schedule: {
    ...{ initialDelay: 0, interval: 2000, count: 3, failureLimit: 1, deadline: 60_000 },
    ...{ consecutiveErrorLimit: 4, consecutiveSuccessLimit: 0 },
  },
  stability: {
    ...{ window: 120_000, interval: 1000, maxErrorRate: 0.1, p50: 1, p95: 2, p99: 3, maxMemoryGrowth: 0.2 },
    previous: { errorRate: 0.1, latency: 1.5, memory: 1.5, newErrors: 0 },
  },
  ...{ log: "ready", run: true, connect: false, rollback: true, records: "fracas" },
  ...{ renderApiKey: pulumi.secret("rnd_1"), renderHost: "https://api.render.com/v1" },
};

/** Every argument of each component, each right. */
export const SOUND = {
  Environment: {
    service: { ...service, database: "main" },
    databases: { main: { ...database, supabase }, other: { ...database, host: "db.acme.test" } },
    ...{ verify, environment: "staging", standardPort: 8000, otherEnvironments: [], addresses: { a: "b:1" } },
    promotion: {
      ...{ from: "staging", soak: 1000 },
      windows: [
        { days: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], from: "00:00", to: "24:00", zone: "UTC" },
      ],
      override: { revision: "4f0d1c9b3e5a7f2d8c6b1a09e8d7c6b5a4f3e2d1", reason: "staging is broken" },
    },
  },
  Service: {
    ...service,
    ...{
      databaseUrl: "postgresql://a:b@c/d",
      databaseUrls: { R: { url: "postgresql://a:b@c/d", driver: "node-postgres" } },
    },
    ...{ standardPort: 8000, otherEnvironments: {}, revision: "4f0d1c9b3e5a7f2d8c6b1a09e8d7c6b5a4f3e2d1" },
  },
  DatabaseConnection: {
    ...database,
    ...{ driver: "asyncpg", driverSettings: {}, supabase, variables: ["DATABASE_URL"], addresses: {} },
    otherEnvironments: {},
  },
  Verification: {
    ...verify,
    ...{
      service: "shop",
      serviceId: "srv-1",
      deployId: "dep-1",
      url: "https://shop.onrender.com",
      type: "web",
    },
    ...{ port: 8000, healthCheckPath: "/health", databaseUrl: "postgresql://a:b@c/d", driver: "asyncpg" },
    ...{ driverSettings: {}, poolerHost: POOLER, environment: "staging", addresses: {} },
    access: { privileges: "read", schemas: ["public"] },
    databases: { R: { url: "postgresql://a:b@c/d", driver: "node-postgres" } },
  },
} as const;

export type ComponentName = keyof typeof SOUND;
