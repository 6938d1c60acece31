import type { LogLine } from "../diagnosis";
import { namedGroups } from "./named-groups";
import type { TestRunRow } from "./test-run-rows";

/** What a failed test says of itself. */
const ASSERTION =
  /^(?:E +)?(?:[\w.]+\.)?Assertion(?:Failed)?Error\b|^E +assert |^\s*Failure\/Error: |^Failed asserting that|^thread '[^']*' (?:\(\d+\) )?panicked/;

/** Finds the output of a test run: an error that a test prints, quotes or expects is not why a build fails. */
export class TestRun {
  private from: number | undefined;
  /** What the first failed test of the latest run said. */
  assertion: LogLine | undefined;

  /** Answers, with the last line of a run, the line with which its output began. */
  add(row: TestRunRow | undefined, text: string, line: number): number | undefined {
    if (row?.says === "begin" && this.from === undefined) this.assertion = undefined;
    if (this.assertion === undefined && ASSERTION.test(text)) this.assertion = { line, text: text.trim() };
    if (row === undefined) return undefined;
    const { from } = this;
    this.from = row.says === "begin" ? (from ?? line) : undefined;
    return row.says === "end" && !isWhollyFailed(row, text) ? from : undefined;
  }
}

/** Where each of several tests failed, what they met is the cause: a service that is not there, and no test's own matter. */
function isWhollyFailed({ pattern }: TestRunRow, text: string): boolean {
  const counts = new Map(namedGroups(pattern, text));
  const all = Number(counts.get("total") ?? 0);
  return all > 1 && Number(counts.get("failed") ?? 0) === all;
}
