import path from "node:path";
import type { Fact, StartCommandFact, Subject } from "../../../domain";
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

/** A pattern that finds a text as it is. */
export const patternOf = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");
