import type { LogReading } from "../log/log-reading";
import { type Hypothesis, matchesOf } from "./hypothesis";

/** A pre-deploy command that ends the deploy: its end looks like a process's own. */
export function stepHypotheses(reading: LogReading): readonly Hypothesis[] {
  const built = reading.events.findLast(({ kind }) => kind === "built");
  const deploying = reading.events.some(
    ({ kind, line }) => kind === "deploying" && line > (built?.line ?? 0),
  );
  // What runs between the build and the deploy is the pre-deploy command.
  const step =
    reading.events.findLast(({ kind }) => kind === "pre-deploy") ??
    (built === undefined
      ? undefined
      : reading.events.find(({ kind, line }) => kind === "started" && line > built.line));
  if (step === undefined || deploying) return [];
  const exit = matchesOf(reading, "process/exited").find(({ last }) => last.line > step.line);
  if (exit === undefined) return [];
  return [
    {
      mode: "pre-deploy/failed",
      stage: "step",
      certainty: "certain",
      meaning: "the pre-deploy command failed",
      cause: "the pre-deploy command ended with an error, so the new version was never started",
      correctiveAction: "Read the command's own lines before its end, mend that, and deploy again.",
      rule: undefined,
      competing: [],
      evidence: [exit.last],
      first: exit.last.line,
      last: exit.last.line,
      count: 1,
      decisive: true,
      harmsLive: false,
    },
  ];
}
