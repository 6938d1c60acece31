import type { Undecided, Verdict, Violation } from "./rule";

/** What is said of one place. */
export type Judged = Violation | Undecided;

/** The verdict of places that were judged one by one. */
export function verdictOf(judged: readonly Judged[]): Verdict {
  return {
    violations: judged.filter((one) => "expected" in one),
    undecided: judged.filter((one) => "why" in one),
  };
}

/** One verdict of several, in their order. */
export function together(...verdicts: readonly Verdict[]): Verdict {
  return {
    violations: verdicts.flatMap(({ violations }) => violations),
    undecided: verdicts.flatMap(({ undecided }) => undecided),
  };
}

/**
 * In a preview no file is read: what the repository may have beside a resource keeps a warning there from being said, and
 * `why` says what is not known.
 */
export function openAtResources(
  { violations, undecided }: Verdict,
  why: (one: Violation) => string,
): Verdict {
  const isOpen = ({ severity, place }: Violation) => severity === "warning" && place.source === "resource";
  return {
    violations: violations.filter((one) => !isOpen(one)),
    undecided: [
      ...undecided,
      ...violations.filter(isOpen).map((one) => ({ place: one.place, why: why(one) })),
    ],
  };
}
