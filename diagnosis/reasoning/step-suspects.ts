import type { LogReading } from "../log/log-reading";
import { type Suspect, sightingsOf } from "./suspect";

/** A pre-deploy command that ends the deploy: its end looks like a process's own. */
export function stepSuspects(reading: LogReading): readonly Suspect[] {
  const built = reading.signs.findLast(({ kind }) => kind === "built");
  const deploying = reading.signs.some(({ kind, line }) => kind === "deploying" && line > (built?.line ?? 0));
  // What runs between the build and the deploy is the pre-deploy command.
  const step =
    reading.signs.findLast(({ kind }) => kind === "pre-deploy") ??
    (built === undefined
      ? undefined
      : reading.signs.find(({ kind, line }) => kind === "started" && line > built.line));
  if (step === undefined || deploying) return [];
  const exit = sightingsOf(reading, "process/exited").find(({ last }) => last.line > step.line);
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
    },
  ];
}
