import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import path from "node:path";
import { launch } from "../../../../../rehearsal/render/runtime/processes/launch";
import { isAlive, pidsIn, until } from "../rehearsed";

const environment = { PATH: process.env.PATH ?? "" };
const LAUNCH = path.resolve(__dirname, "../../../../../rehearsal/render/runtime/processes/launch");

function run(text: string) {
  const lines: string[] = [];
  const onLine = (line: string): void => void lines.push(line);
  return { lines, running: launch({ text, folder: tmpdir(), environment, onLine }) };
}

describe("A launched command", () => {
  it("has given all its output, the unfinished line too, when its status is known", async () => {
    const { lines, running } = run("seq 1 20000; printf end; exit 3");
    assert.equal(running.status(), undefined);
    assert.equal(await running.exited, 3);
    assert.deepEqual([lines.length, lines.at(-1), running.status()], [20001, "end", 3]);
  });

  it("ends with everything it started, children that ignore SIGTERM included", async () => {
    const { lines, running } = run("(trap '' TERM; sh -c 'echo pid $$; sleep 300') & echo pid $$; wait");
    await until(() => pidsIn(lines).length === 2);
    await running.stop(0.2);
    for (const pid of pidsIn(lines)) assert.equal(isAlive(pid), false);
    assert.notEqual(running.status(), undefined);
  });

  it("has its time to end when it is stopped, though a shell before it ends at once", async () => {
    const { lines, running } = run(
      "sh -c 'trap \"sleep 1.2; echo bye; exit 0\" TERM; echo ready; while :; do sleep 0.05; done'; true",
    );
    await until(() => lines.includes("ready"));
    await running.stop(20);
    assert.equal(lines.at(-1), "bye");
  });

  it("can be stopped before it has begun", async () => {
    const { running } = run("sleep 300");
    await running.stop(20);
    assert.notEqual(running.status(), undefined);
  });

  it("leaves no child behind when it ends by itself", async () => {
    const { lines, running } = run("sleep 300 & echo pid $!; exit 0");
    assert.equal(await running.exited, 0);
    assert.equal(pidsIn(lines).length, 1);
    for (const pid of pidsIn(lines)) assert.equal(isAlive(pid), false);
  });

  it("is over although a process that left its group keeps the output open", async () => {
    const { lines, running } = run(
      `trap 'exit 0' USR1; setsid sh -c "echo pid \\$\\$; kill -USR1 $$; exec sleep 300" & wait`,
    );
    assert.equal(await running.exited, 0);
    const [stray] = pidsIn(lines);
    assert.ok(stray !== undefined && isAlive(stray));
    process.kill(stray, "SIGKILL");
  });

  it("refuses a folder that is not there, without harm to this process", () => {
    const folder = path.join(tmpdir(), "portcullis-test-nowhere");
    const nothing = (): void => undefined;
    assert.throws(() => launch({ text: "true", folder, environment, onLine: nothing }), /No process/);
  });

  it("ends with its owner even when that is killed", async () => {
    const program = `
      require(${JSON.stringify(LAUNCH)}).launch({
        text: "trap '' TERM HUP; sleep 300 & echo pid $!; echo pid $$; wait",
        folder: ".",
        environment: { PATH: process.env.PATH },
        onLine: (line) => process.stdout.write(line + "\\n"),
      });`;
    const owner = spawn(process.execPath, ["-r", "tsx/cjs", "-e", program], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let output = "";
    owner.stdout.on("data", (data) => {
      output += String(data);
    });
    await until(() => pidsIn(output.split("\n")).length === 2);
    const pids = pidsIn(output.split("\n"));
    assert.ok(pids.every(isAlive));
    owner.kill("SIGKILL");
    await once(owner, "exit");
    await until(() => pids.every((pid) => !isAlive(pid)));
  });

  it("takes along what left its group as a daemon, when it ends and when its owner is killed", async function () {
    if (process.platform !== "linux") this.skip();
    const marked = { ...environment, RENDER_INSTANCE_ID: `srv-test-${process.pid}` };
    const lines: string[] = [];
    const daemon = "setsid sh -c 'echo pid $$; exec sleep 300' & sleep 0.3";
    const command = {
      folder: tmpdir(),
      environment: marked,
      onLine: (line: string) => void lines.push(line),
    };
    assert.equal(await launch({ ...command, text: daemon }).exited, 0);
    const [pid = 0] = pidsIn(lines);
    assert.ok(pid > 0, lines.join("\n"));
    await until(() => !isAlive(pid));

    const program = `require(${JSON.stringify(LAUNCH)}).launch({ text: ${JSON.stringify(`${daemon}; sleep 300`)},
      folder: ${JSON.stringify(tmpdir())}, environment: ${JSON.stringify(marked)}, onLine: console.log })`;
    const owner = spawn(process.execPath, ["-r", "tsx/cjs", "-e", program], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [said] = await once(owner.stdout, "data");
    const [other = 0] = pidsIn(String(said).split("\n"));
    assert.ok(isAlive(other));
    owner.kill("SIGKILL");
    await until(() => !isAlive(other));
  });
});
