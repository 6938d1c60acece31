import assert from "node:assert/strict";
import { diagnose, readLog, readLogLines } from "../../../diagnosis";

const CAUSE = 'password authentication failed for user "app"';
const PADDING = "x".repeat(12_000);
const EXITED = "==> Exited with status 1";

describe("A line of more than ten thousand characters", () => {
  const lines: readonly (readonly [string, string])[] = [
    [
      "a JSON object whose message is its last field",
      JSON.stringify({ level: "error", context: PADDING, message: CAUSE }),
    ],
    [
      "a JSON object whose error is behind its stack",
      JSON.stringify({ msg: "start failed", state: PADDING, err: { message: CAUSE } }),
    ],
    [
      "a JSON object after a time",
      `2026-01-05T09:00:00Z ${JSON.stringify({ context: PADDING, message: CAUSE })}`,
    ],
    [
      "a JSON object that the platform cut",
      JSON.stringify({ message: CAUSE, context: PADDING }).slice(0, 11_000),
    ],
    ["a sentence that ends with its cause", `Error: request ${PADDING} failed: ${CAUSE}`],
  ];
  for (const [what, line] of lines) {
    it(`is read to its cause: ${what}`, async () => {
      const diagnosis = diagnose(readLogLines([line, EXITED]));
      assert.equal(diagnosis.failureMode, "database/credentials");
      assert.ok(diagnosis.evidence.every(({ text }) => text.length <= 5_000));
      assert.deepEqual(diagnose(await readLog([Buffer.from(`${line}\n${EXITED}\n`)])), diagnosis);
    });
  }

  it("takes no time that grows with the square of its length where it is no object, or one of backslashes alone", () => {
    const lines = Array.from({ length: 200 }, (_, at) => `{"${at}":"${"\\\\".repeat(25_000)}`);
    assert.equal(diagnose(readLogLines(lines)).failureMode, "unknown");
  });

  it("takes bounded time also where it is an object of megabytes", () => {
    assert.equal(diagnose(readLogLines([`{"context":"${"x".repeat(10_000_000)}"}`])).failureMode, "unknown");
  });
});
