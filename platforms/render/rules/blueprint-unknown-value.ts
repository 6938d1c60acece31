import { asOf } from "../../../domain/dated";
import { type Fact, type FactOf, factsOf, type PlatformFact } from "../../../domain/fact";
import { nearest } from "../../../domain/nearest";
import { rule, type Undecided, type Violation } from "../../../domain/rule";
import { isStackPlace } from "../../../domain/stack-place";
import { isRenderName, RENDER_NAMES } from "../names";
import { isListed, LISTED_FIELDS } from "../parts";

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
    undecided: factsOf(facts, "platform").flatMap((fact) =>
      fact.platform === "render" ? [...ofPending(fact), ...unknownNames(fact)] : [],
    ),
    violations: [
      ...factsOf(facts, "unknown-type").map(typeViolation),
      ...partViolations(facts),
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

function ofPending({ place, pending }: PlatformFact): readonly Undecided[] {
  return pending === undefined ? [] : [{ place, why: pending }];
}

/** A preview has no other way to learn of such a name: whether Render has it by now is not known. */
function unknownNames({ place, fields, ...platform }: PlatformFact): readonly Undecided[] {
  return FIELDS.flatMap((field) => {
    const [name, at] = [platform[field], fields?.[field] ?? place];
    if (name === undefined || isRenderName(field, name) || !isStackPlace(at)) return [];
    const meant = nearest(name, RENDER_NAMES[field].value);
    const hint = meant === undefined ? "" : `: did you mean \`${meant}\`?`;
    return [{ place: at, why: `Render had no ${field} \`${name}\` ${asOf(RENDER_NAMES[field])}${hint}` }];
  });
}

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

/** Values of databases, key value stores and previews. */
function partViolations(facts: readonly Fact[]): readonly Violation[] {
  return factsOf(facts, "manifest-part").flatMap((fact) =>
    LISTED_FIELDS.filter(({ part }) => fact.platform === "render" && part === fact.part).flatMap((row) => {
      const { text, place } = fact.fields.get(row.field) ?? {};
      if (text === undefined || place === undefined || /[${]/.test(text) || isListed(row, text)) return [];
      const meant = nearest(text, row.names.value);
      return [
        {
          place,
          what: `${row.field} of the ${row.part}`,
          expected: `one of ${row.names.value.join(", ")} (${asOf(row.names)})`,
          got: `\`${text}\``,
          fix:
            meant === undefined
              ? `Choose a ${row.field} that Render has, unless this one came later.`
              : `Did you mean \`${meant}\`?`,
        },
      ];
    }),
  );
}
