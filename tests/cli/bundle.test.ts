import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";

const { entry } = require("../../bin/bundle.js") as { entry(command: string | undefined): string };

const root = path.join(__dirname, "../..");

/** Rooms and commands that the bundle holds: in it, a file no longer stands where it stood. */
const BUNDLED = [
  "audit",
  "diagnosis",
  "domain",
  "cli/audit",
  "cli/adopt",
  "cli/rules",
  "cli/fracas",
  "cli/diagnose",
];

describe("The bundle of the reading commands", () => {
  it("is what runs an audit, and the source is what runs a rehearsal, a help text and a slip of the pen", () => {
    const bundle = entry("audit");
    assert.match(bundle, /cli-[0-9a-f]{16}\.js$/);
    assert.ok(existsSync(bundle));
    for (const command of ["rehearse", "review", "watch", "engine", "--help", "revew", undefined]) {
      assert.equal(entry(command), path.join(root, "cli/index.ts"));
    }
  });

  it("is made anew as soon as a source has changed", () => {
    const before = entry("audit");
    const source = path.join(root, "cli/exit-code.ts");
    const { atime, mtime } = statSync(source);
    try {
      utimesSync(source, atime, new Date(mtime.getTime() + 1000));
      assert.notEqual(entry("audit"), before);
    } finally {
      utimesSync(source, atime, mtime);
    }
  });

  it("is run with what V8 made of it before, and without that where it is spoilt", () => {
    const kept = `${entry("audit")}.code`;
    const lists = (): string => {
      const { status, stdout } = spawnSync(process.execPath, [path.join(root, "bin/portcullis.js"), "rules"]);
      assert.equal(status, 0);
      return stdout.toString();
    };
    rmSync(kept, { force: true });
    const first = lists();
    assert.ok(readFileSync(kept).length > 100_000);
    assert.equal(lists(), first);
    writeFileSync(kept, "no code");
    assert.equal(lists(), first);
    assert.notEqual(readFileSync(kept, "utf8"), "no code");
  });

  it("leaves what it imports at run time to the one who runs it", () => {
    const text = readFileSync(entry("audit"), "utf8");
    assert.match(text, /importPackage\("@secretlint\/core"\)/);
    assert.doesNotMatch(text, /[^.\w]import\(/);
  });

  it("holds no source that looks for files beside itself", () => {
    const files = BUNDLED.filter((folder) => existsSync(path.join(root, folder))).flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".ts"))
        .map((name) => path.join(root, folder, name)),
    );
    assert.ok(files.length > 50);
    assert.deepEqual(
      files.filter((file) => /\b__(?:dirname|filename)\b/.test(readFileSync(file, "utf8"))),
      [],
    );
  });
});
