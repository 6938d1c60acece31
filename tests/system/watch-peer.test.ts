import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { watchPeer } from "../../system";

/** A process that listens; one that is `unwilling` closes each connection at once. */
async function listener(unwilling: boolean): Promise<{ child: ChildProcess; address: string }> {
  const program = `const server = require("node:net").createServer((socket) => {
    socket.on("error", () => {}); ${unwilling ? "socket.destroy(); process.stdout.write('again\\n');" : ""} });
    server.listen(0, "127.0.0.1", () => process.stdout.write(server.address().port + "\\n"));`;
  const child = spawn(process.execPath, ["-e", program], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, "data")) as [Buffer];
  return { child, address: `127.0.0.1:${String(line).trim()}` };
}

describe("The watch over another process", () => {
  it("notices that it was killed", async () => {
    const { child, address } = await listener(false);
    const gone = new Promise<void>((resolve) => watchPeer(address, resolve));
    child.kill("SIGKILL");
    await gone;
  });

  it("asks one again that closes connections, and notices its end too", async () => {
    const { child, address } = await listener(true);
    let isGone = false;
    const gone = new Promise<void>((resolve) =>
      watchPeer(address, () => {
        isGone = true;
        resolve();
      }),
    );
    await once(child.stdout as NodeJS.ReadableStream, "data");
    await once(child.stdout as NodeJS.ReadableStream, "data");
    assert.equal(isGone, false);
    child.kill("SIGKILL");
    await gone;
  });

  it("ends where it is told to, and keeps no process running", async () => {
    const { child, address } = await listener(false);
    let isGone = false;
    const stop = watchPeer(address, () => {
      isGone = true;
    });
    stop();
    child.kill("SIGKILL");
    await once(child, "exit");
    await new Promise(setImmediate);
    assert.equal(isGone, false);
  });
});
