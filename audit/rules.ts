import type { Rule } from "../domain";
import * as domain from "../domain";
import { WAIVER_RULES } from "./waivers";

/** Rules that a repository's files alone decide; domain/ exports them under these names where it has any. */
function rulesNamed(name: "FILE_RULES" | "REPOSITORY_RULES"): readonly Rule[] {
  return name in domain ? ((domain as Partial<Record<string, unknown>>)[name] as readonly Rule[]) : [];
}

/** Judged over the facts of one service in one environment. */
export const ENVIRONMENT_RULES: readonly Rule[] = [...domain.RULES, ...rulesNamed("FILE_RULES")];

/** Judged over the facts of one service in all its environments at once. */
export const REPOSITORY_RULES: readonly Rule[] = rulesNamed("REPOSITORY_RULES");

/** All that an audit may find fault by, as reports and `portcullis rules` list it. */
export const AUDIT_RULES: readonly Omit<Rule, "check">[] = [
  ...ENVIRONMENT_RULES,
  ...REPOSITORY_RULES,
  ...WAIVER_RULES,
];
