import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { filesOfIndex } from "../../../audit/git/git-index";
import { trackedFiles } from "../../../audit/git/tracked-files";
import { inFolder } from "../written-folder";

const FILES = {
  ".env": "A=1\n",
  "a.txt": "a\n",
  "a/b/c.txt": "c\n",
  "a/b/cd.txt": "d\n",
  "a/ä ö/😀.txt": "e\n",
  [`long/${"x".repeat(200)}/${"y".repeat(150)}.txt`]: "f\n",
  "z.txt": "z\n",
};

/** Runs git without any settings of the machine. */
function git(folder: string, ...words: readonly string[]): string {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
  const { status, stdout, stderr } = spawnSync("git", words, { cwd: folder, env, encoding: "utf8" });
  assert.equal(status, 0, `git ${words.join(" ")}: ${stderr}`);
  return stdout;
}

const listed = (folder: string): readonly string[] =>
  git(folder, "ls-files", "-z").split("\0").filter(Boolean);

const hasGit = spawnSync("git", ["--version"]).status === 0;

describe("what git tracks", function () {
  this.timeout(10 * 60_000);

  before(function () {
    // git writes the indexes that these tests read; the audit itself needs none.
    if (!hasGit) this.skip();
  });

  for (const version of ["2", "3", "4"]) {
    for (const format of ["sha1", "sha256"]) {
      it(`is read from an index of version ${version} with ${format} as git lists it`, () => {
        inFolder(FILES, (folder) => {
          git(folder, "init", "-q", `--object-format=${format}`);
          git(folder, "add", "-A");
          // Version 3 is written where an entry has an extended flag, such as that of `add -N`.
          git(folder, "update-index", "--index-version", version);
          if (version !== "2") git(folder, "update-index", "--skip-worktree", "a.txt");
          const index = readFileSync(path.join(folder, ".git/index"));
          assert.equal(String(index.readUInt32BE(4)), version);
          assert.deepEqual(filesOfIndex(index), listed(folder));
        });
      });
    }
  }

  it("is told from the folder that is looked at, also below the top", () => {
    inFolder(FILES, (folder) => {
      git(folder, "init", "-q");
      git(folder, "add", "a", "z.txt");
      assert.deepEqual(trackedFiles(folder), { paths: listed(folder) });
      assert.deepEqual(trackedFiles(path.join(folder, "a/b")), { paths: ["c.txt", "cd.txt"] });
    });
  });

  it("is that of the worktree where a file names the repository", () => {
    inFolder({ "a.txt": "a\n" }, (folder) => {
      git(folder, "init", "-q");
      git(folder, "add", "a.txt");
      git(folder, "-c", "user.name=a", "-c", "user.email=a@localhost", "commit", "-q", "-m", "Add a");
      git(folder, "worktree", "add", "-q", "other");
      assert.deepEqual(trackedFiles(path.join(folder, "other")), { paths: ["a.txt"] });
    });
  });

  it("leaves links out, and is nothing before anything was added", () => {
    inFolder({ "a.txt": "a\n" }, (folder) => {
      git(folder, "init", "-q");
      assert.deepEqual(trackedFiles(folder), { paths: [] });
      symlinkSync("a.txt", path.join(folder, "link"));
      git(folder, "add", "-A");
      assert.deepEqual(trackedFiles(folder), { paths: ["a.txt"] });
    });
  });

  it("is not known of an index that is split over several files, and that is said", () => {
    inFolder(FILES, (folder) => {
      git(folder, "init", "-q");
      git(folder, "add", "-A");
      git(folder, "update-index", "--split-index");
      const tracked = trackedFiles(folder);
      assert.ok(tracked !== undefined && tracked.paths === undefined);
      assert.match(tracked.why, /split over several files/);
    });
  });

  it("is read from any bytes without an error, and ends", () => {
    inFolder(FILES, (folder) => {
      git(folder, "init", "-q");
      git(folder, "add", "-A");
      const index = readFileSync(path.join(folder, ".git/index"));
      const changed = fc
        .tuple(fc.nat(index.length - 1), fc.uint8Array({ minLength: 1, maxLength: 8 }), fc.nat(index.length))
        .map(([at, bytes, length]) => {
          const copy = Buffer.from(index);
          copy.set(bytes.subarray(0, copy.length - at), at);
          return copy.subarray(0, length);
        });
      fc.assert(fc.property(changed, (bytes) => Array.isArray(filesOfIndex(bytes) ?? [])));
      fc.assert(fc.property(fc.uint8Array(), (bytes) => filesOfIndex(Buffer.from(bytes)) === undefined));
    });
  });
});
