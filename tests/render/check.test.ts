import assert from "node:assert/strict";
import fc from "fast-check";
import { differences, inWordsOf, rootOf } from "../../render/difference";
import { configurationProblems, readConfiguration } from "../../render/plugin/configuration";
import { plain, secret, UNKNOWN, withSecrets } from "../../render/plugin/property-values";
import type { ResourceKind } from "../../render/resource-kind";
import { envGroup } from "../../render/resources/env-group";
import { envGroupLink } from "../../render/resources/env-group-link";
import { project } from "../../render/resources/project";
import { webService } from "../../render/resources/web-service";
import { changedPaths, check, NATIVE } from "./called-kind";

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
  [webService, { name: "", plan: "hobby", region: "paris" }, "name", "plan", "region"],
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
    it(`tells ${expected.join(", ")} of ${JSON.stringify(change).slice(0, 90)}`, () => {
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

describe("A difference", () => {
  const SAME: readonly (readonly [string, unknown, unknown])[] = [
    ["customDomains", [{ name: "a" }, { name: "b" }], [{ name: "b" }, { name: "a" }]],
    ["customDomains", [], undefined],
    ["secretFiles", {}, undefined],
    ["envVars", { A: { value: "1", generateValue: false } }, { A: { value: "1" } }],
    ["numInstances", 1, undefined],
    ["maxShutdownDelaySeconds", 30, undefined],
    ["maintenanceMode", { enabled: false }, undefined],
    ["previews", { generation: "off" }, undefined],
    ["pullRequestPreviewsEnabled", false, undefined],
    ["healthCheckPath", "", undefined],
    ["ipAllowLists", [{ cidrBlock: "0.0.0.0/0", description: "all" }], undefined],
    ["ipAllowLists", [{ cidrBlock: "10.0.0.0/8" }], [{ cidrBlock: "10.0.0.0/8", description: "" }]],
    ["autoscaling", { enabled: false, min: 1, max: 2, criteria: {} }, undefined],
    ["notificationOverride", { notificationsToSend: "default" }, undefined],
  ];
  for (const [name, one, other] of SAME) {
    it(`is none between ${name} ${JSON.stringify(one)} and ${JSON.stringify(other)}`, () => {
      assert.deepEqual(
        changedPaths(webService, { ...NATIVE, [name]: one }, { ...NATIVE, [name]: other }),
        [],
      );
    });
  }

  it("is none between two ways to write an image or a repository", () => {
    const of = (runtimeSource: unknown) => webService.canonical({ ...NATIVE, runtimeSource });
    assert.deepEqual(
      of({ image: { imageUrl: "nginx" } }),
      of({ image: { imageUrl: "docker.io/library/nginx" } }),
    );
    assert.notDeepEqual(
      of({ image: { imageUrl: "nginx" } }),
      of({ image: { imageUrl: "ghcr.io/library/nginx" } }),
    );
    const native = (repoUrl: string) => of({ nativeRuntime: { repoUrl } });
    assert.deepEqual(native("https://github.com/a/b"), native("https://github.com/a/b.git"));
  });

  it("is none for env group links in another order, and of unknown values it is one", () => {
    const link = (serviceIds: unknown) => ({ envGroupId: "evg-1", serviceIds });
    assert.deepEqual(changedPaths(envGroupLink, link(["a", "b"]), link(["b", "a"])), []);
    assert.deepEqual(changedPaths(envGroupLink, link(["a"]), link([UNKNOWN])), ["serviceIds"]);
  });

  it("is found at its path, added, deleted or updated, and is none with itself", () => {
    const old = { a: 1, b: { c: 1, "d.e": 1 }, f: [1] };
    const wanted = { b: { c: 2, g: 1 }, f: [2] };
    assert.deepEqual(
      differences(old, wanted)
        .map(({ path, kind }) => `${kind} ${path}`)
        .toSorted(),
      ["add b.g", "delete a", 'delete b["d.e"]', "update b.c", "update f"],
    );
    assert.deepEqual(differences({}, { constructor: 1 }), [{ path: "constructor", kind: "add" }]);
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (bag) => {
        assert.deepEqual(differences(bag, structuredClone(bag)), []);
      }),
    );
  });

  it("keeps the writer's words for what means the same", () => {
    const written = { ...NATIVE, customDomains: [{ name: "b" }, { name: "a" }], plan: "starter" };
    const read = { ...NATIVE, customDomains: [{ name: "a" }, { name: "b" }], plan: "pro" };
    const found = inWordsOf(written, read, webService.canonical);
    assert.deepEqual([found.customDomains, found.plan], [written.customDomains, "pro"]);
  });
});

describe("A property bag", () => {
  it("loses its secret marks and nulls, however deep, and keeps the rest", () => {
    const bag = { a: secret({ b: secret("x"), c: null }), d: [secret(1)], e: false };
    assert.deepEqual(plain(bag), { a: { b: "x" }, d: [1], e: false });
  });

  it("is the same again after marking and unmarking", () => {
    const paths = [["envVars", "*", "value"], ["token"]];
    const record = { noNullPrototype: true } as const;
    const variables = fc.dictionary(fc.string(), fc.record({ value: fc.string() }, record), record);
    const values = fc.record({ envVars: variables, token: fc.string(), other: fc.string() }, record);
    fc.assert(
      fc.property(values, (bag) => {
        const marked = withSecrets(bag, paths) as Record<string, unknown>;
        assert.deepEqual(plain(marked), bag);
        assert.deepEqual([marked.token, marked.other], [secret(bag.token), bag.other]);
      }),
    );
  });

  it("has no secret mark on what is unknown", () => {
    assert.deepEqual(withSecrets({ token: UNKNOWN }, [["token"]]), { token: UNKNOWN });
  });
});

describe("The provider's configuration", () => {
  it("comes from the stack before the environment, and has defaults", () => {
    const environment = { RENDER_API_KEY: "k", RENDER_OWNER_ID: "tea-1", RENDER_REQUEST_TIMEOUT: "5" };
    const read = readConfiguration({ ownerId: "tea-2", waitForDeployCompletion: "true" }, environment);
    assert.deepEqual(read, {
      host: "https://api.render.com/v1",
      apiKey: "k",
      ownerId: "tea-2",
      waitForDeployCompletion: true,
      skipDeployAfterServiceUpdate: false,
      requestTimeout: 5_000,
    });
    assert.equal(readConfiguration({}, {}).requestTimeout, 30_000);
    assert.equal(readConfiguration({ requestTimeout: "0.5" }, environment).requestTimeout, 500);
  });

  const WRONG: readonly (readonly [string, unknown])[] = [
    ["host", "api.render.com"],
    ["host", "ftp://api.render.com"],
    ["waitForDeployCompletion", "yes"],
    ["requestTimeout", "soon"],
    ["requestTimeout", "0"],
    ["requestTimeout", "601"],
    ["apikey", "x"],
  ];
  for (const [property, value] of WRONG) {
    it(`has a problem with ${property} ${JSON.stringify(value)}`, () => {
      assert.deepEqual(
        configurationProblems({ [property]: value }).map((problem) => problem.property),
        [property],
      );
    });
  }

  it("has none with what is right, unknown or the engine's own", () => {
    const given = { host: "http://127.0.0.1:1/v1", apiKey: UNKNOWN, requestTimeout: "2.5", version: "0.1.0" };
    assert.deepEqual(configurationProblems(given), []);
  });
});
