import assert from "node:assert/strict";
import type { Properties } from "../../../render/plugin/property-values";
import type { ResourceKind } from "../../../render/resource-kind";
import { backgroundWorker } from "../../../render/resources/background-worker";
import { cronJob } from "../../../render/resources/cron-job";
import { privateService } from "../../../render/resources/private-service";
import { staticSite } from "../../../render/resources/static-site";
import { REPOSITORY } from "../../rehearsal/render/called-render";
import { CalledKind, changedPaths, check, IMAGE } from "../called-kind";

const SITE: Properties = {
  name: "site",
  repoUrl: REPOSITORY,
  branch: "main",
  buildCommand: "true",
};
const measure = { enabled: true, percentage: 60 };
const SCALING = { enabled: true, min: 1, max: 3, criteria: { cpu: measure } };

/** Each kind as it is first, and every field that is its own with values that follow one another. */
const KINDS: readonly (readonly [ResourceKind, Properties, readonly (readonly [string, ...unknown[]])[]])[] =
  [
    [
      privateService,
      IMAGE,
      [
        ["preDeployCommand", "./migrate"],
        ["numInstances", 2, 1],
        ["autoscaling", SCALING],
        ["maxShutdownDelaySeconds", 60],
        ["disk", { name: "data", sizeGb: 1, mountPath: "/data" }],
        ["previews", { generation: "manual" }],
        ["logStreamOverride", { setting: "send", endpoint: "logs.example.com:6514", token: "t" }],
      ],
    ],
    [
      backgroundWorker,
      IMAGE,
      [
        ["envVars", { A: { value: "1" }, B: { generateValue: true } }, { A: { value: "2" } }],
        ["secretFiles", { "a.pem": { content: "one" } }],
        ["plan", "standard"],
        ["startCommand", "node worker.js"],
        ["preDeployCommand", "./migrate"],
      ],
    ],
    [
      cronJob,
      { ...IMAGE, schedule: "0 3 * * *" },
      [
        ["schedule", "*/5 * * * *", "0 4 * * 1"],
        ["envVars", { A: { value: "1" } }],
        ["notificationOverride", { notificationsToSend: "failure" }],
      ],
    ],
    [
      staticSite,
      SITE,
      [
        ["branch", "next"],
        ["buildCommand", "echo built"],
        ["publishPath", "dist", "./dist/"],
        ["autoDeploy", false],
        ["buildFilter", { paths: ["src/**"] }],
        ["headers", [{ path: "/*", name: "A", value: "1" }], [{ path: "/*", name: "B", value: "" }]],
        ["routes", [{ type: "rewrite", source: "/*", destination: "/index.html" }], []],
        ["customDomains", [{ name: "a.example.com" }]],
        ["envVars", { A: { value: "1" } }],
        ["rootDirectory", "web"],
        ["previews", { generation: "automatic" }],
      ],
    ],
  ];

/** Without the deploy that is tried again, because the embedded Render cannot build an image. */
const asked = (at: CalledKind): string[] => at.changes().filter((request) => !request.endsWith("/deploys"));

describe("A kind of service", function () {
  this.timeout(60_000);
  let at: CalledKind;

  before(async () => {
    at = await CalledKind.open();
  });
  after(() => at.close());

  for (const [kind, first, fields] of KINDS) {
    const called = kind.token.replace(/.*:/, "");

    it(`${called} settles: made, read, imported and deleted, with no change in between`, async () => {
      const inputs = at.checked(kind, { ...first, name: called, envVars: { A: { value: "1" } } });
      const { id, outputs } = await kind.create(at.context(), inputs);
      const found = await kind.read(at.context(), id, inputs, outputs);
      assert.deepEqual(found?.outputs, outputs);
      assert.deepEqual(changedPaths(kind, found?.inputs ?? {}, inputs), []);
      const imported = await kind.read(at.context(), id, {}, {});
      assert.deepEqual(check(kind, imported?.inputs ?? {}).problems, []);
      assert.deepEqual(changedPaths(kind, imported?.inputs ?? {}, inputs), []);
      at.changes();
      await kind.update(at.context(), id, { inputs, state: outputs }, inputs);
      assert.deepEqual(asked(at), []);
      await kind.delete(at.context(), id, outputs);
      assert.equal(await kind.read(at.context(), id, inputs, outputs), undefined);
    });

    for (const [field, ...values] of fields) {
      it(`${called} changes \`${field}\` and nothing else, and takes it away again`, async () => {
        let inputs = at.checked(kind, { ...first, name: `${called} ${field}` });
        const made = await kind.create(at.context(), inputs);
        let state = made.outputs;
        for (const value of [...values, first[field]]) {
          const { [field]: _, ...rest } = inputs;
          const wanted = at.checked(kind, { ...rest, ...(value !== undefined && { [field]: value }) });
          const due = changedPaths(kind, inputs, wanted).length > 0;
          at.changes();
          state = await kind.update(at.context(), made.id, { inputs, state }, wanted);
          const sent = asked(at);
          assert.equal(sent.length > 0, due, `${JSON.stringify(value)}: ${sent.join(", ")}`);
          const found = await kind.read(at.context(), made.id, wanted, state);
          assert.deepEqual(changedPaths(kind, found?.inputs ?? {}, wanted), [], JSON.stringify(value));
          inputs = wanted;
        }
        await kind.delete(at.context(), made.id, state);
      });
    }
  }

  it("refuses fields of another kind, by name", () => {
    const strange: readonly [ResourceKind, Properties, string][] = [
      [backgroundWorker, { ...IMAGE, healthCheckPath: "/" }, "healthCheckPath"],
      [privateService, { ...IMAGE, customDomains: [] }, "customDomains"],
      [cronJob, { ...IMAGE, schedule: "0 3 * * *", disk: {} }, "disk"],
      [staticSite, { ...SITE, plan: "starter" }, "plan"],
      [cronJob, { ...IMAGE, schedule: "daily" }, "schedule"],
      [cronJob, IMAGE, "schedule"],
    ];
    for (const [kind, inputs, property] of strange) {
      assert.ok(
        check(kind, inputs).problems.some((problem) => problem.property === property),
        `${kind.token} ${property}`,
      );
    }
  });

  it("says of an id of another kind what it is", async () => {
    const inputs = at.checked(backgroundWorker, IMAGE);
    const { id } = await backgroundWorker.create(at.context(), inputs);
    await assert.rejects(
      privateService.read(at.context(), id, {}, {}),
      /is no private service, but a background worker/,
    );
    await backgroundWorker.delete(at.context(), id, {});
  });

  it("is refused for the plan `free`, which only what a request wakes up can have", async () => {
    for (const [kind, first] of [KINDS[0], KINDS[1], KINDS[2]].flatMap((row) => (row ? [row] : []))) {
      const { problems } = check(kind, { ...first, plan: "free" });
      assert.deepEqual(
        problems.map(({ property }) => property),
        ["plan"],
        kind.token,
      );
    }
  });
});
