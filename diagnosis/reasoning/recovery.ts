import { isAnswer } from "../log/answers";
import type { LogEvent } from "../log/log-event";
import type { LogReading } from "../log/log-reading";
import { endsOf } from "./ends";
import type { Hypothesis } from "./hypothesis";
import { startsAgain } from "./starts";

/** What a step of a build says and goes on from: a package that it can do without, a module of another machine. */
const OF_A_STEP = /^(?:build|import)\//;
/** What a client tries again. */
const TRIED_AGAIN = /^(?:database|broker)\/(?:refused|dns|timeout|connection-lost)$/;
/** A probe of a pod that is not ready yet is made again, and ends nothing. */
const ASKED_AGAIN = /\b(?:Readiness|Startup) probe failed: (?:Get "\S+": )?dial tcp\b/;
/** What was not there, and was made or fetched after. */
const MADE_AFTER: readonly { readonly failed: RegExp; readonly made: RegExp }[] = [
  { failed: /[Ff]ailed to pull image|ErrImagePull|ImagePullBackOff/, made: /Successfully pulled image/ },
  { failed: /database "[^"]+" does not exist/, made: /^Created database '/ },
];
/** A database that is ready is not yet the service. */
const OF_DATABASE = /database system|PostgreSQL|database server/;
const BROKER = /redis|rabbit|amqp|kafka|broker/i;

/**
 * Whether a symptom was recovered from: its step or its build ended well, the client connected, or the deploy became
 * live after it. A log that goes on after that has failures of its own.
 */
export function isRecovered(hypothesis: Hypothesis, reading: LogReading): boolean {
  const { first, last, stage, mode, mild, evidence, count } = hypothesis;
  const { events } = reading;
  const after = (kind: LogEvent["kind"]): boolean =>
    events.some((event) => event.kind === kind && event.line > last);
  if (mode === "process/exited" && isAnsweredAfter(last, reading)) return true;
  // A start that failed, of which the log does not say the end, and one that serves.
  if (ENDS_START.test(mode) && isAnsweredAfter(last, reading) && !isFailedAfter(last, reading)) return true;
  if (stage === "exception" && isOfRequest(first, last, reading)) return true;
  const isMade = (row: (typeof MADE_AFTER)[number]): boolean =>
    evidence.some(({ text }) => row.failed.test(text)) &&
    events.some((event) => event.line > last && row.made.test(event.text));
  if (MADE_AFTER.some(isMade)) return true;
  // A pod that is ended once its successor serves fails its probe.
  const isProbe = evidence.some(({ text }) => ASKED_AGAIN.test(text));
  if (isProbe && events.some(({ kind, line }) => kind === "live" && line < first)) return true;
  // A collector or cache that a service misses once, while it answers, keeps it from nothing.
  const beside = mode === "broker/refused" && count < OFTEN && listensBefore(first, reading);
  if (beside && isAnsweredSince(last, reading)) return true;
  const again = mild === true || isProbe;
  if (isStartedWell(last, mode, reading) || (again && isGoneOnFrom(last, reading))) return true;
  if (after("live") || (stage !== "platform" && after("built"))) return true;
  if (OF_A_STEP.test(mode)) return after("step-done") && !hasRun(last, events);
  return TRIED_AGAIN.test(mode) && isReachedAfter(last, mode.startsWith("broker/"), events);
}

/** What a program does not start with: one that listens after it is another process, or did without. */
const ENDS_START = /^(?:import|runtime)\//;

/** Whether a platform says after a line that something failed. */
export const isFailedAfter = (line: number, { matches }: LogReading): boolean =>
  matches.some(
    ({ signature: { stage }, last }) => (stage === "platform" || stage === "port") && last.line > line,
  );

/** So many lines after an exception a server writes the answer that it gave for it. */
const ANSWERED_WITHIN = 3;
/** A request that was refused for what it asked, and by no fault of the service. */
const REFUSED_REQUEST = /\b(?:GET|HEAD|POST|PUT|PATCH|DELETE) \S+(?: HTTP\/\d(?:\.\d)?"?)? 4\d\d\b/;

/** Whether an exception of a live service is one request's, which the service answered with a refusal of its own. */
function isOfRequest(first: number, last: number, reading: LogReading): boolean {
  const live = reading.events.some(({ kind, line }) => kind === "live" && line < first);
  const answered = reading.ownTail.some(
    ({ line, text }) => line > last && line <= last + ANSWERED_WITHIN && REFUSED_REQUEST.test(text),
  );
  return live && answered && !endsOf(reading).some((end) => end > last);
}

/** Whether the client of a database, or of a broker, says after a line that it is connected. */
export const isReachedAfter = (line: number, broker: boolean, events: readonly LogEvent[]): boolean =>
  events.some(
    ({ kind, line: at, text }) => kind === "connected" && at > line && BROKER.test(text) === broker,
  );

/** Whether the process was started again after it, and then answered without an end: a server's master listens at once. */
function isStartedWell(line: number, mode: string, reading: LogReading): boolean {
  const start = startsAgain(reading).find((again) => again > line);
  if (start === undefined) return false;
  const answer =
    reading.ownTail.find(({ line: at, text }) => at >= start && isAnswer(text)) ??
    // A server's master listens before its workers load the code: that it listens shows no more than a connection.
    (!TRIED_AGAIN.test(mode) || isFailedAfter(start, reading)
      ? undefined
      : reading.events.find(({ kind, line: at }) => kind === "listening" && at >= start));
  if (answer === undefined) return false;
  const ends = endsOf(reading);
  return ends.some((end) => end < answer.line) && !ends.some((end) => end > answer.line);
}

/** Whether the service serves, or answers, after a line, and does not end. */
function isGoneOnFrom(line: number, reading: LogReading): boolean {
  const serves = reading.events.some(
    ({ kind, line: at, text }) =>
      at > line && (kind === "listening" || (kind === "ready" && !OF_DATABASE.test(text)) || kind === "live"),
  );
  return (serves || answersAfter(line, reading)) && !endsOf(reading).some((end) => end > line);
}

/** So many times the same refusal is no single one. */
const OFTEN = 3;

const listensBefore = (line: number, { events }: LogReading): boolean =>
  events.some((event) => event.kind === "listening" && event.line < line);

/** Whether the service answers a request after a line. */
export const answersAfter = (line: number, { ownTail }: LogReading): boolean =>
  ownTail.some(({ line: at, text }) => at > line && isAnswer(text));

/** Whether the service answers after a line, and does not end. */
const isAnsweredSince = (line: number, reading: LogReading): boolean =>
  answersAfter(line, reading) && !endsOf(reading).some((end) => end > line);

/** Whether another process listens, and answers, after one that ended, and does not end. */
function isAnsweredAfter(line: number, reading: LogReading): boolean {
  const listening = reading.events.find(({ kind, line: at }) => kind === "listening" && at > line);
  return listening !== undefined && isAnsweredSince(listening.line, reading);
}

/** Whether something was started before: what it prints is of no build. */
function hasRun(line: number, events: readonly LogEvent[]): boolean {
  return events.some(
    (event) => (event.kind === "started" || event.kind === "listening") && event.line < line,
  );
}

/**
 * Whether the process went on to listen after it: what it said before did not keep it from that. A process that ends
 * after all did not get over it.
 */
export function isNonFatal(
  { last, stage }: Hypothesis,
  { events }: LogReading,
  ends: readonly number[],
): boolean {
  if (stage !== "root") return false;
  const listening = events.find((event) => event.kind === "listening" && event.line > last);
  return listening !== undefined && !ends.some((line) => line > listening.line);
}
