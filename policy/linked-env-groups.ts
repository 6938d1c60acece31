import type { PolicyResource, StackValidationPolicy } from "@pulumi/policy";
import {
  describeFinding,
  type Fact,
  type Finding,
  factsOf,
  judge,
  type Rule,
  type RuleSettings,
} from "../domain";
import { ENV_GROUP, ENV_GROUP_LINK, type FactReader, WEB_SERVICE } from "./facts";
import { configSchemaOfAll, settingsOf } from "./settings";
import { describeViolation, policyName } from "./violation";

/**
 * Judges each service together with the env groups that are linked to it. Only a stack's links say which belong
 * together. Each alone has been judged before; what both together violate is reported here.
 */
export function linkedEnvGroups(rules: readonly Rule[], reader: FactReader): StackValidationPolicy {
  return {
    name: "linked-env-groups",
    description:
      "A service and the env groups that are linked to it hold all rules together, not only each alone.",
    enforcementLevel: "mandatory",
    configSchema: {
      properties: {
        ...configSchemaOfAll(),
        except: { type: "array", items: { type: "string" }, default: [] },
      },
    },
    validateStack: (args, reportViolation) => {
      const { except = [] } = args.getConfig<{ except?: readonly string[] }>();
      const judged = rules.filter(({ id, severity }) => severity === "error" && !excepts(except, id));
      for (const linked of linksOf(args.resources)) {
        for (const { rule, finding } of together(judged, reader, linked, settingsOf(args)))
          reportViolation(describeViolation(rule, finding), linked.service.urn);
      }
    },
  };
}

function excepts(except: readonly string[], ruleId: string): boolean {
  return except.includes(ruleId) || except.includes(policyName(ruleId));
}

/** A service, its linked env groups, and whether these are all that it has, as far as the program says. */
interface Linked {
  readonly service: PolicyResource;
  readonly groups: readonly PolicyResource[];
  readonly complete: boolean;
}

function linksOf(resources: readonly PolicyResource[]): readonly Linked[] {
  const links = resources
    .filter(({ type }) => type === ENV_GROUP_LINK)
    .map((link) => ({
      services: link.propertyDependencies.serviceIds ?? [],
      groups: (link.propertyDependencies.envGroupId ?? []).filter(({ type }) => type === ENV_GROUP),
    }));
  // A link by written ids may lead from any group to any service.
  const complete = links.every(({ services, groups }) => services.length > 0 && groups.length > 0);
  return resources
    .filter(({ type }) => type === WEB_SERVICE)
    .map((service) => ({
      service,
      groups: links.filter(({ services }) => services.includes(service)).flatMap(({ groups }) => groups),
      complete,
    }));
}

function together(
  rules: readonly Rule[],
  reader: FactReader,
  { service, groups, complete }: Linked,
  settings: RuleSettings,
): readonly { readonly rule: Rule; readonly finding: Finding }[] {
  const own = reader.statedBy(service.urn);
  const names = new Set(factsOf(own, "variable").map(({ name }) => name));
  // Nothing new can be found of a service that has no group and names its port.
  if (groups.length === 0 && names.has("PORT")) return [];
  const alone = [own, ...groups.map(({ urn }) => reader.statedBy(urn))];
  // A service's own variable wins over its group's (render.com/docs/configure-environment-variables).
  const added = alone
    .slice(1)
    .flatMap((facts) => factsOf(facts, "variable").filter(({ name }) => !names.has(name)));
  const all = [...own.map((fact) => (complete ? withAllVariables(fact) : fact)), ...added];
  return rules.flatMap((rule) => {
    const before = new Set(
      alone.flatMap((facts) => judge(rule, facts, settings).findings).map(describeFinding),
    );
    return judge(rule, all, settings)
      .findings.filter(({ severity }) => severity === "error")
      .filter((finding) => !before.has(describeFinding(finding)))
      .map((finding) => ({ rule, finding }));
  });
}

function withAllVariables(fact: Fact): Fact {
  return fact.kind === "platform" ? { ...fact, variablesComplete: true } : fact;
}
