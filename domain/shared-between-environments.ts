import { environmentKind } from "./environment-name";
import type { Subject } from "./fact";
import { describePlace, type Place } from "./place";
import type { Violation } from "./rule";
import type { Severity } from "./severity";

/** One environment's value of something that environments must not share; the value is compared, never shown. */
export interface EnvironmentValue extends Subject {
  readonly place: Place;
  readonly what: string;
  readonly value: string;
}

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
export function sharedBetweenEnvironments(held: readonly EnvironmentValue[], words: Words): Violation[] {
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

/** Who holds each value, by the value and then by environment, in the order of the facts. Never print a key. */
function byValue(
  held: readonly EnvironmentValue[],
): ReadonlyMap<string, ReadonlyMap<string, readonly EnvironmentValue[]>> {
  const values = new Map<string, Map<string, EnvironmentValue[]>>();
  for (const one of held) {
    const kind = environmentKind(one.environment ?? "");
    if (one.environment === undefined || kind === "development" || kind === "test") continue;
    const environments = values.get(one.value) ?? new Map<string, EnvironmentValue[]>();
    values.set(one.value, environments);
    const holders = environments.get(one.environment) ?? [];
    // A URL that several drivers are given is one place.
    if (holders.some(({ place }) => describePlace(place) === describePlace(one.place))) continue;
    environments.set(one.environment, [...holders, one]);
  }
  return values;
}
