import path from "node:path";
import type { Repository } from "../reader";
import { folderOf, foldersAbove } from "../services/service-folders";
import { type IgnoreLayer, ignoreLayer, isIgnored } from "./git-ignore";

/** Whether git leaves out a file by its folders' own lists, whether it is there or not. */
export function isIgnoredIn(file: string, repository: Repository): boolean {
  let layer: IgnoreLayer | undefined;
  for (const folder of foldersAbove(folderOf(file)).toReversed()) {
    if (folder !== "" && isIgnored(`${folder}/`, layer)) return true;
    const text = repository.text(path.posix.join(folder, ".gitignore"));
    if (text !== undefined) layer = ignoreLayer(folder, text, layer);
  }
  return isIgnored(file, layer) || isIgnored(`${file}/`, layer);
}
