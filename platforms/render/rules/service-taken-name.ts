import { factsOf } from "../../../domain/fact";
import type { Place } from "../../../domain/place";
import { rule } from "../../../domain/rule";
import { type Judged, verdictOf } from "../../../domain/verdict";

export const serviceTakenName = rule({
  id: "service/taken-name",
  severity: "error",
  title: "A service's name is its own",
  why: "Render refuses a second service of one name in a workspace, after the first is made.",
  fix: "Give it another name.",
  reference: "https://api-docs.render.com/reference/create-service",
  platforms: ["render"],
  comparesServices: true,
  check: (facts) => {
    // A key value store and a database have names of their own.
    const others = factsOf(facts, "neighbour").filter(
      ({ is, platform }) => platform === "render" && is !== "key value store" && is !== "database",
    );
    return verdictOf(
      factsOf(facts, "platform").flatMap(({ name, pending, place }): readonly Judged[] => {
        if (name === undefined && pending !== undefined) return [{ place, why: pending }];
        const other = others.find((one) => one.name === name && isBeside(one.place, place));
        if (name === undefined || other === undefined) return [];
        return [
          {
            place: place.source === "resource" ? { ...place, property: "name" } : place,
            what: "the service's name",
            expected: "one that no other service has",
            got: `\`${name}\`, which another one has`,
            fix: "Give one of the two another name.",
            related: [other.place],
          },
        ];
      }),
    );
  },
});

/** Several Blueprints may be of several workspaces. */
function isBeside(one: Place, other: Place): boolean {
  if (one.source === "file") return other.source === "file" && one.file === other.file;
  return one.source === other.source;
}
