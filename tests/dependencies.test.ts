import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";

const ROOT = path.join(__dirname, "..");

describe("What the packages declare", () => {
  it("is used, and what is used is declared; no file is left over", () => {
    const knip = path.join(ROOT, "node_modules", "knip", "bin", "knip.js");
    const { status, stdout, stderr } = spawnSync(process.execPath, [knip, "--no-progress"], {
      cwd: ROOT,
      encoding: "utf8",
    });
    assert.equal(status, 0, `${stdout}${stderr}`);
  });
});
