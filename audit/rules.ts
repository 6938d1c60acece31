import { FILE_RULES, REPOSITORY_RULES, RULES, type Rule } from "../domain";
import { WAIVER_RULES } from "./waivers";

/** Judged over the facts of one service in one environment. */
export const ENVIRONMENT_RULES: readonly Rule[] = [...RULES, ...FILE_RULES];

/** All that an audit may find fault by, as reports and `portcullis rules` list it. */
export const AUDIT_RULES: readonly Omit<Rule, "check">[] = [
  ...ENVIRONMENT_RULES,
  ...REPOSITORY_RULES,
  ...WAIVER_RULES,
];
