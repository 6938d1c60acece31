import { type Answer, type Clock, fail, notDecided, pass, SYSTEM_CLOCK } from "../../probes";
import type { StabilityLimits } from "./inputs";

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

/**
 * Asks at the declared interval for as long as the window is open, and compares the error rate and the percentiles of
 * the latency with their limits. It ends early where the errors that were made already are too many for the window.
 *
 * @throws the signal's reason where it is aborted
 */
export async function askWindow(asked: Window): Promise<Answer> {
  const { limits, window, ask, signal, clock = SYSTEM_CLOCK } = asked;
  const until = clock.now() + window;
  const planned = Math.floor(window / limits.interval) + 1;
  const answers: Answer[] = [];
  while (answers.length < planned) {
    answers.push(await ask(signal));
    signal.throwIfAborted();
    if (failedOf(answers) > limits.maxErrorRate * planned) break;
    if (clock.now() + limits.interval > until) break;
    await clock.wait(limits.interval, signal);
  }
  return judgeWindow(answers, asked);
}

/** The verdict of the answers, with every value that was compared. */
function judgeWindow(
  answers: readonly Answer[],
  { limits, window, what }: Pick<Window, "limits" | "window" | "what">,
): Answer {
  if (answers.length === 0) return notDecided(`${what}: no probe was made in ${window / 1000} s`);
  const { maxErrorRate } = limits;
  const failed = failedOf(answers);
  const wrong = answers.filter(({ outcome }) => outcome !== "pass");
  const rate = wrong.length / answers.length;
  const compared = percentilesOf(answers, limits);
  const words = [
    `${answers.length} probes in a window of ${window / 1000} s`,
    `error rate ${percent(rate)} (at most ${percent(maxErrorRate)})`,
    ...compared.map(
      ({ name, is, limit }) => `${name} ${is === undefined ? "unknown" : `${is} ms`} (at most ${limit} ms)`,
    ),
  ];
  const last = wrong.at(-1);
  const reason = `${what}: ${words.join(", ")}${last === undefined ? "" : `; last error: ${last.reason}`}`;
  // What was not answered counts as an error, but proves nothing wrong.
  if (failed / answers.length > maxErrorRate) return fail(reason);
  if (rate > maxErrorRate) return notDecided(reason);
  if (compared.some(({ is }) => is === undefined)) return notDecided(reason);
  return compared.some(({ is = 0, limit }) => is > limit) ? fail(reason) : pass(reason);
}

const failedOf = (answers: readonly Answer[]): number =>
  answers.filter(({ outcome }) => outcome === "fail").length;

interface Compared {
  readonly name: string;
  /** Milliseconds; undefined where nothing passed. */
  readonly is: number | undefined;
  readonly limit: number;
}

/** Of the probes that passed: an error that comes at once would make a slow service look fast. */
function percentilesOf(answers: readonly Answer[], { p50, p95, p99 }: StabilityLimits): readonly Compared[] {
  const times = answers
    .flatMap(({ outcome, milliseconds }) =>
      outcome === "pass" && milliseconds !== undefined ? [milliseconds] : [],
    )
    .sort((a, b) => a - b);
  const limits = [
    [50, p50],
    [95, p95],
    [99, p99],
  ] as const;
  return limits.flatMap(([percentile, limit]) =>
    limit === undefined ? [] : [{ name: `p${percentile}`, is: nearestRank(times, percentile), limit }],
  );
}

/** The smallest value that so many percent of all do not exceed. */
function nearestRank(sorted: readonly number[], percentile: number): number | undefined {
  return sorted[Math.max(0, Math.ceil((percentile / 100) * sorted.length) - 1)];
}

const percent = (rate: number): string => `${Math.round(rate * 1000) / 10} %`;
