import type { Signature } from "../signature";

/** What a test run says at its end; diagnosis/log/test-run.ts finds its own output. */
export const TEST_RUNS_SIGNATURES: readonly Signature[] = [
  {
    id: "tests/failed",
    mode: "build/failed",
    meaning: "tests fail in the build",
    pattern:
      /^(?:\s*Tests:?\s+|=+ )?(?<count>\d+) failed(?:, | \| )(?:\d+ (?:skipped|todo)(?:, | \| ))*\d+ (?:passed|total)\b/,
    stage: "step",
    certainty: "possible",
    decisive: false,
    cause: "the build runs tests, and {count} of them failed",
    correctiveAction:
      "Read the failed tests' own lines before this one and run the same tests on your machine, or leave them out of the build command.",
    source: "jestjs/jest; vitest-dev/vitest; pytest-dev/pytest: the last line of each",
    example: "Tests:       1 failed, 11 passed, 12 total",
    examples: [
      "1 failed, 20 passed",
      "========================= 1 failed, 20 passed in 1.23s =========================",
    ],
    nearMiss: "Tests: 5 passed, 5 total",
  },
];
