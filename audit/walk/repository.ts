import { lstatSync } from "node:fs";
import path from "node:path";
import type { Repository } from "../reader";
import { isFileIgnored } from "./ignored-folder";
import { readText, type TextOutcome } from "./read-text";

/** How many characters of texts are kept: each environment of a service asks for the same files. */
const MAX_KEPT = 2_000_000;

/** The files of a walk by path. Each is opened when it is asked for, and nothing outside of the walk is. */
export function repositoryOf(
  root: string,
  paths: readonly string[],
  changed: ReadonlyMap<string, string> = new Map(),
): Repository & { read(path: string): TextOutcome } {
  const known = new Set(paths);
  const read = (path: string): TextOutcome => {
    const text = changed.get(path);
    return text === undefined ? readText(root, path) : { text };
  };
  const texts = new Map<string, string>();
  let characters = 0;
  const lacked = new Map<string, boolean>();
  let byName: Map<string, string[]> | undefined;
  const byEnding = new Map<string, readonly string[]>();
  const byFolder = new Map<string, ReadonlyMap<string, readonly string[]>>();
  return {
    has: (path) => known.has(path),
    lacks: (file) => {
      const before = lacked.get(file);
      if (before !== undefined) return before;
      const isLacking = !known.has(file) && isInside(file) && isNothing(root, file);
      lacked.set(file, isLacking);
      return isLacking;
    },
    ignores: (file) => isInside(file) && isFileIgnored(root, file),
    read,
    text(path) {
      if (!known.has(path)) return undefined;
      const before = texts.get(path);
      if (before !== undefined) return before;
      const { text } = read(path);
      if (text === undefined) return undefined;
      if (characters > MAX_KEPT) {
        texts.clear();
        characters = 0;
      }
      texts.set(path, text);
      characters += text.length;
      return text;
    },
    named(name) {
      byName ??= filesByName(paths);
      return byName.get(name) ?? [];
    },
    ending(extension) {
      const before = byEnding.get(extension);
      if (before !== undefined) return before;
      const files = paths.filter((path) => path.endsWith(extension));
      byEnding.set(extension, files);
      return files;
    },
    below(folder, extension) {
      const files = this.ending(extension);
      if (folder === "") return files;
      const before = byFolder.get(extension);
      const folders = before ?? filesByFolder(files);
      if (before === undefined) byFolder.set(extension, folders);
      return folders.get(folder) ?? [];
    },
  };
}

/** What is above the folder is not looked at. */
function isInside(file: string): boolean {
  return !/^(?:\/|\.\.(?:\/|$))/.test(file);
}

/** Through a link the folder may have anything, and a file has nothing below it. */
function isNothing(root: string, file: string): boolean {
  let at = root;
  try {
    for (const name of file.split("/")) {
      at = path.join(at, name);
      const found = lstatSync(at, { throwIfNoEntry: false });
      if (found === undefined) return true;
      if (found.isSymbolicLink()) return false;
    }
    return false;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === "ENOTDIR";
  }
}

/** Of each folder all files below it, in their order. */
function filesByFolder(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const byFolder = new Map<string, string[]>();
  for (const file of files)
    for (let end = file.lastIndexOf("/"); end > 0; end = file.lastIndexOf("/", end - 1)) {
      const folder = file.slice(0, end);
      const below = byFolder.get(folder);
      if (below === undefined) byFolder.set(folder, [file]);
      else below.push(file);
    }
  return byFolder;
}

function filesByName(paths: readonly string[]): Map<string, string[]> {
  const byName = new Map<string, string[]>();
  for (const path of paths) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    const files = byName.get(name);
    if (files === undefined) byName.set(name, [path]);
    else files.push(path);
  }
  return byName;
}
