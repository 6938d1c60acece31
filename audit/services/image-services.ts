import path from "node:path";
import { type Fact, factsOf } from "../../domain";
import { fileOf, folderOf, IMAGE_FILE } from "./service-folders";

/**
 * Facts of which each image is one service's: where a folder has several Dockerfiles, each builds a service of its own.
 * A manifest that names the Dockerfile names the service too, and so does a compose file; else the file's own name does.
 * One that is of an environment, such as `Dockerfile.dev`, builds the same service there.
 */
export function withImageServices(facts: readonly Fact[]): readonly Fact[] {
  const images = imageFiles(facts);
  const named = new Map([
    ...builtImages(facts),
    ...factsOf(facts, "platform").flatMap(({ imageFile, service }) =>
      imageFile === undefined || service === undefined ? [] : [[imageFile, service] as const],
    ),
  ]);
  const counts = new Map<string, number>();
  for (const file of images) counts.set(topOf(file), (counts.get(topOf(file)) ?? 0) + 1);
  const away = imagesOfOtherFolders(facts);
  const several = images.filter((file) => away.has(file) || (counts.get(topOf(file)) ?? 0) > 1);
  if (several.length === 0) return facts;
  const services = new Map(
    several.flatMap((file) => {
      const service = named.get(file) ?? ownName(file);
      return service === undefined ? [] : [[file, service] as const];
    }),
  );
  return facts.map((fact) => {
    const service = fact.service === undefined ? services.get(fileOf(fact)) : undefined;
    return service === undefined ? fact : { ...fact, service };
  });
}

/** Dockerfiles that build another folder than their own, such as `docker/api/Dockerfile` with the repository itself. */
export function imagesOfOtherFolders(facts: readonly Fact[]): ReadonlySet<string> {
  const builds = factsOf(facts, "build").filter(({ folder, imageFile }) => folder !== folderOf(imageFile));
  return new Set(builds.map(({ imageFile }) => imageFile));
}

/** The compose service of each Dockerfile; of several that share one, the first, which publishes a port. */
function builtImages(facts: readonly Fact[]): readonly (readonly [string, string])[] {
  const builds = factsOf(facts, "build").flatMap(({ imageFile, service }) =>
    service === undefined ? [] : [[imageFile, service] as const],
  );
  return builds.toReversed();
}

/** Each file that builds an image, but those of one environment alone. */
function imageFiles(facts: readonly Fact[]): readonly string[] {
  const files = facts.filter((fact) => fact.environment === undefined).map(fileOf);
  return [...new Set(files)].filter((file) => IMAGE_FILE.test(file));
}

/** Folders of an image that only hold how the folder above is built. */
const BUILD_FOLDER = /(?:^|\/)(?:\.?docker|build|deploy(?:ment)?|infra(?:structure)?|ci|docker)$/;

function topOf(file: string): string {
  let folder = folderOf(file);
  while (BUILD_FOLDER.test(folder)) folder = folderOf(folder);
  return folder;
}

/** `backend` of `Dockerfile.backend` and of `backend.Dockerfile`; undefined of a plain Dockerfile. */
function ownName(file: string): string | undefined {
  const name = path.posix.basename(file);
  return /^Dockerfile\.(.+)$/i.exec(name)?.[1] ?? /^(.+)\.Dockerfile$/i.exec(name)?.[1];
}
