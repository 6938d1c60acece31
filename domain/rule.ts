import type { Fact } from "./fact";
import type { Finding } from "./finding";
import type { Place } from "./place";
import type { Severity } from "./severity";

/** What a rule says of one violated place; the runner adds the rule's id and severity. */
export type Violation = Omit<Finding, "rule" | "severity"> & { readonly severity?: Severity };

/** A place that could not be judged, and why. Reported, never counted as holding. */
export interface Undecided {
  readonly place: Place;
  readonly why: string;
}

/** A rule's answer to all facts at once: it *holds* where both lists are empty. */
export interface Verdict {
  readonly violations: readonly Violation[];
  readonly undecided: readonly Undecided[];
}

/** What an organisation may set for the rules, beside their severity. */
export interface RuleSettings {
  /** The port every service listens on unless its stack says otherwise. @default 8000 */
  readonly standardPort: number;
  /** Ports that no service may use. @default those that Render keeps for itself */
  readonly reservedPorts?: readonly number[];
  /** Values, or the names of variables, that are no placeholder although they look like one. @default none */
  readonly allow?: readonly string[];
  /** Supabase projects with the paid IPv4 add-on, whose direct host Render can reach. @default none */
  readonly ipv4Projects?: readonly string[];
  /** Environments that run on a developer's machine and never on Render. @default `local` */
  readonly localEnvironments?: readonly string[];
}

export const LOCAL_ENVIRONMENTS: readonly string[] = ["local"];

/**
 * One piece of knowledge. `check` is pure: facts in, verdict out; it reads nothing and prints nothing.
 * Fields stand in this order in every rule file.
 */
export interface Rule {
  /** `group/name`, stable and public. */
  readonly id: string;
  /** The default; a table of settings may change it for the pack, the audit or a stack. */
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  /** Where the fact behind the rule comes from: a URL, or a source file of the software concerned. */
  readonly reference: string;
  check(facts: readonly Fact[], settings: RuleSettings): Verdict;
}

/** One rule's outcome, as the pack, the audit and the components read it. */
export interface Outcome {
  readonly rule: Rule;
  readonly answer: "holds" | "violated" | "unknown";
  readonly findings: readonly Finding[];
  readonly undecided: readonly Undecided[];
}

/** Runs one rule. A rule that throws is a finding, never a pass. */
export function judge(
  rule: Rule,
  facts: readonly Fact[],
  settings: RuleSettings,
  severity = rule.severity,
): Outcome {
  try {
    const { violations, undecided } = rule.check(facts, settings);
    const findings = violations.map((violation): Finding => ({ severity, ...violation, rule: rule.id }));
    const answer = findings.length > 0 ? "violated" : undecided.length > 0 ? "unknown" : "holds";
    return { rule, answer, findings, undecided };
  } catch (cause) {
    return { rule, answer: "violated", findings: [ruleFailed(rule, facts, cause)], undecided: [] };
  }
}

function ruleFailed(rule: Rule, facts: readonly Fact[], cause: unknown): Finding {
  // The message of a thrown error may quote its input, so only its class is told.
  const got = cause instanceof Error ? `a ${cause.name}` : "an exception";
  const place: Place = facts[0]?.place ?? { source: "configuration", key: rule.id };
  return {
    rule: rule.id,
    severity: "error",
    place,
    what: `rule ${rule.id}`,
    expected: "a verdict",
    got,
    fix: "Report this as a defect of Portcullis, with the configuration that led to it.",
  };
}
