import { factsOf } from "../domain/fact";
import { judgeEach } from "../domain/judge-each";
import { knownUnless } from "../domain/knowable";
import { rule } from "../domain/rule";

export const serviceLockDrift = rule({
  id: "service/lock-drift",
  severity: "error",
  title: "The lock file has what its manifest asks for",
  why: "`npm ci`, `pnpm install --frozen-lockfile`, `yarn --immutable`, `uv sync --locked` and `poetry install` install by the lock file, and end where its manifest asks for something else.",
  fix: "Write the lock file again, as by `npm install`, and commit it.",
  reference: "https://docs.npmjs.com/cli/commands/npm-ci",
  prevents: ["build/failed"],
  check: (facts) =>
    judgeEach(
      factsOf(facts, "lock-drift"),
      ({ unsure, file }) => knownUnless(unsure, file),
      (file, { place, package: name, wanted, locked, type = "npm install" }) => ({
        place,
        what: `the dependency ${name}`,
        expected: `a version that \`${wanted}\` allows in ${file}`,
        got: locked ?? "none",
        fix: `Type \`${type}\`, and commit ${file}.`,
      }),
    ),
});
