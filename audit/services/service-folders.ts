import path from "node:path";
import { type Fact, type FactOf, factsOf } from "../../domain";
import { TOOL_FILES } from "../../domain/manifest";

/** Files that by themselves make their folder a service. */
export const ENTRY = /^(?:(?:.+\.)?Dockerfile(?:\..+)?|Containerfile|Procfile)$/;

/** Files that say how an image is built, and not what a platform gives to it. */
export const IMAGE_FILE = TOOL_FILES.image;

export const COMPOSE_FILE = TOOL_FILES.compose;

/** Files that make it one where no folder above is one already: a project also keeps them for its parts. */
const MANIFEST = /^(?:requirements(?:[-.]\w+)?\.txt|pyproject\.toml)$/;

/** Folders that hold how the folder above is built, and are no service of their own. */
const BUILD_FOLDER =
  /^(?:\.?docker|build|deploy(?:ment)?|infra(?:structure)?|ci|\.github|config|envs?|requirements)$/;

/** The file that states a fact, from the audited folder. */
export function fileOf({ place }: Fact): string {
  return place.source === "file" || place.source === "configuration" ? (place.file ?? "") : "";
}

export function folderOf(file: string): string {
  const folder = path.posix.dirname(file);
  return folder === "." ? "" : folder;
}

/** A folder and all above it, the nearest first. */
export function foldersAbove(folder: string): readonly string[] {
  return folder === "" || folder === "." ? [""] : [folder, ...foldersAbove(folderOf(folder))];
}

/**
 * The folders of a repository that are services. The root is the only one of an ordinary repository, also where
 * its one entry is in a folder below: what the root states is then about that one.
 */
export function serviceFolders(paths: readonly string[], facts: readonly Fact[]): readonly string[] {
  const entries = paths.filter((file) => ENTRY.test(path.posix.basename(file)));
  const started = facts.filter(({ kind, service }) => kind === "start-command" && service === undefined);
  const strong = new Set([...entries, ...started.map(fileOf)].map(serviceFolderOf));
  const manifests = paths.filter((file) => MANIFEST.test(path.posix.basename(file)));
  const weak = new Set(manifests.map(serviceFolderOf).filter((folder) => !strong.has(folder)));
  const folders = new Set(strong);
  for (const folder of weak) {
    const above = [...strong].find((candidate) => isWithin(folder, candidate));
    const beside = [...weak].filter(
      (other) => other !== folder && other !== above && !isWithin(other, folder),
    );
    // One manifest below a folder with an entry is that service's code; two are two services.
    if (above === undefined || beside.some((other) => isWithin(other, above))) folders.add(folder);
  }
  for (const folder of rootFolders(facts, folders)) folders.add(folder);
  if (folders.size === 1) for (const folder of contextsBeside(facts, folders)) folders.add(folder);
  return folders.size <= 1 ? [""] : [...folders].sort();
}

/**
 * What Dockerfiles of folders without code build, such as `docker/Dockerfile` the root, beside the one folder with an
 * entry. A Dockerfile beside code is about that, whatever folder its build is given.
 */
function contextsBeside(facts: readonly Fact[], [own = ""]: Iterable<string>): readonly string[] {
  const code = facts
    .filter(({ service }) => service === undefined)
    .map(fileOf)
    .filter((file) => !IMAGE_FILE.test(file));
  const contexts = factsOf(facts, "build").flatMap(({ folder, imageFile }) => {
    const at = folderOf(imageFile);
    if (folder === at || folder === own || isWithin(folder, own)) return [];
    return code.some((file) => isWithin(file, at)) ? [] : [folder];
  });
  return [...new Set(contexts)];
}

/**
 * The folders of code that a platform's manifest calls a service's root, beside one that is another service's: what is
 * in each of them is its own service's alone, whether or not a file of it is an entry.
 */
function rootFolders(facts: readonly Fact[], entries: ReadonlySet<string>): readonly string[] {
  const roots = new Set(factsOf(facts, "platform").flatMap(({ rootDirectory }) => rootDirectory ?? []));
  if (roots.size === 0) return [];
  const files = facts.filter(({ service }) => service === undefined).map(fileOf);
  const holding = [...roots].filter(
    (folder) =>
      serviceFolderOf(path.posix.join(folder, "file")) === folder &&
      files.some((file) => file.startsWith(`${folder}/`)),
  );
  const around =
    factsOf(facts, "platform").some(isOfWholeFolder) &&
    files.some((file) => !holding.some((folder) => file.startsWith(`${folder}/`)));
  const isSite = factsOf(facts, "platform").some(isSiteOfWholeFolder);
  if ((around || isSite) && holding.length > 0) return ["", ...holding];
  const others = new Set([...entries, ...holding]);
  return holding.filter((folder) =>
    [...others].some((other) => other !== folder && !isWithin(folder, other) && !isWithin(other, folder)),
  );
}

/** Whether a manifest at the top has the service built from the whole folder: it names no root, and something asks it. */
export function isOfWholeFolder(fact: FactOf<"platform">): boolean {
  const { type, listens } = fact;
  return (type === "web" || type === "private") && listens !== false && isOfRoot(fact);
}

/** The same of a site that is only published: what is around the other services' folders starts nothing. */
export function isSiteOfWholeFolder(fact: FactOf<"platform">): boolean {
  return fact.type === "static" && isOfRoot(fact);
}

function isOfRoot(fact: FactOf<"platform">): boolean {
  const { platform, service, runtime, rootDirectory, isElsewhere } = fact;
  const isBuilt = platform === "render" && runtime !== undefined && runtime !== "image";
  const isNamed = service !== undefined && !rootDirectory && isElsewhere !== true;
  return isNamed && isBuilt && folderOf(fileOf(fact)) === "";
}

/** The folder whose service a file is about: that of its own folder, or of the one above a folder of builds. */
export function serviceFolderOf(file: string): string {
  let folder = folderOf(file);
  while (folder !== "" && BUILD_FOLDER.test(path.posix.basename(folder))) folder = folderOf(folder);
  return folder;
}

/** The service folder that a file belongs to: the nearest above it, else the root. */
export function nearestFolder(file: string, folders: ReadonlySet<string>): string {
  let folder = folderOf(file);
  while (folder !== "" && !folders.has(folder)) folder = folderOf(folder);
  return folder;
}

function isWithin(folder: string, above: string): boolean {
  return folder !== above && (above === "" || folder.startsWith(`${above}/`));
}
