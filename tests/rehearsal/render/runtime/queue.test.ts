import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { event, isAlive, messages, pidsIn, Rehearsed, servingPid, textAt, until } from "./rehearsed";

describe("The embedded Render's deploys of one service", () => {
  let rehearsed: Rehearsed;
  beforeEach(async () => {
    rehearsed = await Rehearsed.open();
  });
  afterEach(() => rehearsed.close());

  it("override the one that runs, as Render's do unless a workspace says otherwise", async () => {
    const service = await rehearsed.service();
    const live = await rehearsed.deploy(service);
    service.details.buildCommand = "echo begun; sleep 60";
    const building = rehearsed.deployments.start(service, "api");
    await until(() => messages(service).includes("begun"));
    service.details.buildCommand = "";
    const [second, newest] = ["api", "api"].map(() => rehearsed.deployments.start(service, "api"));
    assert.ok(second !== undefined && newest !== undefined);
    assert.deepEqual([building.queued, second.queued, newest.queued], [false, false, false]);
    assert.equal(newest.deploy.status, "created");
    await rehearsed.end(newest.deploy);
    assert.deepEqual(
      [live, building.deploy, second.deploy, newest.deploy].map(({ status }) => status),
      ["deactivated", "canceled", "canceled", "live"],
    );
    assert.equal(event(service, "build_ended")?.details.buildStatus, "succeeded");
    await until(() => servingPid(service));
  });

  it("can be canceled while they build and start, and not after", async () => {
    const service = await rehearsed.service({ buildCommand: "echo begun; sleep 60" });
    const building = rehearsed.deployments.start(service, "api").deploy;
    await until(() => messages(service).includes("begun"));
    await rehearsed.deployments.cancel(service, building);
    assert.equal(building.status, "canceled");
    assert.equal(event(service, "build_ended")?.details.buildStatus, "canceled");

    Object.assign(service.details, { buildCommand: "", startCommand: "echo started; sleep 60" });
    const starting = rehearsed.deployments.start(service, "api").deploy;
    await until(() => messages(service).includes("started"));
    await rehearsed.deployments.cancel(service, starting);
    assert.equal(starting.status, "canceled");
    assert.equal(event(service, "deploy_ended")?.details.deployStatus, "canceled");
    await assert.rejects(rehearsed.deployments.cancel(service, starting), { status: 409 });
  });

  it("are canceled when the service is suspended, and one for its resumption waits for that", async () => {
    const service = await rehearsed.service();
    const first = await rehearsed.deploy(service);
    const under = ["api", "api"].map(() => rehearsed.deployments.start(service, "api").deploy);
    const suspending = rehearsed.deployments.suspend(service);
    rehearsed.deployments.resume(service);
    await suspending;
    const [resumed] = service.deploys;
    assert.ok(resumed !== undefined && !under.includes(resumed));
    await rehearsed.end(resumed);
    assert.deepEqual(
      [resumed, first, ...under].map(({ status }) => status),
      ["live", "deactivated", "canceled", "canceled"],
    );
    await until(() => servingPid(service));
  });

  it("end with the embedded Render, however far they are", async () => {
    const service = await rehearsed.service({ buildCommand: "echo pid $$; exec sleep 60" });
    const other = await rehearsed.service({ startCommand: "echo pid $$; exec sleep 60" }, "other");
    const deploys = [service, service, other].map((one) => rehearsed.deployments.start(one, "api").deploy);
    const pids = await Promise.all([service, other].map((one) => until(() => pidsIn(messages(one))[0])));
    await rehearsed.deployments.stop();
    assert.deepEqual(
      deploys.map(({ status }) => status),
      ["canceled", "canceled", "canceled"],
    );
    for (const pid of pids) assert.equal(isAlive(pid), false);
    assert.throws(() => rehearsed.deployments.start(service, "api"), { status: 503 });
  });

  it("that fail leave their predecessor live, and its instance is started again", async () => {
    const service = await rehearsed.service();
    const good = await rehearsed.deploy(service);
    const before = await until(() => servingPid(service));
    service.details.startCommand = "exit 1";
    const bad = await rehearsed.deploy(service);
    assert.deepEqual([good.status, bad.status], ["live", "update_failed"]);
    const after = await until(() => servingPid(service));
    assert.notEqual(after, before);
    assert.ok(messages(service).some((line) => line.includes("On Render it would have gone on serving")));
    assert.equal(bad.folder, undefined);
  });

  it("that fail in the build do not touch their predecessor's process", async () => {
    const service = await rehearsed.service();
    await rehearsed.deploy(service);
    const before = await until(() => servingPid(service));
    service.details.buildCommand = "exit 1";
    assert.equal((await rehearsed.deploy(service)).status, "build_failed");
    assert.equal(await servingPid(service), before);
  });

  it("can be rolled back: the earlier configuration runs again without a build", async () => {
    const service = await rehearsed.service();
    service.variables.set("EDITION", "first");
    const first = await rehearsed.deploy(service);
    service.variables.set("EDITION", "second");
    const second = await rehearsed.deploy(service);
    assert.match(await textAt(service, "/environment"), /"EDITION":"second"/);
    const { deploy } = rehearsed.deployments.start(service, "rollback", { rollbackTo: first });
    await rehearsed.end(deploy);
    assert.deepEqual([deploy.status, deploy.trigger, deploy.rollbackTarget], ["live", "rollback", first.id]);
    assert.equal(second.status, "deactivated");
    assert.match(await textAt(service, "/environment"), /"EDITION":"first"/);
    assert.equal(service.events.filter(({ type }) => type === "build_started").length, 2);
  });

  it("cannot be rolled back to a working copy that is gone, and what is live stays", async () => {
    const service = await rehearsed.service();
    const first = await rehearsed.deploy(service);
    const second = await rehearsed.deploy(service);
    const before = await until(() => servingPid(service));
    await rm(first.folder ?? "", { recursive: true });
    const { deploy } = rehearsed.deployments.start(service, "rollback", { rollbackTo: first });
    await rehearsed.end(deploy);
    assert.deepEqual([deploy.status, second.status], ["update_failed", "live"]);
    assert.ok(messages(service).some((line) => line.includes(`The working copy of ${first.id} is gone`)));
    assert.equal(await servingPid(service), before);
  });
});

