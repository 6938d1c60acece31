import type { LogEvent } from "../log/log-event";
import type { LogReading } from "../log/log-reading";
import type { Hypothesis } from "./hypothesis";

/** What a step of a build says and goes on from: a package that it can do without, a module of another machine. */
const OF_A_STEP = /^(?:build|import)\//;
/** What a client tries again. */
const TRIED_AGAIN = /^(?:database|broker)\/(?:refused|dns|timeout|connection-lost)$/;
const BROKER = /redis|rabbit|kafka|broker/i;

/**
 * Whether a symptom was recovered from: its step or its build ended well, the client connected, or the deploy became
 * live after it. A log that goes on after that has failures of its own.
 */
export function isRecovered({ last, stage, mode }: Hypothesis, { events }: LogReading): boolean {
  const after = (kind: LogEvent["kind"]): boolean =>
    events.some((event) => event.kind === kind && event.line > last);
  if (after("live") || (stage !== "platform" && after("built"))) return true;
  if (OF_A_STEP.test(mode)) return after("step-done") && !hasRun(last, events);
  return (
    TRIED_AGAIN.test(mode) &&
    events.some(
      ({ kind, line, text }) =>
        kind === "connected" && line > last && BROKER.test(text) === mode.startsWith("broker/"),
    )
  );
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
