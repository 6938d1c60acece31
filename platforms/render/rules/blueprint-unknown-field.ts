import { type Fact, type FactOf, factsOf } from "../../../domain/fact";
import { nearest as nearestIn } from "../../../domain/nearest";
import { rule } from "../../../domain/rule";

/** What is said of a service in another form, where one field cannot take another's place. */
const OF_OTHERS: ReadonlyMap<string, string> = new Map([
  ["port", "Set the variable `PORT` in `envVars`, or remove it: Render finds the port that is open."],
  ["ports", "Set the variable `PORT` in `envVars`, or remove it: Render finds the port that is open."],
  ["redis", "Write an entry of `services` with `type: keyvalue`, and its `ipAllowList`."],
  ["keyvalue", "Write an entry of `services` with `type: keyvalue`, and its `ipAllowList`."],
  ["cronJobs", "Write each as an entry of `services` with `type: cron`."],
  ["workers", "Write each as an entry of `services` with `type: worker`."],
  ["staticSites", "Write each as an entry of `services` with `type: web` and `runtime: static`."],
  ["healthCheckTimeout", "Remove it: Render's time for a health check cannot be set."],
]);

/** Places in which a field that would be needed says nothing. */
const SETS_NOTHING: readonly string[] = ["root", "group's variable"];

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
    violations: blueprintFields(facts).map(({ place, field, nearest, within }) => ({
      place,
      // Nothing is lost that the kind of service could have had.
      ...(within !== undefined && !SETS_NOTHING.includes(within) && { severity: "note" as const }),
      // What is meant by `port` is set in another form; only a misspelt name may be put right by itself.
      ...(nearest !== undefined &&
        within === undefined &&
        nearestIn(field, [nearest]) !== undefined && { edit: { replace: field, by: nearest } }),
      what: `field ${field}`,
      expected:
        within === undefined || within === "root"
          ? "a field of Render's Blueprints"
          : `a field of a ${within}`,
      got: `\`${field}\``,
      fix: fixOf(field, nearest, within),
    })),
  }),
});

function fixOf(field: string, nearest: string | undefined, within: string | undefined): string {
  if (within === "root")
    return `Write \`${nearest}\` in an entry of \`services\`: at the root it sets nothing.`;
  if (within === "group's variable")
    return "Set the variable in the group in Render's dashboard, or write it with `sync: false` at each service.";
  if (within !== undefined) return `Remove it: it sets nothing for a ${within}.`;
  const other = OF_OTHERS.get(field);
  return other ?? (nearest === undefined ? "Remove it." : `Did you mean \`${nearest}\`?`);
}

function blueprintFields(facts: readonly Fact[]): readonly FactOf<"unknown-field">[] {
  return factsOf(facts, "unknown-field").filter(({ format }) => format === "render.yaml");
}
