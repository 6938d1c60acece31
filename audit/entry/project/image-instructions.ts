import path from "node:path";
import { type Instruction, JSONInstruction, ModifiableInstruction } from "dockerfile-ast";
import ignore from "ignore";
import { oncePer } from "../../once-per-repository";
import { baseImage } from "../../readers/dockerfile/stages";

/** Images that have nothing of an application in them. */
const PLAIN_BASE =
  /^(?:(?:docker\.io\/)?(?:library\/)?[a-z0-9.-]+|mcr\.microsoft\.com\/.+|gcr\.io\/distroless\/.+|public\.ecr\.aws\/(?:docker\/library|lambda)\/.+|ghcr\.io\/astral-sh\/.+|(?:docker\.io\/)?(?:oven\/bun|denoland\/deno))(?:[:@].*)?$/;

export interface Candidate {
  readonly path: string;
  /** Whether the source itself would be the file, and not a folder around it. */
  readonly isWhole: boolean;
}

/** The paths of a source by which a file may come to its place. */
export function candidates(
  source: string,
  file: string,
  at: string,
  isFolder: boolean,
): readonly Candidate[] {
  const name = path.posix.basename(file);
  if (/[*?[]/.test(source)) {
    const fits = path.posix.dirname(file) === at && ignore().add(path.posix.basename(source)).ignores(name);
    return fits ? [{ path: path.posix.join(path.posix.dirname(source), name), isWhole: true }] : [];
  }
  const below = file === at ? "" : file.slice(at === "/" ? 1 : at.length + 1);
  const asFolder = below === "" ? [] : [{ path: path.posix.join(source, below), isWhole: false }];
  const asFile = isFolder ? below === path.posix.basename(source) : below === "";
  return asFile ? [{ path: source, isWhole: true }] : asFolder;
}

export function isBelow(file: string, folder: string): boolean {
  return file.startsWith(folder === "/" ? "/" : `${folder}/`);
}

/** The last instruction that begins at a line. */
export const instructionAt = (
  instructions: readonly Instruction[],
  line: number | undefined,
): Instruction | undefined =>
  instructions.findLast((one) => one.getInstructionRange().start.line + 1 === line);

export function isCopy(instruction: Instruction): boolean {
  return /^(?:COPY|ADD)$/.test(instruction.getKeyword());
}

export function isPlain(from: Instruction): boolean {
  return PLAIN_BASE.test(baseImage([from]));
}

export function flagOf(instruction: Instruction, name: string): string | undefined {
  const flags = instruction instanceof ModifiableInstruction ? instruction.getFlags() : [];
  const flag = flags.find((one) => one.getName() === name);
  return flag === undefined ? undefined : (flag.getValue() ?? "").toLowerCase();
}

export const wordsOf = oncePer((copy: Instruction): readonly string[] => {
  const list =
    copy instanceof JSONInstruction ? copy.getJSONStrings().map((word) => word.getJSONValue()) : [];
  return list.length > 0 ? list : copy.getArguments().map((argument) => argument.getValue());
});

export const sourcesOf = (copy: Instruction): readonly string[] => wordsOf(copy).slice(0, -1);

export function folderAfter(instruction: Instruction, before: string | undefined): string | undefined {
  if (instruction.getKeyword() !== "WORKDIR") return before;
  const to = (instruction.getArgumentsContent() ?? "").trim().replace(/^(["'])(.*)\1$/, "$2");
  if (to.includes("$")) return undefined;
  if (to.startsWith("/")) return path.posix.normalize(to).replace(/(.)\/$/, "$1");
  return before === undefined ? undefined : path.posix.join(before, to).replace(/(.)\/$/, "$1");
}
