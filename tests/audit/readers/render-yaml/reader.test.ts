import assert from "node:assert/strict";
import fc from "fast-check";
import { RENDER_YAML } from "../../../../audit/readers/render-yaml/reader";
import type { Fact, PlatformFact, PlatformField } from "../../../../domain";
import { ONE_FILE } from "../one-file";

const BLUEPRINT = `
services:
  - type: web
    name: shop-staging
    runtime: python
    plan: starter
    region: oregon
    port: 8000
    startCommand: uvicorn main:app --host 0.0.0.0 --port $PORT
    healthCheckPath: /health
    healthCheckTimeout: 300
    envVars:
      - key: PORT
        value: 10000
      - { key: DATABASE_URL, fromDatabase: { name: db, property: connectionString } }
      - key: TYPED
        sync: false
      - fromGroup: shared
      - fromGroup: elsewhere
envVarGroups:
  - name: shared
    envVars:
      - { key: PORT, value: 1 }
      - { key: LOG_LEVEL, value: "info" }
projects:
  - name: shop
    environments:
      - name: Production
        services:
          - { type: worker, name: jobs, runtime: node, startCommand: node jobs.js }
`;

const read = (text: string): readonly Fact[] =>
  RENDER_YAML.read({ path: "render.yaml", text }, ONE_FILE).facts;

/** One line for each fact: where, of whom, and what. */
function lines(text: string): readonly string[] {
  return read(text).map((fact) => {
    const { kind, place, service, environment, ...rest } = fact.kind === "platform" ? without(fact) : fact;
    const at = place.source === "file" ? `${place.line}:${place.column}` : "?";
    return `${at} ${service}/${environment} ${kind} ${JSON.stringify(rest)}`;
  });
}

function without({ fields: _, ...rest }: PlatformFact): Omit<PlatformFact, "fields"> {
  return rest;
}

const unknownValue = (name: string, why: string, takenFrom?: string): string =>
  JSON.stringify({ name, value: { known: false, why }, secret: true, takenFrom });

