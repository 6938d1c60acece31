import type { Certainty, DiagnosedException, Diagnosis, LogLine } from "./diagnosis";
import { isAnswer } from "./log/answers";
import { isMild, SPEAKS_OF_FAILURE, triesAgain } from "./log/error-words";
import type { LogEvent } from "./log/log-event";
import type { LogReading } from "./log/log-reading";
import { ruleOf } from "./preventive-rules";
import { withoutKnown } from "./previous";
import { isRefusedAfter, onlyDatabase } from "./reasoning/database-log";
import { type Hypothesis, isOfBroker } from "./reasoning/hypothesis";
import { inOrder } from "./reasoning/listeners";
import { decides, harms, isEnded } from "./reasoning/outcome";
import { follows, hypotheses } from "./reasoning/rank";
import { isReachedAfter } from "./reasoning/recovery";
import { isRival } from "./reasoning/rivals";
import { toldOf, withQuotes } from "./reasoning/telling";
import { competingOf, symptomsOf } from "./symptoms";

const MAX_EVIDENCE = 6;
/** An error and the line that says that it is tried again are no further apart. */
const TRIED_WITHIN = 2;

/** What a query meets while the service runs, and what the service may catch. */
const OF_ONE_QUERY: readonly string[] = ["database/prepared-statement"];

/** Whether it says that a deploy did not become live, which a query's failure explains only where it ended the process. */
const isEnding = ({ mode, stage }: Hypothesis): boolean =>
  stage === "platform" || stage === "port" || mode === "platform/cause-unknown" || mode === "port/none-open";

/**
 * From what a log shows to the root cause: the earliest in the causal order, not the last line.
 *
 * @param previous the log of a deploy that worked: what it shows too is not the cause
 */
export function diagnose(reading: LogReading, previous?: LogReading): Diagnosis {
  const compared = previous === undefined ? undefined : withoutKnown(reading, previous);
  const diagnosis = diagnosisOf(compared?.reading ?? reading);
  const { instances } = reading;
  return {
    ...diagnosis,
    ...(compared !== undefined && { alsoBefore: compared.alsoBefore }),
    ...(instances.length > 1 && { instances }),
  };
}

function diagnosisOf(reading: LogReading): Diagnosis {
  const [root, ...others] = hypotheses(reading);
  if (root === undefined) return withoutHypothesis(reading);
  const same = others.filter(({ mode }) => mode === root.mode);
  const different = others.filter(({ mode }) => mode !== root.mode);
  // What fails one query need not be what kept the deploy from its end, where nothing says that the process ended.
  const endings =
    OF_ONE_QUERY.includes(root.mode) && !isEnded(root, reading) ? different.filter(isEnding) : [];
  const rivals = different.filter((one) => isRival(one, root));
  const certain =
    endings.length === 0 &&
    rivals.length === 0 &&
    (root.certainty === "certain" || same.some(({ certainty }) => certainty === "certain"));
  const isExplained = (one: Hypothesis): boolean => follows(one, root) && !endings.includes(one);
  const isOpen = root.certainty === "open" && !certain;
  const told = isOpen || root.vague === true ? toldOf(root, reading) : [];
  return {
    failureMode: root.mode,
    // That time was over says that something failed, and not what.
    certainty: certain ? "certain" : isOpen ? "unknown" : "likely",
    rootCause: withQuotes(root.cause, told),
    correctiveAction: root.correctiveAction,
    evidence: once([...told, ...evidenceOf([root, ...same])]),
    competing: certain ? [] : competingOf([...root.competing, ...rivals, ...endings]),
    explains: symptomsOf(different.filter(isExplained)),
    unexplained: symptomsOf(different.filter((one) => !isExplained(one))),
    contributing: [],
    asksFor: isOpen ? (root.asksFor ?? []) : [],
    exception: exceptionOf(reading),
    decided: [root, ...others].some((hypothesis) => decides(hypothesis, reading)),
    harmsLive: harms(root, reading),
    preventiveRule: root.rule ?? ruleOf(root.mode),
  };
}

/** Whether the log says that the deploy will not become live, so that waiting for its end is not needed. */
export function isDecided({ decided }: Diagnosis): boolean {
  return decided;
}

/** Whether the failure harms a service that is live, and not only one that is starting. */
export function harmsLive(diagnosis: Diagnosis): boolean {
  return diagnosis.harmsLive;
}

