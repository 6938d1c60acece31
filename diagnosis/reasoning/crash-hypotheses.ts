import type { LogReading } from "../log/log-reading";
import { type Hypothesis, matchesOf } from "./hypothesis";

/** So many ends of the process make a loop; a deploy's first start is tried again by itself. */
const LOOP = 3;

/** A process that ends again and again, or at all once it was live. */
export function crashHypotheses(reading: LogReading): readonly Hypothesis[] {
  const exits = matchesOf(reading, "process/exited").filter(
    ({ signature }) => signature.id === "render/exited",
  );
  const [exit] = exits;
  if (exit === undefined) return [];
  const live = reading.events.find(({ kind }) => kind === "live");
  const afterLive = live !== undefined && exit.last.line > live.line;
  if (exit.count < (afterLive ? 2 : LOOP)) return [];
  const { first, last, count } = exit;
  return [
    {
      mode: "process/crash-loop",
      stage: "process",
      certainty: "open",
      asksFor: ["What does the process print before each end?"],
      meaning: "the process ends soon after each start",
      cause: `the process ended ${count} times, each time soon after its start`,
      correctiveAction:
        "Read what it says before each end, and correct that; until then go back to the last deploy that worked.",
      rule: undefined,
      competing: [],
      evidence: [first, ...(last.line === first.line ? [] : [last])],
      first: first.line,
      last: last.line,
      count,
      decisive: false,
      harmsLive: afterLive,
    },
  ];
}
