import { LogVerdict } from "../../diagnosis";
import { redact } from "../../domain";
import { type Answer, fail, notDecided, pass, SYSTEM_CLOCK } from "../../probes";
import { isRenderError, liveDeploy, type ServiceAtRender } from "../../render-api";
import { secretsOfUrls, urlsOfService } from "./database-urls";
import type { VerificationInputs } from "./inputs";
import { type Check, checkOf, outcomeOf, type VerificationResult } from "./result";
import { askRunning } from "./running";
import { secretsOf } from "./secrets";

/**
 * Asks a service that has been verified the same again, whichever deploy is live now: port, database, endpoints. The
 * log is not read, which grows for as long as a deploy lives, nothing is watched for a stability time, and no cron job
 * is run.
 *
 * @throws the signal's reason where it is aborted.
 */
export async function askLive(
  service: ServiceAtRender,
  verified: VerificationInputs,
  { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress: (words: string) => void },
): Promise<VerificationResult> {
  const started = SYSTEM_CLOCK.now();
  const { live, answer } = await whatIsLive(service, signal);
  // A way is the configuration's and does not change by itself; each question would log in again.
  const { ways: _, ...asked } = verified;
  const inputs = { ...asked, deployId: live ?? verified.deployId, stability: 0, run: false };
  const urls = live === undefined ? [] : await urlsOfService(service, inputs, signal);
  const secrets = [...secretsOf(inputs), ...secretsOfUrls(urls)];
  const checks: Check[] = [];
  // A server may repeat what it was sent.
  const add = (kind: Check["kind"], name: string, given: Answer): void => {
    checks.push(checkOf(kind, name, { ...given, reason: redact(given.reason, secrets) }));
  };
  add("deploy", "deploy", answer);
  if (live !== undefined) {
    const left = () => Math.max(0, inputs.schedule.deadline - (SYSTEM_CLOCK.now() - started));
    const told = (words: string): void => onProgress(redact(words, secrets));
    const judge = new LogVerdict();
    const unwatched = { log: undefined, previous: undefined, onWindow: () => undefined };
    await askRunning({ service, inputs, judge, urls, signal, onProgress: told, left, add, ...unwatched });
  }
  const seconds = Math.round((SYSTEM_CLOCK.now() - started) / 100) / 10;
  const at = new Date().toISOString();
  return { outcome: outcomeOf(checks), deployId: inputs.deployId, at, checks, seconds };
}

async function whatIsLive(
  service: ServiceAtRender,
  signal: AbortSignal,
): Promise<{ readonly live: string | undefined; readonly answer: Answer }> {
  try {
    const live = await liveDeploy(service, signal);
    return { live, answer: live === undefined ? fail("no deploy is live") : pass(`deploy ${live} is live`) };
  } catch (error) {
    if (!isRenderError(error)) throw error;
    return { live: undefined, answer: notDecided(error.message) };
  }
}
