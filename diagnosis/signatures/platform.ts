import type { Signature } from "../signature";

const row = { certainty: "certain" } as const;
const READ_ON = "Read the service's own lines before this one.";

/** A pattern of what Render says itself: a program that quotes it has a quote before it. */
const unquoted = ({ source, flags }: RegExp): RegExp => new RegExp(`^[^"'\`“]{0,80}(?:${source})`, flags);

/** Render's own lines, which begin with `==>`: they say how it ended, seldom why. */
export const PLATFORM_SIGNATURES: readonly Signature[] = [
  {
    ...row,
    id: "render/out-of-memory",
    mode: "memory/exhausted",
    meaning: "the process used more memory than its plan has",
    pattern: unquoted(/(==> Out of memory|Ran out of memory) \(used over [^)]*\)/),
    stage: "root",
    decisive: false,
    harmsLive: true,
    cause: "the plan has too little memory for the process",
    correctiveAction: "Choose a larger plan (with Portcullis `portcullis:service.plan`), or fewer workers.",
    source: "docs/facts/render.md#r65",
    example: "==> Out of memory (used over 512Mi)",
    nearMiss: "out of memory pages were reused",
  },
  {
    ...row,
    id: "render/build-failed",
    mode: "build/failed",
    meaning: "the build command failed",
    pattern: unquoted(/==> Build failed|Exited with status \d+ while building your code/),
    certainty: "open",
    asksFor: ["What did the build command print before its end? Copy the log from its first line."],
    stage: "step",
    decisive: true,
    cause: "the build command ended with an error",
    correctiveAction: READ_ON,
    source: "docs/facts/render.md#r63",
    example: "==> Build failed 😞",
    nearMiss: "==> Build successful 🎉",
  },
  {
    ...row,
    id: "render/exited",
    mode: "process/exited",
    meaning: "the process ended before it was ready",
    pattern: unquoted(
      /==> (Exited with status \d+|Application exited early|Application exited with code \d+)|Exited with status \d+ while running your code|Application startup failed\. Exiting/,
    ),
    certainty: "open",
    asksFor: ["What did the service print before its end? Copy the log from its first line."],
    stage: "process",
    // Render starts the process again, and then ends the deploy by itself.
    decisive: false,
    cause: "the process ended, and no line that is known says why",
    correctiveAction: READ_ON,
    source: "docs/facts/render.md#r64",
    example: "==> Exited with status 1",
    nearMiss: "job 7 exited with status 0",
  },
  {
    ...row,
    id: "render/port-scan-timeout",
    mode: "port/none-open",
    meaning: "Render found no open port in time",
    pattern: unquoted(
      /Port scan timeout reached, (?:no open (?:HTTP )?ports? detected|failed to detect open port (?<port>\d+) from PORT environment variable)(?:.{0,80}(?<loopback>open ports? on localhost))?|Detected (?<loopback2>open ports? on localhost)/,
    ),
    stage: "port",
    // Certain where no server says that it listens for all: reasoning/port-hypotheses.ts.
    certainty: "possible",
    decisive: true,
    cause: "nothing listens on 0.0.0.0",
    correctiveAction:
      "Let the service listen on 0.0.0.0 and on $PORT: by the server's options (uvicorn: `--host 0.0.0.0 --port $PORT`) or in the code.",
    source: "docs/facts/render.md#r61",
    example: "==> Port scan timeout reached, no open ports detected. Bind your service to at least one port.",
    examples: [
      "==> Port scan timeout reached, failed to detect open port 4000 from PORT environment variable. Bind your service to port 4000 or update the PORT environment variable to the correct port.",
      "==> Port scan timeout reached, no open ports detected on 0.0.0.0. Detected open ports on localhost -- did you mean to bind one of these to 0.0.0.0?",
    ],
    nearMiss: "==> No open ports detected, continuing to scan...",
  },
  {
    ...row,
    id: "render/health-check-timeout",
    mode: "health-check/timeout",
    meaning: "the health check never passed in Render's time",
    pattern:
      /Timed out after waiting for internal health check(?: to return a successful response code at: \S{1,200} (?<path>\/\S*))?/i,
    certainty: "open",
    asksFor: ["What does the service answer at the health check's path on its own port?"],
    stage: "port",
    decisive: true,
    cause: "the health check's path does not answer with success on the port that Render found",
    correctiveAction: "Correct the health check's path, or what the service answers there.",
    source: "docs/facts/render.md#r66",
    example:
      "==> Timed out after waiting for internal health check to return a successful response code at: api.example.com:10000 /health",
    nearMiss: "GET /health 200",
  },
  {
    ...row,
    id: "render/health-check-failed",
    mode: "health-check/failed",
    meaning: "a health check was answered wrongly or not at all",
    pattern: /HTTP health check failed \(/,
    certainty: "possible",
    asksFor: ["What does the service log when its health check is asked?"],
    stage: "port",
    decisive: false,
    cause: "the health check's path answers with an error, or too late",
    correctiveAction: "Correct what the service answers at the health check's path.",
    source: "docs/facts/render.md#r66",
    example: "HTTP health check failed (timed out after 5 seconds) while running your code",
    nearMiss: "health check passed",
  },
  {
    ...row,
    id: "render/port-scan",
    mode: "port/none-open",
    meaning: "Render finds no open port yet",
    pattern: unquoted(
      /==> No open (?:HTTP )?ports detected(?: on 0\.0\.0\.0)?, continuing to scan|[Cc]ontinuing to scan for open port (?<port>\d+)/,
    ),
    stage: "port",
    certainty: "possible",
    decisive: false,
    cause: "nothing listens on 0.0.0.0 yet",
    correctiveAction:
      "Let the service listen on 0.0.0.0 and on $PORT: by the server's options (uvicorn: `--host 0.0.0.0 --port $PORT`) or in the code.",
    source: "docs/facts/render.md#r61",
    example: "==> No open ports detected, continuing to scan...",
    examples: ["==> Continuing to scan for open port 4000 (from PORT environment variable)..."],
    nearMiss: "==> Detected service running on port 10000",
  },
  {
    ...row,
    id: "render/timed-out",
    mode: "platform/cause-unknown",
    meaning: "Render's time for the deploy is over",
    pattern: unquoted(/==> Timed Out\b/i),
    certainty: "open",
    asksFor: [
      "Which port does the service listen on, and which one does the platform ask?",
      "Which health check path is set, and what does the service answer there?",
    ],
    stage: "platform",
    decisive: true,
    competing: [
      { mode: "health-check/timeout", cause: "the health check's path does not answer with success in time" },
      {
        mode: "port/mismatch",
        cause:
          "the platform asks another port than the service listens on: a PORT variable of its own, or a second server",
      },
      { mode: "port/none-open", cause: "the service listened for a moment only, and ended or hung" },
    ],
    cause: "the new instance was not ready in Render's time",
    correctiveAction: READ_ON,
    source: "docs/facts/render.md#r67",
    example: "==> Timed Out",
    nearMiss: "the request timed out",
  },
];
