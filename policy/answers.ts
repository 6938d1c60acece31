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
  /** Those that have less than its policy's severity. */
  readonly advice: readonly Finding[];
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
    if (rule.comparesServices === true && isService(resource)) return { reported: NONE, advice: NONE };
    const outcome = judge(rule, facts, settings);
    const { grave, advice } = weighed(outcome);
    return { outcome, reported: groups.hold(rule, resource, awaiting.hold(rule, resource, grave)), advice };
  };
}

const NONE: readonly Finding[] = [];
const NOTHING: Weighed = { grave: NONE, advice: NONE };

interface Weighed {
  readonly grave: readonly Finding[];
  readonly advice: readonly Finding[];
}

/** An outcome's findings: those that have the severity of the rule's policy, and what has less. */
export function weighed(outcome: Outcome): Weighed {
  // Of most resources most rules have none.
  return outcome.findings.length === 0 ? NOTHING : parted(outcome);
}

function parted({ rule, findings }: Outcome): Weighed {
  const isGrave = ({ severity }: Finding) => atLeast(severity, rule.severity);
  return { grave: findings.filter(isGrave), advice: findings.filter((finding) => !isGrave(finding)) };
}
