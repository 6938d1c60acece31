import { factsOf } from "../../../domain/fact";
import { rule } from "../../../domain/rule";
import { PLAN_LIMITS } from "../limits";

export const planLimits = rule({
  id: "plan/limits",
  severity: "error",
  title: "The service asks for nothing that its plan or its disk rules out",
  why: "Render refuses such a service: nothing is deployed until the plan or the setting changes.",
  fix: "Choose a plan that has it, or remove it.",
  reference: "https://render.com/docs/free",
  platforms: ["render"],
  check: (facts) => {
    const platforms = factsOf(facts, "platform").filter(({ platform }) => platform === "render");
    return {
      violations: platforms.flatMap((platform) =>
        PLAN_LIMITS.filter(({ applies }) => applies(platform)).map(({ field, limit }) => ({
          place: platform.fields?.[field] ?? platform.place,
          ...limit(platform),
        })),
      ),
      undecided: platforms.flatMap(({ place, pending }) =>
        pending === undefined ? [] : [{ place, why: pending }],
      ),
    };
  },
});
