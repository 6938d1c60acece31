import type { Verdict, Violation } from "./rule";

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
