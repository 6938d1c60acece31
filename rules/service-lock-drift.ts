import { factsOf } from "../domain/fact";
import { rule } from "../domain/rule";

export const serviceLockDrift = rule({
  id: "service/lock-drift",
  severity: "error",
  title: "The lock file has what its manifest asks for",
  why: "`npm ci` installs by the lock file, and ends where package.json asks for something else.",
  fix: "Type `npm install` and commit the lock file.",
  reference: "https://docs.npmjs.com/cli/commands/npm-ci",
  preview: false,
  prevents: ["build/failed"],
  check: (facts) => ({
    violations: factsOf(facts, "lock-drift").map(({ place, package: name, wanted, locked, file }) => ({
      place,
      what: `the dependency ${name}`,
      expected: `a version that \`${wanted}\` allows in ${file}`,
      got: locked ?? "none",
      fix: `Type \`npm install\`, and commit ${file}.`,
    })),
    undecided: [],
  }),
});
