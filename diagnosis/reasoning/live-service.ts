import type { FailureMode } from "../../domain/failure-mode";
import { isAnswer } from "../log/answers";
import { saysAlive } from "../log/error-words";
import type { LogEvent } from "../log/log-event";
import type { LogReading } from "../log/log-reading";
import type { Stage } from "../signature";
import { endsOf } from "./ends";
import type { Hypothesis } from "./hypothesis";
import { answersAfter, isFailedAfter } from "./recovery";

/** What a program says of itself; a platform's own words of an end are of other stages. */
const OF_PROGRAM: readonly Stage[] = ["root", "exception", "step"];
/** With these a new deploy, or another start, begins. */
const BEGINS_ANEW: readonly LogEvent["kind"][] = [
  "deploying",
  "building",
  "started",
  "pre-deploy",
  "restarted",
];
/** A process does not go on from it, whether its end is in the log or not. */
const ENDS_PROCESS: FailureMode = "memory/exhausted";
/** What one request or thread may run out of, while its program goes on. */
const CAUGHT =
  /\bOutOfMemory(?:Error|Exception)\b|\bAllowed memory size\b|\bMemoryError\b|\bNoMemoryError\b|\[Errno 12\]|\/dev\/shm\b|shared memory/;
const endsProcess = ({ mode, evidence }: Hypothesis): boolean =>
  mode === ENDS_PROCESS && !evidence.some(({ text }) => CAUGHT.test(text));
/** A pooler in transaction mode fails one query and not the next: what is answered between shows nothing. */
const NOW_AND_THEN: FailureMode = "database/prepared-statement";
/** So many times the same failure is no single request's. */
const OFTEN = 3;
/** An answer that says that the service itself failed. */
const SERVER_ERROR = /(?:HTTP\/\d(?:\.\d)?"?|\b[A-Z]{3,7} \/\S*) 5\d\d\b|\bCompleted 5\d\d\b/;

/**
 * Whether a live service met it and went on: it answered, or did its next job, and nothing ended. What harms a live
 * service has to be said again and again, since a service that answers its health check may fail all else.
 */
export function isMetLive(one: Hypothesis, reading: LogReading): boolean {
  if (!mayGoOn(one, reading)) return false;
  if (one.harmsLive && one.count >= OFTEN) return false;
  return reading.ownTail.some(({ line, text }) => line > one.last && goesOn(text));
}

/** Whether it is a live service's, and of a kind that the service may go on from. */
const mayGoOn = (one: Hypothesis, reading: LogReading): boolean =>
  !endsProcess(one) && one.mode !== NOW_AND_THEN && isOfLive(one, reading);

const goesOn = (text: string): boolean => isAnswer(text) || (saysAlive(text) && !SERVER_ERROR.test(text));

/** What a live service says last: whether it went on from that, the log does not show. */
export function openWhereLive(one: Hypothesis, reading: LogReading): Hypothesis {
  if (one.certainty === "open" || !mayGoOn(one, reading)) return one;
  if (one.harmsLive) return one.count < OFTEN ? { ...one, certainty: "possible" } : one;
  return {
    ...one,
    certainty: "open",
    asksFor: ["The deploy is live. Does the service still answer? Copy the lines that follow."],
  };
}

/** Whether it is a program's own, of a service that is live, and that neither ended nor was ended after it. */
export function isOfLive(one: Hypothesis, reading: LogReading): boolean {
  const { stage, mode, first } = one;
  const live = servesFrom(one, reading);
  // A worker that its own server ends and replaces is no end of the service.
  const ofProgram = OF_PROGRAM.includes(stage) || (stage === "process" && mode === "health-check/timeout");
  if (live === undefined || !ofProgram) return false;
  const anew = reading.events.some(
    ({ kind, line }) => line > live.line && line < first && BEGINS_ANEW.includes(kind),
  );
  return !anew && !isFailedAfter(live.line, reading) && !endsOf(reading).some((end) => end > first);
}

/** The line at which a service became live; where no platform says so, at which it listened, if it answers after. */
function servesFrom({ first, last }: Hypothesis, reading: LogReading): LogEvent | undefined {
  const { events } = reading;
  const live = events.findLast(({ kind, line }) => kind === "live" && line < first);
  if (live !== undefined) return live;
  return answersAfter(last, reading)
    ? events.find(({ kind, line }) => kind === "listening" && line < first)
    : undefined;
}
