import type { FailureMode } from "../../domain/failure-mode";
import type { Answer, Outcome } from "../../probes/answer";
import type { WindowMeasures } from "./window-measures";

/** One thing that was asked, with nothing secret. */
export interface Check {
  readonly name: string;
  readonly kind: "deploy" | "port" | "database" | "endpoint" | "run" | "stability" | "log";
  readonly outcome: Outcome;
  readonly detail: string;
  readonly milliseconds?: number;
  /** The role that a database was logged in with. */
  readonly login?: string;
  readonly mode?: FailureMode;
  readonly correctiveAction?: string;
}

/** What a verification came to. */
export interface VerificationResult {
  readonly outcome: Outcome;
  readonly deployId: string;
  /** The git commit that was deployed, or the image's digest, as Render says it. */
  readonly commit?: string;
  readonly digest?: string;
  /** When it ended, in ISO 8601. */
  readonly at?: string;
  readonly checks: readonly Check[];
  readonly seconds: number;
  /** What was measured in the stability window, where limits are declared for it. */
  readonly window?: WindowMeasures;
}

export function checkOf(kind: Check["kind"], name: string, answer: Answer): Check {
  const { outcome, reason: detail, milliseconds, login, mode, correctiveAction } = answer;
  return {
    name,
    kind,
    outcome,
    detail,
    ...(milliseconds === undefined ? {} : { milliseconds }),
    ...(login === undefined ? {} : { login }),
    ...(mode === undefined ? {} : { mode }),
    ...(correctiveAction === undefined ? {} : { correctiveAction }),
  };
}

/** A failure counts more than an open question, and that more than any number of passes. No checks prove nothing. */
export function outcomeOf(checks: readonly Check[]): Outcome {
  if (checks.some(({ outcome }) => outcome === "fail")) return "fail";
  return checks.length > 0 && checks.every(({ outcome }) => outcome === "pass") ? "pass" : "not-decided";
}

/** How it ended rather than why: another check's cause says more. */
const GENERAL: ReadonlySet<string> = new Set<FailureMode>([
  "platform/cause-unknown",
  "process/exited",
  "process/crash-loop",
  "port/none-open",
  "health-check/timeout",
  "health-check/failed",
  "unknown",
]);

/** The check that says why: the first that names a cause, else the first that did not pass. */
export function decidingCheck({ outcome, checks }: VerificationResult): Check | undefined {
  const candidates = checks.filter((check) => check.outcome === outcome);
  return candidates.find(({ mode }) => mode !== undefined && !GENERAL.has(mode)) ?? candidates[0];
}

const WORDS: Readonly<Record<Outcome, string>> = {
  pass: "pass",
  fail: "FAIL",
  "not-decided": "not decided",
};

/** The message of a verification that did not pass; its first line says why and what to do. */
export function describeResult(service: string, result: VerificationResult, afterwards = ""): string {
  const check = decidingCheck(result);
  const why = check === undefined ? "nothing was checked" : `${whatOf(check)}: ${check.detail}`;
  const verdict =
    result.outcome === "fail" ? "failed its verification" : "could not be verified: could not be decided";
  const action = check?.correctiveAction === undefined ? "" : ` ${check.correctiveAction}`;
  const lines = result.checks.map(
    (each) =>
      `  ${WORDS[each.outcome].padEnd(11)}  ${labelOf(each)}: ${each === check ? "as said" : each.detail}`,
  );
  return [
    `${service} ${verdict}: ${withStop(why)}${action}`,
    ...lines,
    ...(afterwards ? [afterwards] : []),
  ].join("\n");
}

/** The failure mode, and the variable where a URL of another than DATABASE_URL is meant. */
const whatOf = (check: Check): string =>
  check.mode === undefined || (check.kind === "database" && check.name !== "database")
    ? [check.mode, labelOf(check)].filter(Boolean).join(": ")
    : check.mode;

const labelOf = ({ kind, name }: Check): string => (kind === name ? kind : `${kind} ${name}`);

const withStop = (sentence: string): string => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`);
