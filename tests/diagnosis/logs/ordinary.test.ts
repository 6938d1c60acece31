import assert from "node:assert/strict";
import { diagnose, readLogLines } from "../../../diagnosis";
import { ordinaryLines } from "./ordinary-lines";

const LINES = 30_000;

describe("The diagnosis of thirty thousand lines of an ordinary machine's log", () => {
  for (const seed of [1, 2, 3]) {
    it(`raises no false alarm (${seed})`, () => {
      const reading = readLogLines(ordinaryLines(LINES, seed));
      assert.equal(reading.lines, LINES);
      assert.deepEqual(
        reading.matches.map(({ signature, first }) => `${signature.id}: ${first.text}`),
        [],
      );
      assert.equal(diagnose(reading).failureMode, "unknown");
    });
  }

  it("still finds a failure among them", () => {
    const lines = ordinaryLines(LINES, 4);
    lines.splice(20_000, 0, "ModuleNotFoundError: No module named 'redis'", "==> Exited with status 1");
    const diagnosis = diagnose(readLogLines(lines));
    assert.equal(diagnosis.failureMode, "import/missing-module");
    assert.deepEqual(
      diagnosis.evidence.map(({ line }) => line),
      [20_001],
    );
  });
});
