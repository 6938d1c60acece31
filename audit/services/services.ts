import path from "node:path";
import { type Fact, factsOf } from "../../domain";
import { environmentKind } from "../../domain/environment-name";
import { isOfProfile } from "../readers/compose/profiles";
import { buildFolder, buildsCode, builtIn, isComposeAlone, isOfGroup, serves } from "./built-services";
import { imagesOfOtherFolders } from "./image-services";
import { COMPOSE_FILE, fileOf, folderOf, IMAGE_FILE, nearestFolder, serviceFolders } from "./service-folders";

/** All facts of one service, of every environment. */
export interface ServiceFacts {
  readonly name: string;
  /** Its folder from the audited one; empty for that one itself, or where a manifest alone names the service. */
  readonly folder: string;
  readonly facts: readonly Fact[];
}

/** What teams call the one service of a compose file that is theirs; `db` or `redis` is never merged with code. */
const OWN_NAME = /^(?:web|app|api|server|backend|service|site)$/;

/**
 * Facts by service. A fact that names one keeps it; the folder decides for the others. Where a platform's manifest
 * names the service that a folder holds, both are one, so that what they say can be compared.
 */
export function groupByService(
  facts: readonly Fact[],
  paths: readonly string[],
  rootName: string,
): readonly ServiceFacts[] {
  const away = imagesOfOtherFolders(facts);
  const folders = serviceFolders(
    paths.filter((file) => !away.has(file)),
    facts,
  );
  const byFolder = new Map(folders.map((folder): [string, Fact[]] => [folder, []]));
  const byName = new Map<string, Fact[]>();
  const known = new Set(folders);
  const projects = composeProjects(facts);
  for (const fact of facts) {
    if (fact.service !== undefined)
      push(byName, inProject(serviceName(fact.service, fact.environment), fact, projects), fact);
    else push(byFolder, nearestFolder(codeOf(fact), known), fact);
  }
  const services: ServiceFacts[] = [];
  for (const [folder, own] of byFolder) {
    const folderName = folder === "" ? rootName : path.posix.basename(folder);
    const { platform = [], compose = [] } = builtIn(folder, byName, folders.length > 1, own);
    const called =
      platform.length > 0 ? platform : namesOf(folderName, byName, folders.length === 1 ? own : undefined);
    const names = [...new Set([...called, ...compose])];
    const named = names.flatMap((name) => byName.get(name) ?? []);
    for (const name of names) byName.delete(name);
    if (own.length + named.length > 0) {
      services.push({ name: names[0] ?? folderName, folder, facts: [...own, ...named] });
    }
  }
  const others = [...byName].map(([name, named]) => ({
    name,
    folder: buildFolder(named) ?? "",
    facts: named,
  }));
  return distinct([...services, ...others]);
}

/** The file whose folder a fact is about: a build of an image is about the image's. */
function codeOf(fact: Fact): string {
  return fact.kind === "build" ? fact.imageFile : fileOf(fact);
}

/** The folder of the compose file that states a fact, itself or of an env file that it gives to a service. */
function composeFolder(fact: Fact): string | undefined {
  const injected = fact.kind === "variable" ? fact.injectedBy : undefined;
  const file = injected?.source === "file" ? injected.file : fileOf(fact);
  return COMPOSE_FILE.test(file) ? folderOf(file) : undefined;
}

/**
 * The folders of compose projects in which a service's name occurs, for names that occur in several: files of which one
 * is below the other are one project, and those of folders beside each other are not.
 */
function composeProjects(facts: readonly Fact[]): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, Set<string>>();
  for (const fact of facts) {
    const folder = fact.service === undefined ? undefined : composeFolder(fact);
    if (fact.service === undefined || folder === undefined) continue;
    const name = serviceName(fact.service, fact.environment);
    folders.set(name, (folders.get(name) ?? new Set()).add(folder));
  }
  return new Map(
    [...folders].map(([name, own]) => [
      name,
      [...own].filter((folder) => ![...own].some((other) => isBelow(folder, other))),
    ]),
  );
}

function isBelow(folder: string, above: string): boolean {
  return folder !== above && (above === "" || folder.startsWith(`${above}/`));
}

function inProject(name: string, fact: Fact, projects: ReadonlyMap<string, readonly string[]>): string {
  const several = projects.get(name) ?? [];
  const folder = composeFolder(fact);
  if (several.length < 2 || folder === undefined) return name;
  const project = several.find((one) => one === folder || isBelow(folder, one)) ?? folder;
  return `${project}/${name}`;
}

/** Folders of the same name are distinguished by their paths. */
function distinct(services: readonly ServiceFacts[]): readonly ServiceFacts[] {
  const times = new Map<string, number>();
  for (const { name } of services) times.set(name, (times.get(name) ?? 0) + 1);
  return services.map((service) => {
    const twice = (times.get(service.name) ?? 0) > 1;
    return twice && service.folder !== "" ? { ...service, name: service.folder } : service;
  });
}

/**
 * The named services that are the one of this folder, the platform's name first.
 *
 * @param only what the folder states, where it is the only one
 */
function namesOf(
  folderName: string,
  byName: ReadonlyMap<string, readonly Fact[]>,
  only: readonly Fact[] | undefined,
): readonly string[] {
  const compose = [...byName].filter(([name, facts]) => !isOfProfile(name) && isComposeAlone(facts));
  const platform = [...byName].filter(
    ([, facts]) =>
      !isComposeAlone(facts) &&
      !facts.every(isOfImage) &&
      !isOfGroup(facts) &&
      // Code that is in another repository is in no folder of this one.
      ![...factsOf(facts, "platform"), ...factsOf(facts, "start-command")].some(
        (fact) => fact.isElsewhere === true,
      ),
  );
  const chosen = (candidates: typeof platform, own: (entry: (typeof platform)[number]) => boolean) => {
    const same = candidates.filter(([name]) => sameName(name, folderName));
    if (same.length > 0 || only === undefined) return same;
    const owned = candidates.filter(own);
    return owned.length === 1 ? owned : [];
  };
  const called = chosen(compose, ([name]) => OWN_NAME.test(name));
  return [
    ...chosen(platform, ([, facts]) => platform.length === 1 || serves(facts)),
    ...([
      called,
      chosen(compose, ([, facts]) => runsOwnCode(facts)),
      chosen(compose, ([, facts]) => buildsCode(facts, only)),
    ].find(({ length }) => length > 0) ?? []),
  ].map(([name]) => name);
}

/** Whether a Dockerfile alone names the service: one of several in a folder, and not the folder's own. */
function isOfImage(fact: Fact): boolean {
  return IMAGE_FILE.test(fileOf(fact));
}

/** Of an image that is taken as it is, such as a database's, compose's reader states neither. */
function runsOwnCode(facts: readonly Fact[]): boolean {
  return factsOf(facts, "start-command").length > 0 || factsOf(facts, "port").length > 0;
}

/** `navigator-api-staging` of staging and `navigator-api` of production are one service in two environments. */
export function serviceName(name: string, environment: string | undefined): string {
  const [, base, last] = /^(.+)[-_]([^-_]+)$/.exec(name) ?? [];
  if (base === undefined || last === undefined || environment === undefined) return name;
  const kind = environmentKind(last);
  return last === environment || (kind !== undefined && kind === environmentKind(environment)) ? base : name;
}

function sameName(one: string, other: string): boolean {
  const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
  return plain(one) === plain(other);
}

function push(groups: Map<string, Fact[]>, key: string, fact: Fact): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [fact]);
  else group.push(fact);
}
