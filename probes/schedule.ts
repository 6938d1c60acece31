import { LONGEST_TIMER } from "../system";
import type { Answer } from "./answer";
import { type Clock, SYSTEM_CLOCK } from "./clock";

/**
 * When a question is asked, and how many answers decide; times in milliseconds.
 *
 * The names mean what they mean in Argo Rollouts' analysis (argoproj/argo-rollouts: docs/features/analysis.md and
 * `assessMetricStatus` in analysis/analysis.go): a *failure* is a wrong answer, an *error* is none; errors are not
 * counted as measurements, and any measurement ends a row of errors. Two things are stricter here: the deadline,
 * which Argo does not have, ends undecided, and so does a row of errors, which Argo calls the phase Error.
 */
export interface Schedule {
  /** Before the first question. */
  readonly initialDelay: number;
  /** From the end of one answer to the next question. */
  readonly interval: number;
  /** How many measurements are made; undefined: until one of the limits or the deadline is reached. */
  readonly count?: number | undefined;
  /** How many failures are tolerated; one more fails. -1: any number. */
  readonly failureLimit: number;
  /** How many errors in a row are tolerated; one more leaves it undecided. */
  readonly consecutiveErrorLimit: number;
  /** How many passes in a row decide at once. 0: none do, the count decides. */
  readonly consecutiveSuccessLimit: number;
  /** From the beginning; what is not decided then stays so. */
  readonly deadline: number;
}

interface Tally {
  readonly measured: number;
  readonly failed: number;
  readonly errorsInARow: number;
  readonly passesInARow: number;
}

const NOTHING: Tally = { measured: 0, failed: 0, errorsInARow: 0, passesInARow: 0 };

export interface Asking {
  readonly signal: AbortSignal;
  readonly clock?: Clock;
  /** Called with each answer that does not decide yet. */
  readonly onAnswer?: (answer: Answer) => void;
}

/**
 * Asks by the schedule until its limits decide. The answer is the last one, with the limits' verdict. No question
 * outlives the deadline or the signal, also where it does not listen to them.
 *
 * @throws the signal's reason where it is aborted.
 */
export async function askBySchedule(
  schedule: Schedule,
  ask: (signal: AbortSignal) => Promise<Answer>,
  { signal, clock = SYSTEM_CLOCK, onAnswer = () => {} }: Asking,
): Promise<Answer> {
  const begun = clock.now();
  const end = begun + schedule.deadline;
  let tally = NOTHING;
  let last: Answer | undefined;
  let pause = schedule.initialDelay;
  for (;;) {
    if (clock.now() + pause >= end) return late(schedule, last);
    if (pause > 0) await clock.wait(pause, signal);
    signal.throwIfAborted();
    const answer = await within(end - clock.now(), signal, ask);
    signal.throwIfAborted();
    if (answer === undefined) return late(schedule, last);
    last = answer;
    const warmsUp = clock.now() - begun < (last.warmsUpWithin ?? 0);
    if (!warmsUp) tally = count(tally, last);
    const decided = last.final === true ? last : warmsUp ? undefined : decide(schedule, tally, last);
    if (decided !== undefined) return decided;
    onAnswer(last);
    pause = Math.max(schedule.interval, last.askAgainAfter ?? 0);
  }
}

/** The question's answer, or undefined where the time is over or the signal is aborted before it. */
async function within(
  milliseconds: number,
  signal: AbortSignal,
  ask: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer | undefined> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), Math.min(milliseconds, LONGEST_TIMER));
  const bounded = AbortSignal.any([signal, limit.signal]);
  let end = () => {};
  const over = new Promise<undefined>((resolve) => {
    end = () => resolve(undefined);
    if (bounded.aborted) end();
    else bounded.addEventListener("abort", end, { once: true });
  });
  const asked = ask(bounded).catch((error: unknown) => {
    // What ends by the deadline is late and no error.
    if (bounded.aborted) return undefined;
    throw error;
  });
  try {
    return await Promise.race([asked, over]);
  } finally {
    clearTimeout(timer);
    bounded.removeEventListener("abort", end);
  }
}

function count(before: Tally, { outcome, untilDeadline }: Answer): Tally {
  if (outcome === "not-decided") {
    const errorsInARow = untilDeadline === true ? 0 : before.errorsInARow + 1;
    return { ...before, errorsInARow, passesInARow: 0 };
  }
  return {
    measured: before.measured + 1,
    failed: before.failed + (outcome === "fail" ? 1 : 0),
    errorsInARow: 0,
    passesInARow: outcome === "pass" ? before.passesInARow + 1 : 0,
  };
}

function decide(schedule: Schedule, tally: Tally, last: Answer): Answer | undefined {
  const { failureLimit, consecutiveErrorLimit, consecutiveSuccessLimit } = schedule;
  if (failureLimit >= 0 && tally.failed > failureLimit) return { ...last, outcome: "fail" };
  if (tally.errorsInARow > consecutiveErrorLimit) {
    const times = tally.errorsInARow === 1 ? "" : ` (${tally.errorsInARow} times in a row)`;
    return { ...last, outcome: "not-decided", reason: `${last.reason}${times}` };
  }
  if (consecutiveSuccessLimit > 0 && tally.passesInARow >= consecutiveSuccessLimit) return last;
  if (schedule.count === undefined || tally.measured < schedule.count) return undefined;
  if (consecutiveSuccessLimit > 0) {
    const reason = `${last.reason}; ${schedule.count} measurements never passed ${consecutiveSuccessLimit} times in a row`;
    return { ...last, outcome: "not-decided", reason };
  }
  if (tally.failed === tally.measured) return { ...last, outcome: "fail" };
  return tally.failed === 0
    ? last
    : {
        ...last,
        outcome: "pass",
        reason: `${last.reason}; ${tally.failed} of ${tally.measured} failed, ${failureLimit} may`,
      };
}

function late({ deadline }: Schedule, last: Answer | undefined): Answer {
  const seconds = Math.round(deadline / 100) / 10;
  const reason =
    last === undefined
      ? `the deadline of ${seconds} s was over before the first question`
      : `the deadline of ${seconds} s was over; last: ${last.reason}`;
  return { ...last, outcome: "not-decided", reason };
}
