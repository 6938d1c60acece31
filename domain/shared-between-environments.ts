import { createHmac, randomBytes } from "node:crypto";
import { environmentKind } from "./environment-name";
import type { Subject } from "./fact";
import { describePlace, type Place } from "./place";
import type { Violation } from "./rule";
import type { Severity } from "./severity";

/** One environment's value of something that environments must not share; the value is compared, never shown. */
export interface Held extends Subject {
  readonly place: Place;
  readonly what: string;
  readonly value: string;
}

/** New for each run: digests of two runs cannot be compared, nor one be guessed from a list of passwords. */
const KEY = randomBytes(32);

interface Words {
  readonly expected: string;
  readonly fix: string;
  /** For environments of which none is production, where it is less severe. */
  readonly withoutProduction?: Severity;
}

/**
 * A violation in each environment that holds a value which an earlier one holds too; it names all of these. What
 * runs on developers' machines and in tests may share what it likes: only staging, production and their like are
 * compared.
 */
export function sharedBetweenEnvironments(held: readonly Held[], words: Words): Violation[] {
  return [...byValue(held).values()].flatMap((holders) => {
    const environments = [...holders];
    const { withoutProduction, ...said } = words;
    const grave = environments.some(([name]) => environmentKind(name) === "production");
    return environments.flatMap(([environment, [first, ...again]], index): Violation[] => {
      const earlier = environments.slice(0, index);
      if (first === undefined || earlier.length === 0) return [];
      return [
        {
          place: first.place,
          environment,
          what: first.what,
          ...said,
          ...(withoutProduction !== undefined && !grave && { severity: withoutProduction }),
          got: `the one of ${earlier.map(([name]) => name).join(" and ")}`,
          related: [...earlier.flatMap(([, others]) => others), ...again].map(({ place }) => place),
        },
      ];
    });
  });
}

/** Who holds each value, by its keyed digest and then by environment, in the order of the facts. */
function byValue(held: readonly Held[]): ReadonlyMap<string, ReadonlyMap<string, readonly Held[]>> {
  const values = new Map<string, Map<string, Held[]>>();
  for (const one of held) {
    const kind = environmentKind(one.environment ?? "");
    if (one.environment === undefined || kind === "development" || kind === "test") continue;
    const digest = createHmac("sha256", KEY).update(one.value).digest("base64");
    const environments = values.get(digest) ?? new Map<string, Held[]>();
    values.set(digest, environments);
    const holders = environments.get(one.environment) ?? [];
    // A URL that several drivers are given is one place.
    if (holders.some(({ place }) => describePlace(place) === describePlace(one.place))) continue;
    environments.set(one.environment, [...holders, one]);
  }
  return values;
}
