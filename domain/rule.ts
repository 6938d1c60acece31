import type { DatabaseProvider } from "./database-provider";
import type { Fact, PlatformId } from "./fact";
import type { FailureMode } from "./failure-mode";
import type { Finding } from "./finding";
import type { Place } from "./place";
import type { Platform } from "./platform";
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

/** The platforms and database providers that rules know of. @default those that are registered */
export interface Knowledge {
  readonly platforms?: readonly Platform[];
  readonly databases?: readonly DatabaseProvider[];
}

/** What an organisation may set for the rules, beside their severity. */
export interface RuleSettings extends Knowledge {
  /** The port every service listens on unless its stack says otherwise. @default 8000 */
  readonly standardPort: number;
  /** Whether no stack may state another standard port of its own. @default false */
  readonly standardPortBinds?: boolean;
  /** Ports that no service may use. @default those that its platform keeps for itself */
  readonly reservedPorts?: readonly number[];
  /** Values, or the names of variables, that are no placeholder although they look like one. @default none */
  readonly allow?: readonly string[];
  /** Supabase projects with the paid IPv4 add-on, whose direct host is reached over IPv4. @default none */
  readonly ipv4Projects?: readonly string[];
  /** Environments that run on a developer's machine and on no platform. @default `local` */
  readonly localEnvironments?: readonly string[];
}

export type RuleSetting = Exclude<keyof RuleSettings, keyof Knowledge>;

/**
 * One piece of knowledge. `check` is pure: facts in, verdict out; it reads nothing and prints nothing.
 * Every rule file has the fields in this order, and makes its rule by `rule()`.
 */
export interface Rule {
  /** `group/name`, stable and public. */
  readonly id: string;
  /** The default; a table of settings may change it for the pack, the audit or a stack. */
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  /** What `audit --fix` and the pack's remediation change, where a finding states an edit. @default they change nothing */
  readonly edits?: string;
  /** Where the fact behind the rule comes from: a URL, or a source file of the software concerned. */
  readonly reference: string;
  /**
   * Over which facts it is judged: those of one service in one environment, or those of a service in all of its
   * environments, which only an audit has.
   */
  readonly scope: "environment" | "all-environments";
  /** Whether a preview judges it too; else an audit alone does. */
  readonly preview: boolean;
  /** The only platforms on which it holds, where it is theirs alone. @default all */
  readonly platforms?: readonly PlatformId[];
  /** The settings that it reads, and no others: `check` is given these. */
  readonly settings: readonly RuleSetting[];
  /** The failure modes whose causes it finds before a deploy. */
  readonly prevents: readonly FailureMode[];
  /** Whether its findings may say which variables, set elsewhere, would undo them. @default false */
  readonly readsUnsetVariables?: boolean;
  /** Whether it compares with other environments' endpoints, which a preview knows only at its end. @default false */
  readonly comparesEnvironments?: boolean;
  /**
   * Whether it compares with the other services of an environment, or with what linked env groups bring, which a preview
   * knows only at its end. @default false
   */
  readonly comparesServices?: boolean;
  /** The severity of its findings in an audit of a service whose platform is not known; it is judged as on each. */
  readonly onUnknownPlatform?: Severity;
  /** Whether files that are copied and filled in, such as .env.example, are judged too. @default false */
  readonly judgesExamples?: boolean;
  /** Whether it says itself what a finding weighs on a developer's machine, which is else a warning at most. @default false */
  readonly weighsLocal?: boolean;
  /** Whether a thing that it finds hides others, which show once it is put right. @default false */
  readonly hidesOthers?: boolean;
  check(facts: readonly Fact[], settings: RuleSettings): Verdict;
}

/** What a page says of a rule, and of what an audit finds without one, such as a waiver that has expired. */
export type RuleDescription = Pick<Rule, "id" | "severity" | "title" | "why" | "fix" | "reference"> &
  Partial<Pick<Rule, "edits" | "preview" | "platforms" | "settings" | "prevents">>;

/** A rule as its file states it: `check` is given those settings alone that it says it reads. */
type Stated<S extends RuleSetting> = Omit<Rule, "check" | "scope" | "preview" | "settings" | "prevents"> & {
  readonly scope?: Rule["scope"];
  readonly preview?: boolean;
  readonly settings?: readonly S[];
  readonly prevents?: readonly FailureMode[];
  check(facts: readonly Fact[], settings: Pick<RuleSettings, S> & Knowledge): Verdict;
};

/** A rule, with what most of them have: one environment's facts, judged in previews too, and no settings. */
export function rule<const S extends RuleSetting = never>(stated: Stated<S>): Rule {
  const scope = stated.scope ?? "environment";
  const defaults = { scope, preview: scope === "environment", settings: [], prevents: [] };
  return { ...defaults, ...stated };
}

/** One rule's outcome, as the pack, the audit and the components read it. */
export interface Outcome {
  readonly rule: Rule;
  readonly answer: "holds" | "violated" | "unknown";
  readonly findings: readonly Finding[];
  readonly undecided: readonly Undecided[];
}

const NO_FINDINGS: readonly Finding[] = [];
const NOTHING: readonly Undecided[] = [];

/** Runs one rule. A rule that throws is a finding, never a pass. */
export function judge(
  rule: Rule,
  facts: readonly Fact[],
  settings: RuleSettings,
  severity = rule.severity,
): Outcome {
  try {
    const { violations, undecided } = rule.check(facts, settings);
    if (violations.length + undecided.length === 0)
      return { rule, answer: "holds", findings: NO_FINDINGS, undecided: NOTHING };
    const findings = violations.map((violation): Finding => ({ severity, ...violation, rule: rule.id }));
    const answer = findings.length > 0 ? "violated" : "unknown";
    return { rule, answer, findings, undecided };
  } catch (cause) {
    return { rule, answer: "violated", findings: [ruleFailed(rule, facts, cause)], undecided: [] };
  }
}

function ruleFailed(rule: Rule, facts: readonly Fact[], cause: unknown): Finding {
  // The message of a thrown error may quote its input, so only its class is reported.
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
