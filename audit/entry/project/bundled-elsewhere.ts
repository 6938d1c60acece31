import path from "node:path";
import type { Instruction } from "dockerfile-ast";
import type { Fact } from "../../../domain";
import { PUBLISHED_FOLDERS } from "../../../domain/published-folders";
import { instructionsOf } from "../../readers/dockerfile/parsed";
import { runText } from "../../readers/dockerfile/run-text";
import { builtForLast, stageAt } from "../../readers/dockerfile/stages";
import { bundlerOf } from "../../readers/package-json/bundler";
import { flagOf, folderAfter, isCopy, sourcesOf } from "./image-instructions";
import { imageOf, type Project, placeOfInstruction, subjectOf } from "./project";

const BUILD = /^(?:npm run|pnpm(?: run)?|yarn(?: run)?|bun run) build$/;
/** Steps that bring packages and no folder of pages. */
const HARMLESS =
  /^(?:(?:npm|pnpm|yarn|bun)(?: (?:ci|i|install))?(?: --?[\w-]+(?:[= ]\S+)?)*|corepack (?:enable|prepare)[^&;|]*|npm (?:install|i) (?:-g|--global) [\w@./-]+)$/;

/** A folder that an image copies from the stage of its pages, where their tool writes to another one. */
export function bundledElsewhere(project: Project): readonly Fact[] {
  const image = imageOf(project);
  // A build of another folder may have another package.
  if (image === undefined || image.file !== "Dockerfile") return [];
  const instructions = instructionsOf(image.text);
  return builtForLast(instructions).flatMap((one): readonly Fact[] => {
    const from = isCopy(one) ? flagOf(one, "from") : undefined;
    const [source, ...others] = from === undefined ? [] : sourcesOf(one);
    if (from === undefined || source === undefined || others.length > 0) return [];
    const copied = path.posix.normalize(source.replace(/\/+$/, ""));
    const folder = path.posix.basename(copied);
    const made = PUBLISHED_FOLDERS.includes(folder)
      ? madeIn(stageAt(instructions, from), copied, project)
      : undefined;
    // What is below it is brought with it.
    if (made === undefined || `${made}/`.startsWith(`${copied}/`)) return [];
    return [
      {
        kind: "missing-file",
        ...subjectOf(project),
        place: placeOfInstruction(image.file, one),
        file: copied,
        command: `COPY ${source}`,
        elsewhere: made,
        isBuilt: true,
        by: "Dockerfile",
      },
    ];
  });
}

/** The folder that a stage's build makes, where that is all that it does; undefined where it may make the copied one. */
function madeIn(stage: readonly Instruction[], copied: string, { repository }: Project): string | undefined {
  let at: string | undefined;
  for (const one of stage) at = folderAfter(one, at);
  const folder = path.posix.basename(copied);
  if (at === undefined || path.posix.join(at, folder) !== copied || !repository.lacks(folder))
    return undefined;
  if (stage.filter((one) => one.getKeyword() === "WORKDIR").length !== 1) return undefined;
  const steps = stage
    .filter((one) => one.getKeyword() === "RUN")
    .flatMap((run) => runText(run).split("&&"))
    .map((step) =>
      step
        .trim()
        .replaceAll(/\s+/g, " ")
        .replace(/^(?:--mount=\S+ )+/, ""),
    );
  const builds = steps.filter((step) => BUILD.test(step));
  const isPlain = steps.every((step) => BUILD.test(step) || HARMLESS.test(step));
  const copies = stage.filter((one) => isCopy(one));
  if (builds.length !== 1 || !isPlain || copies.some((one) => flagOf(one, "from") !== undefined))
    return undefined;
  // What is copied to another place, or from another folder, may be another package.
  if (!copies.some((one) => /^(?:--\S+ )*\.\/? (?:\.\/?|\S+)$/.test(one.getArgumentsContent() ?? "")))
    return undefined;
  const bundler = bundlerOf("", repository);
  return bundler === undefined ? undefined : path.posix.join(at, bundler.folder);
}
