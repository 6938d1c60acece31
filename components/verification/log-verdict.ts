import { type Cause, causeOf, decisiveCause, harmingCause } from "../../diagnosis";
import {
  type Answer,
  type Decision,
  type DeployLog,
  type DeployReport,
  fail,
  notDecided,
  pass,
} from "../../probes";

/** Whether a log decides by itself that its deploy will not become live. */
export function decisionFromLog(lines: readonly string[]): Decision | undefined {
  return decisionOf(decisiveCause(lines));
}

/** The deploy's answer, with the log's cause where Render itself names none. */
export function deployAnswer({ answer, log }: DeployReport): Answer {
  if (answer.outcome !== "fail" || answer.correctiveAction !== undefined) return answer;
  const decision = decisionOf(causeOf(log?.lines ?? []));
  if (decision === undefined) return answer;
  const { reason, ...more } = decision;
  return { ...answer, ...more, reason: `${answer.reason}: ${reason}` };
}

/** Whether a live deploy's log shows an error that its endpoints have not shown. */
export async function askLog(log: DeployLog, signal: AbortSignal): Promise<Answer> {
  await log.read(signal);
  if (log.problem !== undefined) return notDecided(`the log could not be read: ${log.problem}`);
  const decision = decisionOf(harmingCause(log.lines));
  if (decision === undefined) return pass(`no decisive error in ${log.lines.length} lines`);
  const { reason, ...more } = decision;
  return fail(reason, more);
}

function decisionOf(cause: Cause | undefined): Decision | undefined {
  if (cause === undefined) return undefined;
  const { mode, cause: why, correctiveAction, certainty } = cause.signature;
  const probably = certainty === "possible" ? "probably " : "";
  return { mode, correctiveAction, reason: `${probably}${why} (the log says: ${cause.line.text})` };
}
