import { spawnSync } from "node:child_process";

/** The form of a git commit's name, short or whole. */
export const COMMIT = /^[0-9a-f]{7,64}$/i;

/** Whether two names are one commit's; one of them may be the short form. */
export function sameCommit(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return COMMIT.test(short) && long.toLowerCase().startsWith(short.toLowerCase());
}

/**
 * Asks git, in the repository around `folder`, whether a commit is another or comes after it. Undefined where git does
 * not know them both, or is not there.
 */
export function commitContains(folder: string): (commit: string, earlier: string) => boolean | undefined {
  return (commit, earlier) => {
    // What is no commit's name could be an option of git's.
    if (!COMMIT.test(commit) || !COMMIT.test(earlier)) return undefined;
    const { status } = spawnSync("git", ["-C", folder, "merge-base", "--is-ancestor", earlier, commit], {
      stdio: "ignore",
      timeout: 10_000,
    });
    // git-merge-base(1): 0 yes, 1 no, anything else is an error.
    return status === 0 ? true : status === 1 ? false : undefined;
  };
}
