import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { GitError, git } from "../rehearse/source/git";

/** Whether a repository has a commit, or why it could not be asked. */
export type CommitThere =
  | { readonly is: "there" | "absent" }
  | { readonly is: "unknown"; readonly why: string };

/** git asks nothing on the terminal: a repository that needs a password is not asked. */
const NO_QUESTIONS = { GIT_TERMINAL_PROMPT: "0", GIT_ASKPASS: "", SSH_ASKPASS: "", GCM_INTERACTIVE: "never" };
const LIMIT_MS = 20_000;
/** Of git's own server and of JGit's (UploadPack), for an object that they do not have. */
const ABSENT = /not our ref|want [0-9a-f]{40,64} not valid/;

/**
 * Asks a repository for one commit, without its files. Only the repository knows: the checkout at hand may have commits
 * that were never pushed, and lack those that were.
 *
 * @param commit a whole one, in lower case
 * @throws where `signal` is aborted
 */
export async function commitThere(
  repository: string,
  commit: string,
  signal: AbortSignal,
): Promise<CommitThere> {
  const folder = await mkdtemp(path.join(tmpdir(), "portcullis-commit-"));
  const run = (...words: string[]): Promise<string> =>
    git(folder, words, NO_QUESTIONS, { signal, timeout: LIMIT_MS });
  try {
    await run("init", "--quiet", "--bare", `--object-format=${commit.length === 64 ? "sha256" : "sha1"}`);
    await run("config", "remote.asked.url", repository);
    await run("fetch", "--quiet", "--depth=1", "--no-tags", "--filter=tree:0", "asked", commit);
    const type = await run("cat-file", "-t", commit);
    return { is: type.trim() === "commit" ? "there" : "absent" };
  } catch (cause) {
    signal.throwIfAborted();
    if (!(cause instanceof GitError)) throw cause;
    if (ABSENT.test(cause.message)) return { is: "absent" };
    const [first = ""] = cause.message.split("\n");
    return { is: "unknown", why: cause.missing ? "git is not installed" : first };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
