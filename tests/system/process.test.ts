import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { isRunning, signalGroup } from "../../system";

describe("A process of this machine", () => {
  it("is running until it has ended, its group too", async () => {
    const child = spawn("sleep", ["60"], { detached: true, stdio: "ignore" });
    await once(child, "spawn");
    assert.equal(isRunning(child.pid ?? 0), true);
    assert.equal(isRunning(child.pid ?? 0, "sleep"), true);
    if (process.platform === "linux") assert.equal(isRunning(child.pid ?? 0, "another-program"), false);
    signalGroup(child.pid, "SIGKILL");
    assert.deepEqual(await once(child, "exit"), [null, "SIGKILL"]);
    assert.equal(isRunning(child.pid ?? 0), false);
  });

  it("takes a signal to a group that has ended, or to none, for nothing to do", async () => {
    const child = spawn("true", { detached: true, stdio: "ignore" });
    await once(child, "exit");
    signalGroup(child.pid, "SIGTERM");
    signalGroup(undefined, "SIGTERM");
  });
});
