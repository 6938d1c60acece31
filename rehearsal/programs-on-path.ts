import { accessSync, constants, statSync } from "node:fs";
import path from "node:path";

/** The programs of a name in the folders of PATH, in their order. */
export function programsOnPath(name: string, searched: string = process.env.PATH ?? ""): readonly string[] {
  return searched
    .split(path.delimiter)
    .filter((folder) => folder !== "")
    .map((folder) => path.join(folder, name))
    .filter(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
