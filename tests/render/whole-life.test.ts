import assert from "node:assert/strict";
import { type Declared, TypedProgram } from "./typed-program";

describe("A program of every kind of resource", function () {
  this.timeout(5 * 60_000);
  let program: TypedProgram;

  before(async () => {
    program = await TypedProgram.open();
  });
  after(() => program.close());

  const project = (name: string, environments: Readonly<Record<string, unknown>>): Declared => ({
    kind: "Project",
    name: "project",
    args: { name, environments },
  });
  const group = (change: Readonly<Record<string, unknown>> = {}): Declared => ({
    kind: "EnvGroup",
    name: "shared",
    args: { name: "shared", envVars: { LOG_LEVEL: { value: "info" } }, ...change },
  });
  const link: Declared = {
    kind: "EnvGroupLink",
    name: "link",
    args: { envGroupId: { ref: "shared.id" }, serviceIds: [{ ref: "api.id" }] },
  };
  const live = { name: "live", protectedStatus: "protected" };
  const trial = { name: "trial", protectedStatus: "unprotected" };

  it("is made, and then has nothing to do", async () => {
    program.resources = [
      project("shop", { live }),
      program.service({ environmentId: { ref: "project.environments.live.id" } }),
      group(),
      link,
    ];
    const planned = await program.planned();
    assert.deepEqual(
      ["project", "api", "shared", "link"].map((name) => planned[name]?.op),
      ["create", "create", "create", "create"],
    );
    await program.up();
    await program.nothingToDo();
    const { services, groups, projects } = await program.atRender();
    assert.deepEqual([services.length, groups.length, projects.length], [1, 1, 1]);
    assert.equal(groups[0].serviceLinks[0].id, services[0].id);
    const state = await program.state();
    assert.equal(services[0].environmentId, state.project.outputs.environments.live.id);
  });

  it("changes names and the rest in place", async () => {
    const ids = Object.values(await program.state()).map(({ id }) => id);
    program.resources = [
      project("store", { live, trial }),
      program.service({
        name: "front",
        plan: "standard",
        environmentId: { ref: "project.environments.live.id" },
      }),
      group({ name: "common", envVars: { LOG_LEVEL: { value: "debug" }, KEY: { generateValue: true } } }),
      link,
    ];
    const planned = await program.planned();
    assert.deepEqual(planned.api, { op: "update", diff: ["name", "plan"], replacedBy: [] });
    assert.deepEqual(planned.project?.op, "update");
    assert.deepEqual(planned.shared?.diff, ["envVars.KEY", "envVars.LOG_LEVEL.value", "name"]);
    assert.equal(planned.link?.op, undefined);
    await program.up();
    await program.nothingToDo();
    assert.deepEqual(
      Object.values(await program.state()).map(({ id }) => id),
      ids,
    );
    const { services, groups, projects } = await program.atRender();
    assert.deepEqual([services[0].name, groups[0].name, projects[0].name], ["front", "common", "store"]);
  });
});
