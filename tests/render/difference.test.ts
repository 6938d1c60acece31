import assert from "node:assert/strict";
import fc from "fast-check";
import { differences, inWordsOf, rootOf } from "../../render/difference";
import { UNKNOWN } from "../../render/plugin/property-values";
import { envGroupLink } from "../../render/resources/env-group-link";
import { webService } from "../../render/resources/web-service";
import { changedPaths, NATIVE } from "./called-kind";

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

  it("of the runtime is an update, and no other service is made", () => {
    const docker = { docker: { repoUrl: "https://github.com/acme/api", branch: "main" } };
    const changed = changedPaths(webService, NATIVE, { ...NATIVE, runtimeSource: docker }).map(rootOf);
    assert.deepEqual([...new Set(changed)], ["runtimeSource"]);
    assert.ok(!webService.replacedBy.includes("runtimeSource"));
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
