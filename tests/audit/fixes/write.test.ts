import assert from "node:assert/strict";
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { applyFixes } from "../../../audit/fixes";
import { inFolder } from "../written-folder";

const FILES = { "app/Procfile": "before", outside: "before" };
const PLANNED = { path: "app/Procfile", before: Buffer.from("before"), after: Buffer.from("after") };

/** Plans to write `app/Procfile`, lets `meanwhile` happen, and answers why nothing was written. */
const written = (meanwhile: (folder: string) => void, check: (folder: string) => void = () => {}) =>
  inFolder(FILES, (given) => {
    const folder = realpathSync(given);
    meanwhile(folder);
    const refused = applyFixes({ root: folder, files: [PLANNED] });
    check(folder);
    return refused.map(({ file, reason }) => `${file}: ${reason}`);
  });

describe("writing a fix", () => {
  it("puts the new file in place with the old one's mode, and leaves nothing beside it", () => {
    const refused = written(
      (folder) => chmodSync(path.join(folder, "app/Procfile"), 0o754),
      (folder) => {
        const file = path.join(folder, "app/Procfile");
        assert.equal(readFileSync(file, "utf8"), "after");
        assert.equal(statSync(file).mode & 0o7777, 0o754);
        assert.deepEqual(readdirSync(path.join(folder, "app")), ["Procfile"]);
      },
    );
    assert.deepEqual(refused, []);
  });

  it("refuses a file that changed since it was read, and keeps the change", () => {
    const refused = written(
      (folder) => writeFileSync(path.join(folder, "app/Procfile"), "mine"),
      (folder) => assert.equal(readFileSync(path.join(folder, "app/Procfile"), "utf8"), "mine"),
    );
    assert.deepEqual(refused, ["app/Procfile: it changed since it was read"]);
  });

  it("follows no link, neither to a file nor through a folder", () => {
    const outside = (folder: string): void =>
      assert.equal(readFileSync(path.join(folder, "outside"), "utf8"), "before");
    const toFile = written((folder) => {
      rmSync(path.join(folder, "app/Procfile"));
      symlinkSync(path.join(folder, "outside"), path.join(folder, "app/Procfile"));
    }, outside);
    assert.deepEqual(toFile, ["app/Procfile: it changed since it was read"]);
    const throughFolder = written((folder) => {
      renameSync(path.join(folder, "app"), path.join(folder, "other"));
      symlinkSync(path.join(folder, "other"), path.join(folder, "app"));
    });
    assert.deepEqual(throughFolder, ["app/Procfile: a link leads to it"]);
  });

  it("takes no name that is taken, and keeps what lies there", () => {
    const taken = (folder: string): string => path.join(folder, `app/.Procfile.portcullis-${process.pid}`);
    const refused = written(
      (folder) => writeFileSync(taken(folder), "somebody's"),
      (folder) => {
        assert.equal(readFileSync(taken(folder), "utf8"), "somebody's");
        assert.equal(readFileSync(path.join(folder, "app/Procfile"), "utf8"), "before");
      },
    );
    assert.deepEqual(refused, ["app/Procfile: it cannot be written (EEXIST)"]);
  });

  it("says that a file is gone", () => {
    const refused = written(
      (folder) => rmSync(path.join(folder, "app"), { recursive: true }),
      (folder) => assert.ok(!existsSync(path.join(folder, "app"))),
    );
    assert.deepEqual(refused, ["app/Procfile: it cannot be written (ENOENT)"]);
  });
});
