import assert from "node:assert/strict";
import { stripVTControlCharacters } from "node:util";
import type { LogSource } from "../../../cli/diagnose/source";
import { diagnosisText } from "../../../cli/diagnose/terminal";
import { type Diagnosis, diagnose, readLogLines } from "../../../diagnosis";

/** The column at which each labelled sentence of a printed diagnosis begins. */
function columns(lines: readonly string[], ruleReported: boolean): readonly number[] {
  const reading = readLogLines(lines);
  const source: LogSource = {
    reading,
    name: "deploy.log",
    failure: undefined,
    service: undefined,
    deploy: undefined,
    commit: undefined,
    failedAt: undefined,
  };
  const read: Diagnosis = { ...diagnose(reading), ...(ruleReported && { ruleReported }) };
  const [head = ""] = stripVTControlCharacters(diagnosisText(read, source, undefined)).split("\n\n");
  return head
    .split("\n")
    .slice(1)
    .map((row) => /^ {2}\S.*? {2,}(?=\S)/.exec(row)?.[0].length ?? 0);
}

const LOOPBACK = [
  "INFO:     Uvicorn running on http://127.0.0.1:8000 (Press CTRL+C to quit)",
  "==> Port scan timeout reached, no open ports detected. Bind your service to at least one port.",
];

describe("A printed diagnosis", () => {
  for (const ruleReported of [true, false]) {
    it(`begins all its sentences at one column where a rule ${ruleReported ? "reports" : "would find"} it`, () => {
      const all = columns(LOOPBACK, ruleReported);
      assert.equal(all.length, 3);
      assert.equal(new Set(all).size, 1, all.join(", "));
    });
  }
});
