import assert from "node:assert/strict";
import fc from "fast-check";
import { rootOf } from "../../../render/difference";
import type { Properties } from "../../../render/plugin/property-values";
import { project } from "../../../render/resources/project";
import { webService } from "../../../render/resources/web-service";
import { CalledKind, changedPaths, IMAGE } from "../called-kind";

/** Properties of a web service, each with values that a program may give it; undefined means none. */
const VALUES = {
  healthCheckPath: ["/health", "/ready"],
  preDeployCommand: ["./migrate"],
  rootDirectory: ["service"],
  startCommand: ["serve", "serve --fast"],
  plan: ["starter", "standard"],
  maxShutdownDelaySeconds: [60, 30],
  numInstances: [1, 2],
  disk: [{ name: "data", sizeGb: 1, mountPath: "/data" }],
  ipAllowLists: [[], [{ cidrBlock: "10.0.0.0/8" }], [{ cidrBlock: "0.0.0.0/0" }]],
  maintenanceMode: [{ enabled: true }],
  previews: [{ generation: "manual" }],
  envVars: [{ A: { value: "1" } }, { A: { value: "2" }, B: { value: "1" } }],
  secretFiles: [{ a: { content: "1" } }],
  customDomains: [[{ name: "a.example.com" }], [{ name: "b.example.com" }]],
  notificationOverride: [{ notificationsToSend: "failure" }],
  logStreamOverride: [{ setting: "send", endpoint: "logs.example.com:6514", token: "t" }],
} as const;

const program = fc
  .record(
    Object.fromEntries(
      Object.entries(VALUES).map(([name, values]) => [
        name,
        fc.constantFrom(...(values as readonly unknown[])),
      ]),
    ),
    { requiredKeys: [] },
  )
  .map((chosen): Properties => {
    const { numInstances, ...rest } = chosen;
    // A service with a disk has one instance.
    const several = chosen.disk === undefined && numInstances !== undefined ? { numInstances } : {};
    return { ...IMAGE, ...rest, ...several };
  });

/** What a service with a disk cannot have. */
const SCALED = ["numInstances", "autoscaling"];

/** Where a person moves services by hand. */
let environment = "";

/** What a person does in the dashboard, where the program leaves the property alone. */
const BY_HAND: Readonly<Record<string, (id: string) => readonly [string, string, unknown]>> = {
  disk: (serviceId) => ["POST", "/disks", { serviceId, name: "by-hand", mountPath: "/hand", sizeGB: 5 }],
  customDomains: (id) => ["POST", `/services/${id}/custom-domains`, { name: "hand.example.com" }],
  ipAllowLists: (id) => [
    "PATCH",
    `/services/${id}`,
    { serviceDetails: { ipAllowList: [{ cidrBlock: "192.0.2.0/24", description: "office" }] } },
  ],
  healthCheckPath: (id) => ["PATCH", `/services/${id}`, { serviceDetails: { healthCheckPath: "/by-hand" } }],
  maxShutdownDelaySeconds: (id) => [
    "PATCH",
    `/services/${id}`,
    { serviceDetails: { maxShutdownDelaySeconds: 90 } },
  ],
  numInstances: (id) => ["POST", `/services/${id}/scale`, { numInstances: 3 }],
  autoscaling: (id) => [
    "PUT",
    `/services/${id}/autoscaling`,
    {
      ...{ enabled: true, min: 1, max: 4 },
      criteria: { cpu: { enabled: true, percentage: 70 }, memory: { enabled: false, percentage: 70 } },
    },
  ],
  environmentId: (id) => ["POST", `/environments/${environment}/resources`, { resourceIds: [id] }],
  envVars: (id) => ["PUT", `/services/${id}/env-vars/BY_HAND`, { value: "kept" }],
  secretFiles: (id) => ["PUT", `/services/${id}/secret-files/by-hand`, { content: "kept" }],
  logStreamOverride: (id) => [
    "PUT",
    `/logs/streams/resource/${id}`,
    { setting: "send", endpoint: "hand.example.com:6514", token: "hand" },
  ],
};

