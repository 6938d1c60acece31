import type { Signature } from "../signature";

const OF_THE_TESTS = {
  mode: "build/failed",
  meaning: "tests fail in the build",
  stage: "step",
  certainty: "possible",
  decisive: false,
  correctiveAction:
    "Read the failed tests' own lines before this one and run the same tests on your machine, or leave them out of the build command.",
} as const;

/** What a test run says at its end; diagnosis/log/test-run.ts finds its own output. */
export const TEST_RUNS_SIGNATURES: readonly Signature[] = [
  {
    ...OF_THE_TESTS,
    id: "tests/failed",
    pattern:
      /^(?:\s*Tests:?\s+|=+ )?(?<count>\d+) failed(?:, | \| )(?:\d+ (?:skipped|todo)(?:, | \| ))*\d+ (?:passed|total)\b/,
    cause: "the build runs tests, and {count} of them failed",
    source: "jestjs/jest; vitest-dev/vitest; pytest-dev/pytest: the last line of each",
    example: "Tests:       1 failed, 11 passed, 12 total",
    examples: [
      "1 failed, 20 passed",
      "========================= 1 failed, 20 passed in 1.23s =========================",
    ],
    nearMiss: "Tests: 5 passed, 5 total",
  },
  {
    ...OF_THE_TESTS,
    id: "tests/counted",
    pattern:
      /^\d+ (?:examples?|tests?)(?:, \d+ \w+)*?, (?<count>[1-9]\d*) failures?\b|^Tests: \d+, Assertions: \d+, (?:Errors: \d+, )?Failures: (?<count2>[1-9]\d*)|^\[ERROR\]\s+Tests run: \d+, Failures: (?<count3>[1-9]\d*), Errors: \d+, Skipped: \d+$|^\d+ tests completed, (?<count4>[1-9]\d*) failed|^test result: FAILED\. \d+ passed; (?<count5>\d+) failed|^FAILED \(failures=(?<count6>\d+)|^# fail (?<count7>[1-9]\d*)$|^Failed! +- Failed: +(?<count8>\d+), Passed: /,
    cause: "the build runs tests, and {count} of them failed",
    source:
      "rspec/rspec; elixir-lang/elixir: ExUnit; sebastianbergmann/phpunit; apache/maven-surefire; gradle/gradle; rust-lang/rust: libtest; CPython: unittest; nodejs/node: lib/internal/test_runner",
    example: "12 examples, 1 failure",
    examples: ["Tests: 5, Assertions: 9, Failures: 1.", "# fail 1", "FAILED (failures=1)"],
    nearMiss: "12 examples, 0 failures",
  },
  {
    ...OF_THE_TESTS,
    id: "tests/named",
    pattern: /^\s*--- FAIL: (?<name>\S+)/,
    cause: "the build runs tests, and {name} failed",
    source: "golang/go: testing",
    example: "--- FAIL: TestPort (0.00s)",
    nearMiss: "--- PASS: TestPort (0.00s)",
  },
  {
    ...OF_THE_TESTS,
    id: "tests/script-failed",
    pattern: /^npm (?:ERR!|error) (?<what>Test failed)\b|^\s*ELIFECYCLE\b.*(?<what2>Test failed)\b/,
    cause: "the build runs the script `test`, and it failed: {what}",
    source: "npm/cli; pnpm/pnpm: what they say of a `test` script",
    example: "npm ERR! Test failed.  See above for more details.",
    nearMiss: "npm test passed",
  },
  {
    id: "lint/error",
    mode: "build/failed",
    meaning: "a linter stops the build",
    pattern: /^\s+\d+:\d+\s+error\s+(?<what>\S.*?)\s{2,}(?<rule>[\w@/-]+)$/,
    stage: "step",
    certainty: "possible",
    decisive: false,
    cause: "the build runs a linter, and its rule {rule} finds an error: {what}",
    correctiveAction:
      "Correct the place that the linter names, or leave the linter out of the build of the deploy.",
    source: "eslint/eslint: lib/cli-engine/formatters/stylish.js",
    example: "   3:20  error    Unable to resolve path to module './db'  import/no-unresolved",
    nearMiss: "  12:11  warning  Unexpected console statement  no-console",
  },
  {
    id: "lint/summary",
    mode: "build/failed",
    meaning: "a linter stops the build",
    pattern: /^Found (?<count>[1-9]\d*) errors?\b(?:\.$| in \d+ files?| \()/,
    stage: "step",
    certainty: "possible",
    decisive: false,
    cause: "the build runs a linter or a type checker, which finds {count} errors",
    correctiveAction:
      "Correct the places that it names before this line, or leave it out of the build of the deploy.",
    source: "astral-sh/ruff; python/mypy: the last line of each",
    example: "Found 2 errors.",
    examples: ["Found 1 error in 1 file (checked 12 source files)"],
    nearMiss: "Found 0 errors.",
  },
];
