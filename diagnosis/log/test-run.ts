interface TestRunRow {
  /** Stable; by it the row is found among the stems. */
  readonly id: string;
  readonly says: "begin" | "not run" | "end";
  readonly pattern: RegExp;
  readonly source: string;
  readonly example: string;
}

/** What test runners print around what the tests themselves print. */
export const TEST_RUN_ROWS: readonly TestRunRow[] = [
  {
    id: "test-run/not-run",
    says: "not run",
    pattern: /Test suite failed to run|^=+ ERRORS =+$|ERROR collecting /,
    source: "jestjs/jest: packages/jest-message-util; pytest-dev/pytest: src/_pytest/terminal.py",
    example: "  ● Test suite failed to run",
  },
  {
    id: "test-run/begin",
    says: "begin",
    pattern:
      /^(?:PASS|FAIL) .*\.[cm]?[jt]sx?(?: \(|$)|^rootdir: \S|^(?:E +)?(?:[\w.]+\.)?Assertion(?:Failed)?Error\b/,
    source: "jestjs/jest: packages/jest-reporters; pytest-dev/pytest: src/_pytest/terminal.py",
    example: "PASS src/a.test.js",
  },
  {
    id: "test-run/end",
    says: "end",
    // With an error beside, as of a file that cannot be imported, the run's output may have the cause.
    pattern:
      /^(?:\s*Tests:?\s+|=+ )?\d+ (?:failed|passed)(?:(?:, | \| )\d+ (?:failed|passed|skipped|total|todo|warnings?|deselected|x\w+))*(?: \(\d+\))?(?: in \d[\d.]*s(?: \([\d:]+\))?)?(?: =+)?$/,
    source: "jestjs/jest; vitest-dev/vitest; pytest-dev/pytest: the last line of each",
    example: "Tests:       1 failed, 11 passed, 12 total",
  },
];

/** Finds the output of a test run: an error that a test prints, quotes or expects is not why a build fails. */
export class TestRun {
  private from: number | undefined;

  /** Answers, with the last line of a run, the line with which its output began. */
  add(row: TestRunRow | undefined, line: number): number | undefined {
    if (row === undefined) return undefined;
    const { from } = this;
    this.from = row.says === "begin" ? (from ?? line) : undefined;
    return row.says === "end" ? from : undefined;
  }
}
