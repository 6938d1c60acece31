/**
 * The fields of a Render Blueprint (render.com/docs/blueprint-spec and its published JSON schema). One list for all
 * types of services: a field that some type takes is never called unknown.
 */
export const BLUEPRINT_FIELDS = {
  root: [
    "services",
    "databases",
    "envVarGroups",
    "projects",
    "ungrouped",
    "buildSources",
    "previews",
    "previewsEnabled",
    "previewsExpireAfterDays",
    "version",
  ],
  service: [
    "type",
    "name",
    "runtime",
    "env",
    "repo",
    "branch",
    "region",
    "plan",
    "rootDir",
    "buildCommand",
    "startCommand",
    "preDeployCommand",
    "initialDeployHook",
    // Its older name.
    "afterFirstDeployCommand",
    "healthCheckPath",
    "numInstances",
    "scaling",
    "autoDeploy",
    "autoDeployTrigger",
    "maxShutdownDelaySeconds",
    "maintenanceMode",
    "renderSubdomainPolicy",
    "domain",
    "domains",
    "disk",
    "buildFilter",
    "buildSource",
    "dockerfilePath",
    "dockerContext",
    "dockerCommand",
    "image",
    "registryCredential",
    "previews",
    "previewPlan",
    "pullRequestPreviewsEnabled",
    "envVars",
    "schedule",
    "staticPublishPath",
    "headers",
    "routes",
    "ipAllowList",
    "maxmemoryPolicy",
    "persistenceMode",
    "cache",
  ],
  scaling: ["minInstances", "maxInstances", "targetCPUPercent", "targetMemoryPercent"],
  disk: ["name", "mountPath", "sizeGB"],
  database: [
    "name",
    "plan",
    "previewPlan",
    "region",
    "diskSizeGB",
    "previewDiskSizeGB",
    "storageAutoscalingEnabled",
    "postgresMajorVersion",
    "databaseName",
    "user",
    "ipAllowList",
    "readReplicas",
    "highAvailability",
    "connectionPool",
  ],
  allowed: ["source", "description"],
  previews: ["generation", "plan", "numInstances"],
  rootPreviews: ["generation", "expireAfterDays"],
  buildFilter: ["paths", "ignoredPaths"],
  image: ["url", "creds"],
  header: ["path", "name", "value"],
  route: ["type", "source", "destination"],
  group: ["name", "envVars"],
  fromDatabase: ["name", "property"],
  fromService: ["type", "name", "property", "envVarKey"],
  // Groups of a whole project and shared sources of builds: Render's tutorials and schema, read 2026-11-29.
  project: ["name", "environments", "envVarGroups", "buildSources"],
  environment: ["name", "services", "databases", "envVarGroups", "buildSources", "networking", "permissions"],
  networking: ["isolation"],
  permissions: ["protection"],
  variable: [
    "key",
    "value",
    "generateValue",
    "sync",
    "previewValue",
    "fromDatabase",
    "fromService",
    "fromGroup",
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The types of services (render.com/docs/blueprint-spec, 2026-11-28); `redis` is keyvalue's older name. */
export const SERVICE_TYPES: readonly string[] = [
  "web",
  "pserv",
  "worker",
  "cron",
  "keyvalue",
  "redis",
  "workflow",
];

/** What people write from the dashboard's and other formats' words, and how a Blueprint says it. */
export const MEANT_TYPES: readonly (readonly [form: RegExp, meant: string])[] = [
  [/^(?:static|static[-_]?site|site)$/i, "`type: web` with `runtime: static`"],
  [/^(?:web[-_]?service|service|api|server)$/i, "`type: web`"],
  [/^(?:private|private[-_]?service)$/i, "`type: pserv`"],
  [/^(?:background|background[-_]?worker|job)$/i, "`type: worker`"],
  [/^cron[-_]?job$/i, "`type: cron`"],
  [/^(?:key[-_]value|valkey)$/i, "`type: keyvalue`"],
  [/^(?:postgres|postgresql|database|db|psql)$/i, "an entry of `databases`"],
];

/** What people write from other formats, and what Render calls it; spelling alone would not find these. */
export const MEANT: ReadonlyMap<string, string> = new Map([
  ["environment", "envVars"],
  ["env_vars", "envVars"],
  ["command", "startCommand"],
  ["healthcheck", "healthCheckPath"],
  ["healthCheck", "healthCheckPath"],
  ["instances", "numInstances"],
  ["numReplicas", "numInstances"],
  ["replicas", "numInstances"],
  ["workingDir", "rootDir"],
  ["workingDirectory", "rootDir"],
  ["rootDirectory", "rootDir"],
  ["autoscaling", "scaling"],
  ["publishPath", "staticPublishPath"],
  ["publishDir", "staticPublishPath"],
  ["publishDirectory", "staticPublishPath"],
  ["staticDir", "staticPublishPath"],
  ["outputDirectory", "staticPublishPath"],
  ["dockerfile", "dockerfilePath"],
  ["instanceType", "plan"],
  ["releaseCommand", "preDeployCommand"],
]);

/** The same for a database. */
export const MEANT_OF_DATABASE: ReadonlyMap<string, string> = new Map([
  ["version", "postgresMajorVersion"],
  ["postgresVersion", "postgresMajorVersion"],
  ["diskSize", "diskSizeGB"],
  ["sizeGB", "diskSizeGB"],
  ["database", "databaseName"],
  ["dbName", "databaseName"],
  ["username", "user"],
  ["databaseUser", "user"],
  ["instanceType", "plan"],
  ["replicas", "readReplicas"],
]);

const ONE_PROCESS = [
  "startCommand",
  "dockerCommand",
  "preDeployCommand",
  "numInstances",
  "scaling",
  "disk",
  "maxShutdownDelaySeconds",
  "healthCheckPath",
];

/** Fields that Render has, and that say nothing of one kind of service (render.com/docs/blueprint-spec, 2026-11-28). */
export const NOT_OF: Readonly<
  Record<
    "static site" | "cron job" | "background worker" | "private service" | "key value store",
    readonly string[]
  >
> = {
  "static site": [...ONE_PROCESS, "plan", "region", "schedule", "dockerfilePath", "dockerContext", "image"],
  "cron job": ["healthCheckPath", "numInstances", "scaling", "disk", "domains", "staticPublishPath"],
  "background worker": ["healthCheckPath", "domains", "schedule", "staticPublishPath", "routes", "headers"],
  "private service": ["domains", "schedule", "staticPublishPath", "routes", "headers"],
  "key value store": [...ONE_PROCESS, "buildCommand", "envVars", "rootDir", "domains", "schedule", "runtime"],
};
