import path from "node:path";
import type { Fact, FactOf, Place, Subject } from "../../../domain";
import type { Repository } from "../../reader";

/** A file that a manifest names by its path. */
interface NamedFile {
  readonly place: Place;
  readonly subject: Subject;
  /** As it is written there. */
  readonly file: string;
  /** The folders that the path may start from. */
  readonly folders: readonly string[];
  /** The field that names it. */
  readonly field: string;
  readonly by: FactOf<"missing-file">["by"];
  readonly isEnvFile?: true;
}

/** What a build writes, and no repository holds. */
const MADE = /(?:^|\/)(?:dist|build|out|target|node_modules|vendor|\.\w+)\//;

/** That a file is not there: at none of the places that the path may mean, and not as one that git leaves out. */
export function namedFileFacts(
  { place, subject, file, folders, field, by, isEnvFile }: NamedFile,
  repository: Repository,
): readonly Fact[] {
  // What a submodule holds is in another repository.
  if (/[$\\{*?]|:\/\/|^[~/]/.test(file) || repository.has(".gitmodules")) return [];
  const paths = [...new Set(folders.map((folder) => path.posix.join(folder, file)))];
  const [named] = paths;
  const isLacking = (at: string): boolean =>
    repository.lacks(at) && !MADE.test(at) && !repository.ignores(at);
  if (named === undefined || !paths.every(isLacking)) return [];
  const others = repository.named(path.posix.basename(named));
  const [elsewhere] = others.length === 1 ? others : [];
  const what = {
    kind: "missing-file",
    ...subject,
    place,
    file: named,
    command: field,
    elsewhere,
    by,
  } as const;
  return [isEnvFile ? { ...what, isEnvFile } : what];
}
