import { describeFinding, type Finding, type Rule } from "../domain";

/** A policy's name has no slash: `port/agreement` is the policy `port-agreement`. */
export function policyName(ruleId: string): string {
  return ruleId.replace("/", "-");
}

/** One violation's text. Rules let no secret into a finding: a test with canaries holds them to it. */
export function describeViolation(rule: Rule, finding: Finding): string {
  return `${describeFinding(finding)}\n  see: ${pageOf(rule)} (${rule.id})`;
}

/** The package's own pages are where a project has it installed. */
export function pageOf({ reference }: Pick<Rule, "reference">): string {
  return reference.startsWith("docs/") ? `node_modules/portcullis/${reference}` : reference;
}
