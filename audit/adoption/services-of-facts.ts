import path from "node:path";
import { type Fact, factsOf, readStartCommand } from "../../domain";
import { isLocalEnvironment } from "../../domain/environment-name";
import { runOf } from "../../domain/start-command/run";
import { simpleCommands } from "../../domain/start-command/shell";
import { withoutWrappers } from "../entry/wrappers";
import type { FolderFacts } from "../read-folder";
import type { Repository } from "../reader";
import { isOfProfile } from "../readers/compose/profiles";
import { isDatabaseImage } from "../readers/compose/service";
import { environmentInName } from "../readers/facts/file-environment";
import { buildFolder, isOfGroup } from "../services/built-services";
import { COMPOSE_FILE, fileOf, IMAGE_FILE } from "../services/service-folders";
import type { ServiceFacts } from "../services/services";
import type { DeclaredService } from "./declared-service";
import { startedPackages } from "./started-packages";

/** Services that no platform's manifest names: those with an image, a start script or a server's command. */
export function servicesOfFacts(
  folder: FolderFacts,
  declared: readonly DeclaredService[],
  repository: Repository,
): readonly DeclaredService[] {
  const { services, environments } = folder;
  const taken = new Set(declared.flatMap(({ name, folder: at }) => [name, `folder ${at}`]));
  const started = startedBy(declared, environments);
  const packages = startedPackages(declared, repository);
  const steps = furtherSteps(environments);
  const found = services.filter((service) => {
    const { name, facts } = service;
    // Fly's manifest declares the groups beside the one that answers, by their own names.
    if (isOfProfile(name) || isOfGroup(facts)) return false;
    const at = buildFolder(facts) ?? service.folder;
    // A workspace's package that a Procfile of the root starts is that process.
    if (at !== "" && (packages.has(at) || started.some((file) => file.startsWith(`${at}/`)))) return false;
    if (taken.has(name) || (declared.length > 0 && taken.has(`folder ${at}`))) return false;
    if (isStartedByAnother(service, steps)) return false;
    return facts.some(({ kind }) => kind === "start-command" || kind === "build") || declared.length === 0;
  });
  // Of a compose file, what it builds or gives a command runs the repository's code; a database beside it does not.
  const deployed = environments.filter(({ environment }) => !isLocalEnvironment(environment ?? ""));
  const all = found
    .filter(
      ({ name, facts }) =>
        deployed.some(({ service }) => service === name) ||
        (facts.every(isOfCompose) && facts.some(({ kind }) => kind === "start-command" || kind === "build")),
    )
    .map((service) => ({ service, image: imageOf(service, repository) }))
    .filter(({ image }) => image === undefined || !isDatabaseImage(lastBase(repository.text(image) ?? "")))
    .map(({ service, image }) => declaredBy(service, image, environments));
  return withoutSteps(all);
}

/**
 * A compose service that does its work and ends, such as one that migrates, is no service: it runs before each deploy
 * of the web service that is built from the same folder.
 */
function withoutSteps(all: readonly DeclaredService[]): readonly DeclaredService[] {
  const ends = ({ kind, stated }: DeclaredService): boolean =>
    kind === "worker" && stated.start !== undefined && endsByItself(stated.start.value);
  const steps = all.filter(ends);
  return all
    .filter((service) => !ends(service))
    .map((service) => {
      const [step, ...others] = steps.filter(({ folder }) => folder === service.folder);
      const preDeploy = service.kind === "web" && others.length === 0 ? step?.stated.start : undefined;
      return preDeploy === undefined ? service : { ...service, stated: { ...service.stated, preDeploy } };
    });
}

function endsByItself(command: string): boolean {
  const last = simpleCommands(command).at(-1);
  return last !== undefined && runOf(withoutWrappers(last.words)) === "ends";
}

/** Whether what a folder starts is a script alone, and a step of what another service that is built starts. */
function isStartedByAnother(
  { name, facts }: ServiceFacts,
  steps: ReadonlyMap<string, readonly string[]>,
): boolean {
  if (facts.some(({ kind }) => kind === "build" || kind === "platform")) return false;
  const starts = factsOf(facts, "start-command");
  return (
    starts.length > 0 &&
    starts.every(({ place }) => steps.get(describeLine(place))?.some((service) => service !== name))
  );
}

