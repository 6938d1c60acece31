import path from "node:path";
import { type Fact, factsOf, LOCAL_ENVIRONMENTS } from "../domain";
import { environmentKind } from "../domain/environment-name";
import { fileOf } from "./service-folders";
import type { ServiceFacts } from "./services";

/** What one service's facts say of one environment, ready to be judged. */
export interface EnvironmentFacts {
  readonly service: string;
  /** Undefined where nothing of the service names an environment that is deployed. */
  readonly environment: string | undefined;
  readonly facts: readonly Fact[];
}

const EXAMPLE = /(?:^|[._-])(?:example|sample|template|tmpl|dist|defaults)(?:[._-]|$)/i;
const COMPOSE = /(?:^|\/)(?:docker-)?compose[^/]*\.ya?ml$/;

/** Kinds of facts about how a deployment is built and run, which a developer's machine does not read. */
const OF_DEPLOYMENTS: readonly Fact["kind"][] = ["port", "start-command", "bind", "platform", "health-check"];

/** Whether a fact stands in a file that somebody copies and fills in: it is of no environment. */
export function isExample(fact: Fact): boolean {
  return EXAMPLE.test(path.posix.basename(fileOf(fact)));
}

/** Whether an environment is by its name for a developer's or a test's machine, which no platform runs. */
export function isLocal(environment: string | undefined): boolean {
  if (environment === undefined) return false;
  const kind = environmentKind(environment);
  return LOCAL_ENVIRONMENTS.includes(environment) || kind === "development" || kind === "test";
}

/** The facts of a service, each with its environment where its file says one. Examples are of none, and left out. */
export function withEnvironments({ name, facts }: ServiceFacts): readonly Fact[] {
  return facts
    .filter((fact) => !isExample(fact))
    .map((fact) => of(fact, name, environmentName(fact.environment ?? composeEnvironment(fileOf(fact)))));
}

/** Short names of the same environment; `uat` or `qa` may stand beside staging, and keep theirs. */
const SHORT: Readonly<Record<string, string>> = {
  prod: "production",
  prd: "production",
  stage: "staging",
  stg: "staging",
  dev: "development",
};

function environmentName(written: string | undefined): string | undefined {
  return written === undefined ? undefined : (SHORT[written] ?? written);
}

/** A compose file runs on a developer's machine, unless its name says otherwise (`compose.production.yml`). */
function composeEnvironment(file: string): string | undefined {
  if (!COMPOSE.test(file)) return undefined;
  const words = path.posix.basename(file).split(".").slice(1, -1);
  return words.find((word) => environmentKind(word) !== undefined) ?? "local";
}

/** One set of facts for each environment of a service; what names none belongs to each. */
export function environmentsOf(service: ServiceFacts): readonly EnvironmentFacts[] {
  const facts = withEnvironments(service);
  const named = [...new Set(facts.flatMap(({ environment }) => environment ?? []))].sort();
  const general = facts.filter(({ environment }) => environment === undefined);
  const deployed = named.some((environment) => !isLocal(environment));
  const environments = deployed || general.length === 0 ? named : [...named, undefined];
  return environments.map((environment) => ({
    service: service.name,
    environment,
    facts: factsIn(environment, facts, general, service.name),
  }));
}

function factsIn(
  environment: string | undefined,
  facts: readonly Fact[],
  general: readonly Fact[],
  service: string,
): readonly Fact[] {
  if (environment === undefined) return general;
  const own = facts.filter((fact) => fact.environment === environment);
  const set = new Set(factsOf(own, "variable").map(({ name }) => name));
  const inherited = general.filter((fact) => {
    if (isLocal(environment) && OF_DEPLOYMENTS.includes(fact.kind)) return false;
    // An environment's own value of a variable wins over one that is there for all.
    return fact.kind !== "variable" || !set.has(fact.name);
  });
  const place = own[0]?.place ?? { source: "configuration", key: environment };
  const itself: Fact = { kind: "environment", name: environment, place };
  const stated = [...own, ...inherited.map((fact) => of(fact, service, environment))];
  return own.some(({ kind }) => kind === "environment")
    ? stated
    : [of(itself, service, environment), ...stated];
}

function of(fact: Fact, service: string, environment: string | undefined): Fact {
  const { environment: _, ...rest } = fact;
  return environment === undefined ? { ...rest, service } : { ...rest, service, environment };
}
