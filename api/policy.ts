/** `portcullis/policy`: the CrossGuard pack, with an organisation's own settings, rules and policies. */
export type {
  Fact,
  Finding,
  Place,
  Rule,
  RuleSettings,
  Severity,
  Undecided,
  Verdict,
  Violation,
} from "../domain";
export { createPolicyPack, type PolicyPackOptions } from "../policy/policy-pack";