/** The services that get to a line after the one by which they start. */
function furtherSteps(environments: FolderFacts["environments"]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { service, entries } of environments)
    for (const { place } of entries.flatMap(({ steps: [, ...further] }) => further)) {
      const line = describeLine(place);
      found.set(line, [...(found.get(line) ?? []), service]);
    }
  return found;
}

function describeLine(place: Fact["place"]): string {
  return place.source === "file" ? `${place.file}:${place.line}` : "";
}

function declaredBy(
  service: ServiceFacts,
  image: string | undefined,
  environments: FolderFacts["environments"],
): DeclaredService {
  const { name, facts } = service;
  const [written, ...others] = factsOf(facts, "start-command").toSorted(
    (one, other) => Number(isOfCompose(one)) - Number(isOfCompose(other)),
  );
  const context = buildFolder(facts) ?? service.folder;
  const outside = image !== undefined && context !== "" && !image.startsWith(`${context}/`);
  const folder = outside ? "" : context;
  const dockerfile = image === undefined ? undefined : path.posix.relative(folder, image);
  const place = image === undefined ? undefined : ({ source: "file", file: image } as const);
  // An image starts by itself what its Dockerfile says; only compose says a command that is not there.
  const ofCompose = written !== undefined && isOfCompose(written) && others.every(isOfCompose);
  const at = factsOf(facts, "build")[0]?.place ?? place;
  return {
    name,
    environment: undefined,
    kind: kindOf(service, environments),
    folder,
    stated: {
      ...(ofCompose &&
        written.command.known && { start: { value: written.command.value, place: written.place } }),
      ...(place !== undefined && { runtime: { value: "docker", place } }),
      ...(dockerfile !== undefined &&
        dockerfile !== "Dockerfile" &&
        at !== undefined && { dockerfile: { value: `./${dockerfile}`, place: at } }),
      ...(outside && at !== undefined && { dockerContext: { value: `./${context}`, place: at } }),
    },
  };
}

/** The Dockerfile that a service's image is built from: what is deployed before what a developer builds. */
function imageOf({ folder, facts }: ServiceFacts, repository: Repository): string | undefined {
  const [build] = factsOf(facts, "build");
  const plain = path.posix.join(build?.folder ?? folder, "Dockerfile");
  const stated = facts.map(fileOf).filter((file) => IMAGE_FILE.test(file));
  const files = [build?.imageFile ?? plain, plain, ...stated].filter((file) => repository.has(file));
  return files.find((file) => !isLocalEnvironment(environmentInName(file) ?? "")) ?? files[0];
}

/** What the last stage of a Dockerfile is based on. */
function lastBase(text: string): string {
  return [...text.matchAll(/^\s*FROM\s+(?:--\S+\s+)*(\S+)/gim)].at(-1)?.[1] ?? "";
}

/** A worker by its command; else a web service where something says that it listens, or nothing says what it starts. */
function kindOf({ name, facts }: ServiceFacts, environments: FolderFacts["environments"]): "web" | "worker" {
  const own = environments.filter(({ service }) => service === name);
  const ends = own.flatMap(({ entries }) => entries.map(({ end }) => end.is));
  if (ends.length > 0 && ends.every((is) => is === "worker")) return "worker";
  const starts = factsOf(facts, "start-command");
  const serves = starts.some(({ command }) => command.known && readStartCommand(command.value) !== undefined);
  if (ends.includes("server") || serves) return "web";
  const all = [...facts, ...own.flatMap((one) => one.facts)];
  const listens = all.some(
    (fact) =>
      (fact.kind === "port" && fact.role !== "elsewhere") ||
      fact.kind === "bind" ||
      ((fact.kind === "variable" || fact.kind === "wanted-variable") && fact.name === "PORT"),
  );
  return listens || starts.length === 0 || !facts.every(isOfCompose) ? "web" : "worker";
}

/** The files in which the start commands of these services end. */
function startedBy(
  declared: readonly DeclaredService[],
  environments: FolderFacts["environments"],
): readonly string[] {
  const names = new Set(declared.map(({ name }) => name));
  return environments
    .filter(({ service }) => names.has(service))
    .flatMap(({ entries }) => entries.flatMap(({ end }) => ("files" in end ? (end.files ?? []) : [])));
}

function isOfCompose(fact: Fact): boolean {
  return COMPOSE_FILE.test(fileOf(fact)) || fact.kind === "variable";
}
