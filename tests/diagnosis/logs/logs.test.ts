import assert from "node:assert/strict";
import { createReadStream, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { diagnose, harmsLive, isDecided, LogVerdict, readLog, readLogLines } from "../../../diagnosis";
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
      // A verification and a watch have the log line by line: the answer is the same.
      const lines = readFileSync(file, "utf8").split("\n").slice(0, -1);
      assert.deepEqual(diagnose(readLogLines(lines)), diagnosis);
      const verdict = new LogVerdict();
      for (const line of lines) verdict.add(line);
      const mode = row.failureMode === "none" ? undefined : diagnosis.failureMode;
      assert.equal(verdict.cause()?.mode, mode === "unknown" ? undefined : mode);
      // A deploy that ended is decided by its log, and one that became live is harmed by nothing before that.
      assert.equal(verdict.decision()?.mode, isDecided(diagnosis) ? mode : undefined);
      assert.equal(verdict.harm()?.mode, harmsLive(diagnosis) ? mode : undefined);
      if (row.deploy === "live" && row.failureMode === "none") assert.equal(isDecided(diagnosis), false);
      verdict.live();
      assert.equal(verdict.harm(), undefined, "all that was written before a deploy is live was got over");
    });
  }
});
