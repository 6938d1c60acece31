import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readText } from "../../../audit/walk/read-text";
import { type WalkOptions, walk } from "../../../audit/walk/walk";
import { type Files, inFolder } from "../written-folder";

const listed = (files: Files, options?: WalkOptions): readonly string[] =>
  inFolder(files, (folder) => walk(folder, options).files);

describe("the audit's walk", () => {
  const CASES: readonly (readonly [string, Files, WalkOptions, readonly string[]])[] = [
    ["lists files by name", { "b.py": "", "a/c.py": "" }, {}, ["a/c.py", "b.py"]],
    [
      "leaves out what git ignores",
      { ".gitignore": "*.log\n/out/\n", "a.log": "", "out/a.py": "", "b.py": "" },
      {},
      [".gitignore", "b.py"],
    ],
    [
      "reads a nested .gitignore for its own folder alone",
      { "a/.gitignore": "x.py\n", "a/x.py": "", "x.py": "" },
      {},
      ["a/.gitignore", "x.py"],
    ],
    [
      "lets a deeper file take a pattern back",
      { ".gitignore": "*.env\n", "a/.gitignore": "!b.env\n", "a/b.env": "" },
      {},
      [".gitignore", "a/.gitignore", "a/b.env"],
    ],
    ["reads a clone's own list", { ".git/info/exclude": "x.py\n", "x.py": "", "y.py": "" }, {}, ["y.py"]],
    [
      "leaves out installed packages",
      { "node_modules/a/b.js": "", "mine/pyvenv.cfg": "", "mine/c.py": "", "d.py": "" },
      {},
      ["d.py"],
    ],
    [
      "leaves out tests and examples",
      { "tests/a.py": "", "src/b.test.ts": "", "test_c.py": "", "d.py": "" },
      {},
      ["d.py"],
    ],
    [
      "reads what --include names, though ignored",
      { ".gitignore": ".env*\n", ".env.production": "", ".env": "" },
      { include: [".env.production"] },
      [".env.production", ".gitignore"],
    ],
    [
      "enters an ignored folder for --include",
      { ".gitignore": "conf/\n", "conf/a.env": "", "conf/b.txt": "" },
      { include: ["conf/*.env"] },
      [".gitignore", "conf/a.env"],
    ],
    [
      "reads tests that --include names",
      { "tests/fixtures/a.env": "" },
      { include: ["tests/fixtures/"] },
      ["tests/fixtures/a.env"],
    ],
    ["leaves out what --exclude names", { "old/a.py": "", "b.py": "" }, { exclude: ["old/"] }, ["b.py"]],
  ];
  for (const [title, files, options, expected] of CASES) {
    it(title, () => assert.deepEqual(listed(files, options), expected));
  }

  it("counts what it leaves out, env files apart", () => {
    inFolder(
      { ".gitignore": ".env\n*.log\n", ".env": "", "a.log": "", "node_modules/a.js": "", ".git/HEAD": "" },
      (folder) => {
        const { leftOut } = walk(folder);
        assert.deepEqual(Object.fromEntries(leftOut), {
          environmentIgnored: 1,
          ignored: 1,
          vendored: 1,
          versionControl: 1,
        });
      },
    );
  });

  it("follows no link, neither to a file outside nor round in a circle", () => {
    inFolder({ "outside/.env": "A=1", "inside/a.py": "" }, (folder) => {
      const inside = path.join(folder, "inside");
      symlinkSync(path.join(folder, "outside/.env"), path.join(inside, ".env"));
      symlinkSync(inside, path.join(inside, "again"));
      const { files, leftOut } = walk(inside);
      assert.deepEqual(files, ["a.py"]);
      assert.equal(leftOut.get("link"), 2);
      assert.equal(readText(inside, ".env").reason, "link");
    });
  });
});

describe("a file of the audit", () => {
  it("is read as text, with what is no UTF-8 replaced", () => {
    inFolder({ a: Buffer.from([0x41, 0xff]) }, (folder) =>
      assert.equal(readText(folder, "a").text, "A\uFFFD"),
    );
  });

  it("is left out where it is binary or larger than 1 MB", () => {
    inFolder({ a: Buffer.from([0x41, 0]), b: "x".repeat(1_000_001) }, (folder) => {
      assert.equal(readText(folder, "a").reason, "binary");
      assert.equal(readText(folder, "b").reason, "large");
    });
  });

  it("is told as unreadable where it is no file or not there", () => {
    inFolder({}, (folder) => {
      mkdirSync(path.join(folder, "a"));
      writeFileSync(path.join(folder, "c"), "");
      const noFile = { problem: "it is no plain file" };
      assert.deepEqual(readText(folder, "a").reason, noFile);
      const made = spawnSync("mkfifo", [path.join(folder, "pipe")]);
      if (made.status === 0) assert.deepEqual(readText(folder, "pipe").reason, noFile);
      assert.deepEqual(readText(folder, "b").reason, { problem: "the file is unreadable (ENOENT)" });
      assert.equal(readText(folder, "c").text, "");
    });
  });
});
