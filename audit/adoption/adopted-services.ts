import path from "node:path";
import { type Fact, factsOf } from "../../domain";
import { environmentKind, isLocalEnvironment } from "../../domain/environment-name";
import type { EnvironmentFacts } from "../environments/environments";
import type { FolderFacts } from "../read-folder";
import type { Repository } from "../reader";
import { COMPOSE_FILE, fileOf } from "../services/service-folders";
import { servicesOfBlueprints } from "./blueprint-services";
import type { DeclaredService } from "./declared-service";
import type { Stated } from "./draft-field";
import { servicesOfProcfiles } from "./procfile-services";

/** One service in one environment, with all that the repository says of it. */
export interface AdoptedService extends DeclaredService {
  /** False where the manifest speaks of another environment, or of none: then its name needs the environment's. */
  readonly own: boolean;
  readonly facts: readonly Fact[];
  /** The files that its start command runs, in whatever folder, as far as it can be followed. */
  readonly reached: readonly string[];
}

export interface AdoptedEnvironment {
  readonly environment: string;
  readonly services: readonly AdoptedService[];
}

export interface Adoptable {
  /** The names of all services that the repository's manifests name. */
  readonly names: readonly string[];
  /** What a manifest names and no stack can declare, such as a Key Value instance. */
  readonly others: readonly Stated[];
  /** The environments in the order of their names, with these services or with all. */
  environments(services?: readonly string[]): readonly AdoptedEnvironment[];
}

/** Finds the services of a repository: those of a Blueprint, else of Procfiles, and those that files alone state. */
export function adoptable(folder: FolderFacts, repository: Repository): Adoptable {
  const { files } = folder.walked;
  const blueprints = servicesOfBlueprints(files, repository);
  const rootName = path.basename(folder.root) || "repository";
  const processes =
    blueprints.services.length > 0
      ? []
      : servicesOfProcfiles(files, repository, nameOfRoot(folder, rootName));
  const declared = [...blueprints.services, ...processes];
  const all = [...declared, ...servicesOfFacts(folder, declared)];
  const named = environmentNames(all, folder.environments);
  const names = [...new Set(all.map(({ name }) => name))];
  return {
    names,
    others: blueprints.others,
    environments: (services = names) =>
      named.map((environment) => ({
        environment,
        services: services.flatMap((name) => {
          const found = serviceIn(environment, name, all, folder);
          return found === undefined ? [] : [found];
        }),
      })),
  };
}

/** What the audit calls the service of the repository's own folder. */
function nameOfRoot({ services }: FolderFacts, otherwise: string): string {
  return services.find(({ folder }) => folder === "")?.name ?? otherwise;
}

