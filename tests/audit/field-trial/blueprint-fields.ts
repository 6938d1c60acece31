import { blueprint, type TrialCase } from "./trial-case";

const FIELD = "blueprint/unknown-field";
const VALUE = "blueprint/unknown-value";
const LIMITS = "plan/limits";
const MISSING = "blueprint/missing-field";
const NODE = {
  "package.json": '{ "name": "shop", "dependencies": { "express": "5.1.0" } }',
  "server.js": "require('express')().listen(process.env.PORT);\n",
};

const web = (...lines: readonly string[]): TrialCase["files"] => ({
  ...NODE,
  "render.yaml": blueprint("node", "startCommand: node server.js", ...lines),
});

const other = (text: string): TrialCase["files"] => ({ ...NODE, "render.yaml": text });
const disk = (path: string, more = "sizeGB: 5"): readonly string[] => [
  "plan: starter",
  "disk:",
  "  name: data",
  `  mountPath: ${path}`,
  `  ${more}`,
];
const database = (...lines: readonly string[]): string =>
  ["databases:", "  - name: db", ...lines.map((line) => `    ${line}`), ""].join("\n");
const store = (...lines: readonly string[]): string =>
  ["services:", "  - type: keyvalue", "    name: cache", ...lines.map((line) => `    ${line}`), ""].join(
    "\n",
  );

const SILENT = [FIELD, VALUE, LIMITS, MISSING];

