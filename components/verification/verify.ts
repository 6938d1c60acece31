import { LogVerdict } from "../../diagnosis";
import { redact } from "../../domain";
import {
  type Answer,
  askDatabase,
  type DeployReport,
  SYSTEM_CLOCK,
  watchDeploy,
  withCause,
} from "../../probes";
import type { ServiceAtRender } from "../../render-api";
import { nameOf } from "./ask-databases";
import { questionOf, secretsOfUrls, urlsOfService } from "./database-urls";
import type { VerificationInputs } from "./inputs";
import { withoutOthers } from "./replacement";
import { type Check, checkOf, outcomeOf, type VerificationResult } from "./result";
import { revisionOf } from "./revision";
import { askRunning } from "./running";
import { secretsOf } from "./secrets";
import type { WindowMeasures } from "./window-measures";

export interface Verifying {
  readonly signal: AbortSignal;
  /** Called with the progress, which holds nothing secret. */
  readonly onProgress: (words: string) => void;
  /** How long a rollback that Render refuses for now is tried again, in milliseconds. @default 20 minutes */
  readonly rollbackDeadline?: number;
  /** What the stability window of an earlier deploy came to. */
  readonly previous?: WindowMeasures | undefined;
}

export interface Verified {
  readonly result: VerificationResult;
  readonly report: DeployReport;
  readonly log: LogVerdict;
}

/**
 * Watches the deploy until it is live, then asks port, database, endpoints and log, and keeps asking for the
 * stability time. A deploy that is not live leaves the rest unasked, since its predecessor would answer; after one
 * that failed the database is asked all the same, for the cause.
 *
 * @throws the signal's reason where it is aborted.
 */
export async function verify(
  service: ServiceAtRender,
  inputs: VerificationInputs,
  { signal, onProgress: tell, previous }: Verifying,
): Promise<Verified> {
  const started = SYSTEM_CLOCK.now();
  const urls = await urlsOfService(service, inputs, signal);
  const secrets = [...secretsOf(inputs), ...secretsOfUrls(urls)];
  const checks: Check[] = [];
  let window: WindowMeasures | undefined;
  const onProgress = (words: string): void => tell(redact(words, secrets));
  // A server may repeat what it was sent.
  const add = (kind: Check["kind"], name: string, answer: Answer): void => {
    const check = checkOf(kind, name, { ...answer, reason: redact(answer.reason, secrets) });
    checks.push(check);
    onProgress(`${name}: ${check.outcome}, ${check.detail}`);
  };
  const { deployId, schedule } = inputs;
  const { deadline } = schedule;
  const log = new LogVerdict();
  const question = { deployId, deadline, signal, judge: log, onStatus: onProgress };
  const report = await watchDeploy(service, question);
  add("deploy", "deploy", withCause(report, log));
  const { outcome } = report.answer;
  if (outcome === "pass") {
    log.live();
    const left = () => Math.max(0, deadline - (SYSTEM_CLOCK.now() - started));
    const to = { signal, onProgress, left, add, onWindow: (measured: WindowMeasures) => (window = measured) };
    await askRunning({ service, inputs, log: report.log, judge: log, urls, previous, ...to });
  } else if (outcome === "fail") {
    for (const found of urls) {
      add("database", nameOf(found), await askDatabase(questionOf(found, inputs), signal));
    }
  }
  const seconds = Math.round((SYSTEM_CLOCK.now() - started) / 100) / 10;
  const known = <T>(asked: Promise<T>, otherwise: T): Promise<T> => unlessCancelled(asked, otherwise, signal);
  const revision = outcome === "pass" ? await known(revisionOf(service, deployId, signal), {}) : {};
  const at = new Date().toISOString();
  const measured = window === undefined ? {} : { window };
  const own =
    outcome === "pass" ? await known(withoutOthers(checks, { service, deployId, signal }), checks) : checks;
  const result = { outcome: outcomeOf(own), deployId, ...revision, at, checks: own, seconds, ...measured };
  return { report, log, result };
}

/** What was asked stays, where the update is cancelled while the rest is. */
function unlessCancelled<T>(asked: Promise<T>, otherwise: T, signal: AbortSignal): Promise<T> {
  return asked.catch((error: unknown) => {
    if (!signal.aborted) throw error;
    return otherwise;
  });
}
