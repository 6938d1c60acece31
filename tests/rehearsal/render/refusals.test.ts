// Longer than 200 lines: one table of refusals, which is read as one.
import assert from "node:assert/strict";
import { type Answer, CalledRender, REPOSITORY } from "./called-render";

const CANARY = "canary-never-to-be-repeated";

interface Case {
  readonly title: string;
  readonly change?: Record<string, unknown>;
  readonly details?: Record<string, unknown>;
  readonly says: RegExp;
}

const DISK = { name: "data", mountPath: "/data", sizeGB: 1 };
const SCALING = {
  enabled: true,
  min: 1,
  max: 3,
  criteria: { cpu: { enabled: true, percentage: 60 }, memory: { enabled: false, percentage: 60 } },
};

const CREATIONS: readonly Case[] = [
  { title: "without a name", change: { name: undefined }, says: /name: / },
  { title: "of a type that is none", change: { type: "lambda" }, says: /type: / },
  { title: "with an unknown field", change: { colour: "red" }, says: /body: unknown field colour/ },
  { title: "with an unknown detail", details: { port: 8000 }, says: /serviceDetails: unknown field port/ },
  { title: "of an unknown owner", change: { ownerId: "tea-1" }, says: /ownerId: not found: tea-1/ },
  {
    title: "in an unknown environment",
    change: { environmentId: "evm-1" },
    says: /environmentId: not found: evm-1/,
  },
  { title: "of no source", change: { repo: undefined }, says: /repo: either repo or image is required/ },
  {
    title: "of an unknown repository",
    change: { repo: `https://user:${CANARY}@github.com/acme/other` },
    says: new RegExp(`repo: .* no directory .* only for: ${REPOSITORY}`),
  },
  { title: "of an unknown runtime", details: { runtime: "cobol" }, says: /serviceDetails\.runtime: / },
  {
    title: "without a start command",
    details: { envSpecificDetails: { buildCommand: "true" } },
    says: /serviceDetails\.envSpecificDetails\.startCommand: required for runtime node/,
  },
  {
    title: "of a Dockerfile with a build command",
    details: { runtime: "docker" },
    says: /envSpecificDetails\.buildCommand: not a field of runtime docker/,
  },
  {
    title: "of a relative health check path",
    details: { healthCheckPath: "up" },
    says: /healthCheckPath: must start with/,
  },
  { title: "with no instance", details: { numInstances: 0 }, says: /numInstances: / },
  {
    title: "with a long shutdown",
    details: { maxShutdownDelaySeconds: 301 },
    says: /maxShutdownDelaySeconds: /,
  },
  {
    title: "free with two instances",
    details: { plan: "free", numInstances: 2 },
    says: /numInstances: a free service/,
  },
  {
    title: "free with a disk",
    details: { plan: "free", disk: DISK },
    says: /disk: only available for non-free/,
  },
  {
    title: "free with scaling",
    details: { plan: "free", autoscaling: SCALING },
    says: /autoscaling: only available/,
  },
  {
    title: "with a disk on two instances",
    details: { disk: DISK, numInstances: 2 },
    says: /a service with a disk/,
  },
  {
    title: "with a backward range",
    details: { autoscaling: { ...SCALING, min: 4 } },
    says: /autoscaling: min must not/,
  },
  {
    title: "with a variable of two values",
    change: { envVars: [{ key: "A", value: CANARY, generateValue: true }] },
    says: /envVars\.0: expected either value or generateValue/,
  },
  {
    title: "with a variable that is no text",
    change: { envVars: [{ key: "A", value: [CANARY] }] },
    says: /envVars\.0\.value: /,
  },
  {
    title: "with a variable twice",
    change: { envVars: [1, 2].map(() => ({ key: "A", value: CANARY })) },
    says: /envVars: a key stands there twice/,
  },
  {
    title: "with a secret file that leaves its directory",
    change: { secretFiles: [{ name: "../x", content: CANARY }] },
    says: /secretFiles\.0\.name: must be a file name/,
  },
  {
    title: "with secret files of more than 1 MB",
    change: { secretFiles: [{ name: "x", content: CANARY.repeat(50_000) }] },
    says: /secretFiles: .*larger than 1 MB/,
  },
];