/** What Render's description of Blueprints says of disks, databases, stores, previews and projects. */
export const BLUEPRINT_FIELD_CASES: readonly TrialCase[] = [
  ...[
    "/",
    "/opt",
    "/opt/render",
    "/opt/render/project",
    "/opt/render/project/src",
    "/home",
    "/home/render",
    "/etc",
    "/etc/secrets",
  ].map(
    (path): TrialCase => ({
      fault: "facts 14",
      title: `a disk at ${path}`,
      files: web(...disk(path)),
      told: [`error ${LIMITS} render.yaml:10`],
    }),
  ),
  ...["/opt/render/project/src/", "data"].map(
    (path): TrialCase => ({
      fault: "facts 14",
      title: `a disk at \`${path}\``,
      files: web(...disk(path)),
      told: [`error ${LIMITS} render.yaml:10`],
    }),
  ),
  ...["/data", "/var/lib/data", "/opt/render/project/src/uploads", "/etc/shop"].map(
    (path): TrialCase => ({
      fault: "facts 14",
      title: `a disk at ${path} is in order`,
      files: web(...disk(path)),
      told: [],
      silent: SILENT,
    }),
  ),
  {
    fault: "facts 14",
    title: "a disk without its path",
    files: web("plan: starter", "disk:", "  name: data", "  sizeGB: 5"),
    told: [`error ${MISSING} render.yaml:9`],
  },
  ...["7", "0", "12"].map(
    (size): TrialCase => ({
      fault: "facts 14",
      title: `a database's disk of ${size} GB`,
      files: other(database("plan: basic-1gb", `diskSizeGB: ${size}`)),
      told: [`error ${LIMITS} render.yaml:4`],
    }),
  ),
  ...["1", "5", "100"].map(
    (size): TrialCase => ({
      fault: "facts 14",
      title: `a database's disk of ${size} GB is in order`,
      files: other(database("plan: basic-1gb", `diskSizeGB: ${size}`, "ipAllowList: []")),
      told: [],
      silent: SILENT,
    }),
  ),
  {
    fault: "trial 12",
    title: "a database's plan that is not on the list, a warning with the day of the list",
    files: other(database("plan: nonsense")),
    told: [`warning ${VALUE} render.yaml:3`],
  },
  ...["free", "basic-256mb", "pro-16gb", "accelerated-1024gb", "0.5c-1g", "128c-1024g", "basic_1gb"].map(
    (plan): TrialCase => ({
      fault: "trial 12",
      title: `a database's plan ${plan}`,
      files: other(database(`plan: ${plan}`)),
      told: [],
      silent: SILENT,
    }),
  ),
  {
    fault: "facts 14",
    title: "a database's plan that new databases cannot have",
    files: other(database("plan: starter")),
    told: [`note ${LIMITS} render.yaml:3`],
  },
  {
    fault: "facts 14",
    title: "a plan that has a disk of a fixed size",
    files: other(database("plan: standard", "diskSizeGB: 20")),
    told: [`error ${LIMITS} render.yaml:4`],
  },
  {
    fault: "facts 14",
    title: "a field that a database does not have",
    files: other(database("plan: basic-1gb", "version: 16")),
    told: [`warning ${FIELD} render.yaml:4`],
    fixes: { [FIELD]: /`postgresMajorVersion`/ },
  },
  {
    fault: "facts 14",
    title: "every field of a database",
    files: other(
      database(
        "plan: pro-16gb",
        "previewPlan: basic-1gb",
        "diskSizeGB: 100",
        "previewDiskSizeGB: 5",
        "region: frankfurt",
        'postgresMajorVersion: "18"',
        "databaseName: shop",
        "user: shop",
        "ipAllowList: [{ source: 203.0.113.4/30, description: office }]",
        "readReplicas: [{ name: replica }]",
        "highAvailability: { enabled: true }",
        "storageAutoscalingEnabled: true",
        "connectionPool: default",
      ),
    ),
    told: [],
    silent: SILENT,
  },
  {
    fault: "facts 14",
    title: "a key value store without its allow list",
    files: other(store("plan: starter")),
    told: [`error ${MISSING} render.yaml:3`],
  },
  ...["256mb", "1g", "free", "pro plus"].map(
    (plan): TrialCase => ({
      fault: "facts 14",
      title: `a key value store on ${plan}`,
      files: other(store(`plan: ${plan}`, "ipAllowList: []", "maxmemoryPolicy: noeviction")),
      told: [],
      silent: SILENT,
    }),
  ),
  {
    fault: "facts 14",
    title: "an eviction policy that a key value store does not have",
    files: other(store("ipAllowList: []", "maxmemoryPolicy: lru")),
    told: [`warning ${VALUE} render.yaml:5`],
  },
  {
    fault: "facts 14",
    title: "a source in an allow list that is no address",
    files: other(store("ipAllowList:", "  - source: office", "    description: ours")),
    told: [`error ${LIMITS} render.yaml:5`],
  },
  {
    fault: "facts 14",
    title: "sources in an allow list",
    files: other(
      store("ipAllowList: [{ source: 198.51.100.1 }, { source: 0.0.0.0/0 }, { source: 2001:db8::/32 }]"),
    ),
    told: [],
    silent: SILENT,
  },
  {
    fault: "facts 14",
    title: "previews on the free plan of a service on a paid one",
    files: web("plan: standard", "previews:", "  plan: free"),
    told: [`error ${LIMITS} render.yaml:9`],
  },
  {
    fault: "facts 14",
    title: "previews on a smaller paid plan",
    files: web(
      "plan: standard",
      "previews:",
      "  generation: automatic",
      "  plan: starter",
      "  numInstances: 1",
    ),
    told: [],
    silent: SILENT,
  },
  {
    fault: "facts 14",
    title: "a field that previews do not have",
    files: web("plan: standard", "previews:", "  expireAfterDays: 3"),
    told: [`warning ${FIELD} render.yaml:9`],
  },
  {
    fault: "facts 14",
    title: "a static site has no plan",
    files: other(
      "services:\n  - type: web\n    name: site\n    runtime: static\n    staticPublishPath: dist\n    plan: starter\n",
    ),
    told: [`note ${FIELD} render.yaml:6`],
  },
  {
    fault: "facts 15",
    title: "an environment's isolation that is neither enabled nor disabled",
    files: other(
      "projects:\n  - name: shop\n    environments:\n      - name: production\n        networking: { isolation: on-demand }\n        permissions: { protection: enabled }\n",
    ),
    told: [`warning ${VALUE} render.yaml:5`],
  },
  {
    fault: "facts 15",
    title: "a field that an environment does not have",
    files: other(
      "projects:\n  - name: shop\n    environments:\n      - name: production\n        envVars: []\n        services: []\n",
    ),
    told: [`warning ${FIELD} render.yaml:5`],
  },
];
