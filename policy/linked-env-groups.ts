import type { StackValidationArgs, StackValidationPolicy } from "@pulumi/policy";
import { describeFinding, type Finding, factsOf, judge, type Rule, type RuleSettings } from "../domain";
import type { FactReader } from "./facts";
import { factsOfLinked, type Linked, linksOf } from "./links";
import { configSchemaOfAll, settingsOf } from "./settings";
import { describeViolation, policyName } from "./violation";

/**
 * Judges each service together with the env groups that are linked to it. Only a stack's links say which belong
 * together. Each alone has been judged before; what both together violate is reported here.
 *
 * @param before is called with each whole stack
 */
export function linkedEnvGroups(
  rules: readonly Rule[],
  reader: FactReader,
  before: (args: StackValidationArgs) => void = () => {},
): StackValidationPolicy {
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
      before(args);
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

function together(
  rules: readonly Rule[],
  reader: FactReader,
  linked: Linked,
  settings: RuleSettings,
): readonly { readonly rule: Rule; readonly finding: Finding }[] {
  const { alone, all } = factsOfLinked(reader, linked);
  const own = alone[0] ?? [];
  // Nothing new can be found of a service that has no group and names its port.
  if (linked.groups.length === 0 && factsOf(own, "variable").some(({ name }) => name === "PORT")) return [];
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
