import { RULES, type Rule } from "../domain";
import { WAIVER_RULES } from "./waivers";

/** Judged over the facts of one service in one environment. */
export const ENVIRONMENT_RULES: readonly Rule[] = RULES;

/** Judged over the facts of one service in all its environments at once. */
export const REPOSITORY_RULES: readonly Rule[] = [];

/** All that an audit may find fault by, as reports and `portcullis rules` list it. */
export const AUDIT_RULES: readonly Omit<Rule, "check">[] = [
  ...ENVIRONMENT_RULES,
  ...REPOSITORY_RULES,
  ...WAIVER_RULES,
];
