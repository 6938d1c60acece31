import assert from "node:assert/strict";
import { rootOf } from "../../render/difference";
import { UNKNOWN } from "../../render/plugin/property-values";
import type { ResourceKind } from "../../render/resource-kind";
import { envGroup } from "../../render/resources/env-group";
import { envGroupLink } from "../../render/resources/env-group-link";
import { project } from "../../render/resources/project";
import { webService } from "../../render/resources/web-service";
import { check, NATIVE } from "./called-kind";

const measure = { enabled: true, percentage: 60 };
const environments = { live: { name: "live", protectedStatus: "protected" } };

const SOUND: readonly (readonly [string, ResourceKind, Record<string, unknown>])[] = [
  ["a web service", webService, { ...NATIVE }],
  ["an env group", envGroup, { name: "shared", envVars: { A: { value: "1" } } }],
  ["an env group's link", envGroupLink, { envGroupId: "evg-1", serviceIds: ["srv-1"] }],
  ["a project", project, { name: "shop", environments }],
];

/** What is put into the sound inputs, and the properties that then have a problem. */
const UNSOUND: readonly (readonly [ResourceKind, Record<string, unknown>, ...string[]])[] = [
  // Plans and regions grow without us: one that is not in the dated lists is no problem of a check.
  [webService, { name: "", plan: "hobby", region: "paris" }, "name"],
  [webService, { name: "", plan: "", region: "" }, "name", "plan", "region"],
  [webService, { name: undefined, startCommand: undefined }, "name", "startCommand"],
  [webService, { runtimeSource: {} }, "runtimeSource"],
  [
    webService,
    { runtimeSource: { docker: { repoUrl: "u" }, image: { imageUrl: "nginx" } } },
    "runtimeSource",
    "runtimeSource.docker.branch",
  ],
  [webService, { runtimeSource: { image: { imageUrl: "nginx:1" } } }, "runtimeSource.image.imageUrl"],
  [webService, { runtimeSource: { image: { imageUrl: "nginx@sha256:0" } } }, "runtimeSource.image.imageUrl"],
  [
    webService,
    { runtimeSource: { image: { imageUrl: "nginx", tag: "1", digest: "sha256:0" } } },
    "runtimeSource.image",
  ],
  [
    webService,
    {
      runtimeSource: {
        docker: { repoUrl: "u", branch: "b", autoDeploy: false, autoDeployTrigger: "commit" },
      },
    },
    "runtimeSource.docker.autoDeployTrigger",
  ],
  [
    webService,
    { healthCheckPath: "health", numInstances: 0, maxShutdownDelaySeconds: 301 },
    "healthCheckPath",
    "numInstances",
    "maxShutdownDelaySeconds",
  ],
  [
    webService,
    { numInstances: 1.5, disk: { name: "d", sizeGb: 0, mountPath: "data" } },
    "numInstances",
    "disk.sizeGb",
    "disk.mountPath",
    "numInstances",
  ],
  [webService, { disk: { name: "d", sizeGb: 1, mountPath: "/" } }, "disk.mountPath"],
  [
    webService,
    { autoscaling: { enabled: true, min: 3, max: 2, criteria: { cpu: { enabled: "yes", percentage: 0 } } } },
    "autoscaling.criteria.cpu.enabled",
    "autoscaling.criteria.cpu.percentage",
    "autoscaling.min",
  ],
  [
    webService,
    { envVars: { A: { value: 1 }, B: {}, "C.D": { value: "x", generateValue: true } } },
    "envVars.A.value",
    "envVars.B",
    'envVars["C.D"]',
  ],
  [
    webService,
    { secretFiles: { a: {} }, customDomains: [{ name: "" }], ipAllowLists: [{}] },
    "secretFiles.a.content",
    "customDomains[0].name",
    "ipAllowLists[0].cidrBlock",
  ],
  [
    webService,
    { plan: "free", numInstances: 2, preDeployCommand: "x", maintenanceMode: { enabled: true } },
    "preDeployCommand",
    "maintenanceMode",
    "numInstances",
  ],
  [webService, { plan: "free", disk: { name: "d", sizeGb: 1, mountPath: "/d" } }, "disk"],
  [
    webService,
    {
      autoscaling: { enabled: true, min: 1, max: 2, criteria: {} },
      disk: { name: "d", sizeGb: 1, mountPath: "/d" },
    },
    "autoscaling",
  ],
  [
    webService,
    {
      healtCheckPath: "/",
      previews: { generation: "on" },
      notificationOverride: { notificationsToSend: "many" },
    },
    "healtCheckPath",
    "previews.generation",
    "notificationOverride.notificationsToSend",
  ],
  [
    webService,
    { logStreamOverride: { setting: "keep" }, envVars: [] },
    "logStreamOverride.setting",
    "envVars",
  ],
  [envGroup, { envVars: {} }, "envVars"],
  [envGroup, { envVars: undefined, name: undefined }, "name", "envVars"],
  [envGroupLink, { serviceIds: "srv-1" }, "serviceIds"],
  [envGroupLink, { envGroupId: undefined, serviceIds: [""] }, "serviceIds[0]", "envGroupId"],
  [
    project,
    { environments: { a: { name: "x" }, b: { name: "x", protectedStatus: "maybe" } } },
    "environments.a.protectedStatus",
    "environments.b.protectedStatus",
    "environments.b.name",
  ],
];

describe("check", () => {
  for (const [what, kind, inputs] of SOUND) {
    it(`finds nothing in ${what}, nor where any value is unknown`, () => {
      assert.deepEqual(check(kind, inputs).problems, []);
      for (const name of Object.keys(kind.fields)) {
        const { problems } = check(kind, { ...inputs, [name]: UNKNOWN });
        const foreign = problems.filter(({ property }) => rootOf(property) === name);
        assert.deepEqual(foreign, [], name);
      }
    });
  }

  for (const [kind, change, ...expected] of UNSOUND) {
    it(`reports ${expected.join(", ")} of ${JSON.stringify(change).slice(0, 90)}`, () => {
      const sound = SOUND.find(([, each]) => each === kind)?.[2];
      const given = Object.fromEntries(
        Object.entries({ ...sound, ...change }).filter(([, value]) => value !== undefined),
      );
      const { problems } = check(kind, given);
      const told = problems.map(({ property }) => property);
      assert.deepEqual([...new Set(told)].toSorted(), [...new Set(expected)].toSorted());
      for (const { reason } of problems) assert.match(reason, /[.?]$/);
    });
  }

  it("takes unknown values inside objects and lists as they are", () => {
    const inputs = {
      ...NATIVE,
      envVars: { A: { value: UNKNOWN }, B: UNKNOWN },
      customDomains: [{ name: UNKNOWN }],
      numInstances: UNKNOWN,
      autoscaling: { enabled: true, min: UNKNOWN, max: 3, criteria: { cpu: measure } },
    };
    const { accepted, problems } = check(webService, inputs);
    assert.deepEqual(problems, []);
    assert.deepEqual(accepted.envVars, inputs.envVars);
  });

  it("fills in what a source leaves out", () => {
    const { accepted } = check(webService, {
      ...NATIVE,
      runtimeSource: { docker: { repoUrl: "u", branch: "b" } },
    });
    const docker = {
      context: ".",
      dockerfilePath: "./Dockerfile",
      autoDeploy: true,
      autoDeployTrigger: "commit",
      repoUrl: "u",
      branch: "b",
    };
    assert.deepEqual(accepted.runtimeSource, { docker });
  });
});