/** No known line: a deploy that succeeded, or lines without a signature. */
function withoutHypothesis(reading: LogReading): Diagnosis {
  const { errorLines, events, database, tail } = reading;
  const served = events.findLast(
    ({ kind, line }) =>
      kind === "listening" ||
      kind === "stopped" ||
      (kind === "ready" && database !== "none" && !isRefusedAfter(line, tail)),
  );
  const answered = tail.some(({ line, text }) => line > (served?.line ?? Infinity) && isAnswer(text));
  const isPassed = ({ line, text }: LogLine): boolean =>
    answered ||
    isMild(text) ||
    isReachedAfter(line, isOfBroker(text), events) ||
    errorLines.some((other) => Math.abs(other.line - line) <= TRIED_WITHIN && triesAgain(other.text));
  const lastAnswer = tail.findLast(({ text }) => isAnswer(text))?.line ?? 0;
  const sound = errorLines.every(
    (one) =>
      one.weight < 4 ||
      (isPassed(one) && one.line < Math.max(served?.line ?? 0, served === undefined ? 0 : lastAnswer)),
  );
  const live =
    events.findLast(({ kind }) => kind === "live") ??
    (sound ? served : undefined) ??
    (database === "only" ? onlyDatabase(tail) : undefined);
  const nothing = {
    competing: [],
    explains: [],
    unexplained: [],
    contributing: [],
    asksFor: [],
    exception: exceptionOf(reading),
    decided: false,
    harmsLive: false,
    preventiveRule: undefined,
  };
  if (live !== undefined) {
    return {
      ...nothing,
      failureMode: "none",
      certainty: certaintyOfLive(live),
      rootCause:
        live.kind === "live"
          ? "the deploy became live, and nothing after it is known as a failure"
          : "the log speaks of a start or an orderly stop, and no line of it of a failure",
      correctiveAction: "Nothing is to be done.",
      evidence: [{ line: live.line, text: live.text }],
    };
  }
  const asServer = database === "only" && live === undefined;
  if (reading.alive && !asServer && errorLines.every(({ weight }) => weight < SPEAKS_OF_FAILURE)) {
    return {
      ...nothing,
      failureMode: "none",
      certainty: "unknown",
      rootCause: "no line of the log speaks of a failure",
      correctiveAction:
        "If the deploy failed all the same, copy its log from the first line to the last, and the platform's events.",
      evidence: tail.slice(-1),
      asksFor: ["Did the deploy fail? Its platform's events say how it ended."],
    };
  }
  const evidence = likeliestLines(reading);
  return {
    ...nothing,
    failureMode: "unknown",
    certainty: "unknown",
    rootCause:
      evidence.length === 0 ? "no line of the log says anything" : "no line of the log is one that is known",
    correctiveAction:
      evidence.length === 0
        ? "Copy the log again, from its first line to its last."
        : "Read the lines below; the first that speaks of an error is the likeliest to say why.",
    evidence,
  };
}

/** A state that a platform gives a process as soon as it runs is no proof that it serves. */
function certaintyOfLive({ kind, text }: LogEvent): Certainty {
  if (kind === "stopped") return "unknown";
  return kind === "live" && !text.includes("State changed") ? "certain" : "likely";
}

const MAX_ERROR_LINES = 10;

/** The lines that show the cause, in the log's order. */
function evidenceOf(shown: readonly Hypothesis[]): readonly LogLine[] {
  return once(shown.flatMap(({ evidence }) => evidence)).slice(0, MAX_EVIDENCE);
}

/** Each line once, in the log's order. */
const once = (lines: readonly LogLine[]): readonly LogLine[] =>
  inOrder([...new Map(lines.map((one) => [one.line, one])).values()]);

/** Of an unknown failure the lines that explain most, filled up with the last ones. */
function likeliestLines({ errorLines, tail }: LogReading): readonly LogLine[] {
  const lines = new Map(errorLines.map(({ line, text }) => [line, { line, text }]));
  for (const one of tail.toReversed()) {
    if (lines.size < MAX_ERROR_LINES && !lines.has(one.line) && one.text !== "") lines.set(one.line, one);
  }
  return inOrder([...lines.values()]);
}

function exceptionOf({ exceptions }: LogReading): DiagnosedException | undefined {
  const last = exceptions.at(-1);
  if (last === undefined) return undefined;
  const { type, message, line, own, library } = last;
  return { type, message, line, file: own?.file, fileLine: own?.line, library };
}
