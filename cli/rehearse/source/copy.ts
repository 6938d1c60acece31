import { createReadStream, createWriteStream } from "node:fs";
import { copyFile, cp, lstat, mkdir, mkdtemp, readlink, rm, symlink } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { GitError, git } from "./git";

/** The commit that a copy was made from, in Render's words. */
export interface Commit {
  readonly id: string;
  readonly message: string;
  readonly createdAt: string;
}

export interface CopyOptions {
  /** A branch, tag or commit in place of the files as they are. */
  readonly commit?: string | undefined;
  /** Ends the copy, with an error. */
  readonly signal?: AbortSignal | undefined;
}

/** A larger file is copied in pieces, between which the copy can be ended. */
const LARGE_BYTES = 64 * 1024 ** 2;

/** What a folder without git does not give away: large, and made again by the build. */
const MADE_BY_BUILDS = new Set([".git", "node_modules", ".venv", "venv", "__pycache__"]);

/** Copies at most so many files at once. */
const AT_ONCE = 32;

/**
 * Copies the repository's files into an empty folder: those that git tracks and those it does not ignore, as they are
 * on disk; with a commit, that commit's. A folder outside of git is copied without what builds make.
 *
 * @returns the commit, undefined where there is none
 * @throws GitError where the commit cannot be read, AbortError when the signal comes first
 */
export async function copyRepository(
  from: string,
  to: string,
  { commit: ref, signal }: CopyOptions = {},
): Promise<Commit | undefined> {
  if (ref !== undefined) {
    const commit = await commitAt(from, `${ref}^{commit}`);
    await copyCommit(from, to, commit.id);
    return commit;
  }
  const files = await listed(from);
  if (files === undefined) {
    const kept = (file: string): boolean => file === from || !MADE_BY_BUILDS.has(path.basename(file));
    await cp(from, to, { recursive: true, verbatimSymlinks: true, filter: kept });
    return undefined;
  }
  await copyFiles(from, to, { files, signal });
  // A checkout without a commit yet has none.
  return commitAt(from, "HEAD").catch(() => undefined);
}

/** The files of a working tree, from its folder; undefined outside of git, and in a folder that git ignores. */
async function listed(folder: string): Promise<string[] | undefined> {
  try {
    const ignored = await git(folder, ["check-ignore", "--quiet", "."]).then(
      () => true,
      () => false,
    );
    if (ignored) return undefined;
    const text = await git(folder, ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    return [...new Set(text.split("\0").filter((name) => name !== ""))];
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}

interface Copying {
  readonly files: readonly string[];
  readonly signal: AbortSignal | undefined;
}

async function copyFiles(from: string, to: string, { files, signal }: Copying): Promise<void> {
  await mkdir(to, { recursive: true });
  const folders = new Set(files.map((file) => path.dirname(file)));
  for (const folder of folders) await mkdir(path.join(to, folder), { recursive: true });
  const left = files.values();
  const work = async (): Promise<void> => {
    for (const file of left) {
      signal?.throwIfAborted();
      await copyOne(path.join(from, file), path.join(to, file), signal);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function copyOne(from: string, to: string, signal: AbortSignal | undefined): Promise<void> {
  // A tracked file may have been deleted, and a file may go while it is copied.
  const found = await lstat(from).catch(() => undefined);
  if (found === undefined) return;
  if (found.isSymbolicLink()) await symlink(await readlink(from), to);
  // A submodule, or a repository of its own inside: git lists its folder alone.
  else if (found.isDirectory()) await copyRepository(from, to, { signal });
  else if (found.isFile() && found.size < LARGE_BYTES) await copyFile(from, to);
  else if (found.isFile())
    await pipeline(createReadStream(from), createWriteStream(to, { mode: found.mode }), signal && { signal });
}

async function commitAt(folder: string, ref: string): Promise<Commit> {
  const [id = "", createdAt = "", message = ""] = (
    await git(folder, ["log", "-1", "--no-show-signature", "--format=%H%n%cI%n%s", "--end-of-options", ref])
  ).split("\n");
  return { id, createdAt, message };
}

/** By an index of its own: the checkout's index and files stay untouched. */
async function copyCommit(folder: string, to: string, commit: string): Promise<void> {
  await mkdir(to, { recursive: true });
  const root = (await git(folder, ["rev-parse", "--show-toplevel"])).trimEnd();
  const place = await mkdtemp(`${to}-index-`);
  try {
    const index = { GIT_INDEX_FILE: path.join(place, "index") };
    await git(root, ["read-tree", commit], index);
    await git(root, ["checkout-index", "--all", "--quiet", `--prefix=${to}${path.sep}`], index);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
