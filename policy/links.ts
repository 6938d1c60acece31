import type { PolicyResource } from "@pulumi/policy";
import { type Fact, factsOf } from "../domain";
import { type FactReader, isService, judgedAlone } from "./facts";
import { linkEnds } from "./link-ends";

/** A service, its linked env groups, and whether these are all that it has, as far as the program says. */
export interface Linked {
  readonly service: PolicyResource;
  readonly groups: readonly PolicyResource[];
  readonly complete: boolean;
}

/** Each service of a stack, with the groups that are linked to it. */
export function linksOf(resources: readonly PolicyResource[]): readonly Linked[] {
  const links = linkEnds(resources);
  // A link by written ids may lead from any group to any service.
  const complete = links.every(({ services, groups }) => services.length > 0 && groups.length > 0);
  return resources.filter(isService).map((service) => ({
    service,
    groups: links.filter(({ services }) => services.includes(service)).flatMap(({ groups }) => groups),
    complete,
  }));
}

/** What a service and its groups state: the service alone first, then each group, and all of them as one. */
export interface LinkedFacts {
  readonly alone: readonly (readonly Fact[])[];
  readonly all: readonly Fact[];
}

export function factsOfLinked(reader: FactReader, { service, groups, complete }: Linked): LinkedFacts {
  const own = reader.statedBy(service.urn);
  const names = new Set(factsOf(own, "variable").map(({ name }) => name));
  const grouped = groups.map(({ urn }) => reader.statedBy(urn));
  // A service's own variable wins over its group's (render.com/docs/configure-environment-variables).
  const added = grouped.flatMap((facts) => factsOf(facts, "variable").filter(({ name }) => !names.has(name)));
  return {
    alone: [own, ...grouped.map(judgedAlone)],
    all: [...own.map((fact) => (complete ? withAllVariables(fact) : fact)), ...added],
  };
}

function withAllVariables(fact: Fact): Fact {
  return fact.kind === "platform" ? { ...fact, variablesComplete: true } : fact;
}
