import { factsOf } from "../../../domain/fact";
import { nearest } from "../../../domain/nearest";
import type { Rule, Violation } from "../../../domain/rule";
import { isRenderName, RENDER_NAMES } from "../names";

const FIELDS = ["runtime", "region", "plan"] as const;

export const blueprintUnknownValue: Rule = {
  id: "blueprint/unknown-value",
  severity: "warning",
  title: "Render knows the runtime, the region and the plan",
  why: "Render refuses a Blueprint with a runtime, a region or a plan that it does not have, and changes nothing.",
  fix: "Write one that Render has.",
  reference: "https://render.com/docs/blueprint-spec",
  check: (facts) => ({
    undecided: [],
    violations: factsOf(facts, "platform").flatMap(({ place, fields, ...platform }) =>
      FIELDS.flatMap((field): readonly Violation[] => {
        const name = platform[field];
        if (name === undefined || isRenderName(field, name)) return [];
        const meant = nearest(name, RENDER_NAMES[field]);
        return [
          {
            place: fields?.[field] ?? place,
            what: field,
            expected: `one of ${RENDER_NAMES[field].join(", ")}`,
            got: `\`${name}\``,
            fix: meant === undefined ? `Choose a ${field} that Render has.` : `Did you mean \`${meant}\`?`,
          },
        ];
      }),
    ),
  }),
};
