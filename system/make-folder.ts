import { mkdirSync, statSync } from "node:fs";
import path from "node:path";

/**
 * Makes a folder, and those that it is in. Node's own `recursive` never ends where the system answers "not found" for
 * a name in a folder that is there, as `/proc` does.
 *
 * @param mode permissions of each folder that is made
 * @throws what the operating system answers: EEXIST where a file has the name
 */
export function makeFolder(folder: string, mode = 0o777): void {
  const missing: string[] = [];
  let at = path.resolve(folder);
  for (; !isFolder(at) && at !== path.dirname(at); at = path.dirname(at)) missing.push(at);
  for (const each of missing.reverse()) makeOne(each, mode);
}

function makeOne(folder: string, mode: number): void {
  try {
    mkdirSync(folder, { mode });
  } catch (cause) {
    // Another process made it meanwhile.
    if ((cause as NodeJS.ErrnoException).code === "EEXIST" && isFolder(folder)) return;
    throw cause;
  }
}

function isFolder(place: string): boolean {
  try {
    return statSync(place).isDirectory();
  } catch {
    return false;
  }
}
