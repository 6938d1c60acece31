import { factsOf } from "../../../domain/fact";
import type { Place } from "../../../domain/place";
import { rule } from "../../../domain/rule";

export const serviceRailwayField = rule({
  id: "service/railway-field",
  severity: "warning",
  title: "Railway's configuration names its fields as Railway does",
  why: "A field in another spelling sets nothing: without its health check path Railway routes to a deploy that has not started yet.",
  fix: "Write the field as Railway's reference has it.",
  edits: "A field in another spelling becomes Railway's own.",
  reference: "https://docs.railway.com/reference/config-as-code",
  preview: false,
  platforms: ["railway"],
  check: (facts) => ({
    undecided: [],
    violations: factsOf(facts, "unknown-field").flatMap(
      ({ place, format, field, nearest, taken, insteadOf }) => {
        if (format !== "railway") return [];
        if (taken !== undefined) return [ofValue(place, field, taken)];
        if (insteadOf !== undefined) return [ofTable(place, field, insteadOf)];
        return nearest === undefined
          ? []
          : [
              {
                place,
                ...(nearest.toLowerCase() === field.toLowerCase() && {
                  edit: { replace: field, by: nearest },
                }),
                what: `field ${field}`,
                expected: `\`${nearest}\``,
                got: `\`${field}\``,
                fix: `Write \`${nearest}\`.`,
              },
            ];
      },
    ),
  }),
});

const TABLES = {
  services: "Give each service a file of its own, and name it in the service's settings at Railway.",
  variables: "Set them among the service's variables at Railway.",
} as const;

function ofTable(place: Place, field: string, of: keyof typeof TABLES) {
  const expected = "`build`, `deploy` or `environments`, which are all that Railway reads";
  return { place, what: `table ${field}`, expected, got: `\`${field}\``, fix: TABLES[of] };
}

function ofValue(place: Place, field: string, { values, got }: { values: readonly string[]; got: string }) {
  const last = values.at(-1) ?? "";
  const expected = `${values.slice(0, -1).join(", ")} or ${last}`;
  return { place, what: field, expected, got: `\`${got}\``, fix: `Write ${expected}.` };
}
