import assert from "node:assert/strict";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { writeNew, writeWhole } from "../../system";

describe("A file that is written as a whole", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "portcullis-write-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("has its content and permissions, and nothing is left beside it", () => {
    const file = path.join(folder, "a.yaml");
    writeFileSync(file, "old");
    writeWhole(file, "new", 0o640);
    assert.equal(readFileSync(file, "utf8"), "new");
    assert.equal(statSync(file).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(folder), ["a.yaml"]);
  });

  it("stays as it was where the new content cannot take its place, and nothing is left beside it", () => {
    const file = path.join(folder, "taken");
    mkdirSync(path.join(file, "inside"), { recursive: true });
    assert.throws(() => writeWhole(file, "new"), { code: "EISDIR" });
    assert.deepEqual(readdirSync(folder), ["taken"]);
    assert.deepEqual(readdirSync(file), ["inside"]);
  });

  it("is made only where none is there, and nothing is left beside it", () => {
    const file = path.join(folder, "a.yaml");
    writeNew(file, "new");
    assert.throws(() => writeNew(file, "newer"), { code: "EEXIST" });
    assert.equal(readFileSync(file, "utf8"), "new");
    assert.deepEqual(readdirSync(folder), ["a.yaml"]);
  });

  it("does not write over another's draft", () => {
    const file = path.join(folder, "a");
    const draft = path.join(folder, `.a.portcullis-${process.pid}`);
    writeFileSync(draft, "another's");
    chmodSync(draft, 0o600);
    assert.throws(() => writeWhole(file, "new"), { code: "EEXIST" });
    assert.equal(readFileSync(draft, "utf8"), "another's");
  });
});
