import { isLoopback } from "../log/log-event";
import type { LogReading } from "../log/log-reading";
import { type Hypothesis, hypothesisOf } from "./hypothesis";
import { listenersOf } from "./listeners";

/** Why a service that runs was not found ready: what its own lines decide, or the questions that do. */
export function readyHypotheses(reading: LogReading): readonly Hypothesis[] {
  return [...busyWorker(reading), ...silentTimeout(reading)];
}

const UNREADY: readonly string[] = ["render/health-check-timeout", "render/timed-out", "health/unreachable"];

/** A worker that is busy for longer than its time answers no health check either. */
function busyWorker({ matches }: LogReading): readonly Hypothesis[] {
  const worker = matches.find(({ signature }) => signature.id === "gunicorn/worker-timeout");
  const unready = matches.find(({ signature }) => UNREADY.includes(signature.id));
  if (worker === undefined || unready === undefined) return [];
  const { evidence, asksFor: _, ...seen } = hypothesisOf(worker);
  return [{ ...seen, certainty: "possible", evidence: [...evidence, unready.first] }];
}

/** The platform's time is over, and all that the log shows is a service that listens for everyone. */
function silentTimeout(reading: LogReading): readonly Hypothesis[] {
  const over = reading.matches.find(({ signature }) => signature.id === "render/timed-out");
  const listener = listenersOf(reading).find(({ host }) => !isLoopback(host));
  if (over === undefined || listener === undefined) return [];
  const seen = hypothesisOf(over);
  const { port, line, text } = listener;
  return [
    {
      ...seen,
      cause: `the service listens on ${port}, and Render did not find it ready in its time; the log does not say why`,
      correctiveAction: `Ask the service itself, in its shell or on your machine: \`curl -i http://localhost:${port}/\` and the health check's path. An error or no answer there: correct the path or what answers. A success: Render asks another port; set the variable PORT, or take out one that you have set, so that it is ${port} too.`,
      competing: [
        {
          mode: "health-check/timeout",
          cause:
            "the health check's path is not there, asks for a login, redirects, or takes longer than 5 s",
        },
        {
          mode: "port/mismatch",
          cause: `Render asks another port than ${port}: a PORT variable, or a second server that it found first`,
        },
        { mode: "port/none-open", cause: "the service listened for a moment only, and then ended or hung" },
      ],
      asksFor: [
        `Does the health check's path answer with 2xx or 3xx on port ${port}? That decides between path and port.`,
        `Which value has PORT in the service's environment, ${port} or another?`,
      ],
      evidence: [{ line, text }, ...seen.evidence],
    },
  ];
}
