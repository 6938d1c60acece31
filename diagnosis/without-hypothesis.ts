import type { Certainty, DiagnosedException, Diagnosis, LogLine } from "./diagnosis";
import { isAnswer } from "./log/answers";
import { isMild, SPEAKS_OF_FAILURE, triesAgain } from "./log/error-words";
import type { LogEvent } from "./log/log-event";
import type { LogReading } from "./log/log-reading";
import { isRefusedAfter, onlyDatabase } from "./reasoning/database-log";
import { isOfBroker } from "./reasoning/hypothesis";
import { inOrder } from "./reasoning/listeners";
import { metLive } from "./reasoning/rank";
import { isReachedAfter } from "./reasoning/recovery";
import { isOfOneJob } from "./reasoning/served-on";
import { symptomsOf } from "./symptoms";

/** An error and the line that says that it is tried again are no further apart. */
const TRIED_WITHIN = 2;

/** No known line: a deploy that succeeded, or lines without a signature. */
export function withoutHypothesis(reading: LogReading): Diagnosis {
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
    (one) => one.weight < 4 || (isPassed(one) && one.line < Math.max(served?.line ?? 0, lastAnswer)),
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
    const met = symptomsOf(metLive(reading));
    return {
      ...nothing,
      unexplained: met,
      failureMode: "none",
      certainty: certaintyOfLive(live),
      rootCause:
        live.kind === "live"
          ? `the deploy became live, and ${met.length === 0 ? "nothing after it is known as a failure" : "the service went on from what it met after that"}`
          : "the log speaks of a start or an orderly stop, and no line of it of a failure",
      correctiveAction: "Nothing is to be done.",
      evidence: [{ line: live.line, text: live.text }],
    };
  }
  if (
    reading.alive &&
    database !== "only" &&
    errorLines.every(({ weight, text }) => weight < SPEAKS_OF_FAILURE || isOfOneJob(text))
  ) {
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

/** Of an unknown failure the lines that explain most, filled up with the last ones. */
function likeliestLines({ errorLines, tail }: LogReading): readonly LogLine[] {
  const lines = new Map(errorLines.map(({ line, text }) => [line, { line, text }]));
  for (const one of tail.toReversed()) {
    if (lines.size < MAX_ERROR_LINES && !lines.has(one.line) && one.text !== "") lines.set(one.line, one);
  }
  return inOrder([...lines.values()]);
}

export function exceptionOf({ exceptions }: LogReading): DiagnosedException | undefined {
  const last = exceptions.at(-1);
  if (last === undefined) return undefined;
  const { type, message, line, own, library } = last;
  return { type, message, line, file: own?.file, fileLine: own?.line, library };
}
