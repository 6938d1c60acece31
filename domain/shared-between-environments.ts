import { environmentKind } from "./environment-name";
import type { Subject } from "./fact";
import type { Place } from "./place";
import type { Violation } from "./rule";

/** One environment's value of something that environments must not share; the value is compared, never shown. */
export interface Held extends Subject {
  readonly place: Place;
  readonly what: string;
  readonly value: string;
}

/**
 * A violation at each later place that holds the value of an earlier one of another environment. What runs on
 * developers' machines and in tests may share what it likes: only staging, production and their like are compared.
 */
export function sharedBetweenEnvironments(
  held: readonly Held[],
  words: { readonly expected: string; readonly fix: string },
): Violation[] {
  const first = new Map<string, Held>();
  const violations: Violation[] = [];
  for (const one of held) {
    const kind = environmentKind(one.environment ?? "");
    if (one.environment === undefined || kind === "development" || kind === "test") continue;
    const before = first.get(one.value);
    if (before === undefined) first.set(one.value, one);
    else if (before.environment !== one.environment) {
      violations.push({
        place: one.place,
        environment: one.environment,
        what: one.what,
        ...words,
        got: `the one of ${before.environment}`,
        related: [before.place],
      });
    }
  }
  return violations;
}
