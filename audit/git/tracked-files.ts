import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { filesOfIndex } from "./git-index";
import { repositoryAround } from "./repository";

const MAX_BYTES = 64_000_000;

/** What git tracks in a folder, or why that is not known. */
export type Tracked =
  | { readonly paths: readonly string[] }
  | { readonly paths?: never; readonly why: string };

/**
 * The files that git tracks in a folder, by paths from it; undefined where it is in no repository. It reads the index
 * by itself: git need not be there, and none of its hooks, filters or settings can run.
 */
export function trackedFiles(folder: string): Tracked | undefined {
  const repository = repositoryAround(folder);
  if (repository === undefined) return undefined;
  const { top, git } = repository;
  const bytes = bytesOf(path.join(git, "index"));
  // A repository in which nothing was ever added has no index.
  if (bytes === "none") return { paths: [] };
  const files = typeof bytes === "string" ? undefined : filesOfIndex(bytes);
  if (files === undefined) {
    const why = bytes === "large" ? "is larger than 64 MB" : "cannot be read, or is split over several files";
    return { why: `git's index ${why}` };
  }
  const prefix = path.relative(top, folder).split(path.sep).join("/");
  if (prefix === "") return { paths: files };
  const within = files.filter((file) => file.startsWith(`${prefix}/`));
  return { paths: within.map((file) => file.slice(prefix.length + 1)) };
}

/** The path from the repository's root to a folder in it: empty for the root itself, and where there is no repository. */
export function pathInRepository(folder: string): string {
  const repository = repositoryAround(folder);
  return repository === undefined ? "" : path.relative(repository.top, folder).split(path.sep).join("/");
}

function bytesOf(file: string): Buffer | "none" | "large" | "unreadable" {
  try {
    const status = statSync(file);
    if (!status.isFile()) return "unreadable";
    return status.size > MAX_BYTES ? "large" : readFileSync(file);
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === "ENOENT" ? "none" : "unreadable";
  }
}
