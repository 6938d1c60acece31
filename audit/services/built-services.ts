import path from "node:path";
import { type Fact, factsOf, readStartCommand } from "../../domain";
import { isOfProfile } from "../readers/compose/profiles";
import { ENVIRONMENT_FILE } from "../walk/left-out";
import { COMPOSE_FILE, fileOf, isOfWholeFolder, isSiteOfWholeFolder } from "./service-folders";

/**
 * The named services that are built in this folder, as a platform's manifest and as a compose file says.
 *
 * @param several whether other folders are services too
 * @param own what the folder states without a service's name
 */
export function builtIn(
  folder: string,
  byName: ReadonlyMap<string, readonly Fact[]>,
  several: boolean,
  own: readonly Fact[],
): { readonly platform?: readonly string[]; readonly compose?: readonly string[] } {
  const named = [...byName];
  if (folder === "") {
    if (!several) return {};
    const of = (is: typeof isOfWholeFolder) =>
      named.filter(([, facts]) => factsOf(facts, "platform").some(is));
    const whole = of(isOfWholeFolder);
    const platform = theOne(whole.length === 0 ? of(isSiteOfWholeFolder) : whole);
    // What the folder itself starts is another one than what a Dockerfile elsewhere makes of it.
    const starts = factsOf(own, "start-command").length > 0;
    if (starts || platform.length > 0) return { platform };
    const built = named.filter(([name, facts]) => !isOfProfile(name) && isBuiltFrom(folder, facts));
    return { compose: built.length === 1 ? built.map(([name]) => name) : [] };
  }
  const byPlatform = named.filter(([, facts]) =>
    factsOf(facts, "platform").some(({ rootDirectory }) => rootDirectory === folder),
  );
  const byCompose = named.filter(
    ([name, facts]) => !isOfProfile(name) && isComposeAlone(facts) && isBuiltFrom(folder, facts),
  );
  return { platform: theOne(byPlatform), compose: theOne(byCompose) };
}

function isBuiltFrom(folder: string, facts: readonly Fact[]): boolean {
  return factsOf(facts, "build").some((fact) => fact.folder === folder);
}

/** Of several services of the same code, the one that listens. */
function theOne(built: readonly (readonly [string, readonly Fact[]])[]): readonly string[] {
  const asked = built.filter(([, facts]) =>
    factsOf(facts, "platform").every(({ listens }) => listens !== false),
  );
  const found = [built, built.filter(([, facts]) => serves(facts)), asked].find(({ length }) => length === 1);
  return (found ?? []).map(([name]) => name);
}

/** The folder that a compose file builds a service from; undefined where it builds none, or several. */
export function buildFolder(facts: readonly Fact[]): string | undefined {
  const [folder, ...others] = new Set(factsOf(facts, "build").map((fact) => fact.folder));
  return others.length === 0 ? folder : undefined;
}

/**
 * Whether a compose file builds the service from the folder's code: its image says what it starts, and code that asks
 * for variables or connects is in what is built. A database's or a proxy's own image has no such code.
 */
export function buildsCode(facts: readonly Fact[], ofFolder: readonly Fact[] = []): boolean {
  const folder = buildFolder(facts);
  const images = new Set(factsOf(facts, "build").map(({ imageFile }) => imageFile));
  return (
    folder !== undefined &&
    factsOf(ofFolder, "start-command").some((fact) => images.has(fileOf(fact))) &&
    ofFolder.some(
      (fact) =>
        (fact.kind === "driver" || fact.kind === "wanted-variable") &&
        (folder === "" || fileOf(fact).startsWith(`${folder}/`)),
    )
  );
}

/** Whether a compose file states the fact: itself, or of an env file that it gives to the service. */
export function isOfCompose(fact: Fact): boolean {
  const file = fileOf(fact);
  // Of a named service, what the settings ask that the compose file mounts into a proxy.
  return (
    fact.kind === "address" || COMPOSE_FILE.test(file) || ENVIRONMENT_FILE.test(path.posix.basename(file))
  );
}

/** Whether a compose file alone names the service, of which a Dockerfile may say what its stage starts. */
export function isComposeAlone(facts: readonly Fact[]): boolean {
  const builds = factsOf(facts, "build").filter(isOfCompose);
  const images = new Set(builds.map(({ imageFile }) => imageFile));
  return facts.every((fact) => isOfCompose(fact) || images.has(fileOf(fact)));
}

/** Whether the facts are of a process group beside the one that answers: the folder is that one's. */
export function isOfGroup(facts: readonly Fact[]): boolean {
  return factsOf(facts, "platform").some(({ group }) => group !== undefined);
}

/** Whether the facts are of something that listens, and not of a worker or a cron job. */
export function serves(facts: readonly Fact[]): boolean {
  const listens = factsOf(facts, "start-command").some(
    ({ command }) => command.known && readStartCommand(command.value)?.port !== undefined,
  );
  const checked = factsOf(facts, "health-check").some(({ path: at }) => at.known && at.value !== undefined);
  const variable = factsOf(facts, "variable").some(({ name }) => name === "PORT");
  return listens || checked || variable || factsOf(facts, "port").length > 0;
}
