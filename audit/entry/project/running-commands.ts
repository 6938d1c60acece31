import path from "node:path";
import type { Instruction } from "dockerfile-ast";
import { type FactOf, factsOf, type Place } from "../../../domain";
import { type SimpleCommand, simpleCommands } from "../../../domain/start-command/shell";
import { isManifestOf } from "../../../platforms";
import { FLY } from "../../../platforms/fly";
import { runText } from "../../readers/dockerfile/run-text";
import { builtForLast } from "../../readers/dockerfile/stages";
import { imageFileOf } from "../../readers/fly-toml/image-file";
import { fileOf, IMAGE_FILE } from "../../services/service-folders";
import { foldersOfCommands, inFolders } from "../folders";
import { type ImageFile, ImageFiles } from "./image-files";
import { instructionAt } from "./image-instructions";
import { type Project, placeOfInstruction } from "./project";

/** What is at a path; `writes` says whether a command may write it. */
type FileAt = (file: string, writes: (command: string) => boolean) => ImageFile;

/** A command that a platform or an image's build runs for certain, and what it finds in the folder that it runs in. */
export interface RunningCommand {
  readonly words: readonly string[];
  readonly place: Place;
  readonly by: FactOf<"missing-script">["by"];
  readonly fileAt: FileAt;
}

/** A text of commands that a platform or an image's build runs. */
interface Running {
  readonly command: string;
  readonly place: Place;
  readonly by: FactOf<"missing-script">["by"];
  /** Where the last of some commands runs, which may go to folders before. */
  readonly fileAt: (commands: readonly SimpleCommand[], ...asked: Parameters<FileAt>) => ImageFile;
}

/** The commands of a service's deploy that are certain to run: of its build, before its start, and of its start. */
export function runningCommands(project: Project): readonly RunningCommand[] {
  return runningTexts(project).flatMap(({ command, place, by, fileAt }) => {
    // What may fail stops nothing.
    if (command.includes("||")) return [];
    const commands = simpleCommands(command);
    return commands.flatMap(({ words, conditional }, index): readonly RunningCommand[] =>
      conditional
        ? []
        : [{ words, place, by, fileAt: (...asked) => fileAt(commands.slice(0, index + 1), ...asked) }],
    );
  });
}

function runningTexts(project: Project): readonly Running[] {
  const file = fileOf(project.start);
  return IMAGE_FILE.test(file) ? ofImage(file, project) : ofPlatform(project);
}

function ofPlatform(project: Project): readonly Running[] {
  const { start, facts } = project;
  const own = { place: start.place, command: start.command, by: "start command" as const };
  // Where an image's build puts its files, a command in place of its own does not say.
  const within = start.inImage === true ? () => undefined : imageOfFly(project);
  return [own, ...factsOf(facts, "platform-command")].flatMap(
    ({ place, command, by }): readonly Running[] => {
      if (!command.known) return [];
      const fileAt: Running["fileAt"] = (...asked) => onPlatform(project, by, ...asked);
      return [{ command: command.value, place, by, fileAt: within ?? fileAt }];
    },
  );
}

/** What a process of Fly finds in the image that its app is built as; undefined of another platform's command. */
function imageOfFly(project: Project): Running["fileAt"] | undefined {
  const { start, repository } = project;
  const file = fileOf(start);
  if (!isManifestOf(FLY, file)) return undefined;
  const imageFile = imageFileOf(file, repository);
  if (imageFile === undefined) return () => undefined;
  const image = ImageFiles.of(imageFile, project);
  const last = image?.instructions.at(-1);
  if (image === undefined || last === undefined) return undefined;
  const isCommand = /^(?:CMD|ENTRYPOINT|EXPOSE)$/.test(last.getKeyword());
  return isCommand ? inImage(image, last) : () => undefined;
}

/** A folder that is computed, or the one before. */
const OPEN = /[$\uE000]|^-$/;

/** In the likeliest folder; nothing is there only where none of those that it may be has it. */
function onPlatform(
  { bases, repository, facts }: Project,
  by: Running["by"],
  commands: readonly SimpleCommand[],
  ...[name, writes]: Parameters<FileAt>
): ImageFile {
  // Where a variable says to which folder the commands go, nothing is known of it.
  if (
    commands
      .slice(0, -1)
      .some(({ words }) => /^(?:cd|pushd)$/.test(words[0] ?? "") && OPEN.test(words[1] ?? ""))
  )
    return undefined;
  const folders = foldersOfCommands(facts, bases, repository);
  const files = inFolders(commands, folders).map((base) => path.posix.normalize(path.posix.join(base, name)));
  const [file] = files;
  if (file !== undefined && repository.has(file)) return { file };
  const before = commands.slice(0, -1).map(({ words }) => words.join(" "));
  const builds = factsOf(facts, "platform-command").flatMap((fact) =>
    by !== "build command" && fact.by === "build command" && fact.command.known ? fact.command.value : [],
  );
  if ([...before, ...builds].some(writes)) return undefined;
  // The platform has nothing of what is above the repository.
  return files.every((one) => one.startsWith("../") || repository.lacks(one)) ? "lacking" : undefined;
}

/** The commands of the image that is started: those of its build, its own, and what a platform runs in it before. */
function ofImage(file: string, project: Project): readonly Running[] {
  const { start, facts } = project;
  const image = ImageFiles.of(file, project);
  if (image === undefined || start.place.source !== "file") return [];
  const { line } = start.place;
  const last = instructionAt(image.instructions, line);
  const before = factsOf(facts, "platform-command").flatMap(({ place, command, by }): readonly Running[] =>
    command.known && by === "pre-deploy command" && last !== undefined
      ? [{ command: command.value, place, by, fileAt: inImage(image, last) }]
      : [],
  );
  const own = builtForLast(image.instructions).flatMap((one): readonly Running[] => {
    const place = placeOfInstruction(file, one);
    if (one.getKeyword() === "RUN")
      return [{ command: runText(one), place, by: "Dockerfile", fileAt: inImage(image, one) }];
    if (one !== last || !start.command.known) return [];
    return [{ command: start.command.value, place, by: "start command", fileAt: inImage(image, one) }];
  });
  return [...own, ...before];
}

function inImage(image: ImageFiles, one: Instruction): Running["fileAt"] {
  // What is mounted into a step is no file of the image.
  if (/--mount=type=(?:bind|secret)|^\s*--mount=(?!type=)/.test(one.getRawArgumentsContent() ?? ""))
    return () => undefined;
  return (commands, name, writes) => {
    const at = image.folderAt(one);
    const [base] = at === undefined ? [] : inFolders(commands, [at]);
    const before = commands.slice(0, -1);
    if (base === undefined || before.some(goesAway) || before.some(({ words }) => writes(words.join(" "))))
      return undefined;
    return image.fileAt(one, path.posix.resolve(base, name), writes);
  };
}

/** `cd /app`, which is a folder of the image. */
function goesAway({ words }: SimpleCommand): boolean {
  return /^(?:cd|pushd)$/.test(words[0] ?? "") && (words[1] ?? "").startsWith("/");
}