const REQUESTS: readonly (readonly [string, string, unknown, number, RegExp])[] = [
  ["GET", "/services/srv-1", undefined, 404, /^not found: srv-1$/],
  ["POST", "/services/srv-1/deploys", {}, 404, /^not found: srv-1$/],
  ["GET", "/services/SRV/deploys/dep-1", undefined, 404, /^not found: dep-1$/],
  ["POST", "/services/SRV/rollback", { deployId: "dep-1" }, 404, /^not found: dep-1$/],
  ["POST", "/services/SRV/rollback", {}, 400, /^deployId: /],
  ["POST", "/services/SRV/deploys", { commitId: "abc" }, 400, /^commitId: .*has no commit abc/],
  ["POST", "/services/SRV/deploys", { imageUrl: "nginx" }, 400, /^imageUrl: /],
  [
    "POST",
    "/services/SRV/deploys",
    { deployMode: "deploy_only", clearCache: "clear" },
    400,
    /^clearCache: not allowed/,
  ],
  ["PUT", "/services/SRV/env-vars", { A: CANARY }, 400, /^body: /],
  ["PUT", "/services/SRV/env-vars/A", { value: CANARY, key: "A" }, 400, /^body: unknown field key/],
  ["PUT", "/services/SRV/env-vars/A", { generateValue: false }, 400, /^generateValue: /],
  ["GET", "/services/SRV/env-vars/A", undefined, 404, /^not found: A$/],
  ["DELETE", "/services/SRV/secret-files/A", undefined, 404, /^not found: A$/],
  [
    "PATCH",
    "/services/SRV",
    { serviceDetails: { region: "ohio" } },
    400,
    /^serviceDetails: unknown field region/,
  ],
  ["PATCH", "/services/SRV", { serviceDetails: { numInstances: 2 } }, 400, /unknown field numInstances/],
  ["PATCH", "/services/SRV", { envVars: [] }, 400, /^body: unknown field envVars/],
  ["PATCH", "/services/SRV", { name: "other" }, 409, /^name: already in use by srv-/],
  ["POST", "/services/SRV/scale", { numInstances: 101 }, 400, /^numInstances: /],
  ["PUT", "/services/SRV/autoscaling", {}, 400, /^enabled: .*min: .*max: .*criteria: /],
  ["POST", "/services/SRV/custom-domains", { name: "localhost" }, 400, /^name: expected a domain name/],
  ["POST", "/disks", { ...DISK, serviceId: "srv-1" }, 404, /^not found: srv-1$/],
  ["GET", "/disks/dsk-1", undefined, 404, /^not found: dsk-1$/],
  [
    "POST",
    "/env-groups",
    { name: "g", ownerId: "tea-1", envVars: [] },
    400,
    /^envVars: .*at least one variable/,
  ],
  ["GET", "/env-groups/evg-1", undefined, 404, /^not found: evg-1$/],
  ["GET", "/environments", undefined, 400, /^projectId: required$/],
  ["POST", "/environments", { name: "e", projectId: "prj-1" }, 404, /^not found: prj-1$/],
  ["GET", "/projects/prj-1", undefined, 404, /^not found: prj-1$/],
  ["GET", "/logs/streams/resource/SRV", undefined, 404, /^not found: srv-/],
  ["PUT", "/logs/streams/resource/SRV", { setting: "send", token: CANARY }, 400, /^endpoint: required/],
  ["GET", "/logs", undefined, 400, /^ownerId: required; resource: required$/],
  ["GET", "/logs?ownerId=TEA&resource=SRV&direction=up", undefined, 400, /^direction: /],
  ["GET", "/logs?ownerId=TEA&resource=SRV&text=/(/", undefined, 400, /^text: not a regular expression/],
  [
    "GET",
    "/logs?ownerId=TEA&resource=SRV&startTime=yesterday",
    undefined,
    400,
    /^startTime: expected a time/,
  ],
  ["GET", "/logs?ownerId=tea-1&resource=SRV", undefined, 404, /^not found: tea-1$/],
  ["GET", "/logs?ownerId=TEA&resource=srv-1", undefined, 404, /^not found: srv-1$/],
  [
    "GET",
    "/logs?ownerId=TEA&resource=SRV&startTime=2026-01-02T00:00:00Z&endTime=2026-01-01T00:00:00Z",
    undefined,
    400,
    /^startTime: must not be after endTime/,
  ],
  ["GET", "/services?limit=101", undefined, 400, /^limit: expected an integer from 1 to 100/],
  ["GET", "/services?createdBefore=soon", undefined, 400, /^createdBefore: expected a time/],
  ["GET", "/owners/tea-1", undefined, 404, /^not found: tea-1$/],
  ["GET", "/nowhere", undefined, 404, /^not found$/],
  ["DELETE", "/services", undefined, 405, /^method not allowed$/],
];

