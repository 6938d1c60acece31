import type { LogReading } from "../log/log-reading";
import { STUCK } from "./caught";
import { endsOf } from "./ends";
import type { Hypothesis } from "./hypothesis";
import { isOfLive } from "./live-service";
import { isNonFatal } from "./recovery";

/**
 * What an application says of itself decides nothing while it runs: it may have caught the error. A server's refusal of
 * its login, and what the platform or a build says, need no end of the process.
 */
const BY_ITSELF =
  /^(?:database|build|health-check|platform|memory|disk|pre-deploy|migration)\/|^port\/(?:none-open|loopback-bind)$/;

/** What ends a process, so that its end says that nothing caught it. */
const ENDS_PROCESS =
  /^(?:import|configuration|database|memory|disk|runtime)\/|^(?:port\/in-use|port\/privileged|process\/command-not-found|process\/exception)$/;

/** Whether a hypothesis says that the deploy will not become live. */
export function decides(hypothesis: Hypothesis, reading: LogReading): boolean {
  const { mode, decisive, certainty } = hypothesis;
  if (isNonFatal(hypothesis, reading, endsOf(reading)) || isOfLive(hypothesis, reading)) return false;
  if (hypothesis.mild === true && !isEnded(hypothesis, reading)) return false;
  if (decisive && BY_ITSELF.test(mode)) return true;
  return (decisive || certainty === "certain") && ENDS_PROCESS.test(mode) && isEnded(hypothesis, reading);
}

/** Whether a hypothesis is a failure of a service that is live: one that the application recovered from is not. */
export function harms(hypothesis: Hypothesis, reading: LogReading): boolean {
  const { mode, harmsLive, mild, count } = hypothesis;
  if (mild === true && count < STUCK && !isEnded(hypothesis, reading)) return false;
  if (isNonFatal(hypothesis, reading, endsOf(reading))) return false;
  return harmsLive && (BY_ITSELF.test(mode) || mode === "process/crash-loop" || isEnded(hypothesis, reading));
}

/** Whether a process ended after it. */
export function isEnded({ first }: Hypothesis, reading: LogReading): boolean {
  return endsOf(reading).some((line) => line > first);
}
