import assert from "node:assert/strict";
import { environment } from "../../../render/resources/environment";
import { project } from "../../../render/resources/project";
import { CalledKind, changedPaths, check } from "../called-kind";

const live = { name: "live", protectedStatus: "protected" };
const trial = { name: "trial", protectedStatus: "unprotected" };

describe("An environment of a shared project", function () {
  this.timeout(60_000);
  let at: CalledKind;
  let projectId: string;

  before(async () => {
    at = await CalledKind.open();
  });
  after(() => at.close());

  beforeEach(async () => {
    const { id } = await project.create(
      at.context(),
      at.checked(project, { name: "shop", environments: {} }),
    );
    projectId = id;
  });

  const names = async (): Promise<string[]> =>
    (await at.called.ask("GET", `/environments?projectId=${projectId}`))
      .map((item: { environment: { name: string } }) => item.environment.name)
      .toSorted();

  it("settles: made, read, imported and deleted, with no change in between", async () => {
    const inputs = at.checked(environment, { projectId, ...live });
    const { id, outputs } = await environment.create(at.context(), inputs);
    const found = await environment.read(at.context(), id, inputs, outputs);
    assert.deepEqual(found, { inputs, outputs });
    const imported = await environment.read(at.context(), id, {}, {});
    assert.deepEqual(check(environment, imported?.inputs ?? {}).problems, []);
    assert.deepEqual(changedPaths(environment, imported?.inputs ?? {}, inputs), []);
    at.changes();
    await environment.update(at.context(), id, { inputs, state: outputs }, inputs);
    assert.deepEqual(at.changes(), []);
    await environment.delete(at.context(), id, outputs);
    assert.equal(await environment.read(at.context(), id, inputs, outputs), undefined);
    await environment.delete(at.context(), id, outputs);
  });

  it("stays where its project is imported by a program that has other environments alone", async () => {
    const { id: other } = await environment.create(
      at.context(),
      at.checked(environment, { projectId, ...trial }),
    );
    await environment.create(at.context(), at.checked(environment, { projectId, ...live }));
    const imported = await project.read(at.context(), projectId, {}, {});
    assert.ok(imported !== undefined);
    // All of them are in what an import writes down as a program.
    assert.deepEqual(Object.keys(imported.inputs.environments as object).toSorted(), ["live", "trial"]);
    assert.deepEqual(changedPaths(project, imported.inputs, imported.inputs, imported.outputs), []);
    const inputs = at.checked(project, { name: "shop", environments: { live } });
    assert.deepEqual(changedPaths(project, imported.inputs, inputs, imported.outputs), []);
    const changed = at.checked(project, {
      name: "shop",
      environments: { live: { ...live, protectedStatus: "unprotected" } },
    });
    assert.deepEqual(changedPaths(project, imported.inputs, changed, imported.outputs), [
      "environments.live.protectedStatus",
    ]);
    const old = { inputs: imported.inputs, state: imported.outputs };
    const outputs = await project.update(at.context(), projectId, old, changed);
    assert.deepEqual(await names(), ["live", "trial"]);
    const found = await project.read(at.context(), projectId, changed, outputs);
    assert.deepEqual(found?.inputs, changed);
    // What the program has had since is deleted when it goes.
    const none = at.checked(project, { name: "shop", environments: {} });
    assert.deepEqual(changedPaths(project, changed, none, outputs), ["environments.live"]);
    await project.update(at.context(), projectId, { inputs: changed, state: outputs }, none);
    assert.deepEqual(await names(), ["trial"]);
    await environment.delete(at.context(), other, {});
  });

  it("is left alone by a refresh of an import that the program has narrowed without a change", async () => {
    await environment.create(at.context(), at.checked(environment, { projectId, ...trial }));
    await environment.create(at.context(), at.checked(environment, { projectId, ...live }));
    const imported = await project.read(at.context(), projectId, {}, {});
    const inputs = at.checked(project, { name: "shop", environments: { live } });
    const found = await project.read(at.context(), projectId, inputs, imported?.outputs ?? {});
    assert.deepEqual(found?.inputs, inputs);
    assert.deepEqual(Object.keys(found?.outputs.environments as object), ["live"]);
  });

  for (const [field, ...values] of [
    ["name", "other", "live"],
    ["protectedStatus", "unprotected", "protected"],
    ["networkIsolated", true, false, undefined],
    ["ipAllowLists", [{ cidrBlock: "10.0.0.0/8", description: "office" }], [], undefined],
  ] as const) {
    it(`changes \`${field}\` and nothing else`, async () => {
      let inputs = at.checked(environment, { projectId, ...live });
      const { id } = await environment.create(at.context(), inputs);
      for (const value of values) {
        const { [field]: _, ...rest } = inputs;
        const wanted = at.checked(environment, {
          ...rest,
          ...(value !== undefined && { [field]: value }),
        });
        const due = changedPaths(environment, inputs, wanted);
        at.changes();
        await environment.update(at.context(), id, { inputs, state: inputs }, wanted);
        assert.equal(at.changes().length, due.length > 0 ? 1 : 0, JSON.stringify(value));
        const found = await environment.read(at.context(), id, wanted, wanted);
        assert.deepEqual(changedPaths(environment, found?.inputs ?? {}, wanted), [], JSON.stringify(value));
        inputs = wanted;
      }
    });
  }

  it("is left alone by a project that names others, through refresh, update and deletion of one", async () => {
    const old = at.checked(project, { name: "shop", environments: { live } });
    const { inputs: before, state } = { inputs: { ...old, environments: {} }, state: { environments: {} } };
    const outputs = await project.update(at.context(), projectId, { inputs: before, state }, old);
    const own = await environment.create(at.context(), at.checked(environment, { projectId, ...trial }));
    const found = await project.read(at.context(), projectId, old, outputs);
    assert.deepEqual(found, { inputs: old, outputs });
    const renamed = at.checked(project, { name: "store", environments: { live: { ...live, name: "main" } } });
    const next = await project.update(
      at.context(),
      projectId,
      { inputs: found?.inputs ?? {}, state: found?.outputs ?? {} },
      renamed,
    );
    assert.deepEqual(await names(), ["main", "trial"]);
    const none = at.checked(project, { name: "store", environments: {} });
    await project.update(at.context(), projectId, { inputs: renamed, state: next }, none);
    assert.deepEqual(await names(), ["trial"]);
    const still = await environment.read(at.context(), own.id, own.outputs, own.outputs);
    assert.deepEqual(still?.inputs, own.outputs);
  });

  it("is refused where the project has one of that name, and says how to take that over", async () => {
    const inputs = at.checked(environment, { projectId, ...live });
    const { id } = await environment.create(at.context(), inputs);
    await assert.rejects(
      environment.create(at.context(), inputs),
      (error: Error) => error.message.includes(id) && error.message.includes("RENDER_TAKE_OVER="),
    );
    const wanted = at.checked(environment, { ...inputs, protectedStatus: "unprotected" });
    const taken = await environment.create(at.context({ takeOver: [id] }), wanted);
    assert.equal(taken.id, id);
    const found = await environment.read(at.context(), id, wanted, taken.outputs);
    assert.equal(found?.inputs.protectedStatus, "unprotected");
    assert.deepEqual(await names(), ["live"]);
  });

  it("is replaced where its project changes, since it cannot move", () => {
    assert.deepEqual(environment.replacedBy, ["projectId"]);
    assert.deepEqual(
      check(environment, { name: "", protectedStatus: "open" })
        .problems.map(({ property }) => property)
        .toSorted(),
      ["name", "projectId", "protectedStatus"],
    );
  });
});
