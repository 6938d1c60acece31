import type { LogReading } from "../log/log-reading";
import type { Suspect } from "./suspect";

/**
 * Whether a symptom was got over: the build that it stands in ended well, or the deploy became live after it. A log
 * that goes on after that has failures of its own.
 */
export function isOvercome({ last, stage }: Suspect, { signs }: LogReading): boolean {
  const after = (kind: "built" | "live"): boolean =>
    signs.some((sign) => sign.kind === kind && sign.line > last);
  return after("live") || (stage !== "platform" && after("built"));
}

/**
 * Whether the process went on to listen after it: what it said before did not keep it from that. A process that ends
 * after all did not get over it.
 */
export function isTolerated(
  { last, stage }: Suspect,
  { signs }: LogReading,
  ends: readonly number[],
): boolean {
  if (stage !== "root") return false;
  const listening = signs.find((sign) => sign.kind === "listening" && sign.line > last);
  return listening !== undefined && !ends.some((line) => line > listening.line);
}
