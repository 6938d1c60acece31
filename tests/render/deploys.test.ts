import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { REPOSITORY } from "../rehearsal/render/called-render";
import { TypedProgram } from "./typed-program";

const WAITS = { "render:waitForDeployCompletion": true };

describe("An update that waits for its deploys", function () {
  this.timeout(5 * 60_000);
  let program: TypedProgram;

  before(async () => {
    program = await TypedProgram.open(WAITS, { overlappingDeploys: "wait" });
  });
  after(() => program.close());

  const environment = (change: Readonly<Record<string, string>>) => {
    const variables = { PORT: String(program.port), ...change };
    return { envVars: Object.fromEntries(Object.entries(variables).map(([key, value]) => [key, { value }])) };
  };

  /** Its build ends when `seen` is there: however slow the update is, it finds the deploy in progress. */
  const service = (change: Readonly<Record<string, unknown>>) => {
    const buildCommand = `until [ -e '${seen()}' ]; do sleep 0.1; done`;
    const nativeRuntime = { repoUrl: REPOSITORY, branch: "main", runtime: "node", buildCommand };
    return program.service({ runtimeSource: { nativeRuntime }, ...change });
  };
  const seen = () => path.join(program.folder, "seen");
  const untilSeen = {
    onOutput: (text: string) => {
      if (/Deploy dep-\w+: build in progress/.test(text)) writeFileSync(seen(), "");
    },
  };

  it("fails when the first deploy does, says why, and keeps the service in the state", async () => {
    program.resources = [service(environment({ EXIT: "3" }))];
    const output = await program.fail(["up", "--yes", "--skip-preview"], untilSeen);
    assert.match(output, /Deploy dep-\w+ ended as update_failed: its new instance did not start/);
    assert.match(output, /Deploy dep-\w+: (build|update) in progress/);
    const { services } = await program.atRender();
    assert.equal((await program.state()).api.id, services[0].id);
  });

  it("tries again at the next up, and fails again while nothing has changed", async () => {
    const [before] = (await program.atRender()).services;
    const output = await program.fail(["up", "--yes", "--skip-preview"]);
    assert.match(output, /ended as update_failed/);
    const deploys = await program.called.ask("GET", `/services/${before.id}/deploys`);
    assert.equal(deploys.length, 2);
  });

  it("tries again beside a change that needs no deploy by itself", async () => {
    program.resources = [service({ ...environment({ EXIT: "3" }), name: "renamed" })];
    assert.match(await program.fail(["up", "--yes", "--skip-preview"]), /ended as update_failed/);
    const { services } = await program.atRender();
    assert.equal(services[0].name, "renamed");
    assert.equal((await program.called.ask("GET", `/services/${services[0].id}/deploys`)).length, 3);
  });

  it("succeeds once the deploy is live, tells its steps, and then has nothing to do", async () => {
    program.resources = [service({ ...environment({}), name: "renamed" })];
    rmSync(seen());
    const output = await program.up(untilSeen);
    for (const step of ["(build|update) in progress", "live"])
      assert.match(output, new RegExp(`Deploy dep-\\w+: ${step}`));
    await program.nothingToDo();
    const { outputs } = (await program.state()).api;
    assert.equal(await (await fetch(outputs.url)).text(), "ok");
  });

  it("finds the deploy that Render queues behind another, and waits for it", async () => {
    const [{ id }] = (await program.atRender()).services;
    // The first holds the queue until it is cancelled, once the second is there.
    const deploys = `/services/${id}/deploys`;
    await program.called.ask("PUT", `/services/${id}/env-vars/HOLD`, { value: "yes" });
    const first = await program.called.ask("POST", deploys, {});
    // The update leaves alone what the program does not name, and the second deploy must not hold too.
    await program.called.ask("DELETE", `/services/${id}/env-vars/HOLD`);
    program.resources = [service({ ...environment({ NEW: "yes" }), name: "renamed" })];
    let cancelled: Promise<unknown> | undefined;
    const output = await program.up({
      onOutput: (text) => {
        if (/Deploy dep-\w+: queued/.test(text)) {
          cancelled ??= program.called.ask("POST", `${deploys}/${first.id}/cancel`);
        }
      },
    });
    assert.ok(cancelled, output);
    await cancelled;
    assert.match(output, /Render has queued the deploy behind another/);
    assert.match(output, /Deploy dep-\w+: live/);
    const [newest] = await program.called.ask("GET", deploys);
    assert.equal((await program.state()).api.outputs.deployId, newest.deploy.id);
  });

  it("ends at once when the user cancels, keeps the service, and says that Render goes on", async () => {
    program.resources = [service({ ...environment({ HOLD: "yes" }), name: "renamed" })];
    let interrupted = false;
    const output = await program.fail(["up", "--yes", "--skip-preview"], {
      onOutput: (text, child) => {
        if (interrupted || !/Deploy dep-\w+: update in progress/.test(text)) return;
        interrupted = true;
        child.kill("SIGINT");
      },
    });
    assert.match(
      output,
      /Waiting for deploy dep-\w+ ended: the update was cancelled.*Render goes on with it/,
    );
    const { services } = await program.atRender();
    assert.equal((await program.state()).api.id, services[0].id);
    program.resources = [service({ ...environment({}), name: "renamed" })];
    const [{ deploy }] = await program.called.ask("GET", `/services/${services[0].id}/deploys`);
    await program.called.ask("POST", `/services/${services[0].id}/deploys/${deploy.id}/cancel`);
    // The state may not know what the cancelled update has set: the provider has written it down.
    await program.up();
    const left = await program.called.ask("GET", `/services/${services[0].id}/env-vars`);
    assert.ok(!JSON.stringify(left).includes("HOLD"));
    await program.nothingToDo();
  });

  it("is not held up by a deploy when it destroys", async () => {
    await program.succeed(["destroy", "--yes", "--skip-preview"]);
    assert.deepEqual((await program.atRender()).services, []);
  });
});
