import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { holdFolder } from "../../system";
import { until } from "../until";
import { fullDisk } from "./full-disk";

const ENTRY = path.join(__dirname, "../../bin/portcullis.js");
const HELD_FILE = path.join(__dirname, "held-file.cjs");
const LOG = "INFO: Started server process [1]\nUvicorn running on http://0.0.0.0:10000\n==> Timed Out\n";

describe("a diagnosis whose record cannot be written, or not yet", () => {
  let folder: string;
  let log: string;

  before(function () {
    if (process.platform === "win32") this.skip();
    folder = mkdtempSync(path.join(tmpdir(), "portcullis-unrecorded-"));
    log = path.join(folder, "deploy.log");
    writeFileSync(log, LOG);
  });

  after(() => folder !== undefined && rmSync(folder, { recursive: true, force: true }));

  const argsFor = (records: string): string[] => [
    ...["diagnose", log, "--record", "--stack", "staging", "--folder", records],
  ];

  function recorded(records: string, disk = { shell: 'exec "$0" "$@"', env: {} as NodeJS.ProcessEnv }) {
    return spawnSync("sh", ["-c", disk.shell, process.execPath, ENTRY, ...argsFor(records)], {
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1", ...disk.env },
    });
  }

  function assertTold({ status, stdout, stderr }: ReturnType<typeof recorded>, why: RegExp): void {
    assert.equal(status, 2, stderr);
    assert.match(stdout, /The service listens on 10000/);
    assert.match(stderr, why);
    assert.equal(stderr.trim().split("\n").length, 1, stderr);
  }

  it("is printed, with the reason in one sentence", () => {
    assertTold(recorded(log), /could not be recorded: \S+deploy\.log: expected a folder .* got EEXIST\./);
  });

  it("is printed where the system has no place for a folder", function () {
    if (process.platform !== "linux") this.skip();
    assertTold(
      recorded("/proc/portcullis/records"),
      /could not be recorded: \S+: expected a folder .* got ENOENT, no file of that name\./,
    );
  });

  it("leaves the record that is there as it was where the disk is full", () => {
    const records = path.join(folder, "full");
    assert.equal(recorded(records).status, 3);
    const before = readFileSync(path.join(records, "FR-0001.yaml"), "utf8");
    assertTold(recorded(records, fullDisk(folder)), /got EFBIG, [^.]*\./);
    assert.equal(readFileSync(path.join(records, "FR-0001.yaml"), "utf8"), before);
    assert.deepEqual(readdirSync(records), ["FR-0001.yaml"]);
  });

  it("files no second one where git has left a conflict in the first", () => {
    const records = path.join(folder, "conflict");
    assert.equal(recorded(records).status, 3);
    const file = path.join(records, "FR-0001.yaml");
    const text = `<<<<<<< HEAD\n${readFileSync(file, "utf8")}`;
    writeFileSync(file, text);
    assertTold(recorded(records), /FR-0001\.yaml:1: .*merge conflict/);
    assert.equal(readFileSync(file, "utf8"), text);
    assert.deepEqual(readdirSync(records), ["FR-0001.yaml"]);
  });

  it("is recorded once another process that holds the records lets them go", async () => {
    const records = path.join(folder, "held");
    const pid = path.join(folder, "held-pid");
    const release = await holdFolder(records, { stale: 60_000, name: ".lock" });
    // It says when it first asks for the lock.
    const asks = { HELD: "/.lock", HELD_PID: pid, NODE_OPTIONS: `--require ${HELD_FILE}` };
    const child = spawn(process.execPath, [ENTRY, ...argsFor(records)], {
      stdio: "ignore",
      env: { ...process.env, ...asks },
    });
    const ended = once(child, "exit");
    await until(() => existsSync(pid));
    assert.deepEqual([child.exitCode, readdirSync(records)], [null, [".lock"]]);
    await release();
    assert.deepEqual(await ended, [3, null]);
    assert.deepEqual(readdirSync(records), ["FR-0001.yaml"]);
  });

  it("is recorded at once where the process that held the records was killed", () => {
    const records = path.join(folder, "left");
    const lock = path.join(records, ".lock");
    mkdirSync(lock, { recursive: true });
    utimesSync(lock, 0, 0);
    const { status, stderr } = recorded(records);
    assert.deepEqual([status, readdirSync(records)], [3, ["FR-0001.yaml"]], stderr);
  });
});
