import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";

const REPOSITORY = path.join(__dirname, "../../..");
const SCRIPT = path.join(REPOSITORY, "rehearsal/dist/dynamic-provider.js");
const ENGINE = `const server = require("node:net").createServer((socket) => socket.on("error", () => {}));
  server.listen(0, "127.0.0.1", () => process.stdout.write(server.address().port + "\\n"));`;

async function started(args: readonly string[]): Promise<{ child: ChildProcess; line: string }> {
  const child = spawn(process.execPath, args, { cwd: REPOSITORY, stdio: ["ignore", "pipe", "inherit"] });
  const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  return { child, line };
}

describe("The engine's dynamic provider", function () {
  this.timeout(60_000);

  it("listens, and ends after an engine that is killed before it asked for anything", async () => {
    const engine = await started(["-e", ENGINE]);
    const provider = await started([SCRIPT, `127.0.0.1:${engine.line}`]);
    assert.match(provider.line, /^\d+$/);
    const ended = once(provider.child, "exit");
    engine.child.kill("SIGKILL");
    const [code] = await ended;
    assert.equal(code, 1);
  });
});
