import path from "node:path";
import type { PreparedDeploy } from "../context";

/** The folder of the service's commands: its root directory in the checkout. */
export function commandFolder(prepared: PreparedDeploy): string {
  const folder = path.resolve(prepared.folder, prepared.snapshot.rootDir);
  if (folder !== prepared.folder && !folder.startsWith(prepared.folder + path.sep)) {
    throw new Error(`The root directory ${prepared.snapshot.rootDir} leads out of the repository.`);
  }
  return folder;
}
