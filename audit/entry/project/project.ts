import path from "node:path";
import type { Instruction } from "dockerfile-ast";
import { type Fact, factsOf, type Place, type StartCommandFact, type Subject } from "../../../domain";
import { sameSubject } from "../../../domain/stated";
import type { Repository } from "../../reader";
import { fileOf, IMAGE_FILE } from "../../services/service-folders";

/** One started service, and where its project's files are. */
export interface Project {
  readonly start: StartCommandFact;
  /** What is stated of the service in its environment. */
  readonly facts: readonly Fact[];
  /** Folders in which its files may be, the likeliest first. */
  readonly bases: readonly string[];
  readonly repository: Repository;
}

/** A range of versions that a file of the project asks for. */
export interface Asked {
  readonly asked: string;
  readonly written: string;
  readonly askedBy: string;
  readonly askedAt: Place;
  /** Whether the project's build refuses another version. */
  readonly isRefused?: true;
}

export function subjectOf({ start }: Project): Subject {
  return sameSubject(start);
}

/** The first file of a name in the project's folders, with its text. */
export function fileOfProject(
  { bases, repository }: Project,
  name: string,
): { readonly file: string; readonly text: string } | undefined {
  for (const base of bases) {
    const file = path.posix.normalize(path.posix.join(base, name));
    const text = repository.text(file);
    if (text !== undefined) return { file, text };
  }
  return undefined;
}

/** The Dockerfile that the start command is one of. */
export function imageOf({
  start,
  repository,
}: Project): { readonly file: string; readonly text: string } | undefined {
  const file = fileOf(start);
  const text = IMAGE_FILE.test(file) ? repository.text(file) : undefined;
  return text === undefined ? undefined : { file, text };
}

/** The commands that a platform runs beside the start command. */
export function platformCommands({ facts }: Project): readonly string[] {
  return factsOf(facts, "platform-command").flatMap(({ command }) => (command.known ? command.value : []));
}

/** The one of a list that has no other. */
export const only = <T>([first, ...others]: readonly T[]): T | undefined =>
  others.length === 0 ? first : undefined;

/** The only file of the repository with this file's name. */
export const onlyNamed = (file: string, repository: Repository): string | undefined =>
  only(repository.named(path.posix.basename(file)));

export function placeOfInstruction(file: string, instruction: Instruction): Place {
  const { start } = instruction.getInstructionRange();
  return { source: "file", file, line: start.line + 1, column: start.character + 1 };
}

/** A pattern that finds a text as it is. */
export const patternOf = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");
