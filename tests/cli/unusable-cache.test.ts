import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { unusableCacheSentence } from "../../cli/unusable-cache";

const ROOT = path.join(__dirname, "../..");

describe("A cache that cannot be made", () => {
  it("is said in one sentence, whatever a rehearsal would have kept there", function () {
    if (process.platform === "win32") this.skip();
    const folder = mkdtempSync(path.join(tmpdir(), "portcullis-unusable-"));
    const file = path.join(folder, "a file");
    writeFileSync(file, "");
    try {
      for (const cache of [file, path.join(file, "cache")]) {
        const { status, stderr } = spawnSync(
          process.execPath,
          [path.join(ROOT, "bin/portcullis.js"), "rehearse", "local"],
          { cwd: ROOT, encoding: "utf8", env: { ...process.env, PORTCULLIS_CACHE: cache } },
        );
        assert.equal(status, 2, stderr);
        const said = stderr.split("\n").filter((line) => line.startsWith("portcullis: "));
        assert.equal(said.length, 1, stderr);
        assert.match(
          said[0] ?? "",
          /expected a folder for what is kept between runs, got .*PORTCULLIS_CACHE/,
        );
        assert.doesNotMatch(stderr, /^\s+at /m);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("is refused in it or above it, and is no error elsewhere", () => {
    const error = (at: string, code = "EACCES", syscall = "mkdir") =>
      Object.assign(new Error(code), { code, syscall, path: at });
    const sentence = (given: unknown) => unusableCacheSentence(given, "/home/ada/.cache/portcullis");
    for (const at of ["/home/ada", "/home/ada/.cache/portcullis/engine", "/home/ada/.cache/portcullis"])
      assert.match(sentence(error(at)) ?? "", /^\/home\/ada.*: expected a folder .*got EACCES/);
    for (const other of [
      error("/home/ada/.cache/other"),
      error("/home/ada/.cache/portcullis/engine", "ENOENT", "open"),
      new Error("EACCES"),
      undefined,
    ])
      assert.equal(sentence(other), undefined);
  });
});
