import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import path from "node:path";
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
    const ids = Object.values(await program.state())
      .map(({ id }) => id)
      .toSorted();
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
      Object.values(await program.state())
        .map(({ id }) => id)
        .toSorted(),
      ids,
    );
    const { services, groups, projects } = await program.atRender();
    assert.deepEqual([services[0].name, groups[0].name, projects[0].name], ["front", "common", "store"]);
  });

  it("replaces a service whose region changes, the old one first, since Render takes a name once", async () => {
    const [before] = (await program.atRender()).services;
    program.resources = program.resources.map((each) =>
      each.name === "api" ? { ...each, args: { ...each.args, region: "frankfurt" } } : each,
    );
    const output = await program.succeed(["up", "--yes", "--diff"]);
    assert.match(output, /\+-render:index\/webService:WebService: \(replace\)/);
    assert.match(output, /region *: "oregon" => "frankfurt"/);
    assert.match(output, /\+-1 replaced/);
    await program.nothingToDo();
    const { services, groups } = await program.atRender();
    assert.deepEqual(
      services.map(({ name, serviceDetails }) => [name, serviceDetails.region]),
      [["front", "frankfurt"]],
    );
    assert.notEqual(services[0].id, before.id);
    assert.deepEqual(
      groups[0].serviceLinks.map(({ id }: { id: string }) => id),
      [services[0].id],
    );
  });

  it("shows what was changed by hand, and brings it back; what was deleted by hand is made again", async () => {
    const { called } = program;
    const { services, groups } = await program.atRender();
    const service = `/services/${services[0].id}`;
    await called.ask("PATCH", service, { serviceDetails: { plan: "pro", healthCheckPath: "/else" } });
    await called.ask("PUT", `${service}/env-vars/ADDED`, { value: "by hand" });
    await called.ask("DELETE", `/env-groups/${groups[0].id}`);
    const declared = program.resources;
    program.resources = [...declared.slice(0, 2), group({ name: "else" })];
    const output = await program.fail([
      "up",
      "--yes",
      "--skip-preview",
      "--target",
      await program.urnOf("shared"),
    ]);
    assert.match(output, /evg-\w+ is not at Render any more. `pulumi refresh` takes note of that/);
    program.resources = declared;
    await program.succeed(["refresh", "--yes"]);
    const planned = await program.planned();
    assert.deepEqual(planned.api, {
      op: "update",
      diff: ["envVars.ADDED", "healthCheckPath", "plan"],
      replacedBy: [],
    });
    assert.deepEqual([planned.shared?.op, planned.link?.op], ["create", "create"]);
    await program.up();
    await program.nothingToDo();
    const now = await program.atRender();
    assert.equal(now.services[0].serviceDetails.plan, "standard");
    assert.equal(now.groups[0].serviceLinks[0].id, services[0].id);
  });

  it("takes over what exists by its id, and then has nothing to do", async () => {
    const state = await program.state();
    const types = Object.entries(state).map(([name, { type, id }]) => ({ type, name, id }));
    await program.succeed(["stack", "init", "adopted"]);
    await program.adoptConfiguration("adopted");
    await writeFile(path.join(program.folder, "adopted.json"), JSON.stringify({ resources: types }));
    await program.succeed([
      "import",
      "-s",
      "adopted",
      "-f",
      "adopted.json",
      "--yes",
      "--protect=false",
      "--generate-code=false",
    ]);
    // An import knows environments by their names, and no value as generated.
    const output = await program.succeed(["preview", "-s", "adopted", "--diff"]);
    assert.match(output, /KEY/);
    assert.doesNotMatch(output, /\+ create|- delete|replace/);
    await program.succeed(["up", "-s", "adopted", "--yes", "--skip-preview"]);
    await program.succeed(["preview", "-s", "adopted", "--refresh", "--expect-no-changes"]);
  });

  it("leaves nothing at Render when it is destroyed, and no resource in the state", async () => {
    await program.succeed(["destroy", "-s", "adopted", "--yes", "--skip-preview"]);
    assert.deepEqual(await program.atRender(), { services: [], groups: [], projects: [] });
    // The first stack still believes in them: to delete what is gone is no error.
    await program.succeed(["destroy", "-s", "test", "--yes", "--skip-preview"]);
    assert.deepEqual(await program.state(), {});
  });
});
