import type { FailureMode } from "../domain/failure-mode";
import {
  failedAt,
  isRenderError,
  LOG_POLL,
  liveDeploy,
  PollPauses,
  readDeploy,
  readService,
  type ServiceAtRender,
  statusWords,
} from "../render-api";
import { type Answer, fail, notDecided, pass } from "./answer";
import { type Clock, SYSTEM_CLOCK } from "./clock";
import { endOf, whoIsLive } from "./deploy-end";
import type { LogJudge } from "./log-judge";
import { Patience } from "./patience";
import { DeployLog } from "./service-log";

export interface DeployQuestion {
  readonly deployId: string;
  /** Milliseconds. */
  readonly deadline: number;
  readonly signal: AbortSignal;
  readonly clock?: Clock;
  /** Reads the log's lines as they come. @default none: the deploy's status decides */
  readonly judge?: LogJudge;
  readonly onStatus?: (words: string) => void;
}

export interface DeployReport {
  readonly answer: Answer;
  /** The deploy that has the service's traffic; undefined where none has, or it could not be asked. */
  readonly live: string | undefined;
  /** False while the deploy asked about could still become live. */
  readonly ended: boolean;
  /** The deploy's log, to be read on; undefined where Render did not answer. */
  readonly log: DeployLog | undefined;
}

/**
 * Waits until a deploy is live or will not become so, and says which deploy the service runs then. A decisive line
 * of the log ends the wait as soon as it was seen in two looks, since Render waits 5 to 15 minutes more.
 *
 * @throws the signal's reason where it is aborted.
 */
export async function watchDeploy(service: ServiceAtRender, question: DeployQuestion): Promise<DeployReport> {
  const { signal, deployId, clock = SYSTEM_CLOCK } = question;
  const patience = new Patience(question.deadline, clock, signal);
  let log: DeployLog | undefined;
  try {
    const { ownerId } = await patience.with(() => readService(service, signal));
    const { createdAt } = await patience.with(() => readDeploy(service, deployId, signal));
    log = new DeployLog(service, ownerId, createdAt, (line) => question.judge?.add(line));
    const { answer, ended } = await untilDecided(service, question, { log, patience });
    const live = await patience.with(() => liveDeploy(service, signal));
    return {
      answer: answer.outcome === "fail" && answer.known !== true ? withLive(answer, live) : answer,
      ended,
      log,
      live,
    };
  } catch (error) {
    if (!isRenderError(error)) throw error;
    const answer = notDecided(`deploy ${deployId}: ${error.message}`);
    return { answer, ended: false, log, live: undefined };
  }
}

/** Says who answers at the service's address after a deploy that failed. */
function withLive(answer: Answer, live: string | undefined): Answer {
  return { ...answer, reason: `${answer.reason}; ${whoIsLive(live)}` };
}

interface Watched {
  readonly answer: Answer;
  readonly ended: boolean;
}

async function untilDecided(
  service: ServiceAtRender,
  question: DeployQuestion,
  { log, patience }: { readonly log: DeployLog; readonly patience: Patience },
): Promise<Watched> {
  const { deployId, signal, clock = SYSTEM_CLOCK, onStatus = () => {} } = question;
  const started = clock.now();
  let told = "";
  let suspected: FailureMode | undefined;
  const pauses = new PollPauses(LOG_POLL);
  for (;;) {
    await log.fetch(signal);
    const deploy = await patience.with(() => readDeploy(service, deployId, signal));
    log.take(failedAt(deploy));
    const words = statusWords(deploy.status);
    if (words !== told) onStatus(`deploy ${deployId}: ${words}`);
    told = words;
    const end = await patience.with(() => endOf(service, deploy, question, log));
    if (end !== undefined) return { answer: end, ended: true };
    const decision = question.judge?.decision();
    if (decision !== undefined && decision.mode === suspected) {
      const { reason, ...more } = decision;
      return { answer: fail(`deploy ${deployId} cannot become live: ${reason}`, more), ended: false };
    }
    suspected = decision?.mode;
    // A second look confirms what the first suspects: it need not wait as long as a deploy's next step.
    if (suspected !== undefined) pauses.restart();
    if (clock.now() - started + pauses.current > question.deadline) {
      const seconds = Math.round(question.deadline / 1000);
      return { answer: notDecided(`deploy ${deployId} is still ${words} after ${seconds} s`), ended: false };
    }
    await clock.wait(pauses.current, signal);
    pauses.grow();
  }
}

/** The deploy's answer, with the log's cause where Render itself names none. */
export function withCause({ answer }: DeployReport, judge: LogJudge): Answer {
  if (answer.outcome !== "fail" || answer.correctiveAction !== undefined) return answer;
  const cause = judge.cause();
  if (cause === undefined) return answer;
  const { reason, ...more } = cause;
  return { ...answer, ...more, reason: `${answer.reason}: ${reason}` };
}

/** Asks whether a live deploy's log shows an error that its endpoints have not shown. */
export async function askLog(
  log: DeployLog,
  judge: LogJudge,
  { signal, answers = false }: { readonly signal: AbortSignal; readonly answers?: boolean },
): Promise<Answer> {
  await log.read(signal);
  if (log.problem !== undefined) return notDecided(`the log could not be read: ${log.problem}`);
  const harm = judge.harm(answers);
  // A process may say nothing, but Render's own lines are in every log: one without any was not read.
  if (harm === undefined && log.lines.length === 0)
    return notDecided("Render gives no line of this deploy's log: what it would show is not known");
  if (harm === undefined) {
    const met = judge.met();
    return pass(`no decisive error in ${log.lines.length} lines${met === "" ? "" : `; ${met}`}`);
  }
  const { reason, ...more } = harm;
  return fail(reason, more);
}
