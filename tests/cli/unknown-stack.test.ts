import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";

const ENTRY = path.join(__dirname, "../../bin/portcullis.js");

describe("a stack that has no file", () => {
  for (const args of [
    ["drift", "nope"],
    ["drift", "staging", "nope"],
    ["monitor", "-s", "nope"],
    ["review", "nope"],
  ]) {
    it(`is refused with the stacks that have one: ${args.join(" ")}`, () => {
      const { status, stderr } = spawnSync(process.execPath, [ENTRY, ...args], { encoding: "utf8" });
      assert.equal(status, 2, stderr);
      assert.match(
        stderr,
        /^portcullis: Pulumi\.nope\.yaml: .* got ENOENT, no file of that name\. Type a stack that has a file: local, staging, production\.\n$/,
      );
    });
  }

  it("is one, where a command takes one: a second is refused, and not taken in its place", () => {
    for (const [name, option] of [
      ["monitor", "-s"],
      ["watch", "--stack"],
      ["diagnose", "--stack"],
    ] as const) {
      const args = [name, option, "staging", option, "production"];
      const { status, stderr } = spawnSync(process.execPath, [ENTRY, ...args], { encoding: "utf8" });
      assert.equal(status, 2, stderr);
      assert.match(
        stderr,
        /Expected one stack, got staging and production\. Type the command once for each\./,
      );
    }
  });

  it("is looked for after what is typed beside it: a pull request's branch has a name, and its comment a folder", () => {
    for (const [option, words] of [
      [["--branch", ""], /argument '' is invalid\. Expected a branch's name, got an empty one\./],
      [
        ["--branch", "x", "--comment", "/none/comment.md"],
        /^portcullis: --comment: expected a file in a folder/,
      ],
    ] as const) {
      const args = ["preview-environment", "up", "--pr", "7", "--from", "nope", ...option];
      const { status, stderr } = spawnSync(process.execPath, [ENTRY, ...args], { encoding: "utf8" });
      assert.equal(status, 2, stderr);
      assert.match(stderr, words);
    }
  });
});
