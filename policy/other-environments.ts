import type { StackValidation, StackValidationPolicy } from "@pulumi/policy";
import { describeFinding, judge, type Rule } from "../domain";
import { ENV_GROUP, type FactReader, isService } from "./facts";
import { onlyWhere } from "./only-where";
import { settingsOf } from "./settings";
import { describeViolation } from "./violation";

/**
 * Compares the URLs that are typed into a service or an env group with the endpoints of other environments,
 * which a stack's database connection states. The connection itself was compared before, by the rule's own policy.
 *
 * A StackReference cannot be asked: CrossGuard shows a policy what a program registers, and not what it reads.
 */
export function otherEnvironments(rules: readonly Rule[], reader: FactReader): StackValidationPolicy {
  const judged = rules.filter(({ comparesEnvironments }) => comparesEnvironments);
  const validateStack: StackValidation = (args, reportViolation) => {
    const others = reader.otherEnvironments();
    for (const resource of args.resources) {
      if (!isService(resource) && resource.type !== ENV_GROUP) continue;
      const { urn } = resource;
      const own = reader.statedBy(urn);
      for (const rule of judged) {
        const before = new Set(judge(rule, own, settingsOf(args)).findings.map(describeFinding));
        for (const finding of judge(rule, [...own, ...others], settingsOf(args)).findings)
          if (!before.has(describeFinding(finding))) reportViolation(describeViolation(rule, finding), urn);
      }
    }
  };
  return {
    name: "other-environments",
    description: "No URL in a service or an env group leads to the database of another environment.",
    enforcementLevel: "mandatory",
    get validateStack() {
      return onlyWhere(reader.otherEnvironments().length > 0, validateStack);
    },
  };
}
