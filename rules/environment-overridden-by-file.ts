import { factsOf, type VariableFact } from "../domain/fact";
import { type Knowledge, rule, type Violation } from "../domain/rule";
import { isManifest } from "../platforms";

export const environmentOverriddenByFile = rule({
  id: "environment/overridden-by-file",
  // The code may load it on some machines only.
  severity: "warning",
  title: "No env file overrides what the platform sets",
  why: "Code that loads an env file with override takes the file's values for the platform's, in every environment in which the file is there: a PORT or a database of a developer's machine goes live.",
  fix: "Load the file without override: then it only fills in what is not set.",
  reference: "https://github.com/theskumar/python-dotenv#readme",
  scope: "all-environments",
  check: (facts, settings) => {
    const variables = factsOf(facts, "variable");
    const violations = factsOf(facts, "overriding-file").flatMap(({ place, file, service }): Violation[] => {
      const ofService = variables.filter((variable) => variable.service === service);
      const inFile = ofService.filter((variable) => isOf(variable, file));
      return ofService
        .filter((variable) => isOfPlatform(variable, settings))
        .flatMap((set): Violation[] => {
          const instead = inFile.find(({ name, value }) => name === set.name && !isSame(value, set.value));
          if (instead === undefined) return [];
          return [
            {
              place,
              what: `variable ${set.name}`,
              expected: "what the platform sets",
              got: `what ${file} has`,
              fix: "Load the file without override, or only on a developer's machine.",
              related: [instead.place, set.place],
            },
          ];
        });
    });
    return { violations: onceEach(violations), undecided: [] };
  },
});

function isOf({ place }: VariableFact, file: string): boolean {
  const plain = file.replace(/^(?:\.{1,2}\/)+/, "");
  return place.source === "file" && (place.file === plain || place.file.endsWith(`/${plain}`));
}

function isOfPlatform({ place }: VariableFact, settings: Knowledge): boolean {
  return place.source === "file" && isManifest(place, settings);
}

/** A value typed in a dashboard rarely is the one in a file. */
function isSame(one: VariableFact["value"], other: VariableFact["value"]): boolean {
  return one.known && other.known && one.value === other.value;
}

/** A variable that several environments set is overridden once. */
function onceEach(violations: readonly Violation[]): readonly Violation[] {
  return [
    ...new Map(violations.toReversed().map((one) => [JSON.stringify([one.place, one.what]), one])).values(),
  ].toReversed();
}
