import { ALL_VARIABLES, factsOf } from "../domain/fact";
import { runsOnRender } from "../domain/on-render";
import type { Rule } from "../domain/rule";
import { RENDER_VARIABLES } from "../platforms/render/variables";

export const environmentPlatformOwned: Rule = {
  id: "environment/platform-owned",
  severity: "warning",
  title: "Variables that Render sets are left to Render",
  why: "Render writes these into each instance: a value of one's own is lost, or hides where the service really runs.",
  fix: "Remove it, or give the variable a name of your own.",
  reference: "https://render.com/docs/environment-variables",
  check: (facts, settings) => {
    if (!runsOnRender(facts, settings)) return { violations: [], undecided: [] };
    const variables = factsOf(facts, "variable");
    const owned = variables.filter(({ name }) => RENDER_VARIABLES.includes(name));
    return {
      undecided: variables.flatMap(({ name, place, value }) =>
        name === ALL_VARIABLES && !value.known ? [{ place, why: value.why }] : [],
      ),
      violations: owned.map(({ place, name }) => ({
        place,
        what: `variable ${name}`,
        expected: "Render's own value",
        got: "a value of the service's",
        fix: "Remove it, or give the variable a name of your own.",
      })),
    };
  },
};
