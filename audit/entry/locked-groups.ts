import path from "node:path";
import type { Repository } from "../reader";
import { packageName } from "../readers/python/package-name";

/** The tool whose lock file has a package for development alone. */
export type LockTool = "poetry" | "uv";

const POETRY_INSTALL = /\bpoetry\s+(?:install|sync)\b([^\n&|;]*)/g;
const UV_SYNC = /\buv\s+sync\b([^\n&|;]*)/g;
const ANY_INSTALL =
  /\b(?:pip3?\s+install|uv\s+(?:pip|add|tool)|pipx|pdm|conda|poetry\s+(?:add|export))\b(?![^\n&|;]*\b(?:poetry|uv|pip)\b)/;
const WITHOUT_POETRY = /--only(?:[= ])["']?main\b|--without[= ]\S*\bdev\b|--no-dev\b/;

/**
 * The tool by which a build leaves out what is for development, and that has a package for that alone in its lock file
 * (python-poetry.org/docs/managing-dependencies: groups; docs.astral.sh/uv/concepts/projects/dependencies).
 *
 * @param build the text that says how the service is built
 * @param start its start command: `uv run` installs what is for development before it starts
 */
export function lockedForDevelopment(
  name: string,
  build: string,
  start: string,
  bases: readonly string[],
  repository: Repository,
): LockTool | undefined {
  if (ANY_INSTALL.test(build)) return undefined;
  const lockOf = (file: string): string | undefined =>
    bases.map((base) => repository.text(path.posix.join(base, file))).find((text) => text !== undefined);
  const poetry = [...build.matchAll(POETRY_INSTALL)].map(([, words = ""]) => words);
  const uv = [...build.matchAll(UV_SYNC)].map(([, words = ""]) => words);
  if (poetry.length > 0 && uv.length === 0) {
    const isWithout = poetry.every(
      (words) => WITHOUT_POETRY.test(words) && !/--(?:with|all)\b|,/.test(words),
    );
    return isWithout && isOnlyForDevelopment(name, lockOf("poetry.lock") ?? "") ? "poetry" : undefined;
  }
  if (uv.length === 0 || poetry.length > 0) return undefined;
  const isWithout =
    uv.every(
      (words) =>
        /--no-(?:dev|default-groups)\b|--only-group\b/.test(words) &&
        !/--(?:extra|group|all)\b|--all-/.test(words),
    ) || /\bUV_NO_DEV\s*=?\s*["']?(?:1|true)/i.test(build);
  const runs =
    /\buv\s+run\b(?![^&|;]*\s--no-(?:dev|sync)\b)/.test(start) && !/\bUV_NO_(?:DEV|SYNC)\b/.test(build);
  return isWithout && !runs && isOutOfReach(name, lockOf("uv.lock") ?? "") ? "uv" : undefined;
}

/** poetry 2 writes the groups of each package into its lock file. */
function isOnlyForDevelopment(name: string, lock: string): boolean {
  const block = blocksOf(lock).find((one) => one.name === name)?.text;
  const groups = /^groups\s*=\s*\[([^\]]*)\]/m.exec(block ?? "")?.[1];
  return groups !== undefined && !/["']main["']/.test(groups);
}

/** Whether uv's lock file has a package to which no dependency of the project itself leads. */
function isOutOfReach(name: string, lock: string): boolean {
  const blocks = blocksOf(lock);
  const roots = blocks.filter(({ text }) => /^source\s*=\s*\{\s*(?:virtual|editable)\s*=/m.test(text));
  const [root] = roots;
  if (root === undefined || roots.length > 1 || !blocks.some((one) => one.name === name)) return false;
  const own = /^dependencies\s*=\s*\[([\s\S]*?)^\]/m.exec(root.text)?.[1] ?? "";
  const reached = new Set(namesIn(own));
  for (const one of reached) {
    const text = blocks.filter((block) => block.name === one).map((block) => block.text);
    for (const next of namesIn(text.join("\n"))) reached.add(next);
  }
  return !reached.has(name);
}

function blocksOf(lock: string): readonly { readonly name: string; readonly text: string }[] {
  return lock.split(/^\[\[package\]\]\s*$/m).flatMap((text) => {
    const name = /^name\s*=\s*"([^"]+)"/m.exec(text)?.[1];
    return name === undefined ? [] : [{ name: packageName(name), text }];
  });
}

const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{\s*name\s*=\s*"([^"]+)"/g)].map(([, name = ""]) => name.toLowerCase());