/** Services that no platform's manifest names: those with an image, a start script or a server's command. */
function servicesOfFacts(
  { services, environments }: FolderFacts,
  declared: readonly DeclaredService[],
): readonly DeclaredService[] {
  const taken = new Set(declared.flatMap(({ name, folder }) => [name, `folder ${folder}`]));
  const started = startedBy(declared, environments);
  const found = services.filter(({ name, folder, facts }) => {
    // A workspace's package that a Procfile of the root starts is that process.
    if (folder !== "" && started.some((file) => file.startsWith(`${folder}/`))) return false;
    if (taken.has(name) || (declared.length > 0 && taken.has(`folder ${folder}`))) return false;
    return facts.some(({ kind }) => kind === "start-command") || declared.length === 0;
  });
  // Of a compose file, what has a command of its own runs the repository's code; a database beside it does not.
  const deployed = environments.filter(({ environment }) => !isLocalEnvironment(environment ?? ""));
  return found
    .filter(
      ({ name, facts }) =>
        deployed.some(({ service }) => service === name) ||
        (facts.every(isOfCompose) && factsOf(facts, "start-command").length > 0),
    )
    .map(({ name, folder, facts }) => {
      const start = facts.every(isOfCompose) ? factsOf(facts, "start-command")[0] : undefined;
      const listens = factsOf(facts, "port").length > 0 || start === undefined;
      const stated =
        start?.command.known === true ? { start: { value: start.command.value, place: start.place } } : {};
      return { name, environment: undefined, kind: listens ? "web" : "worker", folder, stated };
    });
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

/** Every environment that is deployed, else production; and a developer's own, which rehearses the deployed one. */
function environmentNames(
  declared: readonly DeclaredService[],
  environments: readonly EnvironmentFacts[],
): readonly string[] {
  const services = new Set(declared.map(({ name }) => name));
  const named = [
    ...declared.map(({ environment }) => environment),
    ...environments.filter(({ service }) => services.has(service)).map(({ environment }) => environment),
  ].filter((name) => name !== undefined);
  const all = [...new Set(named)].filter((name) => environmentKind(name) !== "test").sort();
  return all.some((name) => !isLocalEnvironment(name)) ? all : [...all, "production"];
}

function serviceIn(
  environment: string,
  name: string,
  all: readonly DeclaredService[],
  { environments }: FolderFacts,
): AdoptedService | undefined {
  const same = all.filter((service) => service.name === name);
  const exact = same.find((service) => service.environment === environment);
  const general = same.find((service) => service.environment === undefined);
  const local = isLocalEnvironment(environment);
  const [lent] = local ? same.toSorted((one, other) => rank(one) - rank(other)) : [];
  const declared = exact ?? general ?? lent;
  if (declared === undefined) return undefined;
  const stating = factsFor(declared, environment, environments);
  if (stating === undefined && exact === undefined && local) return undefined;
  const main = environments.every(
    (one) =>
      one.environment === undefined || one.environment === environment || isLocalEnvironment(one.environment),
  );
  const own = exact !== undefined || environmentKind(environment) === "production" || (!local && main);
  return { ...declared, own, facts: stating ?? [], reached: reachedBy(name, environments) };
}

function reachedBy(name: string, environments: FolderFacts["environments"]): readonly string[] {
  const of = environments.filter(({ service }) => service === name);
  return [...new Set(of.flatMap(({ entries }) => entries.flatMap(({ reach }) => [...(reach?.files ?? [])])))];
}

const rank = ({ environment }: DeclaredService): number => (environment === "production" ? 0 : 1);

/** How a deployment is built and started; files of a developer's machine do not say it. */
const OF_DEPLOYMENTS: readonly string[] = ["start-command", "platform", "health-check"];

/** What the files say of a service in an environment: what its manifest's facts are grouped with. */
function factsFor(
  { name, stated, folder, kind }: DeclaredService,
  environment: string,
  environments: readonly EnvironmentFacts[],
): readonly Fact[] | undefined {
  const at = stated.name?.place;
  const grouped = environments.find(({ facts }) =>
    factsOf(facts, "platform").some(({ place }) => at !== undefined && isSame(place, at)),
  );
  const service = grouped?.service ?? name;
  const of = environments.filter((one) => one.service === service);
  const exact = of.find((one) => one.environment === environment);
  const general = of.find((one) => one.environment === undefined);
  const deployed = of.find((one) => !isLocalEnvironment(one.environment ?? ""));
  if (exact !== undefined && isLocalEnvironment(environment)) {
    const lent = deployed?.facts.filter((fact) => OF_DEPLOYMENTS.includes(fact.kind)) ?? [];
    return [...exact.facts, ...lent];
  }
  if (isLocalEnvironment(environment)) return undefined;
  const found = exact?.facts ?? general?.facts ?? deployed?.facts.filter(({ kind }) => kind !== "variable");
  if (found !== undefined) return found;
  // A worker that only a Procfile or a compose file names has what the service of its folder has.
  const beside = environments.filter((one) => one.service !== service && one.environment === environment);
  const shared = kind === "worker" && folder === "" ? beside[0]?.facts : undefined;
  return shared?.filter(
    ({ kind: each }) => !["port", "bind", "health-check", "start-command"].includes(each),
  );
}

function isSame(one: Fact["place"], other: Fact["place"]): boolean {
  return (
    one.source === "file" && other.source === "file" && one.file === other.file && one.line === other.line
  );
}
