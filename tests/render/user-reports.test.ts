import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { type Json, REPOSITORY } from "../rehearsal/render/called-render";
import { type Declared, TypedProgram } from "./typed-program";

const README = readFileSync(path.join(__dirname, "../../README.md"), "utf8");
const IMAGE = { image: { imageUrl: "nginx" } };
const live = { name: "live", protectedStatus: "protected" };
const trial = { name: "trial", protectedStatus: "unprotected" };

/** What users of the official provider report, by the numbers of render-oss/terraform-provider-render (read 2026-11-28). */
describe("What users of Render's own provider report", function () {
  this.timeout(5 * 60_000);
  let program: TypedProgram;
  let foreign: Json;
  let stranger: Json;

  before(async () => {
    program = await TypedProgram.open();
    const { called } = program;
    const { ownerId } = called.render;
    stranger = await called.service({ name: "stranger" });
    const envVars = [{ key: "SHARED", value: "1" }];
    foreign = await called.ask("POST", "/env-groups", { name: "foreign", ownerId, envVars });
    await called.ask("POST", `/env-groups/${foreign.id}/services/${stranger.id}`);
  });
  after(() => program.close());

  const service = (name: string, change: Readonly<Record<string, unknown>> = {}): Declared => ({
    kind: "WebService",
    name,
    args: { name, plan: "starter", region: "oregon", runtimeSource: IMAGE, ...change },
  });
  const project: Declared = {
    kind: "Project",
    name: "project",
    args: { name: "shop", environments: { live, trial } },
  };
  const group = (names: readonly string[]): Declared => ({
    kind: "EnvGroup",
    name: "own",
    args: { name: "own", envVars: Object.fromEntries(names.map((name) => [name, { value: "1" }])) },
  });
  const link = (name: string, envGroupId: unknown, services: readonly string[]): Declared => ({
    kind: "EnvGroupLink",
    name,
    args: { envGroupId, serviceIds: services.map((one) => ({ ref: `${one}.id` })) },
  });
  const environment = (key: string) => ({ environmentId: { ref: `project.environments.${key}.id` } });
  /** Its build ends only once the group's variable is there. */
  const grouped = (): Declared =>
    service("grouped", {
      runtimeSource: {
        nativeRuntime: {
          ...{ repoUrl: REPOSITORY, branch: "main", runtime: "node" },
          buildCommand: 'until [ "$A" = 1 ]; do sleep 0.1; done',
        },
      },
      startCommand: "node server.js",
      envVars: { PORT: { value: String(program.port) } },
      envGroupIds: [{ ref: "own.id" }],
    });
  const linkedTo = async (id: string): Promise<string[]> =>
    (await program.called.ask("GET", `/env-groups/${id}`)).serviceLinks
      .map(({ name }: Json) => name)
      .toSorted();

  it("#32, #59, #60, #65: what Render fills in by itself is no change", async () => {
    const domains = { customDomains: [{ name: "example.com" }] };
    program.resources = [
      project,
      service("api", { ...environment("live"), ...domains }),
      service("side", environment("live")),
      group(["A"]),
      link("own-link", { ref: "own.id" }, ["side", "api"]),
      link("foreign-link", foreign.id, ["side", "api"]),
      grouped(),
    ];
    await program.up();
    await program.nothingToDo();
  });

  it("#31: a service that needs a group is linked before the first deploy that runs", async () => {
    const { id, outputs } = (await program.state()).grouped;
    assert.equal(await program.called.ended(id, outputs.deployId), "live");
    const deploys = await program.called.ask("GET", `/services/${id}/deploys`);
    assert.deepEqual(
      deploys.map(({ deploy }: Json) => deploy.status),
      ["live", "canceled"],
    );
  });

  it("#29, #43: a link takes no group away from the services that others have linked", async () => {
    assert.deepEqual(await linkedTo(foreign.id), ["api", "side", "stranger"]);
  });

  it("#10, #27, #56, #62: a service moves, a variable is added, and links change in one update", async () => {
    const domains = { customDomains: [{ name: "example.com" }] };
    program.resources = [
      project,
      service("api", { ...environment("trial"), ...domains, maintenanceMode: { enabled: true } }),
      service("side", environment("live")),
      group(["A", "B"]),
      link("own-link", { ref: "own.id" }, ["api"]),
      link("foreign-link", foreign.id, ["api", "side"]),
      grouped(),
    ];
    const planned = await program.planned();
    // #55, #95: the order of services is no change.
    assert.deepEqual(
      Object.entries(planned)
        .filter(([name, { op }]) => op !== "same" && name !== "render-program-test")
        .map(([name, { op }]) => [name, op])
        .toSorted(),
      [
        ["api", "update"],
        ["own", "update"],
        ["own-link", "update"],
      ],
    );
    await program.up();
    const { services, groups } = await program.atRender();
    const api = services.find(({ name }) => name === "api");
    const { outputs } = (await program.state()).project;
    assert.equal(api.environmentId, outputs.environments.trial.id);
    assert.equal(api.serviceDetails.maintenanceMode.enabled, true);
    assert.deepEqual(await linkedTo(groups.find(({ name }) => name === "own").id), ["api", "grouped"]);
    assert.deepEqual(await linkedTo(foreign.id), ["api", "side", "stranger"]);
  });

  it("#58: a service and a group that were deleted by hand are made again, their links included", async () => {
    const { services, groups } = await program.atRender();
    await program.called.ask("DELETE", `/services/${services.find(({ name }) => name === "side").id}`);
    await program.called.ask("DELETE", `/env-groups/${groups.find(({ name }) => name === "own").id}`);
    await program.succeed(["up", "--yes", "--skip-preview", "--refresh"]);
    const after = await program.atRender();
    assert.deepEqual(await linkedTo(after.groups.find(({ name }) => name === "own").id), ["api", "grouped"]);
    assert.deepEqual(await linkedTo(foreign.id), ["api", "side", "stranger"]);
    await program.nothingToDo();
  });

  it("what was made by hand is taken over by the commands that the refusal and the README print, as typed", async () => {
    const byHand = await Promise.all(["taken", "imported"].map((name) => program.called.service({ name })));
    const [taken = "", imported = ""] = byHand.map(({ id }) => String(id));
    program.resources = [...program.resources, service("taken"), service("imported")];
    const refused = await program.fail(["up", "--yes", "--skip-preview", "--continue-on-error"]);
    const [, variable = "", command = ""] =
      new RegExp(`\`(\\w+)=${taken} pulumi (\\w+)\``).exec(refused) ?? [];
    assert.deepEqual([variable, command], ["RENDER_TAKE_OVER", "up"]);
    const ofId = new RegExp(`\`pulumi (import \\S+ \\S+ ${imported})\``);
    const printed = ofId.exec(refused)?.[1] ?? "";
    const [, shown = ""] = /`pulumi (import [^`]+)`/.exec(README) ?? [];
    assert.equal(printed, shown.replace("NAME", "imported").replace("srv-…", imported));
    const [, further = ""] = /an engine built from Go modules needs\s+`([^`]+)`/.exec(README) ?? [];
    // `--yes` is what a person answers.
    await program.succeed([...printed.split(" "), further, "--yes"]);
    await program.up({ environment: { [variable]: taken } });
    const { services } = await program.atRender();
    const found = services.filter(({ name }) => ["taken", "imported"].includes(name));
    assert.deepEqual(found.map(({ id }: Json) => id).toSorted(), [taken, imported].toSorted());
    await program.nothingToDo();
  });
});
