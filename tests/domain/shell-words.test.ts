import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { quotePath } from "../../domain/shell-words";

describe("A path in a command to type", () => {
  it("is quoted where a shell would split or expand it, and is no option", () => {
    assert.equal(quotePath("a/b.log"), "a/b.log");
    assert.equal(quotePath("it's $HOME"), "'it'\\''s $HOME'");
    assert.equal(quotePath("-rf"), "./-rf");
  });

  for (const path of ["a\u001b[31mb", "a\n::error::b", "it's\u202e\u2028\\b", "\u009b"])
    it(`shows no unseen character and is read back with each: ${JSON.stringify(path)}`, function () {
      assert.doesNotMatch(quotePath(path), /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u);
      const { stdout, error } = spawnSync("bash", ["-c", `printf %s ${quotePath(path)}`], {
        encoding: "utf8",
        env: { ...process.env, LC_ALL: "C.UTF-8" },
      });
      if (error !== undefined) this.skip();
      assert.equal(stdout, path);
    });
});
