import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { runGuarded } from "../../../cli/stacks/guarded-command";
import { until } from "../../until";

const MODULE = path.join(__dirname, "../../../cli/stacks/guarded-command");

function guarded(script: string, signal = new AbortController().signal, input?: string) {
  return runGuarded({
    command: ["/bin/sh", "-c", script],
    folder: __dirname,
    environment: process.env,
    signal,
    ...(input === undefined ? {} : { input }),
  });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe("A guarded command", () => {
  it("gives its exit code and what it printed, and gets its input", async () => {
    const run = await guarded("cat; echo aside >&2; exit 3", undefined, "told\n");
    assert.deepEqual(
      { ...run, output: run.output.split("\n").toSorted() },
      {
        exitCode: 3,
        output: ["aside", "told"],
        stdout: "told",
      },
    );
  });

  it("is asked by SIGINT to end when its signal is aborted", async () => {
    const controller = new AbortController();
    const script = "trap 'echo ended; exit 9' INT; echo ready; while :; do sleep 0.05; done";
    const run = await runGuarded({
      command: ["/bin/sh", "-c", script],
      folder: __dirname,
      environment: process.env,
      signal: controller.signal,
      onLine: (line) => void (line === "ready" && controller.abort()),
    });
    assert.deepEqual([run.exitCode, run.stdout], [9, "ready\nended"]);
  });

  it("ends with its owner, with plugins that are in process groups of their own", async function () {
    if (process.platform !== "linux") this.skip(); // Sessions are read from /proc.
    // As Pulumi does with its plugins: another process group in the same session.
    const plugin = "import os; os.setpgid(0, 0); os.execvp('sleep', ['sleep', '300'])";
    const script = `python3 -c "${plugin}" & echo $!; echo $$; wait`;
    const program = `
      require(${JSON.stringify(MODULE)}).runGuarded({
        command: ["/bin/sh", "-c", ${JSON.stringify(script)}],
        folder: ".", environment: process.env, signal: new AbortController().signal,
        onLine: (line) => process.stdout.write(line + "\\n"),
      });`;
    const owner = spawn(process.execPath, ["-r", "tsx/cjs", "-e", program], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const pids: number[] = [];
    await new Promise<void>((resolve) => {
      createInterface({ input: owner.stdout }).on("line", (line) => {
        if (pids.push(Number(line)) === 2) resolve();
      });
    });
    assert.ok(pids.every(isRunning));
    owner.kill("SIGKILL");
    await once(owner, "exit");
    await until(() => !pids.some(isRunning));
  });
});
