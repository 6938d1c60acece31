import path from "node:path";
import { type IgnoreLayer, ignoreLayer, isIgnored } from "../git/git-ignore";
import { readText } from "./read-text";

/**
 * Whether a checkout's own files make git leave out all that a folder holds: `.git/info/exclude` and each `.gitignore`
 * from the top to the folder's own. git is not run, and a person's own list for all repositories is not read.
 *
 * @param root the top folder of the checkout
 * @param folder its path from there, with `/` between names
 */
export function isFolderIgnored(root: string, folder: string): boolean {
  const names = folder.split("/");
  let layer = withFile(root, ".git/info/exclude", "", undefined);
  for (let depth = 0; depth <= names.length; depth += 1) {
    const at = names.slice(0, depth).join("/");
    if (at !== "" && isIgnored(`${at}/`, layer)) return true;
    layer = withFile(root, path.posix.join(at, ".gitignore"), at, layer);
  }
  // Some package managers write a list that holds `*` into the folder itself.
  return isIgnored(`${folder}/any`, layer);
}

function withFile(
  root: string,
  file: string,
  folder: string,
  above: IgnoreLayer | undefined,
): IgnoreLayer | undefined {
  const { text } = readText(root, file);
  return text === undefined ? above : ignoreLayer(folder, text, above);
}
