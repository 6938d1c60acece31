import { type Fact, factsOf } from "../../../domain/fact";
import { placeholderIn } from "../../../domain/placeholder";
import { rule, type Undecided, type Violation } from "../../../domain/rule";
import { isBlueprintPlace } from "../manifest";

/** A reference as a shell or a compose file would fill it in: `${NAME}`, `${NAME:-default}`; `$${NAME}` is none. */
const REFERENCE = /(?<!\$)\$\{([A-Z][A-Z\d_]*)(?::?[-=?+][^}]*)?\}/;
/** Variables that hold a text which their program fills in. */
const TEXTS = /FORMAT|TEMPLATE|PATTERN|LAYOUT|PROMPT|MESSAGE|SUBJECT|QUERY|PS\d$/;
/** Spring, Quarkus and Micronaut fill in what their settings refer to (docs.spring.io: property placeholders). */
const OF_JAVA = /^(?:SPRING|QUARKUS|MICRONAUT|MANAGEMENT|SERVER|LOGGING|MP)_/;
/** Programs that fill in references wherever they find them. */
const FILLS_IN = /\b(?:envsubst|eval|gomplate|dockerize|confd|j2|java)\b|dotenv-expand/;

export const environmentInterpolatedValue = rule({
  id: "environment/interpolated-value",
  severity: "warning",
  title: "A Blueprint's value refers to no other variable",
  why: "Render fills in nothing: the program gets the characters `${NAME}`, deploys without complaint and fails where it uses them.",
  fix: "Write the value itself, take it by `fromService` or `fromDatabase`, or put it together in the start command or in code.",
  reference: "https://render.com/docs/blueprint-spec",
  platforms: ["render"],
  preview: false,
  prevents: ["configuration/invalid"],
  check: (facts) => {
    const violations: Violation[] = [];
    const undecided: Undecided[] = [];
    for (const { place, name, value } of factsOf(facts, "variable")) {
      if (!isBlueprintPlace(place) || !value.known || TEXTS.test(name)) continue;
      const [reference, to] = REFERENCE.exec(value.value) ?? [];
      // A placeholder of an address is another rule's.
      if (reference === undefined || placeholderIn(value.value, name) !== undefined) continue;
      const filler = fillerOf(name, facts);
      if (filler !== undefined) undecided.push({ place, why: `${filler} may fill in ${reference}` });
      else
        violations.push({
          place,
          what: `variable ${name}`,
          expected: `the value itself: Render fills in no \${${to}}`,
          got: `the text \`${reference}\``,
          fix: `Write the value of ${to}, or put it together where ${name} is read.`,
        });
    }
    return { violations, undecided };
  },
});

/** What may fill in a reference after all. */
function fillerOf(name: string, facts: readonly Fact[]): string | undefined {
  if (OF_JAVA.test(name)) return "the program's framework";
  const isImage = factsOf(facts, "platform").some(({ runtime }) => /^(?:docker|image)$/.test(runtime ?? ""));
  if (isImage && factsOf(facts, "start-command").length === 0) return "the image's program";
  for (const { command } of factsOf(facts, "start-command")) {
    const found = command.known ? FILLS_IN.exec(command.value)?.[0] : undefined;
    if (found !== undefined) return `\`${found}\``;
  }
  return undefined;
}
