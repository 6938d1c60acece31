import type { LogEvent } from "../log/log-event";
import type { LogReading } from "../log/log-reading";
import { type Hypothesis, matchesOf } from "./hypothesis";

/** A pre-deploy command that ends the deploy: its end looks like a process's own. */
export function stepHypotheses(reading: LogReading): readonly Hypothesis[] {
  const step = stepOf(reading);
  const deploying =
    step !== undefined && reading.events.some(({ kind, line }) => kind === "deploying" && line > step.line);
  if (step === undefined || deploying) return [];
  const exit = matchesOf(reading, "process/exited").find(({ last }) => last.line > step.line);
  if (exit === undefined) return [];
  return [
    {
      mode: "pre-deploy/failed",
      stage: "step",
      certainty: "open",
      asksFor: ["What did the command print before its end?"],
      meaning: "the pre-deploy command failed",
      cause: "the pre-deploy command ended with an error, so the new version was never started",
      correctiveAction: "Read the command's own lines before its end, correct that, and deploy again.",
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

/** Commands that start a service, and never prepare one. */
const SERVERS =
  /\b(?:uvicorn|gunicorn|hypercorn|daphne|granian|flask run|fastapi|npm (?:run )?start|yarn start|pnpm start|node|next|puma|rails s|java|dotnet|serve|streamlit)\b/;

/** The beginning of the pre-deploy command: its own line, or what runs between a build and a deploy and serves nothing. */
function stepOf({ events }: LogReading): LogEvent | undefined {
  const own = events.findLast(({ kind }) => kind === "pre-deploy");
  if (own !== undefined) return own;
  const built = events.findLast(({ kind }) => kind === "built");
  const started = events.find(({ kind, line }) => kind === "started" && line > (built?.line ?? Infinity));
  // What runs after the deploy has begun is the service.
  const begun = events.some(
    ({ kind, line }) =>
      kind === "deploying" && line > (built?.line ?? Infinity) && line < (started?.line ?? 0),
  );
  if (begun) return undefined;
  const serves = events.some(
    ({ kind, line }) => (kind === "listening" || kind === "ready") && line > (started?.line ?? Infinity),
  );
  return started === undefined || serves || SERVERS.test(started.text) ? undefined : started;
}
