import path from "node:path";
import { type Fact, factsOf } from "../../domain";
import type { SimpleCommand } from "../../domain/start-command/shell";
import type { Repository } from "../reader";

/** The folders in which the last of some commands runs: `cd api && node server.js`. */
export function inFolders(commands: readonly SimpleCommand[], folders: readonly string[]): readonly string[] {
  let bases = folders;
  for (const { words } of commands.slice(0, -1)) {
    if (words[0] !== "cd" && words[0] !== "pushd") continue;
    const target = words[1] ?? "";
    if (/[$\uE000]/.test(target) || target === "-") continue;
    const below = target.startsWith("/") ? "" : target;
    bases = bases.map((base) => path.posix.normalize(path.posix.join(base, below)).replace(/^\.$/, ""));
  }
  return bases;
}

/**
 * The folders in which a platform's commands may begin: the root directory alone, where a manifest states one and it is
 * here (render.com/docs/monorepo-support).
 */
export function foldersOfCommands(
  facts: readonly Fact[],
  bases: readonly string[],
  repository: Pick<Repository, "lacks">,
): readonly string[] {
  const roots = new Set(factsOf(facts, "platform").map(({ statedRoot }) => statedRoot));
  const [root, ...others] = roots;
  return root === undefined || others.length > 0 || repository.lacks(root) ? bases : [root];
}

/** A folder as the repository's own paths name it: `./api/` is `api`, and the audited one is empty. */
export function folderName(folder: string): string {
  return folder.replace(/^\.\/?/, "").replace(/\/$/, "");
}

/** A word as a shell would be given it. */
export function quoted(word: string): string {
  return /^[\w./:=@%+,${}-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
