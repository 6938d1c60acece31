import { readFileSync, statSync } from "node:fs";
import path from "node:path";

/** A git repository of this machine: the folder of its files, and where git keeps what it knows of them. */
export interface GitRepository {
  readonly top: string;
  /** `.git`, or a worktree's own part of it. */
  readonly git: string;
}

/** The nearest `.git` at the folder or above it, as git itself looks for it; a worktree's is a file that names it. */
export function repositoryAround(folder: string): GitRepository | undefined {
  for (let top = folder; ; top = path.dirname(top)) {
    const git = path.join(top, ".git");
    const kind = statSync(git, { throwIfNoEntry: false });
    if (kind?.isDirectory() === true) return { top, git };
    const named = kind?.isFile() === true ? /^gitdir: (.+)$/m.exec(textOf(git))?.[1] : undefined;
    if (named !== undefined) return { top, git: path.resolve(top, named.trim()) };
    if (path.dirname(top) === top) return undefined;
  }
}

/**
 * The addresses of a repository's remotes, as its configuration has them. The file is read by itself: git need not be
 * there, and none of its hooks or settings can run.
 */
export function remotesOf(repository: GitRepository): readonly string[] {
  const text = textOf(path.join(commonFolder(repository), "config"));
  const sections = text.split(/^(?=[ \t]*\[)/m);
  return sections
    .filter((section) => /^[ \t]*\[remote\s/.test(section))
    .flatMap((section) => [...section.matchAll(/^[ \t]*url[ \t]*=[ \t]*(.+)$/gim)])
    .map(([, value = ""]) => value.trim().replace(/^"(.*)"$/, "$1"));
}

/** Where git keeps what all worktrees of a repository share. */
export function commonFolder({ git }: GitRepository): string {
  const common = textOf(path.join(git, "commondir")).trim();
  return common === "" ? git : path.resolve(git, common);
}

const MAX_BYTES = 1_000_000;

/** The text of a small file; empty where it is none. */
export function textOf(file: string): string {
  try {
    const status = statSync(file);
    return status.isFile() && status.size <= MAX_BYTES ? readFileSync(file, "utf8") : "";
  } catch {
    return "";
  }
}
