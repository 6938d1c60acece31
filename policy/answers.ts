import type { PolicyResource } from "@pulumi/policy";
import {
  atLeast,
  type Fact,
  type Finding,
  judge,
  type Outcome,
  type Rule,
  type RuleSettings,
} from "../domain";
import type { Awaiting } from "./awaiting";
import { isService } from "./facts";
import type { GroupFindings } from "./group-findings";
import type { Peers } from "./peers";

export type Judged = Pick<PolicyResource, "type" | "urn">;

/** What a rule says of one resource. */
export interface Answer {
  /** None where the rule is judged with the whole stack alone. */
  readonly outcome?: Outcome;
  /** The findings that its policy reports at once. */
  readonly reported: readonly Finding[];
}

export type Judge = (rule: Rule, resource: Judged, facts: readonly Fact[], settings: RuleSettings) => Answer;

/** What is reported once the whole stack is known. */
export interface Waiting {
  readonly awaiting: Awaiting;
  readonly groups: GroupFindings;
  readonly peers: Peers;
}

/**
 * Judges one resource by one rule. A service's findings that a linked env group may undo wait for the whole stack, and so
 * do those of an env group that its services may undo.
 */
export function judgeOf({ awaiting, groups, peers }: Waiting): Judge {
  return (rule, resource, facts, settings) => {
    if (rule.comparesServices === true) peers.configure(rule, settings);
    // Without the other services it knows too little: it is judged with them at the end.
    if (rule.comparesServices === true && isService(resource)) return { reported: [] };
    const outcome = judge(rule, facts, settings);
    const grave = outcome.findings.filter(isGrave(rule));
    return { outcome, reported: groups.hold(rule, resource, awaiting.hold(rule, resource, grave)) };
  };
}

/** Whether a finding has the severity of its rule's policy; what has less is advice. */
export function isGrave(rule: Rule): (finding: Finding) => boolean {
  return ({ severity }) => atLeast(severity, rule.severity);
}
