import path from "node:path";
import type { Instruction } from "dockerfile-ast";
import type { Fact } from "../../../domain";
import { nearest } from "../../../domain/nearest";
import { hasHeredoc, parsedDockerfile } from "../../readers/dockerfile/parsed";
import { runText } from "../../readers/dockerfile/run-text";
import { lastImage, stageAt } from "../../readers/dockerfile/stages";
import { startedWords } from "../wrappers";
import { flagOf, folderAfter, instructionAt, isCopy, isPlain, wordsOf } from "./image-instructions";
import { imageOf, type Project, placeOfInstruction, subjectOf } from "./project";

/** Shorter names are near to each other by chance. */
const MIN_LENGTH = 4;
/** Steps that make no program of another name. */
const QUIET =
  /^(?:(?:apt-get|apt|apk|addgroup|adduser|useradd|groupadd|chmod|chown|mkdir|rm|echo|update-ca-certificates|true|set)\b[^\n;]*(?:&&|;|\|\||$)\s*)+$/;

const BUILDS = /\bgo\s+build\b[^\n&|;]*?\s-o[ =]+([\w./-]*\w)(?=\s|$)/g;

/** A program that an image starts, or copies from its build, under nearly the name that it has. */
export function misspeltPrograms(project: Project): readonly Fact[] {
  const image = imageOf(project);
  if (
    image === undefined ||
    hasHeredoc(image.text) ||
    /\$\{?\w+\}?[^\n]*\bgo\s+build|-o\s+\S*\$/.test(image.text)
  )
    return [];
  const whole = parsedDockerfile(image.text).getInstructions();
  const { instructions } = lastImage(whole);
  // A base of one's own may have programs.
  if (instructions[0] === undefined || !isPlain(instructions[0])) return [];
  return [...started(project, image.file, instructions), ...copied(project, image.file, whole, instructions)];
}

/** The program of CMD or ENTRYPOINT beside those that the stage copies; nothing where a step may make another. */
function started(project: Project, file: string, instructions: readonly Instruction[]): readonly Fact[] {
  const { start } = project;
  if (!start.command.known || start.place.source !== "file") return [];
  const { line } = start.place;
  const last = instructionAt(instructions, line);
  const [program = ""] = startedWords(start.command.value);
  const at = last === undefined ? undefined : folderAt(instructions, last);
  if (last === undefined || at === undefined || !program.includes("/") || program.includes("$")) return [];
  const wanted = path.posix.resolve(at, program);
  const copies = instructions.filter(isCopy);
  const steps = instructions.filter((one) => one.getKeyword() === "RUN");
  if (
    copies.some((one) => flagOf(one, "from") === undefined) ||
    !steps.every((one) => QUIET.test(runText(one)))
  )
    return [];
  const files = copies.flatMap((one) => placedBy(one, folderAt(instructions, one)));
  const near = nearIn(wanted, files);
  if (near === undefined) return [];
  return [
    missing(project, placeOfInstruction(file, last), {
      file: wanted,
      command: program,
      near,
      by: "start command",
    }),
  ];
}

/** What COPY takes from a stage beside what `go build -o` writes there. */
function copied(
  project: Project,
  file: string,
  whole: readonly Instruction[],
  instructions: readonly Instruction[],
): readonly Fact[] {
  return instructions.filter(isCopy).flatMap((one): readonly Fact[] => {
    const from = flagOf(one, "from");
    const stage = from === undefined ? [] : stageAt(whole, from);
    const runs = stage.filter((run) => run.getKeyword() === "RUN");
    const outputs = runs.flatMap((run) => {
      const at = folderAt(stage, run);
      const written = [...runText(run).matchAll(BUILDS)].map(([, name = ""]) => name);
      return at === undefined ? [] : written.map((name) => path.posix.resolve(at, name));
    });
    const builds = runs.flatMap((run) => runText(run).match(/\bgo\s+build\b/g) ?? []);
    const others = runs.some((run) =>
      /\b(?:mv|cp|ln|install|make|curl|wget)\b|go\s+install|\.sh\b/.test(runText(run)),
    );
    if (outputs.length === 0 || others || builds.length !== outputs.length) return [];
    const [source = "", ...more] = wordsOf(one).slice(0, -1);
    const near =
      more.length === 0 && !/[$*?[]/.test(source)
        ? nearIn(path.posix.resolve("/", source), outputs)
        : undefined;
    if (near === undefined || isInRepository(path.posix.basename(source), project)) return [];
    const what = { file: source, command: `COPY ${source}`, near, by: "Dockerfile" as const };
    return [missing(project, placeOfInstruction(file, one), what)];
  });
}

/** Whether a file or a folder of the repository has the name, which the stage may have too. */
function isInRepository(name: string, { repository }: Project): boolean {
  return repository.ending("").some((file) => file.split("/").includes(name));
}

function folderAt(instructions: readonly Instruction[], one: Instruction): string | undefined {
  let folder: string | undefined = "/";
  for (const before of instructions.slice(0, instructions.indexOf(one))) folder = folderAfter(before, folder);
  return folder;
}

/** The path that a copy of one source has; of a folder, those in it are not known. */
function placedBy(copy: Instruction, at: string | undefined): readonly string[] {
  const words = wordsOf(copy);
  const to = words.at(-1) ?? "";
  if (at === undefined || words.length !== 2 || /[$*?[]/.test(words.join(" "))) return [];
  const whole = path.posix.resolve(at, to);
  const isFolder = /(?:^|\/)\.?$/.test(to);
  const name = path.posix.basename(words[0] ?? "");
  return isFolder ? [path.posix.join(whole, name)] : [whole, path.posix.join(whole, name)];
}

/** The path of nearly the same name in the same folder, where the path itself is none of them nor below one. */
function nearIn(wanted: string, files: readonly string[]): string | undefined {
  const name = path.posix.basename(wanted);
  if (name.length < MIN_LENGTH || files.some((one) => wanted === one || wanted.startsWith(`${one}/`)))
    return undefined;
  const beside = files.filter((one) => path.posix.dirname(one) === path.posix.dirname(wanted));
  const near = nearest(
    name,
    beside.map((one) => path.posix.basename(one)),
  );
  return beside.find((one) => near !== undefined && path.posix.basename(one) === near);
}

function missing(
  project: Project,
  place: ReturnType<typeof placeOfInstruction>,
  { near, ...what }: { file: string; command: string; near: string; by: "start command" | "Dockerfile" },
): Fact {
  return { kind: "missing-file", ...subjectOf(project), place, ...what, elsewhere: near, isBuilt: true };
}
