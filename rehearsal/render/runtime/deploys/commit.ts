import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { promisify } from "node:util";
import { timestamp } from "../../identifiers";
import type { Deploy, Service } from "../../store";
import { type RuntimeContext, sourceOf } from "../context";

/** The message of a deploy that has no commit. */
export const NO_COMMIT = "not under version control: this identifies the deploy alone";
const GIT_LIMIT_MS = 5000;
const CHECKOUT_LIMIT_MS = 60_000;

/** A directory's commit by git; undefined where it is not a git checkout, has no such commit, or git is not installed. */
function fromGit(folder: string, commit = "HEAD"): Deploy["commit"] | undefined {
  try {
    const asked = execFileSync("git", ["-C", folder, "log", "-1", "--format=%H%n%cI%n%s", commit, "--"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      timeout: GIT_LIMIT_MS,
    });
    const [id, createdAt, message = ""] = asked.split("\n");
    return id && createdAt ? { id, createdAt, message } : undefined;
  } catch {
    return undefined;
  }
}

/** The commit of a deploy. A directory without git gets an identifier of its own, and the message says so. */
export function commitOf(context: RuntimeContext, service: Service): Deploy["commit"] {
  const source = sourceOf(context.options, service.repo);
  const found = typeof source === "string" ? fromGit(source) : source?.commit;
  if (found !== undefined) return found;
  const createdAt = timestamp();
  const id = createHash("sha1").update(`${service.repo} ${createdAt}`).digest("hex");
  return { id, createdAt, message: NO_COMMIT };
}

/** A commit that a deploy is asked to be of; undefined where this machine does not have it. */
export function givenCommit(
  context: RuntimeContext,
  service: Service,
  commit: string,
): Deploy["commit"] | undefined {
  // Never an option of git's, nor a name that moves.
  if (!/^[0-9a-f]{7,64}$/.test(commit)) return undefined;
  const source = sourceOf(context.options, service.repo);
  if (typeof source === "string") return fromGit(source, commit);
  return source?.commit?.id.startsWith(commit) ? source.commit : undefined;
}

/** Writes a commit's files into a folder, and leaves the repository as it is. */
export async function checkOut(repository: string, commit: string, folder: string): Promise<void> {
  const index = `${folder}.index`;
  const options = { env: { ...process.env, GIT_INDEX_FILE: index }, timeout: CHECKOUT_LIMIT_MS };
  const git = (...args: string[]) => promisify(execFile)("git", ["-C", repository, ...args], options);
  try {
    await git("read-tree", commit);
    await git("checkout-index", "--all", `--prefix=${folder}/`);
  } finally {
    await rm(index, { force: true });
  }
}
