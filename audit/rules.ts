import { RULES, type Rule } from "../domain";

/** Judged over the facts of one service in one environment. */
export const ENVIRONMENT_RULES: readonly Rule[] = RULES;

/** Judged over the facts of one service in all its environments at once. */
export const REPOSITORY_RULES: readonly Rule[] = [];

export const AUDIT_RULES: readonly Rule[] = [...ENVIRONMENT_RULES, ...REPOSITORY_RULES];
