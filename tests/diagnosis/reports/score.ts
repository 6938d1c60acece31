/**
 * Scores the diagnosis on reports of others: `npx tsx tests/diagnosis/reports/score.ts batch-01 [batch-02 …]`.
 * Prints one line a report, the worst last, the totals, and how often *certain* and *likely* were right.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { type Certainty, diagnose, readLogLines } from "../../../diagnosis";
import { batches, REPORTS, reportsOf, wantedModes } from "./expected";
import { VERDICTS, type Verdict, verdictOf } from "./verdict";

interface Scored extends Verdict {
  readonly file: string;
  readonly certainty: Certainty;
}

function scored(batch: string): readonly Scored[] {
  const wanted = wantedModes();
  return reportsOf(batch).map((report) => {
    const text = readFileSync(path.join(REPORTS, batch, report.file), "utf8");
    const diagnosis = diagnose(readLogLines(text.split("\n").slice(0, -1)));
    const verdict = verdictOf(report, diagnosis, wanted);
    return { ...verdict, file: `${batch}/${report.file}`, certainty: diagnosis.certainty };
  });
}

function print(all: readonly Scored[]): void {
  for (const kind of VERDICTS) {
    for (const one of all.filter((row) => row.kind === kind)) {
      console.log(`${kind.padEnd(21)} ${one.file}: ${one.reason}`);
    }
  }
  const count = (rows: readonly Scored[], kind: string): number =>
    rows.filter((row) => row.kind === kind).length;
  console.log(`\n${all.length} reports: ${VERDICTS.map((kind) => `${count(all, kind)} ${kind}`).join(", ")}`);
  for (const certainty of ["certain", "likely"] as const) {
    const said = all.filter((row) => row.certainty === certainty);
    const false_ = count(said, "wrong") + count(said, "confidently-wrong");
    console.log(
      `${certainty}: said of ${said.length}, right ${count(said, "right")}, right or partly ${count(said, "right") + count(said, "partly")}, wrong ${false_}`,
    );
  }
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !batches().includes(name));
if (asked.length === 0 || unknown.length > 0) {
  console.error(
    `score: expected one or more of ${batches().join(", ")}, got ${unknown.join(", ") || "nothing"}.`,
  );
  process.exitCode = 2;
} else {
  print(asked.flatMap(scored));
}