describe("the reader of render.yaml", () => {
  const EXPECTED = [
    '4:11 shop-staging/staging platform {"platform":"render","plan":"starter","region":"oregon","runtime":"python","type":"web","name":"shop-staging","hostName":"shop-staging"}',
    '9:19 shop-staging/staging start-command {"command":{"known":true,"value":"uvicorn main:app --host 0.0.0.0 --port $PORT"}}',
    '10:22 shop-staging/staging health-check {"path":{"known":true,"value":"/health"}}',
    '14:16 shop-staging/staging variable {"name":"PORT","value":{"known":true,"value":"10000"},"secret":false}',
    `15:16 shop-staging/staging variable ${unknownValue("DATABASE_URL", "Render takes its value from a database", "database db")}`,
    `16:14 shop-staging/staging variable ${unknownValue("TYPED", "its value is typed in Render's dashboard")}`,
    '24:34 shop-staging/staging variable {"name":"LOG_LEVEL","value":{"known":true,"value":"info"},"secret":false}',
    `19:20 shop-staging/staging variable ${unknownValue("(all)", "the environment group is not in this file")}`,
    '8:5 shop-staging/staging unknown-field {"format":"render.yaml","field":"port"}',
    '11:5 shop-staging/staging unknown-field {"format":"render.yaml","field":"healthCheckTimeout"}',
    '30:35 jobs/production platform {"platform":"render","runtime":"node","type":"worker","name":"jobs","listens":false}',
    '30:70 jobs/production start-command {"command":{"known":true,"value":"node jobs.js"}}',
  ];

  const WEB = "services:\n  - type: web\n    name: a\n    runtime: node\n";
  for (const [text, said] of [
    [`${WEB}    buildFilter: { path: [a] }\n`, "5:20 path paths"],
    [`${WEB}    image: { url: x, cred: { a: b } }\n`, "5:22 cred creds"],
    [`${WEB}    headers: [{ path: /*, nam: a, value: b }]\n`, "5:27 nam name"],
    [`${WEB}    routes: [{ type: rewrite, source: /a, target: /b }]\n`, "5:43 target undefined"],
    [
      `${WEB}    envVars:\n      - { key: A, fromDatabase: { name: d, propert: host } }\n`,
      "6:44 propert property",
    ],
    [`${WEB}    envVars:\n      - { key: A, fromService: { name: d, typ: web } }\n`, "6:43 typ type"],
    ["databases: [{ name: d, plam: free }]\n", "1:24 plam plan"],
    ["projects: [{ name: p, environments: [{ name: e, servces: [] }] }]\n", "1:49 servces services"],
    ["previews: { generatoin: manual }\n", "1:13 generatoin generation"],
    [`${WEB}    previews: { plam: free }\n`, "5:17 plam plan"],
    ["envVarGroups: [{ name: g, envvars: [] }]\n", "1:27 envvars envVars"],
    ["projects: [{ name: p, envVarGroups: [{ name: g, vars: [] }] }]\n", "1:49 vars undefined"],
  ] as const)
    it(`names the field that Render does not know: ${said}`, () => {
      const found = read(text).flatMap((fact) =>
        fact.kind === "unknown-field" && fact.place.source === "file"
          ? [`${fact.place.line}:${fact.place.column} ${fact.field} ${fact.nearest}`]
          : [],
      );
      assert.deepEqual(found, [said]);
    });

  it("knows shared sources of builds, and the groups of a project, whose variables a service takes", () => {
    const text =
      "buildSources: []\nprojects:\n  - name: p\n    envVarGroups: [{ name: g, envVars: [{ key: PORT, value: 9000 }] }]\n" +
      "    environments:\n      - name: Production\n        services:\n" +
      "          - { type: web, name: a, runtime: node, buildSource: s, envVars: [{ fromGroup: g }] }\n";
    const facts = read(text);
    assert.ok(!facts.some(({ kind }) => kind === "unknown-field"));
    assert.ok(facts.some((fact) => fact.kind === "variable" && fact.name === "PORT" && fact.service === "a"));
  });

  it("states every fact of a Blueprint with its line, its column, its service and its environment", () => {
    assert.deepEqual(lines(BLUEPRINT), EXPECTED);
  });

  it("takes a value that stands in the file for one that anybody reads, unless its name or form is a secret's", () => {
    const entry = (name: string, value: string) =>
      `services: [{ type: worker, name: w, envVars: [{ key: ${name}, value: "${value}" }] }]`;
    const secret = (text: string) =>
      read(text).flatMap((fact) => (fact.kind === "variable" ? fact.secret : []));
    assert.deepEqual(secret(entry("JWT_SECRET", "x")), [true]);
    assert.deepEqual(secret(entry("DB", "postgres://u:canary@h/d")), [true]);
    assert.deepEqual(secret(entry("LOG_LEVEL", "info")), [false]);
  });

  it("says that no health check is set for a web service alone", () => {
    const checks = (type: string) =>
      read(`services: [{ type: ${type}, name: a }]`).filter(({ kind }) => kind === "health-check").length;
    assert.deepEqual(["web", "pserv", "worker", "static"].map(checks), [1, 0, 0, 0]);
  });

  it("takes a service for production's where another is the same one of another environment", () => {
    const environments = (...names: readonly string[]) =>
      read(`services: [${names.map((name) => `{ type: worker, name: ${name} }`).join(", ")}]`).map(
        ({ environment }) => environment,
      );
    assert.deepEqual(environments("api", "api-staging"), ["production", "staging"]);
    assert.deepEqual(environments("api", "web-staging"), [undefined, "staging"]);
    assert.deepEqual(environments("api", "api-production"), [undefined, "production"]);
  });

  it("states what a plan limits, each with its place", () => {
    const [fact] = read(`services:
  - type: web
    name: shop
    env: python
    plan: free
    numInstances: 2
    maxShutdownDelaySeconds: 400
    disk: { name: d, mountPath: /d }
    scaling: { minInstances: 3, maxInstances: 4 }
    maintenanceMode: { enabled: true }
`);
    assert.ok(fact?.kind === "platform");
    const { kind: _, place: __, platform: ___, service: ____, fields, ...rest } = fact;
    assert.deepEqual(rest, {
      name: "shop",
      hostName: "shop",
      type: "web",
      plan: "free",
      runtime: "python",
      instances: 2,
      shutdownDelaySeconds: 400,
      disk: true,
      autoscaling: true,
      maintenanceMode: true,
    });
    const lineOf = (name: PlatformField): number | undefined => {
      const at = fields?.[name];
      return at?.source === "file" ? at.line : undefined;
    };
    assert.deepEqual(
      [lineOf("runtime"), lineOf("plan"), lineOf("instances"), lineOf("disk"), lineOf("maintenanceMode")],
      [4, 5, 6, 8, 10],
    );
  });

  it("states none of what a Blueprint leaves open, or turns off", () => {
    const [fact] = read(
      "services: [{ type: web, name: a, numInstances: many, maintenanceMode: { enabled: false } }]",
    );
    assert.ok(fact?.kind === "platform");
    assert.deepEqual(fact.fields, {});
  });

  it("names the folder that a service is built in", () => {
    const folder = (fields: string): string | undefined => {
      const [fact] = read(`services: [{ type: web, name: a, ${fields} }]`);
      return fact?.kind === "platform" ? fact.rootDirectory : undefined;
    };
    assert.equal(folder("rootDir: ./services/api/"), "services/api");
    assert.equal(folder("dockerfilePath: ./api/Dockerfile, dockerContext: ."), "api");
    assert.equal(folder('startCommand: "cd backend && npm start"'), "backend");
    assert.equal(folder("dockerfilePath: ./Dockerfile, dockerContext: ."), undefined);
  });

  it("says at which line a file is not YAML, without a word of it", () => {
    const { problems } = RENDER_YAML.read({ path: "render.yaml", text: "a: 1\nb: [canary\nc: }" }, ONE_FILE);
    assert.equal(problems.length, 1);
    assert.ok((problems[0]?.line ?? 0) >= 2);
    assert.ok(!JSON.stringify(problems).includes("canary"));
  });

  it("survives any text, and documents nested too deep", () => {
    fc.assert(
      fc.property(fc.string(), (text) => void RENDER_YAML.read({ path: "render.yaml", text }, ONE_FILE)),
    );
    RENDER_YAML.read({ path: "render.yaml", text: "[".repeat(20_000) }, ONE_FILE);
    assert.deepEqual(read("services: *nowhere"), []);
  });

  it("says that Render ignores `sync: false` in an environment group", () => {
    const facts = read(
      "services:\n  - { type: web, name: shop, runtime: node, envVars: [{ fromGroup: shared }] }\n" +
        "envVarGroups:\n  - { name: shared, envVars: [{ key: API_KEY, sync: false }] }\n",
    );
    const whys = facts.flatMap((fact) =>
      fact.kind === "variable" && !fact.value.known ? [fact.value.why] : [],
    );
    assert.deepEqual(whys, [
      "Render ignores `sync: false` in an environment group: set it in the group in the dashboard",
    ]);
  });
});
