import { realpathSync } from "node:fs";
import path from "node:path";
import { type EnvironmentFacts, environmentsOf } from "./environments";
import { type FilesRead, readFiles } from "./read-files";
import type { Reader } from "./reader";
import { READERS } from "./readers";
import { groupByService, type ServiceFacts } from "./services";
import { type Walk, type WalkOptions, walk } from "./walk";

export interface ReadOptions extends WalkOptions {
  /** @default every reader */
  readonly readers?: readonly Reader[];
}

/** What a folder's files state, by service and environment. It holds secrets, in values of facts and in texts. */
export interface FolderFacts {
  readonly walked: Walk;
  readonly read: FilesRead;
  readonly services: readonly ServiceFacts[];
  readonly environments: readonly EnvironmentFacts[];
}

/**
 * Reads a folder. It uses no network, runs nothing, and opens nothing outside the folder.
 *
 * @throws where the folder itself is not there or cannot be entered
 */
export function readFolder(
  folder: string,
  { readers = READERS, include, exclude }: ReadOptions = {},
): FolderFacts {
  const root = realpathSync(folder);
  const walked = walk(root, { ...(include && { include }), ...(exclude && { exclude }) });
  const read = readFiles(root, walked.files, readers);
  const services = groupByService(read.facts, walked.files, path.basename(root) || "repository");
  return { walked, read, services, environments: services.flatMap(environmentsOf) };
}
