import { PROBES_OF_PERCENTILE } from "../../config/verify-defaults";
import type { Outcome } from "../../probes";
import type { PreviousLimits, StabilityLimits } from "./inputs";
import { percent } from "./stability-window";
import type { ProbeMeasures, WindowMeasures } from "./window-measures";
import { memoryWords } from "./window-memory";

/** One comparison of a window, in words. */
export interface Judged {
  readonly outcome: Outcome;
  readonly words: string;
}

/** What was measured now and before, and what is declared of it. */
export interface Windows {
  readonly limits: StabilityLimits;
  readonly now: WindowMeasures;
  /** Of the deploy before; undefined where no window of one is known. */
  readonly before: WindowMeasures | undefined;
  /** The first line of each kind of errors. */
  readonly lines: ReadonlyMap<string, string>;
}

/** A difference of the latency that is the network's, in milliseconds. */
const NOISE = 50;
const SHOWN = 3;
const LONGEST = 200;

/** Each comparison that is declared beside those of the probes themselves. */
export function judgeWindows({ limits, now, before, lines }: Windows): readonly Judged[] {
  const { maxMemoryGrowth: growth, previous } = limits;
  const within = growth === undefined ? [] : [growthOf(now, growth)];
  if (previous === undefined) return within;
  if (before === undefined) {
    return [...within, { outcome: "pass", words: "no window of a deploy before to compare with" }];
  }
  return [...within, ...against({ now, before, previous, lines })];
}

function growthOf({ memory }: WindowMeasures, limit: number): Judged {
  if (memory === undefined) return unknown("memory");
  const words = `memory ${memory.growth < 0 ? "fell" : "grew"} by ${percent(Math.abs(memory.growth))} (at most ${percent(limit)})`;
  return { outcome: memory.growth > limit ? "fail" : "pass", words };
}

interface Pair {
  readonly now: WindowMeasures;
  readonly before: WindowMeasures;
  readonly previous: PreviousLimits;
  readonly lines: ReadonlyMap<string, string>;
}

function against({ now, before, previous, lines }: Pair): readonly Judged[] {
  const { errorRate, latency, memory, newErrors } = previous;
  const asked = now.asked !== undefined && before.asked !== undefined;
  const judged = [
    ...(errorRate === undefined || !asked ? [] : [ratesOf(now.asked, before.asked, errorRate)]),
    ...(latency === undefined || !asked ? [] : latenciesOf(now.asked, before.asked, latency)),
    ...(memory === undefined ? [] : [peaksOf(now, before, memory)]),
    ...(newErrors === undefined ? [] : [newErrorsOf(now, before, newErrors, lines)]),
  ];
  const [first, ...rest] = judged;
  if (first === undefined) return [];
  return [{ ...first, words: `compared with the window of ${before.deployId}: ${first.words}` }, ...rest];
}

function ratesOf(now: ProbeMeasures, before: ProbeMeasures, limit: number): Judged {
  const [is, was] = [now.errorRate, before.errorRate];
  const words = `error rate ${percent(is)}, ${percent(was)} before (at most ${percent(limit)} more)`;
  return { outcome: is - was > limit ? "fail" : "pass", words };
}

function latenciesOf(now: ProbeMeasures, before: ProbeMeasures, limit: number): readonly Judged[] {
  const many = Math.min(now.probes, before.probes) >= PROBES_OF_PERCENTILE.p95;
  return (many ? (["p50", "p95"] as const) : (["p50"] as const)).map((name) => {
    const [is, was] = [now[name], before[name]];
    if (is === undefined || was === undefined) return unknown(name);
    const slower = is > was * limit && is - was > NOISE;
    return {
      outcome: slower ? "fail" : "pass",
      words: `${name} ${is} ms, ${was} ms before (at most ${limit} times that)`,
    };
  });
}

function peaksOf({ memory: now }: WindowMeasures, { memory: before }: WindowMeasures, limit: number): Judged {
  if (now === undefined) return unknown("memory");
  if (before === undefined || before.unit !== now.unit) {
    return { outcome: "pass", words: "no memory of the deploy before to compare with" };
  }
  const [is, was] = [now, before].map(({ peak, unit }) => memoryWords(peak, unit));
  return {
    outcome: now.peak > before.peak * limit ? "fail" : "pass",
    words: `memory ${is} at most, ${was} before (at most ${limit} times that)`,
  };
}

function newErrorsOf(
  { errors: now }: WindowMeasures,
  { errors: before }: WindowMeasures,
  limit: number,
  lines: ReadonlyMap<string, string>,
): Judged {
  if (now === undefined) return unknown("the log");
  if (before === undefined) return { outcome: "pass", words: "no log of the deploy before to compare with" };
  const known = new Set(before);
  const fresh = now.filter((kind) => !known.has(kind));
  const shown = fresh.slice(0, SHOWN).map((kind) => (lines.get(kind) ?? "").slice(0, LONGEST));
  const quoted = shown.length === 0 ? "" : `: ${shown.join(" | ")}`;
  const words = `${fresh.length} new kinds of error lines (at most ${limit})${quoted}`;
  return { outcome: fresh.length > limit ? "fail" : "pass", words };
}

const unknown = (what: string): Judged => ({
  outcome: "not-decided",
  words: `${what} could not be measured`,
});
