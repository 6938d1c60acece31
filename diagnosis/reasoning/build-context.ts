import type { FailureMode } from "../../domain/failure-mode";
import type { LogReading } from "../log/log-reading";
import { matchesOf } from "./hypothesis";
import { stepHypotheses } from "./step-hypotheses";

/** A build's own line says of a page or a step what the error right after it explains. */
const NEAR = 6;

/** An error of a build or of a pre-deploy command is that step's failure. */
export function stepModeOf(
  { first, last }: { readonly first: number; readonly last: number },
  reading: LogReading,
): FailureMode | undefined {
  const [step] = stepHypotheses(reading);
  if (step !== undefined && step.last > last) return "pre-deploy/failed";
  if (matchesOf(reading, "pre-deploy/failed").some(({ last: end }) => end.line > last))
    return "pre-deploy/failed";
  if (isInStep(first, reading)) return "pre-deploy/failed";
  const built = matchesOf(reading, "build/failed").some(
    ({ signature, first: begin, last: end }) =>
      signature.certainty === "open" && (end.line > last || first - begin.line < NEAR),
  );
  return built ? "build/failed" : undefined;
}

/** Whether a step before the deploy had begun, by its own line, and nothing since says that a service runs. */
function isInStep(line: number, { events }: LogReading): boolean {
  const begun = events.findLast((event) => event.kind === "pre-deploy" && event.line < line);
  const over = ["deploying", "live", "listening", "started", "ready"];
  return (
    begun !== undefined &&
    !events.some((event) => event.line > begun.line && event.line < line && over.includes(event.kind))
  );
}
