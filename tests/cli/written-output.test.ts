import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const ENTRY = path.join(__dirname, "../../bin/portcullis.js");

describe("a report that cannot be written whole", () => {
  let folder: string;

  before(function () {
    if (process.platform === "win32") this.skip();
    folder = mkdtempSync(path.join(tmpdir(), "portcullis-output-"));
  });

  after(() => folder !== undefined && rmSync(folder, { recursive: true, force: true }));

  it("leaves the one that is there as it was, and says why in one sentence", () => {
    const output = path.join(folder, "report.json");
    const variables = Array.from({ length: 200 }, (_, at) => `NAME_${at}=${at}\n`).join("");
    writeFileSync(path.join(folder, ".env.production"), `PORT=8000\n${variables}`);
    writeFileSync(path.join(folder, "Procfile"), "web: uvicorn main:app --port $PORT\n");
    writeFileSync(output, "before");
    // As on a full disk: no file may grow beyond 512 bytes. An ignored signal stays ignored.
    const limited = `trap '' XFSZ; ulimit -f 1; exec "$0" "$@"`;
    const { status, stderr } = spawnSync(
      "sh",
      ["-c", limited, process.execPath, ENTRY, "audit", folder, "--json", "--output", output],
      { encoding: "utf8", env: { ...process.env, NODE_COMPILE_CACHE: "", NODE_DISABLE_COMPILE_CACHE: "1" } },
    );
    assert.equal(status, 2, stderr);
    assert.match(stderr, /^portcullis: \S+report\.json: expected a file that can be written, got EFBIG\.\n$/);
    assert.equal(readFileSync(output, "utf8"), "before");
    assert.deepEqual(readdirSync(folder).sort(), [".env.production", "Procfile", "report.json"]);
  });
});