describe("An update owns what the program names", function () {
  this.timeout(5 * 60_000);
  let kinds: CalledKind;
  before(async () => {
    kinds = await CalledKind.open();
    const { ownerId } = kinds.called.render;
    const environments = [{ name: "by-hand" }];
    const made = await kinds.called.ask("POST", "/projects", { name: "by-hand", ownerId, environments });
    [environment] = made.environmentIds;
  });
  after(() => kinds.close());

  const byHand = async (...[method, path, body]: readonly [string, string, unknown]): Promise<void> => {
    const { status } = await kinds.called.call(method, path, body);
    assert.ok(status < 300, `${status} to ${method} ${path}`);
  };
  /** All that Render has of a service, by the names of the inputs. */
  const everything = async (id: string): Promise<Properties> => {
    const found = await webService.read(kinds.context(), id, {}, {});
    assert.ok(found);
    return webService.canonical(found.inputs);
  };

  it("does nothing that the preview does not show, whatever others have done at Render", async () => {
    let turn = 0;
    await fc.assert(
      fc.asyncProperty(
        program,
        program,
        fc.subarray(Object.keys(BY_HAND)),
        async (first, second, touched) => {
          turn += 1;
          const name = `api-${turn}`;
          const old = kinds.checked(webService, { ...first, name });
          const wanted = kinds.checked(webService, { ...second, name });
          const { id, outputs: state } = await webService.create(kinds.context(), old);
          try {
            const diskExcluded = [old.numInstances, wanted.numInstances].some((count) => Number(count) > 1);
            const hasDisk = [old.disk, wanted.disk].some((disk) => disk !== undefined);
            const scalingExcluded = hasDisk || (touched.includes("disk") && !diskExcluded);
            for (const property of touched) {
              if (old[property] !== undefined || wanted[property] !== undefined) continue;
              if (property === "disk" && diskExcluded) continue;
              if (SCALED.includes(property) && scalingExcluded) continue;
              await byHand(...(BY_HAND[property]?.(id) ?? assert.fail()));
            }
            const before = await everything(id);
            const shown = new Set(changedPaths(webService, old, wanted).map(rootOf));
            // The engine asks for no update where the diff shows none.
            if (shown.size > 0) await webService.update(kinds.context(), id, { inputs: old, state }, wanted);
            const after = await everything(id);
            for (const property of new Set([...Object.keys(before), ...Object.keys(after)])) {
              if (shown.has(property)) continue;
              assert.deepEqual(after[property], before[property], property);
            }
            const found = await webService.read(kinds.context(), id, wanted, state);
            for (const property of Object.keys(VALUES)) {
              if (wanted[property] === undefined || touched.includes(property)) continue;
              assert.deepEqual(found?.inputs[property], wanted[property], property);
            }
          } finally {
            await webService.delete(kinds.context(), id, {});
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it("shows by a refresh what others have done, but for a delay: an unset one is no change", async () => {
    const wanted = kinds.checked(webService, IMAGE);
    const { id, outputs: state } = await webService.create(kinds.context(), wanted);
    const silent: string[] = [];
    // A disk and several instances exclude one another.
    for (const property of Object.keys(BY_HAND).filter((name) => !SCALED.includes(name))) {
      await byHand(...(BY_HAND[property]?.(id) ?? assert.fail()));
      const found = await webService.read(kinds.context(), id, wanted, state);
      const shown = changedPaths(webService, found?.inputs ?? {}, wanted).map(rootOf);
      if (!shown.includes(property)) silent.push(property);
    }
    assert.deepEqual(silent, ["maxShutdownDelaySeconds"]);
    await webService.delete(kinds.context(), id, {});
  });

  it("leaves variables, files and domains of others where it changes its own", async () => {
    const old = kinds.checked(webService, {
      ...IMAGE,
      envVars: { A: { value: "1" }, GONE: { value: "1" } },
      secretFiles: { a: { content: "1" } },
      customDomains: [{ name: "a.example.com" }],
    });
    const { id, outputs: state } = await webService.create(kinds.context(), old);
    for (const property of ["envVars", "secretFiles", "customDomains"])
      await byHand(...(BY_HAND[property]?.(id) ?? assert.fail()));
    const wanted = kinds.checked(webService, {
      ...IMAGE,
      envVars: { A: { value: "2" } },
      secretFiles: { a: { content: "2" } },
      customDomains: [{ name: "b.example.com" }],
    });
    await webService.update(kinds.context(), id, { inputs: old, state }, wanted);
    const found = await everything(id);
    assert.deepEqual(found.envVars, { A: { value: "2" }, BY_HAND: { value: "kept" } });
    assert.deepEqual(found.secretFiles, { a: { content: "2" }, "by-hand": { content: "kept" } });
    assert.deepEqual(found.customDomains, [{ name: "b.example.com" }, { name: "hand.example.com" }]);
    await webService.delete(kinds.context(), id, {});
  });

  it("blocks all traffic by an empty allow list, and lets everybody in where it is removed", async () => {
    const open = kinds.checked(webService, IMAGE);
    const blocked = kinds.checked(webService, { ...IMAGE, ipAllowLists: [] });
    assert.deepEqual(changedPaths(webService, open, blocked), ["ipAllowLists"]);
    const { id, outputs: state } = await webService.create(kinds.context(), open);
    const list = async () =>
      (await kinds.called.call("GET", `/services/${id}`)).body.serviceDetails.ipAllowList;
    await webService.update(kinds.context(), id, { inputs: open, state }, blocked);
    assert.deepEqual(await list(), []);
    const imported = await webService.read(kinds.context(), id, {}, {});
    assert.deepEqual(imported?.inputs.ipAllowLists, []);
    await webService.update(kinds.context(), id, { inputs: blocked, state }, open);
    assert.deepEqual(await list(), [{ cidrBlock: "0.0.0.0/0", description: "everywhere" }]);
    await webService.delete(kinds.context(), id, {});
  });

  it("takes a disk that is gone and no longer declared for nothing to do", async () => {
    const disk = { name: "data", sizeGb: 1, mountPath: "/data" };
    const old = kinds.checked(webService, { ...IMAGE, disk });
    const { id, outputs: state } = await webService.create(kinds.context(), old);
    const { body } = await kinds.called.call("GET", `/services/${id}`);
    await byHand("DELETE", `/disks/${body.serviceDetails.disk.id}`, undefined);
    await webService.update(kinds.context(), id, { inputs: old, state }, kinds.checked(webService, IMAGE));
    assert.equal((await everything(id)).disk, undefined);
    await webService.delete(kinds.context(), id, {});
  });

  it("takes an image's version that Render has found, a number of instances and a delay for no change", async () => {
    const wanted = kinds.checked(webService, IMAGE);
    const image = { imageUrl: "docker.io/library/nginx", tag: "latest" };
    const filledIn = { ...wanted, runtimeSource: { image }, numInstances: 3, maxShutdownDelaySeconds: 120 };
    assert.deepEqual(changedPaths(webService, filledIn, wanted), []);
    const other = { image: { imageUrl: "docker.io/library/redis" } };
    assert.deepEqual(changedPaths(webService, filledIn, { ...wanted, runtimeSource: other }), [
      "runtimeSource.image.imageUrl",
      "runtimeSource.image.tag",
    ]);
  });

  it("finishes a creation that was not finished, also where the program has changed since", async () => {
    const old = kinds.checked(webService, { ...IMAGE, customDomains: [{ name: "a.example.com" }] });
    const { id } = await webService.create(kinds.context(), kinds.checked(webService, IMAGE));
    const wanted = { ...old, healthCheckPath: "/health" };
    await webService.update(kinds.context(), id, { inputs: old, state: { deployId: undefined } }, wanted);
    const found = await everything(id);
    assert.deepEqual([found.customDomains, found.healthCheckPath], [[{ name: "a.example.com" }], "/health"]);
    await webService.delete(kinds.context(), id, {});
  });

  it("leaves a project's environments alone that no program has made", async () => {
    const live = { name: "live", protectedStatus: "unprotected" };
    const old = kinds.checked(project, { name: "shop", environments: { live } });
    const { id, outputs: state } = await project.create(kinds.context(), old);
    await byHand("POST", "/environments", { name: "by-hand", projectId: id });
    const [environment] = Object.values(state.environments as Record<string, { id: string }>);
    await byHand("PATCH", `/environments/${environment?.id}`, { networkIsolationEnabled: true });
    const wanted = kinds.checked(project, { name: "store", environments: { live } });
    await project.update(kinds.context(), id, { inputs: old, state }, wanted);
    const found = (await kinds.called.call("GET", `/environments?projectId=${id}`)).body as {
      environment: { name: string; networkIsolationEnabled: boolean };
    }[];
    const kept = found.map(({ environment: { name, networkIsolationEnabled } }) => [
      name,
      networkIsolationEnabled,
    ]);
    assert.deepEqual(kept.toSorted(), [
      ["by-hand", undefined],
      ["live", true],
    ]);
    const none = kinds.checked(project, { name: "store", environments: {} });
    await project.update(kinds.context(), id, { inputs: wanted, state }, none);
    const left = (await kinds.called.call("GET", `/environments?projectId=${id}`)).body as typeof found;
    assert.deepEqual(
      left.map(({ environment: { name } }) => name),
      ["by-hand"],
    );
  });
});
