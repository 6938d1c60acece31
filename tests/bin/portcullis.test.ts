import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { version } from "../../package.json";

const ENTRY = path.join(__dirname, "../../bin/portcullis.js");

describe("The command line's entry", () => {
  it("writes what is asked for, and V8 nothing of a flag that it does not know", () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [ENTRY, "--version"], {
      encoding: "utf8",
    });
    assert.deepEqual({ stdout, stderr, status }, { stdout: `${version}\n`, stderr: "", status: 0 });
  });
});
