import { factsOf } from "../fact";
import type { Rule } from "../rule";

export const blueprintUnknownField: Rule = {
  id: "blueprint/unknown-field",
  severity: "warning",
  title: "Render knows every field of the Blueprint",
  why: "A field that Render does not know sets nothing: what it was meant to say is not said.",
  fix: "Write the field that Render knows, or remove it.",
  reference: "https://render.com/docs/blueprint-spec",
  check: (facts) => ({
    undecided: [],
    violations: factsOf(facts, "unknown-field").map(({ place, field, nearest }) => ({
      place,
      what: `field ${field}`,
      expected: "a field of Render's Blueprints",
      got: `\`${field}\``,
      fix: nearest === undefined ? "Remove it." : `Did you mean \`${nearest}\`?`,
    })),
  }),
};
