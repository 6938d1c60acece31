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
  const { ignored, layer } = ignoredAt(root, folder);
  // Some package managers write a list that holds `*` into the folder itself.
  return ignored || isIgnored(`${folder}/any`, layer);
}

/** The same of one path, whether it is there or not: what is not there may be a folder. */
export function isFileIgnored(root: string, file: string): boolean {
  const folder = path.posix.dirname(file);
  const { ignored, layer } = ignoredAt(root, folder === "." ? "" : folder);
  return ignored || isIgnored(file, layer) || isIgnored(`${file}/`, layer);
}

/** Whether a folder itself is left out, and else the lists that hold in it. */
function ignoredAt(
  root: string,
  folder: string,
): { readonly ignored: boolean; readonly layer: IgnoreLayer | undefined } {
  const names = folder === "" ? [] : folder.split("/");
  let layer = withFile(root, ".git/info/exclude", "", undefined);
  for (let depth = 0; depth <= names.length; depth += 1) {
    const at = names.slice(0, depth).join("/");
    if (at !== "" && isIgnored(`${at}/`, layer)) return { ignored: true, layer };
    layer = withFile(root, path.posix.join(at, ".gitignore"), at, layer);
  }
  return { ignored: false, layer };
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
