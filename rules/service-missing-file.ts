import { type FactOf, factsOf } from "../domain/fact";
import { rule } from "../domain/rule";

export const serviceMissingFile = rule({
  id: "service/missing-file",
  severity: "error",
  title: "Files that a deploy's commands need are there when they run",
  why: "`npm ci`, `pnpm install --frozen-lockfile` and `uv sync --frozen` end where there is no lock file, and an interpreter where its file is not there: the build fails, or the deploy before it starts.",
  fix: "Commit the file, copy it into the image before the command, or name the one that is there.",
  reference: "https://docs.npmjs.com/cli/commands/npm-ci",
  preview: false,
  prevents: ["build/failed", "process/exited"],
  check: (facts) => ({
    undecided: [],
    violations: factsOf(facts, "missing-file")
      .filter(({ isEnvFile }) => isEnvFile !== true)
      .map((fact) => ({
        place: fact.place,
        what: `a file of the ${fact.by}`,
        expected: `${fact.file}, which \`${fact.command}\` needs`,
        got: "none",
        fix: fixOf(fact),
      })),
  }),
});

function fixOf({ file, elsewhere, writtenBy, by }: FactOf<"missing-file">): string {
  if (by === "manifest" || by === "compose file")
    return elsewhere === undefined
      ? `Commit ${file}, or name the one that is there.`
      : `Name ${elsewhere}, which is there.`;
  if (elsewhere !== undefined && writtenBy !== undefined && by === "Dockerfile")
    return `Copy ${elsewhere} into the image before this step.`;
  if (writtenBy !== undefined) return `Type \`${writtenBy}\`, and commit ${file}.`;
  return elsewhere === undefined
    ? `Commit ${file}, or take the command out of the ${by}.`
    : `Name ${elsewhere}, which is there, by its path from the folder in which the command runs.`;
}
