import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { quotePath } from "../domain/shell-words";

/**
 * How a command of this program is typed in a folder: by npx where npm finds the package there or above, else as it was
 * started. npx would ask the registry for a package that is not installed.
 *
 * @param words what follows the program's name
 * @param folder where it is typed
 * @param started the program that Node runs
 */
export function ownCommand(
  words: string,
  folder = process.cwd(),
  started = process.argv[1] ?? "",
  searched = process.env.PATH ?? "",
): string {
  // npx has fetched it, and does so again.
  const isFetched = started.split(path.sep).includes("_npx");
  if (isFetched || started === "" || isFoundByNpm(path.resolve(folder))) return `npx portcullis ${words}`;
  if (searched.split(path.delimiter).includes(path.dirname(started)))
    return `${path.basename(started)} ${words}`;
  const file = quotePath(path.relative(path.resolve(folder), started));
  return started.endsWith(".js") ? `node ${file} ${words}` : `${file} ${words}`;
}

function isFoundByNpm(folder: string): boolean {
  for (let at = folder; ; at = path.dirname(at)) {
    if (existsSync(path.join(at, "node_modules/.bin/portcullis")) || isPackage(at)) return true;
    if (at === path.dirname(at)) return false;
  }
}

/** Whether the folder is the package's own checkout, whose program npx starts too. */
function isPackage(folder: string): boolean {
  try {
    const { name } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as {
      name?: unknown;
    };
    return name === "portcullis";
  } catch {
    return false; // It is not there, or names no package.
  }
}
