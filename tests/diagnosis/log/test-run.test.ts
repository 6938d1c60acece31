import assert from "node:assert/strict";
import { diagnose, readLogLines } from "../../../diagnosis";
import { rowOf, stemsIn } from "../../../diagnosis/log/line-table";
import { TEST_RUN_ROWS } from "../../../diagnosis/log/test-run-rows";

const ended = (...lines: readonly string[]) => diagnose(readLogLines(lines));
const REFUSED = 'Error: password authentication failed for user "bob"';

describe("The output of a test run", () => {
  for (const { id, example } of TEST_RUN_ROWS) {
    it(`is known by its lines: ${id}`, () => {
      assert.equal(rowOf(TEST_RUN_ROWS, example, stemsIn(example))?.id, id);
    });
  }

  it("is never a certain cause, where a test failed", () => {
    const quoted = 'AssertionError: expected "Address already in use" to be raised';
    const { failureMode, certainty } = ended(quoted, "1 failed, 20 passed", "==> Build failed");
    assert.equal(failureMode, "build/failed");
    assert.notEqual(certainty, "certain");
  });

  it("leaves what the log said before the run", () => {
    const { failureMode } = ended(REFUSED, "PASS src/a.test.js", "Tests: 5 passed", "==> Build failed");
    assert.equal(failureMode, "database/credentials");
  });

  it("counts where a file of tests could not be run, or the run has no end", () => {
    const missing = "Cannot find module 'pg' from 'src/db.js'";
    for (const lines of [
      ["PASS src/a.test.js", "● Test suite failed to run", missing, "Tests: 5 passed, 5 total"],
      ["=== test session starts ===", "rootdir: /app", "=== ERRORS ===", REFUSED, "=== 1 error in 0.31s ==="],
      ["PASS src/a.test.js", REFUSED],
    ]) {
      assert.notEqual(ended(...lines, "==> Build failed").failureMode, "build/failed", lines.join("\n"));
    }
  });

  it("is a service's own where one was started before", () => {
    const log = ["==> Running 'node app.js'", "AssertionError: no user", REFUSED, "1 failed, 20 passed"];
    assert.equal(ended(...log, "==> Exited with status 1").failureMode, "database/credentials");
  });
});
