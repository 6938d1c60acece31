import assert from "node:assert/strict";
import { createReadStream, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { diagnose, readLog, readLogLines } from "../../../diagnosis";
import { disagreements } from "./disagreement";
import { LOGS, type Row, TRUTH } from "./truth";

const { canary, logs } = parse(readFileSync(TRUTH, "utf8")) as {
  readonly canary: string;
  readonly logs: readonly Row[];
};

describe("The diagnosis of a log of a deploy that was made to fail", () => {
  it("is asked of at least forty", () => assert.ok(logs.length >= 40));

  for (const row of logs) {
    it(`is right of ${row.name}: ${row.failureMode}`, async () => {
      const file = path.join(LOGS, `${row.name}.log`);
      const diagnosis = diagnose(await readLog(createReadStream(file)));
      assert.deepEqual(disagreements(row, diagnosis, canary), []);
      // A verification has the log as lines: the answer is the same.
      const lines = readFileSync(file, "utf8").split("\n").slice(0, -1);
      assert.deepEqual(diagnose(readLogLines(lines)), diagnosis);
    });
  }
});
