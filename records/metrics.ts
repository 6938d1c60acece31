import { type FailureRecord, isOpen, STATUSES, type Status, type Step } from "./record";

/** The mean of some durations, in seconds, and of how many; undefined where there is none. */
export interface Mean {
  readonly seconds: number | undefined;
  readonly of: number;
}

/** How well failures are found and removed. docs/fracas.md defines each. */
export interface Metrics {
  readonly records: number;
  readonly byStatus: Readonly<Record<Status, number>>;
  /** All occurrences, of all records. */
  readonly occurrences: number;
  /** From the failure to its record, of records whose failure is known to be older than the record. */
  readonly timeToDetect: Mean;
  /** From a failure's report, or its reopening, to the last correction before it came back. */
  readonly timeToCorrect: Mean;
  /** From the same to the verification that followed. */
  readonly timeToVerify: Mean;
  /** Records that were corrected at least once, those of them that came back, and their share. */
  readonly recurrence: {
    readonly corrected: number;
    readonly recurred: number;
    readonly rate: number | undefined;
  };
}

/** Records that follow from another are one failure with it, and are left out of all but the counts. */
export function metricsOf(records: readonly FailureRecord[]): Metrics {
  const primary = records.filter(({ followsFrom }) => followsFrom === undefined);
  const corrected = primary.filter(({ history }) => history.some(({ to }) => to === "corrected"));
  const recurred = corrected.filter(({ history }) => history.some(isRecurrence));
  const rate = corrected.length === 0 ? undefined : recurred.length / corrected.length;
  return {
    records: records.length,
    byStatus: byStatus(records),
    occurrences: records.reduce((sum, { count }) => sum + count, 0),
    timeToDetect: mean(primary.flatMap(detection)),
    timeToCorrect: mean(primary.flatMap(({ history }) => untilLast(history, "corrected"))),
    timeToVerify: mean(primary.flatMap(({ history }) => untilLast(history, "verified"))),
    recurrence: { corrected: corrected.length, recurred: recurred.length, rate },
  };
}

/** How often each failure mode occurred, the most frequent first, with what it and those before it make of all. */
export interface ModeCount {
  readonly failureMode: string;
  readonly occurrences: number;
  readonly records: number;
  readonly open: number;
  /** From 0 to 1. */
  readonly cumulative: number;
}

/** The Pareto order of failure modes. Records that follow from another are left out: their cause is counted. */
export function paretoOf(records: readonly FailureRecord[]): readonly ModeCount[] {
  const primary = records.filter(({ followsFrom }) => followsFrom === undefined);
  const all = primary.reduce((sum, { count }) => sum + count, 0);
  const modes = [...new Set(primary.map(({ failureMode }) => failureMode))];
  const counted = modes
    .map((failureMode) => {
      const own = primary.filter((record) => record.failureMode === failureMode);
      const occurrences = own.reduce((sum, { count }) => sum + count, 0);
      return { failureMode, occurrences, records: own.length, open: own.filter(isOpen).length };
    })
    .toSorted((a, b) => b.occurrences - a.occurrences || a.failureMode.localeCompare(b.failureMode));
  let sum = 0;
  return counted.map((row) => {
    sum += row.occurrences;
    return { ...row, cumulative: sum / all };
  });
}

function byStatus(records: readonly FailureRecord[]): Readonly<Record<Status, number>> {
  const counts: Record<Status, number> = { open: 0, analysed: 0, corrected: 0, verified: 0, closed: 0 };
  for (const status of STATUSES) counts[status] = records.filter((record) => record.status === status).length;
  return counts;
}

/** Nothing where the record was made at the very time it gives for the failure: then that time was not known. */
function detection({ firstSeen, history }: FailureRecord): readonly number[] {
  const [filing] = history;
  const seconds = filing === undefined ? 0 : secondsBetween(firstSeen, filing.at);
  return seconds > 0 ? [seconds] : [];
}

/** For each time it was opened the time until it became `to` for good, or for this life; none where it has not. */
function untilLast(history: readonly Step[], to: Status): readonly number[] {
  const openings = history.flatMap((step, index) =>
    step.from === "new" || isRecurrence(step) ? [index] : [],
  );
  return openings.flatMap((start, index) => {
    const life = history.slice(start, openings[index + 1]);
    const [opening] = life;
    const reached = life.findLast((step) => step.to === to);
    return opening === undefined || reached === undefined ? [] : [secondsBetween(opening.at, reached.at)];
  });
}

const isRecurrence = ({ from, to }: Step): boolean =>
  to === "open" && (from === "corrected" || from === "verified" || from === "closed");

const secondsBetween = (one: string, other: string): number => (Date.parse(other) - Date.parse(one)) / 1000;

function mean(seconds: readonly number[]): Mean {
  if (seconds.length === 0) return { seconds: undefined, of: 0 };
  return { seconds: seconds.reduce((sum, value) => sum + value, 0) / seconds.length, of: seconds.length };
}
