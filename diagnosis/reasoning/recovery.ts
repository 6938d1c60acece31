import type { LogReading } from "../log/log-reading";
import type { Hypothesis } from "./hypothesis";

/**
 * Whether a symptom was recovered from: its build ended well, or the deploy became live after it. A log
 * that goes on after that has failures of its own.
 */
export function isRecovered({ last, stage }: Hypothesis, { events }: LogReading): boolean {
  const after = (kind: "built" | "live"): boolean =>
    events.some((event) => event.kind === kind && event.line > last);
  return after("live") || (stage !== "platform" && after("built"));
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
