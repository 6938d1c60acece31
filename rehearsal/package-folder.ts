import { existsSync } from "node:fs";
import path from "node:path";

/** The folder of this package, from its sources as from its dist/: the nearest above that has a package.json. */
export const PACKAGE_FOLDER = nearest(__dirname);

function nearest(folder: string): string {
  if (existsSync(path.join(folder, "package.json")) || folder === path.dirname(folder)) return folder;
  return nearest(path.dirname(folder));
}
