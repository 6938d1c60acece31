import assert from "node:assert/strict";
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const ENTRY = path.join(__dirname, "../../bin/portcullis.js");
const LOG = "INFO: Started server process [1]\nUvicorn running on http://0.0.0.0:10000\n==> Timed Out\n";

describe("an input that a command is given", function () {
  this.timeout(60_000);
  let folder: string;
  let pipe: string;

  before(function () {
    // Windows has neither named pipes nor such devices.
    if (process.platform === "win32") this.skip();
    folder = mkdtempSync(path.join(tmpdir(), "portcullis-input-"));
    pipe = path.join(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    writeFileSync(path.join(folder, ".env"), "PORT=8000\n");
  });

  after(() => folder !== undefined && rmSync(folder, { recursive: true, force: true }));

  function begin(...args: readonly string[]) {
    const child = spawn(process.execPath, [ENTRY, ...args], { env: { ...process.env, NO_COLOR: "1" } });
    return { child, ended: endOf(child) };
  }

  it("is refused in one sentence where it is a device or a pipe, which have no end", async () => {
    for (const [args, got] of [
      [["diagnose", "/dev/zero"], "expected a log in a file or a pipe, got a device"],
      [["diagnose", pipe, "--events", pipe], "got a pipe"],
      [["audit", folder, "--waivers", pipe], "got a pipe"],
      [["audit", folder, "--baseline", "/dev/zero"], "got a device"],
    ] as const) {
      const { child, ended } = begin(...args);
      // `--events` is read after the log.
      if (args.includes("diagnose" as never) && args[1] === pipe) writeFileSync(pipe, LOG);
      const { code, stderr } = await ended;
      assert.equal(code, 2, stderr);
      assert.ok(stderr.includes(got), stderr);
      assert.equal(stderr.trim().split("\n").length, 1, stderr);
      assert.equal(child.signalCode, null);
    }
  });

  it("is waited for where it is a pipe, until somebody writes to it", async () => {
    const { ended } = begin("diagnose", pipe);
    writeFileSync(pipe, LOG);
    const { code, stdout, stderr } = await ended;
    assert.equal(code, 3, stderr);
    assert.match(stdout, /The service listens on 10000/);
  });

  it("is waited for no longer once a signal comes", async () => {
    const { child, ended } = begin("diagnose", pipe, "--events", "none.json");
    // A second process, so that the first one is known to wait.
    execFileSync(process.execPath, [ENTRY, "--version"]);
    child.kill("SIGTERM");
    const { code, stdout } = await ended;
    assert.ok(code === 143 || child.signalCode === "SIGTERM", `${code} ${child.signalCode}`);
    assert.equal(stdout, "");
  });
});

describe("a command that reads for long", () => {
  it("leaves a signal to the system, which ends it at once", () => {
    const says =
      'process.on("exit", () => console.error(process.eventNames().filter((name) => /^SIG/.test(name))))';
    const first = `data:text/javascript,${encodeURIComponent(says)}`;
    const command = [
      "--import",
      first,
      ENTRY,
      "audit",
      path.join(__dirname, "../fixtures/repositories/sound"),
    ];
    const { stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
    assert.equal(stderr, "[]\n");
  });
});

function endOf(child: ChildProcess) {
  const texts = { stdout: "", stderr: "" };
  child.stdout?.on("data", (chunk: Buffer) => (texts.stdout += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (texts.stderr += chunk.toString()));
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) =>
    child.once("close", (code) => resolve({ code, ...texts })),
  );
}
