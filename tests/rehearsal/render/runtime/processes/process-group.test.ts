import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { liveProcesses, untilGone } from "../../../../../rehearsal/render/runtime/processes/process-group";

describe("The processes of a group", () => {
  it("are found as they come and go, one after another look, and none that has left the group", async () => {
    const script = `
      read -r line; sleep 1000 & first=$!; echo $first
      read -r line; setsid sh -c "while kill -0 $$; do sleep 1; done" & sleep 1000 & echo $!
      read -r line; kill $first; wait $first; echo gone; wait`;
    const child = spawn("/bin/sh", ["-c", script], { detached: true, stdio: ["pipe", "pipe", "ignore"] });
    const other = spawn("sleep", ["1000"], { detached: true, stdio: "ignore" });
    const group = child.pid ?? 0;
    const leader = String(group);
    const next = async (): Promise<string> => {
      child.stdin.write("go on\n");
      const [line] = await once(child.stdout, "data");
      return String(line).trim();
    };
    const found = async () => new Set(await liveProcesses(group));
    try {
      assert.deepEqual(await found(), new Set([leader]));
      const first = await next();
      assert.deepEqual(await found(), new Set([leader, first]));
      const second = await next();
      const isApart = async () => (await found()).size === 3;
      while (!(await isApart())) await new Promise(setImmediate);
      assert.deepEqual(await found(), new Set([leader, first, second]));
      assert.equal(await next(), "gone");
      assert.deepEqual(await found(), new Set([leader, second]));
    } finally {
      process.kill(-group, "SIGKILL");
      other.kill("SIGKILL");
    }
    await untilGone(group);
    assert.deepEqual(await found(), new Set());
  });
});
