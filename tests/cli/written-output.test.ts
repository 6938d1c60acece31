import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { endInOrder, interruptible } from "../../cli/interruption";
import { fullDisk } from "./full-disk";

const ENTRY = path.join(__dirname, "../../bin/portcullis.js");

describe("a report that cannot be written whole", () => {
  let folder: string;
  let preloaded: string;

  before(function () {
    if (process.platform === "win32") this.skip();
    folder = mkdtempSync(path.join(tmpdir(), "portcullis-output-"));
    preloaded = mkdtempSync(path.join(tmpdir(), "portcullis-preloaded-"));
  });

  after(() => {
    for (const made of [folder, preloaded])
      if (made !== undefined) rmSync(made, { recursive: true, force: true });
  });

  it("leaves the one that is there as it was, and says why in one sentence", () => {
    const output = path.join(folder, "report.json");
    const variables = Array.from({ length: 200 }, (_, at) => `NAME_${at}=${at}\n`).join("");
    writeFileSync(path.join(folder, ".env.production"), `PORT=8000\n${variables}`);
    writeFileSync(path.join(folder, "Procfile"), "web: uvicorn main:app --port $PORT\n");
    writeFileSync(output, "before");
    const disk = fullDisk(preloaded);
    const { status, stderr } = spawnSync(
      "sh",
      ["-c", disk.shell, process.execPath, ENTRY, "audit", folder, "--json", "--output", output],
      { encoding: "utf8", env: { ...process.env, ...disk.env } },
    );
    assert.equal(status, 2, stderr);
    assert.match(
      stderr,
      /^portcullis: \S+report\.json: expected a file that can be written, got EFBIG, [^.]*\.\n$/,
    );
    assert.equal(readFileSync(output, "utf8"), "before");
    assert.deepEqual(readdirSync(folder).sort(), [".env.production", "Procfile", "report.json"]);
  });

  it("is refused in one sentence where it would go to a pipe that nothing reads", () => {
    const output = path.join(preloaded, "pipe");
    assert.equal(spawnSync("mkfifo", [output]).status, 0);
    const { status, stderr } = spawnSync(process.execPath, [ENTRY, "audit", folder, "--output", output], {
      encoding: "utf8",
    });
    assert.equal(
      stderr,
      `portcullis: ${output}: expected a file that can be written, got ENXIO, a pipe or a device that nothing reads.\n`,
    );
    assert.equal(status, 2);
  });

  it("leaves no empty new file of `adopt`", () => {
    const service = mkdtempSync(path.join(folder, "adopted-"));
    writeFileSync(path.join(service, "Procfile"), "web: uvicorn main:app --host 0.0.0.0 --port $PORT\n");
    writeFileSync(path.join(service, "requirements.txt"), "fastapi==0.110.0\nuvicorn==0.29.0\n");
    const disk = fullDisk(preloaded);
    const output = path.join(folder, "stack");
    const { status, stderr } = spawnSync(
      "sh",
      ["-c", disk.shell, process.execPath, ENTRY, "adopt", service, "--output", output],
      { encoding: "utf8", env: { ...process.env, ...disk.env } },
    );
    assert.equal(status, 2, stderr);
    assert.match(stderr, /^portcullis: \S+: expected a file that can be written, got EFBIG, [^.]*\.\n$/);
    const empty = readdirSync(output, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .filter(({ name, parentPath }) => readFileSync(path.join(parentPath, name), "utf8") === "");
    assert.deepEqual(empty, []);
  });
});

describe("a standard output that takes no more", () => {
  const SENTENCE = "portcullis: standard output: expected one that can be written to the end, got";

  it("is said in one sentence where the disk is full", function () {
    if (!existsSync("/dev/full")) this.skip();
    const { status, stderr } = spawnSync(
      "sh",
      ["-c", '"$0" "$1" rules > /dev/full', process.execPath, ENTRY],
      { encoding: "utf8" },
    );
    assert.equal(stderr, `${SENTENCE} ENOSPC, a full disk.\n`);
    assert.equal(status, 2);
  });

  it("is said in one sentence where a pipe has no reader", async function () {
    if (process.platform === "win32") this.skip();
    const child = spawn(process.execPath, [ENTRY, "rules"], { stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.destroy();
    const [stderr, [status]] = await Promise.all([text(child.stderr), once(child, "close")]);
    assert.equal(stderr, `${SENTENCE} EPIPE, a pipe that is read no more.\n`);
    assert.equal(status, 2);
  });

  it("ends in order what a command has started", async () => {
    const lost = new Error("EPIPE");
    assert.equal(endInOrder(lost), false);
    const work = interruptible("nothing is left", async (signal) => {
      queueMicrotask(() => endInOrder(lost));
      await once(signal, "abort");
      signal.throwIfAborted();
      return 0;
    });
    await assert.rejects(work, lost);
    assert.equal(endInOrder(lost), false);
  });
});
