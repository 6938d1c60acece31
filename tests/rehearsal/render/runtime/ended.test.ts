import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import net from "node:net";
import { type Begun, begunStages, STAGES } from "./begun-stages";
import { isAlive, Rehearsed, until } from "./rehearsed";

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = net.createServer().listen(port, "0.0.0.0");
    server.once("error", () => resolve(false));
    server.once("listening", () => server.close(() => resolve(true)));
  });

/** What was there, and is gone. */
async function assertGone({ pids, folders, port }: Begun): Promise<void> {
  await until(() => pids.every((pid) => !isAlive(pid)));
  await until(() => folders.every((folder) => !existsSync(folder)));
  assert.ok(await until(() => isFree(port)));
}

describe(`Of a ${Object.keys(STAGES).join(", of a ")} nothing is left`, () => {
  it("when the embedded Render is stopped", async () => {
    const rehearsed = await Rehearsed.open();
    const begun = await begunStages(rehearsed);
    assert.equal(begun.pids.filter(isAlive).length, Object.keys(STAGES).length);
    assert.ok(begun.folders.every(existsSync) && begun.folders.length === begun.pids.length);
    await rehearsed.close();
    assert.deepEqual(begun.pids.filter(isAlive), []);
    await assertGone(begun);
  });

  it("when its process is killed", async function () {
    if (process.platform !== "linux") this.skip();
    const program = `
      const { Rehearsed } = require("./rehearsed");
      const { begunStages } = require("./begun-stages");
      Rehearsed.open().then(begunStages).then((begun) => console.log(JSON.stringify(begun)));`;
    const owner = spawn(process.execPath, ["-r", "tsx/cjs", "-e", program], {
      cwd: __dirname,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [said] = await once(owner.stdout, "data");
    const begun = JSON.parse(String(said)) as Begun;
    assert.equal(begun.pids.filter(isAlive).length, Object.keys(STAGES).length);
    owner.kill("SIGKILL");
    await assertGone(begun);
  });
});
