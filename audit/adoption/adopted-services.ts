import path from "node:path";
import { type Fact, factsOf } from "../../domain";
import { environmentKind, isLocalEnvironment } from "../../domain/environment-name";
import { isOfDotnetSettings } from "../entry/project/dotnet-connections";
import type { EnvironmentFacts } from "../environments/environments";
import type { FolderFacts } from "../read-folder";
import type { Repository } from "../reader";
import { buildFolder } from "../services/built-services";
import { type AssumedPlaces, withFolderVariables } from "./assumed-variables";
import { servicesOfBlueprints } from "./blueprint-services";
import { connectionStrings } from "./connection-strings";
import type { DeclaredService } from "./declared-service";
import type { Stated } from "./draft-field";
import { withFly, workersOfFly } from "./fly-services";
import { nameOfProcfile, servicesOfProcfiles } from "./procfile-services";
import { servicesOfFacts } from "./services-of-facts";

/** One service in one environment, with all that the repository says of it. */
export interface AdoptedService extends DeclaredService {
  /** False where the manifest speaks of another environment, or of none: then its name needs the environment's. */
  readonly own: boolean;
  readonly facts: readonly Fact[];
  /** Where variables are that no file says of this service in this environment. */
  readonly assumed: AssumedPlaces;
  /** What an audit calls it; empty where that is not known. */
  readonly audited: readonly string[];
  /** The files that its start command runs, in whatever folder, as far as it can be followed. */
  readonly reached: readonly string[];
}

export interface AdoptedEnvironment {
  readonly environment: string;
  /** False where no file names an environment: then it is taken for production. */
  readonly isNamed: boolean;
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
      : servicesOfProcfiles(files, repository, (file) => nameOfProcfile(file, folder.services, rootName));
  const declared = [...blueprints.services, ...processes];
  const stated = [...declared, ...servicesOfFacts(folder, declared, repository)];
  const workers = declared.length > 0 ? [] : workersOfFly(folder, repository);
  const found = [...stated, ...workers.filter(({ name }) => stated.every((other) => other.name !== name))];
  const all = declared.length > 0 ? found : withFly(found, folder, repository);
  const written = environmentNames(all, folder.environments);
  const isProductionAssumed = written.every(isLocalEnvironment);
  const named = isProductionAssumed ? [...written, "production"] : written;
  const names = [...new Set(all.map(({ name }) => name))];
  const folders = new Map(
    folder.services.map((one) => [one.name, buildFolder(one.facts) ?? one.folder] as const),
  );
  return {
    names,
    others: blueprints.others,
    environments: (services = names) =>
      named.map((environment) => ({
        environment,
        isNamed: !(environment === "production" && isProductionAssumed),
        services: services.flatMap((name) => {
          const found = serviceIn({ environment, name }, all, { ...folder, repository }, folders);
          return found === undefined ? [] : [found];
        }),
      })),
  };
}

/** Every environment that is deployed, and a developer's own, which rehearses the deployed one. */
function environmentNames(
  declared: readonly DeclaredService[],
  environments: readonly EnvironmentFacts[],
): readonly string[] {
  const services = new Set(declared.map(({ name }) => name));
  const named = [
    ...declared.map(({ environment }) => environment),
    ...environments.filter(({ service }) => services.has(service)).map(({ environment }) => environment),
  ].filter((name) => name !== undefined);
  return [...new Set(named)].filter((name) => environmentKind(name) !== "test").sort();
}

function serviceIn(
  { environment, name }: { readonly environment: string; readonly name: string },
  all: readonly DeclaredService[],
  { environments, facts: every, repository }: FolderFacts & { readonly repository: Repository },
  folders: ReadonlyMap<string, string>,
): AdoptedService | undefined {
  const same = all.filter((service) => service.name === name);
  const exact = same.find((service) => service.environment === environment);
  const general = same.find((service) => service.environment === undefined);
  const local = isLocalEnvironment(environment);
  const [lent] = local ? same.toSorted((one, other) => rank(one) - rank(other)) : [];
  const declared = exact ?? general ?? lent;
  if (declared === undefined) return undefined;
  const stating = factsFor(declared, environment, environments, folders);
  if (stating === undefined && exact === undefined && local) return undefined;
  const main = environments.every(
    (one) =>
      one.environment === undefined || one.environment === environment || isLocalEnvironment(one.environment),
  );
  const own = exact !== undefined || environmentKind(environment) === "production" || (!local && main);
  const audited = auditedAs(declared, environments);
  const of = { environment, own, facts: stating ?? [], all: every };
  const stated = local ? { facts: of.facts, assumed: new Map() } : withFolderVariables(declared, of);
  // A draft names one connection string, by the call of Npgsql.
  const named = stated.facts.filter((fact) => !isOfDotnetSettings(fact));
  const facts = [...named, ...connectionStrings(named, repository)];
  return { ...declared, own, ...stated, facts, audited, reached: reachedBy(name, environments) };
}

/** Its own name, and that of the service with which its manifest's facts are grouped, where an audit has these. */
function auditedAs(
  { name, stated }: DeclaredService,
  environments: FolderFacts["environments"],
): readonly string[] {
  const at = stated.name?.place;
  const has = ({ service, facts }: EnvironmentFacts): boolean =>
    service === name ||
    (at !== undefined && factsOf(facts, "platform").some(({ place }) => isSame(place, at)));
  return [...new Set(environments.filter(has).map(({ service }) => service))];
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
  folders: ReadonlyMap<string, string>,
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
  // What only a compose file names runs there as it does on a developer's machine; its variables are that machine's.
  const here = of.find((one) => isLocalEnvironment(one.environment ?? ""))?.facts.filter(isOfRunning);
  // A worker that only a Procfile or a compose file names has what the service of its folder has.
  const beside = environments.find(
    (one) =>
      one.service !== service && one.environment === environment && folders.get(one.service) === folder,
  );
  const shared = kind === "worker" ? beside?.facts.filter((fact) => !isOfListening(fact)) : undefined;
  return here === undefined && shared === undefined ? undefined : [...(here ?? []), ...(shared ?? [])];
}

const isPort = (fact: Fact): boolean => fact.kind === "variable" && fact.name === "PORT";
const isOfRunning = (fact: Fact): boolean => fact.kind !== "variable" || isPort(fact);
const isOfListening = (fact: Fact): boolean =>
  isPort(fact) || ["port", "bind", "health-check", "start-command"].includes(fact.kind);

function isSame(one: Fact["place"], other: Fact["place"]): boolean {
  return (
    one.source === "file" && other.source === "file" && one.file === other.file && one.line === other.line
  );
}
