export interface TestRunRow {
  /** Stable; by it the row is found among the stems. */
  readonly id: string;
  readonly says: "begin" | "not run" | "end";
  /** `failed` and `total` by name, where the line says both. */
  readonly pattern: RegExp;
  readonly source: string;
  readonly example: string;
}

/** What test runners print around what the tests themselves print. */
export const TEST_RUN_ROWS: readonly TestRunRow[] = [
  {
    id: "test-run/not-run",
    says: "not run",
    pattern:
      /Test suite failed to run|^=+ ERRORS =+$|ERROR collecting |^\d+ errors? occurred outside of examples|There (?:was|were) \d+ errors?:/,
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
    id: "test-run/begin-javascript",
    says: "begin",
    pattern:
      /^ ?RUN {2}v\d|^std(?:err|out) \| .*\.(?:test|spec)\.|^ {2}\d+ (?:passing \(|failing$)|^ ❯ \S+\.(?:test|spec)\.[cm]?[jt]sx? \(|^# Subtest: |^TAP version \d|^not ok \d+ /,
    source: "vitest-dev/vitest; mochajs/mocha; nodejs/node: lib/internal/test_runner",
    example: " RUN  v2.1.8 /app",
  },
  {
    id: "test-run/begin-other",
    says: "begin",
    pattern:
      /^[Ff]ailures:$|^PHPUnit \d|^There (?:was|were) \d+ failures?:|^(?:\[INFO\] )?Running (?:\w+\.)+\w*(?:Tests?|IT|Spec)\b|^\s+\d+\) test .* \(\S+\)$|^running \d+ tests?$|^(?:FAIL|ERROR): test\w* \(|^\s+Failed \S+\.\w+.* \[[<\d. ]+m?s\]$/,
    source:
      "rspec/rspec; sebastianbergmann/phpunit; apache/maven-surefire; elixir-lang/elixir: ExUnit; rust-lang/rust: libtest; CPython: unittest",
    example: "running 3 tests",
  },
  {
    id: "test-run/end",
    says: "end",
    // With an error beside, as of a file that cannot be imported, the run's output may have the cause.
    pattern:
      /^(?:\s*Tests:?\s+|=+ )?(?:(?<failed>\d+) failed|\d+ passed)(?:(?:, | \| )(?:\d+ (?:failed|passed|skipped|todo|warnings?|deselected|x\w+)|(?<total>\d+) total))*(?: \(\d+\))?(?: in \d[\d.]*s(?: \([\d:]+\))?)?(?: =+)?$/,
    source: "jestjs/jest; vitest-dev/vitest; pytest-dev/pytest: the last line of each",
    example: "Tests:       1 failed, 11 passed, 12 total",
  },
  {
    id: "test-run/end-javascript",
    says: "end",
    pattern: /^# fail \d+$|^npm (?:ERR!|error) Test failed|^\s*ELIFECYCLE\b.*Test failed/,
    source: "nodejs/node: lib/internal/test_runner; npm and pnpm: what they say of a `test` script",
    example: "# fail 1",
  },
  {
    id: "test-run/end-other",
    says: "end",
    pattern:
      /^(?<total>\d+) (?:examples?|tests?)(?:, \d+ \w+)*?, (?<failed>\d+) failures?\b|^Tests: (?<total2>\d+), Assertions: \d+, Failures: (?<failed2>\d+)|^\[(?:ERROR|INFO|WARNING)\]\s+Tests run: (?<total3>\d+), Failures: (?<failed3>\d+), Errors: 0, Skipped: \d+$|^\d+ tests completed, \d+ failed|^test result: |^FAILED \(failures=\d+|^Failed! +- Failed: +(?<failed4>\d+), Passed: +\d+, Skipped: +\d+, Total: +(?<total4>\d+)/,
    source:
      "rspec/rspec; sebastianbergmann/phpunit; apache/maven-surefire; gradle/gradle; elixir-lang/elixir: ExUnit; rust-lang/rust: libtest; CPython: unittest",
    example: "12 examples, 1 failure",
  },
];
