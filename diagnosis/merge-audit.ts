import { describePlace } from "../domain";
import type { FailureMode } from "../domain/failure-mode";
import type { Finding } from "../domain/finding";
import type { ContributingFact, Diagnosis } from "./diagnosis";
import { answerOf } from "./log/answers";
import type { LogEvent } from "./log/log-event";
import type { LogReading } from "./log/log-reading";
import { PREVENTIVE_RULES } from "./preventive-rules";
import { inOrder, listenersOf } from "./reasoning/listeners";

/** What an audit or a stack says, as far as a diagnosis uses it. */
export type KnownFinding = Pick<Finding, "rule" | "severity" | "place" | "what" | "expected" | "got">;

const MAX_CONTRIBUTING = 5;

/** Modes that a port in the wrong place explains. */
const BY_A_PORT: readonly string[] = [
  "platform/cause-unknown",
  "health-check/timeout",
  "health-check/failed",
  "port/none-open",
  "port/mismatch",
  "unknown",
];

/**
 * The failure with the lines of files that contribute to it: what the rules for its mode have found. A port that the
 * log shows and that a file says against all others is the cause itself.
 */
export function mergeAudit(
  diagnosis: Diagnosis,
  reading: LogReading,
  findings: readonly KnownFinding[],
): Diagnosis {
  const { named, cause } = byFindings(diagnosis, reading, findings);
  const rules = [
    named.preventiveRule,
    ...(named.failureMode === "none" ? [] : (PREVENTIVE_RULES[named.failureMode] ?? [])),
  ];
  const about = rules.flatMap((rule) => findings.filter((finding) => finding.rule === rule));
  const facts = [...(cause === undefined ? [] : [cause]), ...about].map(factOf);
  const contributing = [...named.contributing, ...facts].filter(
    (fact, index, all) => all.findIndex((other) => isSame(fact, other)) === index,
  );
  // Run on the repository, the rule did find it.
  const preventiveRule = cause?.rule ?? about[0]?.rule ?? named.preventiveRule;
  const reported = about.length > 0 || cause !== undefined;
  return {
    ...named,
    preventiveRule,
    ...(reported && { ruleReported: true as const }),
    contributing: contributing.slice(0, MAX_CONTRIBUTING),
  };
}

/** The failure with the finding that is its cause, where one is. */
function byFindings(
  diagnosis: Diagnosis,
  reading: LogReading,
  findings: readonly KnownFinding[],
): { readonly named: Diagnosis; readonly cause?: KnownFinding } {
  const mismatch = BY_A_PORT.includes(diagnosis.failureMode) ? wrongPort(reading, findings) : undefined;
  if (mismatch !== undefined) return { named: becauseOf(diagnosis, mismatch), cause: mismatch.finding };
  const unheard = unheardListener(diagnosis, reading, findings);
  if (unheard !== undefined) return { named: foundBy(diagnosis, unheard), cause: unheard };
  const bound = findings.find(({ rule, severity }) => rule === LOOPBACK && severity === "error");
  if (diagnosis.failureMode === "port/loopback-bind" && bound !== undefined)
    return { named: { ...diagnosis, correctiveAction: setting(bound) } };
  return { named: diagnosis };
}

interface Mismatch {
  readonly finding: KnownFinding;
  readonly listener: { readonly line: number; readonly text: string };
  readonly port: string;
}

/** The listener of the log whose port is the one that a finding says is wrong. */
function wrongPort(reading: LogReading, findings: readonly KnownFinding[]): Mismatch | undefined {
  const listeners = listenersOf(reading).filter((listener) => !isReached(listener, reading));
  for (const finding of findings.filter(({ rule }) => rule === "port/agreement")) {
    const listener = listeners.find(({ port }) => String(port) === finding.got);
    if (listener !== undefined) return { finding, listener, port: finding.got };
  }
  return undefined;
}

/** A request of the service's own machine, which says nothing of the platform's. */
const FROM_ITSELF = /^(?:INFO: +)?(?:127\.0\.0\.1|\[?::1\]?)\b/;

/** Whether the log proves that a listener is reached: the platform says that it asks its port, or a request from elsewhere got an answer. */
function isReached({ port, line }: LogEvent, { events, tail }: LogReading): boolean {
  return (
    events.some((event) => event.kind === "asked" && event.port === port) ||
    tail.some((one) => one.line > line && answerOf(one) !== undefined && !FROM_ITSELF.test(one.text))
  );
}

const LOOPBACK = "service/loopback-bind";

/** Where the value is, and what to write there. */
const setting = ({ what, place, expected }: KnownFinding): string =>
  `Set the ${what} at ${describePlace(place)} to ${expected.split(",")[0]}.`;

/** Rules whose error is why no port is found, and the failure that each means. */
const WHY_UNHEARD: Readonly<Record<string, FailureMode>> = {
  [LOOPBACK]: "port/loopback-bind",
  "port/agreement": "port/mismatch",
};
const UNHEARD: readonly string[] = ["port/none-open", "platform/cause-unknown", "health-check/timeout"];

/** Where the log names no listener, and no other cause, what the files say of it is the likeliest one. */
function unheardListener(
  { failureMode, certainty }: Diagnosis,
  { events }: LogReading,
  findings: readonly KnownFinding[],
): KnownFinding | undefined {
  const isOpen = failureMode === "port/none-open" || certainty === "unknown";
  if (!UNHEARD.includes(failureMode) || !isOpen) return undefined;
  if (events.some(({ kind }) => kind === "listening")) return undefined;
  return Object.keys(WHY_UNHEARD)
    .map((rule) => findings.find((finding) => finding.rule === rule && finding.severity === "error"))
    .find((finding) => finding !== undefined);
}

/** The log says that nothing was found, and the repository says why. */
function foundBy(diagnosis: Diagnosis, finding: KnownFinding): Diagnosis {
  const { rule, place, what, expected, got } = finding;
  const { failureMode, rootCause, competing } = diagnosis;
  return {
    ...diagnosis,
    failureMode: WHY_UNHEARD[rule] ?? failureMode,
    certainty: "likely",
    rootCause: `the ${what} at ${describePlace(place)} is ${got}, expected ${expected} (found by rule ${rule}); the log says that ${rootCause.charAt(0).toLowerCase()}${rootCause.slice(1)}`,
    correctiveAction: setting(finding),
    competing: [{ failureMode: failureMode as FailureMode, rootCause }, ...competing],
    asksFor: [],
    preventiveRule: rule,
  };
}

function becauseOf(diagnosis: Diagnosis, { finding, listener, port }: Mismatch): Diagnosis {
  const { line, text } = listener;
  const lines = new Map([{ line, text }, ...diagnosis.evidence].map((one) => [one.line, one]));
  return {
    ...diagnosis,
    failureMode: "port/mismatch",
    certainty: finding.severity === "error" ? "certain" : "likely",
    rootCause: `the service listens on ${port}, as ${describePlace(finding.place)} says; expected ${finding.expected}`,
    correctiveAction: `Set the port at ${describePlace(finding.place)} to ${finding.expected.split(",")[0]}.`,
    evidence: inOrder([...lines.values()]),
    competing: [],
    asksFor: [],
    preventiveRule: finding.rule,
  };
}

function factOf({ place, what, expected, got }: KnownFinding): ContributingFact {
  return { place, what: `${what}: expected ${expected}, got ${got}` };
}

function isSame(one: ContributingFact, other: ContributingFact): boolean {
  return one.what === other.what && describePlace(one.place) === describePlace(other.place);
}
