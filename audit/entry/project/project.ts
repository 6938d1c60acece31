import path from "node:path";
import type { Instruction } from "dockerfile-ast";
import type { Fact, Place, StartCommandFact, Subject } from "../../../domain";
import { sameSubject } from "../../../domain/stated";
import type { Repository } from "../../reader";

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

export function placeOfInstruction(file: string, instruction: Instruction): Place {
  const { start } = instruction.getInstructionRange();
  return { source: "file", file, line: start.line + 1, column: start.character + 1 };
}

/** A pattern that finds a text as it is. */
export const patternOf = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");
