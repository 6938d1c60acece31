import { type Fact, factsOf, type PlatformFact, type RuleSettings } from "../../domain";
import { sameSubject } from "../../domain/stated";
import { RENDER } from "../../platforms";
import { type EnvironmentFacts, isLocal } from "../environments/environments";
import type { AuditFinding } from "../finding";
import { judgeServices } from "../judge";
import type { FolderFacts } from "../read-folder";

/**
 * What an audit finds of a folder that is going to run on Render: as the folder is, and where nothing says on which
 * platform an environment runs, what is wrong there once it does. Of the same finding the first is kept.
 */
export function findingsOnRender(
  { services, environments }: Pick<FolderFacts, "services" | "environments">,
  settings: RuleSettings,
): readonly AuditFinding[] {
  const asItIs = judgeServices(services, environments, settings).findings;
  const moved = environments.map(onRender);
  if (moved.every((one, index) => one === environments[index])) return asItIs;
  const there = judgeServices(services, moved, settings).findings;
  const graver = new Map(there.map((finding) => [keyOf(finding), finding]));
  const known = new Set(asItIs.map(keyOf));
  return [
    ...asItIs.map((finding) => graver.get(keyOf(finding)) ?? finding),
    ...there.filter((finding) => !known.has(keyOf(finding))),
  ];
}

function keyOf({ rule, place, service }: AuditFinding): string {
  return JSON.stringify([rule, place, service]);
}

function onRender<T extends EnvironmentFacts>(one: T): T {
  const { facts, environment } = one;
  const [first] = facts;
  if (first === undefined || isLocal(environment) || factsOf(facts, "platform").length > 0) return one;
  return { ...one, facts: [...facts, renderAt(first)] };
}

function renderAt(fact: Fact): PlatformFact {
  return {
    kind: "platform",
    platform: RENDER.id,
    assumed: true,
    place: fact.place,
    ...sameSubject(fact),
  };
}
