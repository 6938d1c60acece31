import { type Cause, causeOf, decisiveCause } from "../../diagnosis";
import {
  type Answer,
  askBySchedule,
  askDatabase,
  askEndpoint,
  askPort,
  type Decision,
  type DeployReport,
  type Endpoint,
  fail,
  isRenderError,
  liveDeploy,
  notDecided,
  pass,
  type Schedule,
  type ServiceAtRender,
  SYSTEM_CLOCK,
  watchDeploy,
} from "../../probes";
import type { VerificationInputs } from "./inputs";
import { type Check, checkOf, outcomeOf, type VerificationResult } from "./result";
import { secretsOf, withoutSecrets } from "./secrets";

export interface Verifying {
  readonly signal: AbortSignal;
  /** Told what goes on; nothing secret. */
  readonly onProgress: (words: string) => void;
}

export interface Verified {
  readonly result: VerificationResult;
  readonly report: DeployReport;
}

/**
 * Watches the deploy until it is live, then asks port, database and endpoints, and keeps asking for the stability
 * time. A deploy that is not live leaves the rest unasked, since its predecessor would answer; the database is
 * asked all the same, for the cause.
 *
 * @throws the signal's reason where it is aborted.
 */
export async function verify(
  service: ServiceAtRender,
  inputs: VerificationInputs,
  verifying: Verifying,
): Promise<Verified> {
  const started = SYSTEM_CLOCK.now();
  const secrets = secretsOf(inputs);
  const checks: Check[] = [];
  const add = (kind: Check["kind"], name: string, answer: Answer): void => {
    const check = withoutSecrets(checkOf(kind, name, answer), secrets);
    checks.push(check);
    verifying.onProgress(`${name}: ${check.outcome}, ${check.detail}`);
  };
  const { deployId, schedule } = inputs;
  const report = await watchDeploy(service, {
    deployId,
    deadline: schedule.deadline,
    signal: verifying.signal,
    decisive: (lines) => decisionOf(decisiveCause(lines)),
    onStatus: verifying.onProgress,
  });
  add("deploy", "deploy", withCause(report));
  const left = () => Math.max(0, schedule.deadline - (SYSTEM_CLOCK.now() - started));
  if (report.answer.outcome === "pass") {
    await askRunning(service, inputs, { ...verifying, lines: report.lines, left, add });
  } else if (report.answer.outcome === "fail") {
    add("database", "database", await askDatabase(databaseQuestion(inputs), verifying.signal));
  }
  const seconds = Math.round((SYSTEM_CLOCK.now() - started) / 100) / 10;
  return { report, result: { outcome: outcomeOf(checks), deployId, checks, seconds } };
}

interface Running extends Verifying {
  readonly lines: readonly string[];
  /** What is left of the deadline, in milliseconds. */
  readonly left: () => number;
  readonly add: (kind: Check["kind"], name: string, answer: Answer) => void;
}

async function askRunning(
  service: ServiceAtRender,
  inputs: VerificationInputs,
  running: Running,
): Promise<void> {
  const { signal, lines, left, add, onProgress } = running;
  const ask = (question: (signal: AbortSignal) => Promise<Answer>, change: Partial<Schedule> = {}) =>
    askBySchedule({ ...inputs.schedule, deadline: left(), ...change }, question, {
      signal,
      onAnswer: ({ reason }) => onProgress(reason),
    });
  const { port: declared, url } = inputs;
  // Port and database are facts, not a service that may warm up: one answer of theirs is enough.
  const once = { count: 1, consecutiveSuccessLimit: 0, failureLimit: 0 };
  add("port", "port", await ask((at) => askPort(service, { declared, lines }, at), once));
  add(
    "database",
    "database",
    await ask((at) => askDatabase(databaseQuestion(inputs), at), { ...once, initialDelay: 0 }),
  );
  for (const endpoint of endpointsOf(inputs)) {
    add("endpoint", endpoint.name, await ask((at) => askEndpoint(endpoint, url, at), { initialDelay: 0 }));
  }
  if (inputs.stability > 0) add("stability", "stability", await stayed(service, inputs, running));
}

function databaseQuestion({ databaseUrl: url, addresses }: VerificationInputs) {
  return { url, addresses };
}

/** The stack's endpoints, and the health check's path where none of them asks it. */
function endpointsOf({ endpoints, healthCheckPath }: VerificationInputs): readonly Endpoint[] {
  const asked = endpoints.some(({ path, method }) => path === healthCheckPath && method === "GET");
  if (healthCheckPath === "" || asked) return endpoints;
  return [healthEndpoint(healthCheckPath), ...endpoints];
}

function healthEndpoint(path: string): Endpoint {
  return { name: "health", method: "GET", path, headers: {}, timeout: 10_000, expect: { status: 200 } };
}

/** Whether the service stays healthy, and this deploy stays the live one, for the whole stability time. */
async function stayed(
  service: ServiceAtRender,
  inputs: VerificationInputs,
  running: Running,
): Promise<Answer> {
  const { stability, schedule, url, deployId, healthCheckPath } = inputs;
  const [first] = endpointsOf(inputs);
  const endpoint = endpointsOf(inputs).find(({ path }) => path === healthCheckPath) ?? first;
  if (endpoint === undefined) return notDecided("there is no endpoint to ask; declare `healthCheckPath`");
  const interval = Math.max(schedule.interval, 250);
  const until = SYSTEM_CLOCK.now() + stability;
  const seconds = stability / 1000;
  running.onProgress(`stability: asking ${endpoint.path} for ${seconds} s`);
  // As many measurements as fit; the last of them is due when the time is over.
  const count = Math.max(1, Math.floor(stability / interval) + 1);
  const limits = { ...schedule, initialDelay: 0, interval, count, consecutiveSuccessLimit: 0 };
  const failureLimit = schedule.failureLimit < 0 ? 0 : Math.min(schedule.failureLimit, count - 1);
  const answer = await askBySchedule(
    { ...limits, failureLimit, deadline: stability + running.left() },
    (at) => askEndpoint(endpoint, url, at),
    { signal: running.signal },
  );
  if (answer.outcome !== "pass") return { ...answer, reason: `within ${seconds} s: ${answer.reason}` };
  const late = until - SYSTEM_CLOCK.now();
  if (late > 0) await SYSTEM_CLOCK.wait(late, running.signal);
  const live = await liveDeploy(service, running.signal).catch(renderReason);
  if (live instanceof Error) return notDecided(live.message);
  if (live === deployId) return pass(`${endpoint.path} was healthy for ${seconds} s, ${count} times asked`);
  return fail(`deploy ${deployId} is no longer live; ${live ?? "no deploy"} is`);
}

/** Render's own refusal or silence as a value; any other error is thrown on. */
function renderReason(error: unknown): Error {
  if (isRenderError(error)) return error;
  throw error;
}

function withCause({ answer, lines }: DeployReport): Answer {
  if (answer.outcome !== "fail" || answer.correctiveAction !== undefined) return answer;
  const decision = decisionOf(causeOf(lines));
  if (decision === undefined) return answer;
  const { reason, ...more } = decision;
  return { ...answer, ...more, reason: `${answer.reason}: ${reason}` };
}

function decisionOf(cause: Cause | undefined): Decision | undefined {
  if (cause === undefined) return undefined;
  const { mode, cause: why, correctiveAction, certainty } = cause.signature;
  const probably = certainty === "possible" ? "probably " : "";
  return { mode, correctiveAction, reason: `${probably}${why} (the log says: ${cause.line.text})` };
}