describe("The embedded Render refuses", () => {
  let called: CalledRender;
  let serviceId: string;
  before(async () => {
    called = await CalledRender.open();
    serviceId = (await called.service({ name: "first" })).id;
    await called.service({ name: "other" });
  });
  after(() => called.close());

  function refused({ status, body, text }: Answer, expected: number, says: RegExp): void {
    assert.equal(status, expected, text);
    assert.match(body.message, says);
    assert.deepEqual(Object.keys(body), ["message"]);
    assert.ok(text.endsWith("}\n") && !text.includes(CANARY));
  }

  for (const { title, change, details, says } of CREATIONS) {
    it(`a creation ${title}`, async () => {
      refused(await called.call("POST", "/services", called.post(change, details)), 400, says);
    });
  }

  for (const [method, target, body, status, says] of REQUESTS) {
    it(`${method} ${target}${body === undefined ? "" : ` of ${JSON.stringify(Object.keys(body as object))}`}`, async () => {
      refused(
        await called.call(
          method,
          target.replace("SRV", serviceId).replace("TEA", called.render.ownerId),
          body,
        ),
        status,
        says,
      );
    });
  }

  it("a creation with all its problems at once", async () => {
    const { body } = await called.call(
      "POST",
      "/services",
      called.post({ name: "", colour: 1 }, { plan: "huge" }),
    );
    assert.match(body.message, /name: .*serviceDetails\.plan: .*unknown field colour/);
  });

  it("a name that is taken", async () => {
    refused(
      await called.call("POST", "/services", called.post({ name: "other" })),
      409,
      /^name: already in use/,
    );
  });

  it("any maintenance mode in a change of a free service, and takes the same change without", async () => {
    const { id } = await called.service({ name: "free" }, { plan: "free" });
    const maintenanceMode = { enabled: false, uri: "" };
    const patch = { healthCheckPath: "/up" };
    const answer = await called.call("PATCH", `/services/${id}`, {
      serviceDetails: { ...patch, maintenanceMode },
    });
    refused(answer, 400, /^serviceDetails\.maintenanceMode: only available for non-free services$/);
    assert.equal((await called.call("PATCH", `/services/${id}`, { serviceDetails: patch })).status, 200);
  });

  it("a body that is no JSON, without repeating it", async () => {
    const { host, apiKey } = called.render;
    const headers = { authorization: `Bearer ${apiKey}` };
    const response = await fetch(`${host}/services`, {
      method: "POST",
      headers,
      body: `{"value": ${CANARY}`,
    });
    assert.deepEqual([response.status, await response.text()], [400, '{"message":"invalid JSON"}\n']);
  });

  for (const [title, headers] of [
    ["without a key", {}],
    ["with another key", { authorization: "Bearer rnd_other" }],
  ] as const) {
    it(`a request ${title}`, async () => {
      const response = await fetch(`${called.render.host}/services`, { headers });
      assert.deepEqual([response.status, await response.text()], [401, '{"message":"unauthorized"}\n']);
    });
  }
});