describe("The embedded Render's deploys of one service, where the workspace's policy is to wait", () => {
  let rehearsed: Rehearsed;
  beforeEach(async () => {
    rehearsed = await Rehearsed.open({ overlappingDeploys: "wait" });
  });
  afterEach(() => rehearsed.close());

  it("run one after another, and the one before is deactivated when the next is live", async () => {
    const service = await rehearsed.service();
    const first = rehearsed.deployments.start(service, "api");
    const second = rehearsed.deployments.start(service, "api");
    assert.deepEqual([first.queued, second.queued, second.deploy.status], [false, true, "queued"]);
    assert.equal(second.deploy.startedAt, null);
    // Asked from the beginning: once the first one is live, the second one may soon have its place.
    const before = await until(() => servingPid(service));
    await rehearsed.end(second.deploy);
    assert.deepEqual([first.deploy.status, second.deploy.status], ["deactivated", "live"]);
    assert.notEqual(await until(() => servingPid(service)), before);
    assert.deepEqual(service.deploys, [second.deploy, first.deploy]);
    assert.ok(messages(service).some((line) => line.includes(`The instance of ${first.deploy.id} is ended`)));
  });

  it("can be canceled while they wait, and only the newest of those runs", async () => {
    const service = await rehearsed.service({ buildCommand: "echo begun; sleep 60" });
    const start = () => rehearsed.deployments.start(service, "api").deploy;
    const [building, passedOver, waiting] = [start(), start(), start()];
    await until(() => messages(service).includes("begun"));
    assert.deepEqual([passedOver.status, waiting.status], ["canceled", "queued"]);
    await rehearsed.deployments.cancel(service, waiting);
    assert.deepEqual([building.status, waiting.status], ["build_in_progress", "canceled"]);
  });
});
