import { type Answer, type Clock, fail, notDecided, pass, SYSTEM_CLOCK } from "../../probes";
import type { StabilityLimits } from "./inputs";
import type { ProbeMeasures } from "./window-measures";

/** What is asked in a stability window, and how. */
export interface Window {
  readonly limits: StabilityLimits;
  /** How long, in milliseconds. */
  readonly window: number;
  /** What is asked, in words. */
  readonly what: string;
  readonly ask: (signal: AbortSignal) => Promise<Answer>;
  readonly signal: AbortSignal;
  readonly clock?: Clock;
}

/** What the probes of a window came to. */
export interface Probed {
  readonly answer: Answer;
  readonly measured: ProbeMeasures;
}

/**
 * Asks at the declared interval for as long as the window is open, and compares the error rate and the percentiles of
 * the latency with their limits. It ends early where the errors that were made already are too many for the window.
 *
 * @throws the signal's reason where it is aborted
 */
export async function askWindow(asked: Window): Promise<Probed> {
  const { limits, window, ask, signal, clock = SYSTEM_CLOCK } = asked;
  const until = clock.now() + window;
  const planned = Math.floor(window / limits.interval) + 1;
  const answers: Answer[] = [];
  do {
    answers.push(await ask(signal));
    signal.throwIfAborted();
    if (failedOf(answers) > limits.maxErrorRate * planned) break;
    if (clock.now() + limits.interval > until) break;
    await clock.wait(limits.interval, signal);
  } while (answers.length < planned);
  const measured = measuresOf(answers);
  return { answer: judgeWindow(answers, measured, asked), measured };
}

/** The verdict of the answers, with every value that was compared. */
function judgeWindow(
  answers: readonly Answer[],
  measured: ProbeMeasures,
  { limits, window, what }: Pick<Window, "limits" | "window" | "what">,
): Answer {
  const { maxErrorRate } = limits;
  const failed = failedOf(answers);
  const { errorRate, probes } = measured;
  const compared = comparedOf(measured, limits);
  const words = [
    `${probes} probes in a window of ${window / 1000} s`,
    `error rate ${percent(errorRate)} (at most ${percent(maxErrorRate)})`,
    ...compared.map(
      ({ name, is, limit }) => `${name} ${is === undefined ? "unknown" : `${is} ms`} (at most ${limit} ms)`,
    ),
  ];
  const last = answers.findLast(({ outcome }) => outcome !== "pass");
  const reason = `${what}: ${words.join(", ")}${last === undefined ? "" : `; last error: ${last.reason}`}`;
  // What was not answered counts as an error, but proves nothing wrong.
  if (failed / probes > maxErrorRate) return fail(reason);
  if (errorRate > maxErrorRate) return notDecided(reason);
  if (compared.some(({ is }) => is === undefined)) return notDecided(reason);
  return compared.some(({ is = 0, limit }) => is > limit) ? fail(reason) : pass(reason);
}

const failedOf = (answers: readonly Answer[]): number =>
  answers.filter(({ outcome }) => outcome === "fail").length;

/** Latency is of the probes that passed: an error that comes at once would make a slow service look fast. */
function measuresOf(answers: readonly Answer[]): ProbeMeasures {
  const times = answers
    .flatMap(({ outcome, milliseconds }) =>
      outcome === "pass" && milliseconds !== undefined ? [milliseconds] : [],
    )
    .sort((a, b) => a - b);
  const [p50, p95, p99] = [50, 95, 99].map((percentile) => nearestRank(times, percentile));
  const wrong = answers.filter(({ outcome }) => outcome !== "pass").length;
  return {
    probes: answers.length,
    errorRate: wrong / answers.length,
    ...(p50 !== undefined && { p50 }),
    ...(p95 !== undefined && { p95 }),
    ...(p99 !== undefined && { p99 }),
  };
}

interface Compared {
  readonly name: string;
  /** Milliseconds; undefined where nothing passed. */
  readonly is: number | undefined;
  readonly limit: number;
}

function comparedOf(measured: ProbeMeasures, limits: StabilityLimits): readonly Compared[] {
  return (["p50", "p95", "p99"] as const).flatMap((name) => {
    const limit = limits[name];
    return limit === undefined ? [] : [{ name, is: measured[name], limit }];
  });
}

/** The smallest value that so many percent of all do not exceed. */
function nearestRank(sorted: readonly number[], percentile: number): number | undefined {
  return sorted[Math.max(0, Math.ceil((percentile / 100) * sorted.length) - 1)];
}

export const percent = (rate: number): string => `${Math.round(rate * 1000) / 10} %`;
