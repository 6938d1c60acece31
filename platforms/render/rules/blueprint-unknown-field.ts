import { factsOf } from "../../../domain/fact";
import { nearest as nearestIn } from "../../../domain/nearest";
import { rule } from "../../../domain/rule";

/** What is said of a service in another form, where one field cannot take another's place. */
const OF_OTHERS: ReadonlyMap<string, string> = new Map([
  ["port", "Set the variable `PORT` in `envVars`, or remove it: Render finds the port that is open."],
  ["ports", "Set the variable `PORT` in `envVars`, or remove it: Render finds the port that is open."],
  ["healthCheckTimeout", "Remove it: Render's time for a health check cannot be set."],
]);

export const blueprintUnknownField = rule({
  id: "blueprint/unknown-field",
  severity: "warning",
  title: "Render knows every field of the Blueprint",
  why: "A field that Render does not know sets nothing: what it was meant to say is not said.",
  fix: "Write the field that Render knows, or remove it.",
  edits: "A misspelt field becomes the one that it is meant for.",
  reference: "https://render.com/docs/blueprint-spec",
  preview: false,
  platforms: ["render"],
  hidesOthers: true,
  check: (facts) => ({
    undecided: [],
    violations: factsOf(facts, "unknown-field").map(({ place, field, nearest }) => ({
      place,
      // What is meant by `port` is set in another form; only a misspelt name may be put right by itself.
      ...(nearest !== undefined &&
        nearestIn(field, [nearest]) !== undefined && { edit: { replace: field, by: nearest } }),
      what: `field ${field}`,
      expected: "a field of Render's Blueprints",
      got: `\`${field}\``,
      fix: OF_OTHERS.get(field) ?? (nearest === undefined ? "Remove it." : `Did you mean \`${nearest}\`?`),
    })),
  }),
});
