import { asOf, type Dated } from "../../../domain/dated";
import { type Fact, type FactOf, factsOf, type PlatformFact } from "../../../domain/fact";
import { nearest } from "../../../domain/nearest";
import type { Place } from "../../../domain/place";
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
      fact.platform === "render" ? [...ofPending(fact), ...undecidedNames(fact)] : [],
    ),
    violations: [
      ...factsOf(facts, "unknown-type").map(typeViolation),
      ...partViolations(facts),
      ...factsOf(facts, "platform").flatMap((fact) =>
        fact.platform === "render" ? unknownNames(fact).map(nameViolation) : [],
      ),
    ],
  }),
});

function ofPending({ place, pending }: PlatformFact): readonly Undecided[] {
  return pending === undefined ? [] : [{ place, why: pending }];
}

/** A name that is not in its field's list, and the nearest one that is. */
interface UnknownName {
  readonly field: (typeof FIELDS)[number];
  readonly place: Place;
  readonly name: string;
  readonly meant: string | undefined;
}

function unknownNames({ place, fields, ...platform }: PlatformFact): readonly UnknownName[] {
  return FIELDS.flatMap((field) => {
    const name = platform[field];
    if (name === undefined) return [];
    const at = fields?.[field] ?? place;
    // The API's names have no blanks (render-openapi.json: plans).
    if (at.source === "resource" && /\w \w/.test(name) && isRenderName(field, name))
      return [{ field, place: at, name, meant: name.toLowerCase().replaceAll(/[ -]/g, "_") }];
    if (isRenderName(field, name)) return [];
    const meant = nearest(name, RENDER_NAMES[field].value);
    return [{ field, place: at, name, meant }];
  });
}

/** A preview has no other way to learn of such a name: whether Render has it by now is not known. */
function undecidedNames(fact: PlatformFact): readonly Undecided[] {
  return unknownNames(fact)
    .filter(({ place }) => isStackPlace(place))
    .map(({ field, place, name, meant }) => {
      const hint = meant === undefined ? "" : `: did you mean \`${meant}\`?`;
      return { place, why: `Render had no ${field} \`${name}\` ${asOf(RENDER_NAMES[field])}${hint}` };
    });
}

function nameViolation({ field, place, name, meant }: UnknownName): Violation {
  return { place, what: field, ...notListed(field, name, RENDER_NAMES[field], meant) };
}

function notListed(
  field: string,
  got: string,
  names: Dated<readonly string[]>,
  meant: string | undefined,
): Pick<Violation, "expected" | "got" | "fix"> {
  return {
    expected: `one of ${names.value.join(", ")} (${asOf(names)})`,
    got: `\`${got}\``,
    fix:
      meant === undefined
        ? `Choose a ${field} that Render has, unless this one came later.`
        : `Did you mean \`${meant}\`?`,
  };
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
          ...notListed(row.field, text, row.names, meant),
        },
      ];
    }),
  );
}
