import { realpathSync } from "node:fs";
import path from "node:path";
import type { Fact } from "../domain";
import { type EnvironmentFacts, environmentsOf } from "./environments/environments";
import { type FileEnvironment, inEnvironments } from "./environments/file-environments";
import type { Reader } from "./reader";
import { READERS } from "./readers";
import type { Credentials } from "./secrets/credentials";
import { withScripts } from "./services/scripts";
import { groupByService, type ServiceFacts } from "./services/services";
import { withStartedFiles } from "./services/started-files";
import { type FilesRead, readFiles } from "./walk/read-files";
import { type Walk, type WalkOptions, walk } from "./walk/walk";

export interface ReadOptions extends WalkOptions {
  /** @default every reader */
  readonly readers?: readonly Reader[];
  /** Which environment the facts of a file are of, whatever its name says; of several that fit, the last. */
  readonly environments?: readonly FileEnvironment[];
  /** What `credentialsOf` answered of this folder; to look for them takes a detector that cannot be waited for here. */
  readonly credentials?: Credentials;
}

/** What a folder's files state, by service and environment. It holds secrets, in values of facts and in texts. */
export interface FolderFacts {
  /** The folder itself, without links on the way to it. */
  readonly root: string;
  readonly walked: Walk;
  readonly read: FilesRead;
  readonly facts: readonly Fact[];
  readonly services: readonly ServiceFacts[];
  readonly environments: readonly EnvironmentFacts[];
}

/**
 * Reads a folder. It uses no network, runs nothing, and opens nothing outside the folder.
 *
 * @throws where the folder itself is not there or cannot be entered
 */
export function readFolder(folder: string, options: ReadOptions = {}): FolderFacts {
  const { readers = READERS, include, exclude, environments: ofFiles = [], credentials } = options;
  const root = realpathSync(folder);
  const walked = walk(root, { ...(include && { include }), ...(exclude && { exclude }) });
  const read = readFiles(root, walked.files, readers);
  const facts = inEnvironments([...read.facts, ...(credentials?.facts ?? [])], ofFiles);
  const services = groupByService(facts, walked.files, path.basename(root) || "repository");
  const environments = services.flatMap((service) =>
    environmentsOf(service).map((environment) =>
      withStartedFiles(withScripts(environment), service.folder, walked.files),
    ),
  );
  return { root, walked, read, facts, services, environments };
}
