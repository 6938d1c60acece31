import type { RuleDescription } from "../domain";
import { RULES } from "../rules";
import { WAIVER_RULES } from "./waivers/waivers";

/** All that an audit may find fault by, as reports and `portcullis rules` list it. */
export const AUDIT_RULES: readonly RuleDescription[] = [...RULES, ...WAIVER_RULES];
