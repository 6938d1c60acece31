import type { Knowable } from "./knowable";
import type { Place } from "./place";
import type { Undecided, Verdict, Violation } from "./rule";

/**
 * Judges facts one by one: the value of each where it is known, *undecided* where it is not. What `violation`
 * answers is added to the verdict.
 */
export function judgeEach<F extends { readonly place: Place }, T>(
  facts: readonly F[],
  value: (fact: F) => Knowable<T>,
  violation: (value: T, fact: F) => Violation | readonly Violation[] | undefined,
): Verdict {
  const violations: Violation[] = [];
  const undecided: Undecided[] = [];
  for (const fact of facts) {
    const stated = value(fact);
    if (!stated.known) {
      undecided.push({ place: fact.place, why: stated.why });
      continue;
    }
    const found = violation(stated.value, fact);
    if (found !== undefined) violations.push(...[found].flat());
  }
  return { violations, undecided };
}
