import assert from "node:assert/strict";
import { ignorePatterns, isTooCostly } from "../../../audit/git/ignore-patterns";
import { walk } from "../../../audit/walk/walk";
import { inFolder } from "../written-folder";

describe("patterns of an ignore file", () => {
  it("are left out, with their line, where to follow them would take too long, and the others are followed", () => {
    const text = [
      "*.log",
      `${"a/**/".repeat(20_000)}x`,
      "",
      "# *a*a*a*a*a*a*a*a*a*a",
      "*a*a*a*a*a*a*b",
      "/out/",
    ].join("\n");
    const { problems, files } = inFolder(
      { ".gitignore": text, ["a".repeat(250)]: "", "b.log": "", "out/c.py": "", "d.py": "" },
      (folder) => walk(folder),
    );
    assert.deepEqual(problems, [
      {
        file: ".gitignore",
        line: 2,
        reason: "a pattern with too many stars or letters is left out, and so are 1 more",
      },
    ]);
    assert.deepEqual(files, [".gitignore", "a".repeat(250), "d.py"]);
  });

  it("are followed to the 5,000th", () => {
    const { patterns, tooCostly } = ignorePatterns(
      Array.from({ length: 5001 }, (_, at) => `f${at}`).join("\n"),
    );
    assert.deepEqual(tooCostly, [5001]);
    assert.equal(patterns.ignores("f4999"), true);
    assert.equal(patterns.ignores("f5000"), false);
  });

  it("are what people write, with room", () => {
    for (const one of [
      "**/node_modules/**/.cache/**",
      "*.py[cod]",
      "!**/src/**/*.test.*.snap",
      "npm-debug.log*",
    ])
      assert.equal(isTooCostly(one), false, one);
  });
});
