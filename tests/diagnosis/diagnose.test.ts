import assert from "node:assert/strict";
import { diagnose, readLogLines } from "../../diagnosis";

const REFUSED = 'asyncpg.exceptions.InvalidPasswordError: password authentication failed for user "app"';

describe("The evidence of a diagnosis", () => {
  it("has a line once that comes again and again", () => {
    const { evidence } = diagnose(readLogLines([REFUSED, "INFO: trying again", REFUSED]));
    assert.deepEqual(evidence, [{ line: 1, text: REFUSED }]);
  });

  it("has the first and the last line of one failure that differ", () => {
    const other = REFUSED.replace("app", "web");
    const { evidence } = diagnose(readLogLines([REFUSED, "INFO: trying again", other]));
    assert.deepEqual(
      evidence.map(({ line }) => line),
      [1, 3],
    );
  });
});

describe("The certainty of a diagnosis", () => {
  it("is no longer sure where two lines near each other are as surely of different causes", () => {
    const lines = [
      "no main manifest attribute, in /app/app.jar",
      "ModuleNotFoundError: No module named 'redis'",
    ];
    assert.equal(diagnose(readLogLines(lines.slice(0, 1))).certainty, "certain");
    const both = diagnose(readLogLines(lines));
    assert.equal(both.certainty, "likely");
    assert.deepEqual(
      both.competing.map(({ failureMode }) => failureMode),
      ["import/missing-module"],
    );
  });
});
