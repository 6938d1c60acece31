import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { SDK_VERSION } from "../../engine";

const BIN = path.join(__dirname, "../../bin/portcullis.js");

describe("`portcullis engine` where no engine can be had", () => {
  let cache: string;

  beforeEach(() => {
    cache = mkdtempSync(path.join(tmpdir(), "portcullis-no-engine-"));
    // A download that has failed a moment ago is not tried again.
    writeFileSync(path.join(cache, `download-${SDK_VERSION}.failed`), "");
  });

  afterEach(() => rmSync(cache, { recursive: true, force: true }));

  for (const words of [["engine"], ["engine", "--doctor"]]) {
    it(`exits with 2, as the help says: ${words.join(" ")}`, () => {
      // PATH has neither a pulumi nor a go.
      const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...words], {
        encoding: "utf8",
        env: { ...process.env, PATH: cache, PORTCULLIS_CACHE: cache },
      });
      assert.match(`${stdout}${stderr}`, /build: no go on PATH: install Go/);
      assert.equal(status, 2);
    });
  }
});
