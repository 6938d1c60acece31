import path from "node:path";
import { type Fact, factsOf, type VariableFact } from "../../domain";
import { environmentKind, isLocalEnvironment } from "../../domain/environment-name";
import { TOOL_FILES } from "../../domain/manifest";
import type { Knowledge } from "../../domain/rule";
import { isManifest } from "../../platforms";
import { impliedPlatforms } from "../platform";
import { COMPOSE_FILE, fileOf, IMAGE_FILE } from "../services/service-folders";
import type { ServiceFacts } from "../services/services";
import { ofChosenImages } from "./chosen-images";
import { deployedFacts, inherited, portsElsewhere } from "./deployed-facts";

/** What one service's facts say of one environment, ready to be judged. */
export interface EnvironmentFacts {
  readonly service: string;
  /** Undefined where nothing of the service names an environment that is deployed. */
  readonly environment: string | undefined;
  readonly facts: readonly Fact[];
}

const EXAMPLE = /(?:^|[._-])(?:example|sample|template|tmpl|dist|defaults)(?:[._-]|$)/i;

/** Kinds of facts about how a deployment is built and run, which a developer's machine does not read. */
const OF_DEPLOYMENTS: readonly Fact["kind"][] = ["port", "start-command", "bind", "platform", "health-check"];

/** A developer's machine reads no platform's manifest, and starts the service in its own way. */
function isOfDeployments(fact: Fact, known: Knowledge): boolean {
  return OF_DEPLOYMENTS.includes(fact.kind) || isManifest(fact.place, known);
}

/** Whether a fact is in a file that is copied and filled in: it is of no environment. */
export function isExample(fact: Fact): boolean {
  return EXAMPLE.test(path.posix.basename(fileOf(fact)));
}

/** Whether an environment is by its name for a developer's or a test's machine, which no platform runs. */
export function isLocal(environment: string | undefined): boolean {
  return environment !== undefined && isLocalEnvironment(environment);
}

/** What a compose file runs as it is: the image that it builds, where it names neither a command nor a stage. */
function isRunBy(own: readonly Fact[], fact: Fact, known: Knowledge): boolean {
  if (isManifest(fact.place, known) || !["port", "start-command", "bind"].includes(fact.kind)) return false;
  const builds = factsOf(own, "build").filter(({ target }) => target === undefined);
  if (builds.length === 0 || factsOf(own, "start-command").length > 0) return false;
  // A PORT of the machine's own env file is for a program that is started without the image.
  if (factsOf(own, "variable").some((one) => one.name === "PORT" && !isOfCompose(one))) return false;
  const file = fileOf(fact);
  return !IMAGE_FILE.test(file) || builds.some(({ imageFile }) => imageFile === file);
}

/** Whether a compose file hands the variable to the container. */
function isOfCompose(fact: VariableFact): boolean {
  return fact.injectedBy !== undefined || COMPOSE_FILE.test(fileOf(fact));
}

const statedFacts = new WeakMap<ServiceFacts, readonly Fact[]>();

/** The facts of a service, each with its environment where its file says one. Examples are of none, and left out. */
export function withEnvironments(service: ServiceFacts): readonly Fact[] {
  const { name, facts } = service;
  const found =
    statedFacts.get(service) ??
    facts
      .filter((fact) => !isExample(fact))
      .map((fact) => withSubject(fact, name, environmentName(fact.environment)));
  statedFacts.set(service, found);
  return found;
}

/** Short names of the same environment. `uat` and `qa` may exist beside staging, and keep their names. */
const SHORT: Readonly<Record<string, string>> = {
  prod: "production",
  prd: "production",
  stage: "staging",
  stg: "staging",
  dev: "development",
};

/** An environment's name as each of its files is taken to write it. */
export function environmentName(written: string | undefined): string | undefined {
  return written === undefined ? undefined : (SHORT[written] ?? written);
}

/** One set of facts for each environment of a service; what names none belongs to each. */
export function environmentsOf(service: ServiceFacts, known: Knowledge = {}): readonly EnvironmentFacts[] {
  const facts = withEnvironments(service);
  const stating = facts.filter((fact) => !isFilledInByTests(fact));
  const named = [...new Set(stating.flatMap(({ environment }) => environment ?? []))].sort();
  const general = facts.filter(({ environment }) => environment === undefined);
  const deployed = named.filter((environment) => !isLocal(environment));
  const environments = deployed.length > 0 || general.length === 0 ? named : [...named, undefined];
  return environments.map((environment) => {
    const own = facts.filter((fact) => environment !== undefined && fact.environment === environment);
    // What a platform's manifest says without a name is said of the only environment, or of production.
    const main = deployed.length <= 1 || environmentKind(environment ?? "") === "production";
    const stated = isLocal(environment)
      ? [
          ...own,
          ...inherited(own, general).filter(
            (fact) => !isOfDeployments(fact, known) || isRunBy(own, fact, known),
          ),
        ]
      : deployedFacts(...withoutOtherImages(own, general, known), main, known);
    const here = stated.map((fact) => withSubject(fact, service.name, environment));
    const elsewhere = isLocal(environment)
      ? []
      : [...portsElsewhere(facts, environment), ...impliedPlatforms(here, service.facts, known.platforms)];
    return {
      service: service.name,
      environment,
      facts: [...environmentItself(here, service.name, environment), ...here, ...elsewhere],
    };
  });
}

function withoutOtherImages(
  own: readonly Fact[],
  general: readonly Fact[],
  known: Knowledge,
): readonly [own: readonly Fact[], general: readonly Fact[]] {
  const kept = new Set(ofChosenImages([...own, ...general], own, known));
  // What is said of the last stage says nothing of the one that is built.
  const staged = factsOf(own, "build").flatMap(({ target, imageFile }) =>
    target === undefined ? [] : [imageFile],
  );
  return [
    own.filter((fact) => kept.has(fact)),
    general.filter((fact) => kept.has(fact) && !staged.includes(fileOf(fact))),
  ];
}

/** What GitHub fills in for a job that names no environment: that job may deploy, and says nothing of how tests run. */
function isFilledInByTests(fact: Fact): boolean {
  return (
    fact.kind === "variable" &&
    !fact.value.known &&
    environmentKind(fact.environment ?? "") === "test" &&
    TOOL_FILES.workflow.test(fileOf(fact))
  );
}

/** The environment's name as a fact, where no fact states it already. */
function environmentItself(
  facts: readonly Fact[],
  service: string,
  environment: string | undefined,
): readonly Fact[] {
  if (environment === undefined || facts.some(({ kind }) => kind === "environment")) return [];
  const place = facts[0]?.place ?? { source: "configuration", key: environment };
  return [withSubject({ kind: "environment", name: environment, place }, service, environment)];
}

function withSubject(fact: Fact, service: string, environment: string | undefined): Fact {
  if (fact.service === service && fact.environment === environment) return fact;
  const { environment: _, ...rest } = fact;
  return environment === undefined ? { ...rest, service } : { ...rest, service, environment };
}
