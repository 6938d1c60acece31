import { asOf } from "../../../domain/dated";
import { type FactOf, factsOf } from "../../../domain/fact";
import { nearest } from "../../../domain/nearest";
import { rule, type Violation } from "../../../domain/rule";
import { isRenderName, RENDER_NAMES } from "../names";

const FIELDS = ["runtime", "region", "plan"] as const;

export const blueprintUnknownValue = rule({
  id: "blueprint/unknown-value",
  severity: "warning",
  title: "Type, runtime, region and plan are among those that Render is known to have",
  why: "Render refuses a Blueprint with a type, a runtime, a region or a plan that it does not have, and changes nothing. The lists grow: a name that came after the day on which they were read may be right.",
  fix: "Write one that Render has, if it is a slip.",
  reference: "https://render.com/docs/blueprint-spec",
  platforms: ["render"],
  check: (facts) => ({
    undecided: factsOf(facts, "platform").flatMap(({ platform, place, pending }) =>
      platform !== "render" || pending === undefined ? [] : [{ place, why: pending }],
    ),
    violations: [
      ...factsOf(facts, "unknown-type").map(typeViolation),
      ...factsOf(facts, "platform").flatMap(({ place, fields, ...platform }) =>
        (platform.platform === "render" ? FIELDS : []).flatMap((field): readonly Violation[] => {
          const name = platform[field];
          if (name === undefined || isRenderName(field, name)) return [];
          const meant = nearest(name, RENDER_NAMES[field].value);
          return [
            {
              place: fields?.[field] ?? place,
              what: field,
              expected: `one of ${RENDER_NAMES[field].value.join(", ")} (${asOf(RENDER_NAMES[field])})`,
              got: `\`${name}\``,
              fix:
                meant === undefined
                  ? `Choose a ${field} that Render has, unless this one came later.`
                  : `Did you mean \`${meant}\`?`,
            },
          ];
        }),
      ),
    ],
  }),
});

function typeViolation({ place, type, meant }: FactOf<"unknown-type">): Violation {
  return {
    place,
    what: "type",
    expected: "one of web, pserv, worker, cron, keyvalue",
    got: `\`${type}\``,
    fix:
      meant === undefined ? "Choose a type that Render has, unless this one came later." : `Write ${meant}.`,
  };
}
