import { realpathSync } from "node:fs";
import path from "node:path";
import type { Fact } from "../domain";
import { sameRepository } from "../domain/repository-address";
import type { Knowledge } from "../domain/rule";
import { withoutOthersCode } from "./entry/others-code";
import { withoutWorkersPorts } from "./entry/procfile-workers";
import { isOfDotnetSettings } from "./entry/project/dotnet-connections";
import { factsByFile, type StartedFacts, withEntry } from "./entry/with-entry";
import { environmentsOf } from "./environments/environments";
import { type FileEnvironment, inEnvironments } from "./environments/file-environments";
import { withoutOverridden } from "./environments/overridden-addresses";
import { withServiceFile } from "./environments/service-file";
import { remotesOf, repositoryAround } from "./git/repository";
import type { Reader, Repository } from "./reader";
import { READERS } from "./readers";
import type { Credentials } from "./secrets/credentials";
import { withImageServices } from "./services/image-services";
import { withOtherRepositories } from "./services/other-repositories";
import { filesOfPrograms, programsNotRead, withoutPrograms } from "./services/pulumi-programs";
import { groupByService, type ServiceFacts } from "./services/services";
import { withTargetStages } from "./services/target-stages";
import { manifestsNotRead, type NotRead } from "./walk/not-read";
import { type FilesRead, readFiles } from "./walk/read-files";
import { repositoryOf } from "./walk/repository";
import { type Walk, type WalkOptions, walk } from "./walk/walk";

export interface ReadOptions extends WalkOptions, Knowledge {
  /** @default every reader */
  readonly readers?: readonly Reader[];
  /** Which environment the facts of a file are of, whatever its name says; of several that fit, the last. */
  readonly environments?: readonly FileEnvironment[];
  /** What `credentialsOf` answered of this folder; to look for them takes a detector that cannot be waited for here. */
  readonly credentials?: Credentials;
  /** Texts that take the place of those of these files: what the folder would state if they were changed so. */
  readonly changed?: ReadonlyMap<string, string>;
}

/** What a folder's files state, by service and environment. It holds secrets, in values of facts and in texts. */
export interface FolderFacts {
  /** The folder itself, without links on the way to it. */
  readonly root: string;
  readonly walked: Walk;
  readonly read: FilesRead;
  readonly facts: readonly Fact[];
  readonly services: readonly ServiceFacts[];
  readonly environments: readonly StartedFacts[];
  readonly notRead: readonly NotRead[];
}

/**
 * Reads a folder. It uses no network, runs nothing, and opens nothing outside the folder but git's configuration, where a
 * manifest says which repository a service is built from.
 *
 * @throws where the folder itself is not there or cannot be entered
 */
export function readFolder(folder: string, options: ReadOptions = {}): FolderFacts {
  const { readers = READERS, include, exclude, environments: ofFiles = [], credentials, changed } = options;
  const root = realpathSync(folder);
  const walked = walk(root, { ...(include && { include }), ...(exclude && { exclude }) });
  let addresses: readonly string[] | undefined;
  const remotes = (): readonly string[] => {
    addresses ??= remotesAround(root);
    return addresses;
  };
  const isOwn = (address: string): boolean => remotes().some((remote) => sameRepository(remote, address));
  const whole = { ...repositoryOf(root, walked.files, changed), isOwn };
  const files = readFiles(walked.files, readers, whole);
  const facts = inEnvironments([...files.facts, ...(credentials?.facts ?? [])], ofFiles);
  const programs = filesOfPrograms(walked.files, facts, whole);
  const paths = walked.files.filter((file) => !programs.has(file));
  const repository = programs.size === 0 ? whole : repositoryOf(root, paths, changed);
  const name = path.basename(root) || "repository";
  const services = groupByService(
    withImageServices(
      withTargetStages(withOtherRepositories(withoutPrograms(facts, programs), remotes, name), repository),
    ),
    paths,
    name,
  );
  const all = { repository, byFile: factsByFile(facts) };
  const started = withoutOthersCode(
    services.flatMap((service) =>
      environmentsOf(service, options).map((environment) =>
        withEntry(
          withoutOverridden(withServiceFile(environment, service.folder, repository), repository),
          service.folder,
          all,
        ),
      ),
    ),
  );
  const environments = withoutWorkersPorts(started, repository);
  const read = { ...files, texts: withSteps(files.texts, environments, repository) };
  const taken = new Set(files.files.flatMap(({ path: file, facts: count }) => (count > 0 ? [file] : [])));
  const notRead = [
    ...programsNotRead(walked.files, whole),
    ...manifestsNotRead(walked.files, repository, taken),
  ];
  return {
    ...{ root, walked, read, facts, environments, notRead },
    services: services.map((service) => withSettings(service, environments)),
  };
}

/** The addresses of the repository that holds a folder, where git knows any. */
function remotesAround(folder: string): readonly string[] {
  const around = repositoryAround(folder);
  return around === undefined ? [] : remotesOf(around);
}

/** With what only a started program's settings say, for the rules that compare a service's environments. */
function withSettings(service: ServiceFacts, environments: readonly StartedFacts[]): ServiceFacts {
  const added = environments
    .filter((one) => one.service === service.name)
    .flatMap(({ facts }) => facts.filter(isOfDotnetSettings));
  return added.length === 0 ? service : { ...service, facts: [...service.facts, ...added] };
}

/** With the files that start commands lead to, and that no reader takes: findings point at their lines. */
function withSteps(
  texts: ReadonlyMap<string, string>,
  environments: readonly StartedFacts[],
  repository: Repository,
): ReadonlyMap<string, string> {
  const all = new Map(texts);
  for (const { entries, facts } of environments)
    for (const { place } of [...entries.flatMap(({ steps }) => steps), ...facts]) {
      if (place.source !== "file" || all.has(place.file)) continue;
      const text = repository.text(place.file);
      if (text !== undefined) all.set(place.file, text);
    }
  return all;
}
