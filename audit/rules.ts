import type { Rule } from "../domain";
import { FILE_RULES, REPOSITORY_RULES, RULES } from "../rules";
import { WAIVER_RULES } from "./waivers/waivers";

/** Judged over the facts of one service in one environment. */
export const ENVIRONMENT_RULES: readonly Rule[] = [...RULES, ...FILE_RULES];

/** Those that tell of Render alone what is worth knowing wherever a service may be deployed. */
export const RULES_ON_RENDER: readonly Rule[] = RULES.filter(({ id }) => id === "database/ipv6-only-host");

/** All that an audit may find fault by, as reports and `portcullis rules` list it. */
export const AUDIT_RULES: readonly Omit<Rule, "check">[] = [
  ...ENVIRONMENT_RULES,
  ...REPOSITORY_RULES,
  ...WAIVER_RULES,
];
