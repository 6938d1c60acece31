import type { Verdict } from "./rule";

/** One verdict of several, in their order. */
export function together(...verdicts: readonly Verdict[]): Verdict {
  return {
    violations: verdicts.flatMap(({ violations }) => violations),
    undecided: verdicts.flatMap(({ undecided }) => undecided),
  };
}
