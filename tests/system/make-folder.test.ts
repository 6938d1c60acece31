import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { makeFolder } from "../../system";

describe("A folder that is made", () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), "portcullis-folder-"));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it("is there with those that it is in, and may be there already", () => {
    const folder = path.join(root, "a", "b", "c");
    makeFolder(folder, 0o700);
    makeFolder(folder);
    assert.equal(statSync(folder).mode & 0o777, 0o700);
  });

  it("is refused where a file has its name, or that of one it is in", () => {
    const file = path.join(root, "file");
    writeFileSync(file, "");
    assert.throws(() => makeFolder(file), { code: "EEXIST" });
    assert.throws(() => makeFolder(path.join(file, "below")), { code: "EEXIST" });
  });

  it("is refused where the system has no place for it, instead of asking for ever", function () {
    if (process.platform !== "linux") this.skip();
    // In a process of its own: this one could not end a call that never returns.
    const program = "require('tsx/cjs'); require('./system').makeFolder('/proc/portcullis/records')";
    const { stderr, signal } = spawnSync(process.execPath, ["-e", program], {
      cwd: path.join(__dirname, "../.."),
      encoding: "utf8",
      timeout: 60_000,
    });
    assert.equal(signal, null);
    assert.match(stderr, /ENOENT/);
  });
});
