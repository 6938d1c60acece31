import { factsOf, type VariableFact } from "../domain/fact";
import { type Place, samePlace } from "../domain/place";
import { rule, type Violation } from "../domain/rule";
import { isManifest } from "../platforms";

export const environmentDuplicateVariable = rule({
  id: "environment/duplicate-variable",
  severity: "warning",
  title: "A file sets each variable of a service once",
  why: "Of two values one is lost, and a reader looks at the wrong one: of an env file the last one counts, and between two groups of variables a platform promises no order.",
  fix: "Remove one of them.",
  reference: "https://render.com/docs/environment-variables",
  scope: "all-environments",
  check: (facts, settings) => {
    const first = new Map<string, VariableFact>();
    const violations = factsOf(facts, "variable").flatMap((variable) => {
      const { place, name, service, environment } = variable;
      if (variable.replaces !== undefined) return [violation(variable, variable.replaces)];
      if (place.source !== "file" || !isManifest(place, settings)) return [];
      const key = JSON.stringify([place.file, service, environment, name]);
      const before = first.get(key);
      if (before === undefined) first.set(key, variable);
      // A group of two services is stated once for each of them, and is one place.
      return before === undefined || samePlace(before.place, place)
        ? []
        : [violation(variable, before.place)];
    });
    return { violations, undecided: [] };
  },
});

function violation({ place, name, environment }: VariableFact, before: Place): Violation {
  return {
    place,
    ...(environment !== undefined && { environment }),
    what: `variable ${name}`,
    expected: "one value",
    got: "a second one",
    fix: "Remove one of the two.",
    related: [before],
  };
}
