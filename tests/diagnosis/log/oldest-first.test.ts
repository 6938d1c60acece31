import assert from "node:assert/strict";
import { diagnose, readLog, readLogLines } from "../../../diagnosis";
import { oldestFirst } from "../../../diagnosis/log/oldest-first";

const NEWEST_FIRST = [
  "2026-01-05T09:00:05Z ==> Exited with status 1",
  "2026-01-05T09:00:04Z ModuleNotFoundError: No module named 'flask_cors'",
  "2026-01-05T09:00:03Z Traceback (most recent call last):",
  '2026-01-05T09:00:01Z password authentication failed for user "app", trying again in 2 s',
];

describe("A log whose newest line is the first", () => {
  it("is turned round, and keeps the numbers that its lines have", () => {
    const { failureMode, evidence } = diagnose(readLogLines(NEWEST_FIRST));
    assert.equal(failureMode, "import/missing-module");
    assert.deepEqual(
      evidence.map(({ line }) => line),
      [2],
    );
  });

  it("is read the same from a stream", async () => {
    const bytes = [Buffer.from(`${NEWEST_FIRST.join("\n")}\n`)];
    assert.deepEqual(diagnose(await readLog(bytes)), diagnose(readLogLines(NEWEST_FIRST)));
  });

  it("keeps the lines without a time behind the one that they go on with", () => {
    const lines = [
      "2026-01-05T09:00:04Z d",
      "2026-01-05T09:00:03Z c",
      "  of c",
      "2026-01-05T09:00:02Z b",
      "2026-01-05T09:00:01Z a",
    ];
    assert.deepEqual(
      oldestFirst(lines)?.lines.map((line) => line.slice(-4).trim()),
      ["1Z a", "2Z b", "3Z c", "of c", "4Z d"],
    );
    assert.deepEqual(oldestFirst(lines)?.numbers, [5, 4, 2, 3, 1]);
  });

  it("is none whose writers are a little out of order", () => {
    const mixed = ["03", "01", "04", "02", "05", "03", "06"].map((second) => `2026-01-05T09:00:${second}Z x`);
    assert.equal(oldestFirst(mixed), undefined);
    assert.equal(oldestFirst(["2026-01-05T09:00:01Z x", "2026-01-05T09:00:02Z x"]), undefined);
  });
});
