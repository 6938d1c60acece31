import { neighboursBy } from "../../../domain/beside";
import { factsOf, type NeighbourFact } from "../../../domain/fact";
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
    return verdictOf(
      factsOf(facts, "platform").flatMap(({ name, pending, place }): readonly Judged[] => {
        if (name === undefined && pending !== undefined) return [{ place, why: pending }];
        if (name === undefined) return [];
        const other = neighboursBy(facts, `name ${name}`).find(
          (one) => isNamedAlike(one) && isBeside(one.place, place),
        );
        if (other === undefined) return [];
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

/** A key value store and a database have names of their own. */
const isNamedAlike = ({ is, platform }: NeighbourFact): boolean =>
  platform === "render" && is !== "key value store" && is !== "database";

/** Several Blueprints may be of several workspaces. */
function isBeside(one: Place, other: Place): boolean {
  if (one.source === "file") return other.source === "file" && one.file === other.file;
  return one.source === other.source;
}
