import { ALL_VARIABLES, factsOf } from "../domain/fact";
import type { Place } from "../domain/place";
import type { Platform } from "../domain/platform";
import { type Knowledge, rule } from "../domain/rule";
import { deployedOn, manifestAt, platformsAt } from "../platforms";

export const environmentPlatformOwned = rule({
  id: "environment/platform-owned",
  severity: "warning",
  title: "Variables that the platform sets are left to it",
  why: "The platform writes these into each instance: a value of one's own is lost, or hides where the service really runs.",
  fix: "Remove it, or give the variable a name of your own.",
  reference: "https://render.com/docs/environment-variables",
  settings: ["localEnvironments"],
  check: (facts, settings) => {
    if (deployedOn(facts, settings).length === 0) return { violations: [], undecided: [] };
    const variables = factsOf(facts, "variable");
    const owned = variables.flatMap(({ name, place }) => {
      const platform = platformsAt(place, facts, settings).find(
        (one) => one.variables.includes(name) || (name === "PORT" && setsInVain(one, place, settings)),
      );
      return platform === undefined ? [] : [{ name, place, platform }];
    });
    return {
      undecided: variables.flatMap(({ name, place, value }) =>
        name === ALL_VARIABLES && !value.known ? [{ place, why: value.why }] : [],
      ),
      violations: owned.map(({ place, name, platform }) => ({
        place,
        what: `variable ${name}`,
        expected: `${platform.name}'s own value`,
        got: "a value of the service's",
        fix:
          name === "PORT"
            ? `Remove PORT here: ${platform.name} gives each process a PORT of its own, and the service has to open that one.`
            : "Remove it, or give the variable a name of your own.",
      })),
    };
  },
});

/** Whether the place is a manifest of a platform that writes its own PORT over any that is set. */
function setsInVain({ portIsItsOwn, id }: Platform, place: Place, settings: Knowledge): boolean {
  const at = manifestAt(place, settings);
  return portIsItsOwn === true && at?.platform.id === id && at.manifest.setsVariables;
}
