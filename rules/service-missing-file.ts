import { ALL_VARIABLES, type Fact, type FactOf, factsOf } from "../domain/fact";
import { judgeEach } from "../domain/judge-each";
import { type Knowable, known, unknown } from "../domain/knowable";
import { rule, type Undecided } from "../domain/rule";
import { isStackPlace } from "../domain/stack-place";
import { folderTwice } from "./derived/folder-twice";
import { unbuiltFolders } from "./derived/unbuilt-folders";
import { unmadeEnvironments } from "./derived/unmade-environments";
import { unmetNeeds } from "./derived/unmet-needs";

export const serviceMissingFile = rule({
  id: "service/missing-file",
  severity: "error",
  title: "Files that a deploy's commands need are there when they run",
  why: "`npm ci`, `pnpm install --frozen-lockfile` and `uv sync --frozen` end where there is no lock file, and an interpreter where its file is not there: the build fails, or the deploy before it starts.",
  fix: "Commit the file, copy it into the image before the command, or name the one that is there.",
  reference: "https://docs.npmjs.com/cli/commands/npm-ci",
  // A secret file, of an env group too, may have the name.
  comparesServices: true,
  prevents: ["build/failed", "process/exited"],
  check: (facts) => {
    const { violations, undecided } = judgeEach(
      factsOf(facts, "missing-file").filter((fact) => fact.isEnvFile !== true && !isSecretFile(fact, facts)),
      (fact) => fileOf(fact, facts),
      (file, fact) => ({
        place: fact.place,
        what: folderOf(fact) ?? `a file of the ${fact.by}`,
        expected:
          folderOf(fact) !== undefined
            ? "a folder of the repository"
            : `${file}, which \`${fact.command}\` needs`,
        got: folderOf(fact) !== undefined ? `\`${file}\`, and no such folder` : gotOf(fact),
        fix: fixOf(fact),
      }),
    );
    return {
      violations: [...violations, ...unmetNeeds(facts, "service/missing-file")],
      undecided: [...undecided, ...unmadeFolders(facts)],
    };
  },
});

/** Folders of a stack's commands that no repository has, as far as the build says; secret files are known by then. */
function unmadeFolders(facts: readonly Fact[]): readonly Undecided[] {
  if (factsOf(facts, "secret-files").length === 0) return [];
  return [...folderTwice(facts), ...unbuiltFolders(facts), ...unmadeEnvironments(facts)];
}

/** Folders that a manifest names: the one in which a platform builds and starts the service, and the image's. */
const FOLDERS: Readonly<Record<string, string>> = {
  rootDir: "the root directory",
  rootDirectory: "the root directory",
  dockerContext: "the folder that the image is built from",
};
const folderOf = ({ command, by }: FactOf<"missing-file">): string | undefined =>
  by === "manifest" && Object.hasOwn(FOLDERS, command) ? FOLDERS[command] : undefined;

/** The file, unless it may be there all the same. */
function fileOf(fact: FactOf<"missing-file">, facts: readonly Fact[]): Knowable<string> {
  if (fact.unsure !== undefined) return unknown(fact.unsure);
  const { unlessSet } = fact;
  const isSet = factsOf(facts, "variable").some(({ name }) => name === unlessSet || name === ALL_VARIABLES);
  if (unlessSet !== undefined && isSet) return unknown(`${unlessSet} may name another file`);
  const [given] = factsOf(facts, "secret-files");
  return given === undefined || given.names.known ? known(fact.file) : given.names;
}

/** Render lays secret files into the folder of the code too (render.com/docs/configure-environment-variables). */
function isSecretFile({ file }: FactOf<"missing-file">, facts: readonly Fact[]): boolean {
  const name = file.split("/").at(-1) ?? "";
  return factsOf(facts, "secret-files").some(({ names }) => names.known && names.value.includes(name));
}

function gotOf({ context, inFolder, inImage }: FactOf<"missing-file">): string {
  if (inImage === true) return "nothing that an instruction copies or writes there";
  if (inFolder !== undefined)
    return `none where the command runs: the build makes or has it in ${inFolder.folder}`;
  if (context?.leftOutBy !== undefined)
    return `left out by \`${context.leftOutBy.line}\` in ${context.leftOutBy.file}`;
  return context === undefined || context.folder === ""
    ? "none"
    : `none in ${context.folder}, from which the image is built`;
}

/** What an image copies from its context. */
function sourceFix({ file, elsewhere, context }: FactOf<"missing-file">): string {
  if (context?.leftOutBy !== undefined)
    return `Add the line \`!${file}\` at the end of ${context.leftOutBy.file}, or take \`${context.leftOutBy.line}\` out of it.`;
  if (elsewhere === undefined) return `Commit ${file}, or take it out of the instruction.`;
  return `Name ${elsewhere} by its path from the folder that the image is built from, or build the image from another folder.`;
}

function fixOf(fact: FactOf<"missing-file">): string {
  const { file, elsewhere, writtenBy, by, inFolder, inImage } = fact;
  if (folderOf(fact) !== undefined) return "Name the folder by its path from the top of the repository.";
  if (inImage === true)
    return elsewhere === undefined
      ? `Copy it into the image as ${file}, or start what is there.`
      : `Copy ${elsewhere} to ${file}, or start it by the path that it is copied to.`;
  if (inFolder !== undefined) {
    const key = isStackPlace(fact.place) ? "rootDirectory" : "rootDir";
    return `Write \`${key}: ${inFolder.folder}\`, and commands that run in that folder; or start \`${inFolder.from}\`.`;
  }
  if (fact.context !== undefined) return sourceFix(fact);
  if (fact.isBuilt)
    return elsewhere === undefined
      ? `Name what the build makes in place of ${file}.`
      : `Name ${elsewhere}, which the build makes.`;
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
