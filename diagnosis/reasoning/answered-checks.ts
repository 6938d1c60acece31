import { type Answer, answerOf } from "../log/answers";
import type { LogReading, SignatureMatch } from "../log/log-reading";
import { type Hypothesis, hypothesisOf } from "./hypothesis";

/** From this status on a health check has failed: Render takes 2xx and 3xx for good (docs/facts/render.md). */
const FIRST_ERROR = 400;
/** From this status on, below an error, an answer sends elsewhere. */
const FIRST_REDIRECT = 300;

const CHECK = /\/(?:health\w*|healthz|livez?|liveness|readyz?|readiness|ping|status|up)\/?$/i;

/**
 * The service's own last answers at the health check's path, where the platform waited for a good one in vain. Only the
 * log's last lines are looked at: answers are most of a log, and a later good one must not be missed.
 */
export function answeredChecks({ matches, tail }: LogReading): readonly Hypothesis[] {
  const timeout =
    matches.find(({ signature }) => signature.id === "render/health-check-timeout") ??
    matches.find(({ signature }) => signature.id === "render/timed-out");
  if (timeout === undefined) return [];
  const before = tail.flatMap((line) => answerOf(line) ?? []).filter(({ line }) => line < timeout.last.line);
  const [path] = (timeout.values.path?.at(-1) ?? onlyCheck(before))?.split("?") ?? [];
  if (path === undefined) return [];
  const answers = before.filter((answer) => answer.path === path);
  const last = answers.at(-1);
  const failed = answers.filter(({ status }) => status === last?.status);
  if (last === undefined) return [];
  if (last.status < FIRST_ERROR) {
    const target = last.status < FIRST_REDIRECT ? undefined : targetOf(last, before);
    return target === undefined ? [] : [redirected(timeout, last, target)];
  }
  const one = failedCheck(timeout, failed.slice(-3));
  return [
    {
      ...one,
      competing: timeout.signature.id === "render/timed-out" ? [] : one.competing,
      meaning: "the service answers the health check with an error",
      cause: `the service is reached, and answers the health check's path ${path} with status ${last.status}`,
      correctiveAction: actionFor(last),
    },
  ];
}

/** What the answers say of the check that the platform waited for in vain, without its own words of that. */
function failedCheck(timeout: SignatureMatch, answers: readonly Answer[]): Hypothesis {
  const { asksFor: _, ...seen } = hypothesisOf(timeout);
  const evidence = [...answers.map(({ line, text }) => ({ line, text })), timeout.last];
  return { ...seen, mode: "health-check/failed", certainty: "possible", evidence };
}

/** What was asked right after an answer that sends elsewhere, where that is not there. */
function targetOf(sent: Answer, answers: readonly Answer[]): Answer | undefined {
  const next = answers[answers.indexOf(sent) + 1];
  return next !== undefined && next.path !== sent.path && next.status >= FIRST_ERROR ? next : undefined;
}

function redirected(timeout: SignatureMatch, sent: Answer, target: Answer): Hypothesis {
  return {
    ...failedCheck(timeout, [sent, target]),
    competing: [],
    meaning: "the service redirects the health check to a page that fails",
    cause: `the service answers the health check's path ${sent.path} with a redirect (${sent.status}), and ${target.path}, which is asked next, with status ${target.status}`,
    correctiveAction: `Let ${sent.path} answer 2xx by itself, without a redirect to ${target.path} (a login, a trailing slash, HTTPS), or set the health check's path to one that does.`,
  };
}

/** The path that alone was asked, where its name is one of a health check: then a platform that names none asked it. */
function onlyCheck(answers: readonly Answer[]): string | undefined {
  const [path, ...others] = new Set(answers.map((answer) => answer.path));
  return path !== undefined && others.length === 0 && CHECK.test(path) ? path : undefined;
}

function actionFor({ path, status }: Answer): string {
  if (status >= 500)
    return `Read the service's own lines at that moment: ${path} is there, and fails in the service itself with ${status}.`;
  if (status === 401 || status === 403)
    return `Let ${path} answer without a login, or set the health check's path to one that does.`;
  if (status === 404 || status === 405)
    return `Set the health check's path to one that the service has, or add ${path} to the service: GET has to answer there with 2xx or 3xx.`;
  return `Let the service answer ${path} with 2xx or 3xx: ${status} is its own answer, or its framework's, which may refuse the host name of the check.`;
}
