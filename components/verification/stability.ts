import { SHORTEST_INTERVAL } from "../../config/verify-defaults";
import {
  type Answer,
  askBySchedule,
  askEndpoint,
  type Endpoint,
  fail,
  heldBack,
  notDecided,
  Patience,
  pass,
  type Schedule,
  SYSTEM_CLOCK,
} from "../../probes";
import { isRenderError, type Restart, restartsOf } from "../../render-api";
import { judgedWindow } from "./measured-window";
import { replacement } from "./replacement";
import { madeAt, type Stability, type Stayed, type Throughout } from "./stability-question";
import { askWindow } from "./stability-window";

/**
 * Whether the service answers, is healthy, is not started again, and this deploy stays the live one, for the whole
 * stability time. A question without an answer is not healthy: none is tolerated.
 */
export async function stayed(stability: Stability): Promise<Stayed> {
  const { service, inputs, signal, onProgress, endpoint } = stability;
  const seconds = inputs.stability / 1000;
  const since = Date.now();
  const until = SYSTEM_CLOCK.now() + inputs.stability;
  const verified = { service, deployId: inputs.deployId, signal };
  const patience = new Patience(stability.left(), SYSTEM_CLOCK, signal);
  try {
    const before = stability.restarts ?? (await patience.with(() => knownRestarts(service, signal)));
    onProgress(
      `stability: ${endpoint === undefined ? "watching" : `asking ${endpoint.path}`} for ${seconds} s`,
    );
    const asked: Throughout =
      endpoint === undefined
        ? { answer: pass(`it stayed up for ${seconds} s`) }
        : await answeredThroughout({ ...stability, endpoint });
    const { answer } = asked;
    const early = until - SYSTEM_CLOCK.now();
    if (answer.outcome === "pass" && early > 0) await SYSTEM_CLOCK.wait(early, signal);
    const restart = await patience.with(() => restartAfter(before, answer, stability));
    const within = `within ${seconds} s: `;
    // What ends with a suspension, or for another deploy, is neither sound nor broken.
    const other =
      (await heldBack(service, signal)) ??
      (await patience.with(() => replacement(verified, restart === undefined && answer.outcome === "pass")));
    if (other !== undefined) return { answer: { ...other, reason: `${within}${other.reason}` } };
    if (restart !== undefined) return { answer: restarted(`${within}the service`, restart) };
    if (answer.outcome !== "pass") return { answer: { ...answer, reason: `${within}${answer.reason}` } };
    return await judgedWindow(stability, asked, since);
  } catch (error) {
    if (!isRenderError(error)) throw error;
    return { answer: notDecided(error.message) };
  }
}

/** The restarts until now, by their keys. */
export async function knownRestarts(
  service: Stability["service"],
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  return new Set((await restartsOf(service, signal)).map(({ key }) => key));
}

const restarted = (who: string, { words }: Restart): Answer =>
  fail(`${who} was started again (${words})`, {
    mode: "process/crash-loop",
    correctiveAction: "Read the service's log before that moment: a process that ends is no stable one.",
  });

/** How long Render may take to say why a question was not answered, in milliseconds. */
const NOTED_WITHIN = 10_000;

/** The first restart that was not known; where a question was not answered, Render is given time to note it. */
async function restartAfter(
  known: ReadonlySet<string>,
  { outcome }: Answer,
  { service, signal, log }: Stability,
): Promise<Restart | undefined> {
  const end = SYSTEM_CLOCK.now() + (outcome === "not-decided" ? NOTED_WITHIN : 0);
  for (;;) {
    const restart = (await restartsOf(service, signal)).find(
      ({ key, instance }) => !known.has(key) && (instance === undefined || log?.isEarlier(instance) !== true),
    );
    if (restart !== undefined || SYSTEM_CLOCK.now() >= end) return restart;
    await SYSTEM_CLOCK.wait(500, signal);
  }
}

async function answeredThroughout(
  stability: Stability & { readonly endpoint: Endpoint },
): Promise<Throughout> {
  const { inputs, endpoint, signal } = stability;
  const { stabilityLimits: limits, stability: window, url } = inputs;
  if (limits === undefined) return { answer: await askedThroughout(stability) };
  const ask = (at: AbortSignal): Promise<Answer> =>
    askEndpoint(endpoint, url, at, { since: madeAt(stability) });
  return askWindow({ limits, window, what: endpoint.path, ask, signal });
}

/** As many measurements as fit; the last of them is due when the time is over. */
async function askedThroughout(asked: Stability & { readonly endpoint: Endpoint }): Promise<Answer> {
  const { inputs, endpoint, signal, left } = asked;
  const { schedule, stability, url } = inputs;
  const interval = Math.max(schedule.interval, SHORTEST_INTERVAL);
  const count = Math.floor(stability / interval) + 1;
  const failureLimit = Math.min(Math.max(schedule.failureLimit, 0), count - 1);
  const answer = await askBySchedule(
    {
      ...schedule,
      ...{
        initialDelay: 0,
        interval,
        count,
        failureLimit,
        consecutiveSuccessLimit: 0,
        consecutiveErrorLimit: 0,
      },
      deadline: stability + left(),
    },
    (at) => askedAgain(schedule, at, () => askEndpoint(endpoint, url, at, { since: madeAt(asked) })),
    { signal },
  );
  if (answer.outcome !== "pass") return answer;
  return {
    ...answer,
    reason: `${endpoint.path} was healthy for ${stability / 1000} s, asked ${count === 1 ? "once" : `${count} times`}`,
  };
}

/** An answer that is about who asks, and how often, is no measurement: it is asked for again, as often as errors may come. */
async function askedAgain(
  { interval, consecutiveErrorLimit }: Schedule,
  signal: AbortSignal,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  for (let times = 0; ; times++) {
    const answer = await ask();
    if (answer.askAgainAfter === undefined || times >= consecutiveErrorLimit) return answer;
    await SYSTEM_CLOCK.wait(Math.max(interval, answer.askAgainAfter), signal);
  }
}
