import { type ExecFileException, execFile } from "node:child_process";
import { promisify } from "node:util";

/** git's own words for what it would not do; `missing` where it is not installed. */
export class GitError extends Error {
  constructor(
    message: string,
    readonly missing: boolean,
  ) {
    super(message);
  }
}

/** A list of files may be long. */
const MOST_BYTES = 256 * 1024 * 1024;
/** Set by a git hook, they would lead every command to the hook's own repository. */
const OF_A_HOOK = new Set(["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR"]);

/** Runs git in a folder and returns what it printed. @throws GitError */
export async function git(
  folder: string,
  words: readonly string[],
  variables: Readonly<Record<string, string>> = {},
  limits: { readonly signal?: AbortSignal; readonly timeout?: number } = {},
): Promise<string> {
  const inherited = Object.entries(process.env).filter(([name]) => !OF_A_HOOK.has(name));
  const env = { ...Object.fromEntries(inherited), GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C", ...variables };
  try {
    const run = promisify(execFile)("git", ["-C", folder, ...words], {
      ...{ env, maxBuffer: MOST_BYTES },
      ...limits,
    });
    return (await run).stdout;
  } catch (cause) {
    const { code, stderr = "", message, killed } = cause as ExecFileException;
    if (killed === true) throw new GitError("it took too long", false);
    const said = stderr.trim().replace(/^(?:fatal|error): /, "");
    throw new GitError(said === "" ? message : said, code === "ENOENT");
  }
}
