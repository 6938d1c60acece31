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
