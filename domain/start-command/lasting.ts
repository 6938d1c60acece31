import { leavesInBackground } from "./detached";
import type { Listener } from "./listener";
import { staysForEver } from "./run";
import type { SimpleCommand } from "./shell";
import { neverEnds } from "./workers";

type Step = SimpleCommand & { readonly listeners: readonly Listener[] };

/** `while true`, `until false` and `for ((;;))`, in a shell's notation. */
const LOOP =
  /(?:^|[;&|(\s'"])(?:while\s+(?:true|:|\[\s+1\s+\]|\[\[\s+1\s+\]\]|sleep\s+[\d.]+[smhd]?)|until\s+false|for\s*\(\(\s*;\s*;\s*\)\))\s*[;\n]\s*do\s/;

/** Whether a line has a loop without an end and without a way out of it. */
export function isEndlessLoop(text: string): boolean {
  return LOOP.test(text) && !/\b(?:break|exit|return|exec|kill)\b/.test(text);
}

/** Whether the shell waits for a worker that never ends. */
function holdsUp({ words, background, conditional }: Step): boolean {
  return (
    !background && !conditional && (neverEnds(words) || staysForEver(words)) && !leavesInBackground(words)
  );
}

/** What of a line that the shell waits for never ends. */
export function endlessOf(text: string, steps: readonly Step[]): string | undefined {
  if (steps.some(({ limit }) => limit !== undefined) || /(?:^|[\s;&|(])timeout\s/.test(text))
    return undefined;
  const worker = steps.find(holdsUp);
  if (worker !== undefined) return worker.words.slice(0, 4).join(" ");
  // `set -e` ends a loop at the first command that fails, and a loop in the background ends with its shell.
  const isLeft =
    /\bset\s+-\w*e|sh\s+-\w*e|\bdone\s*&(?!&)/.test(text) || steps.some(({ background }) => background);
  return isEndlessLoop(text) && !isLeft ? "a loop without an end" : undefined;
}

/** The worker that never ends, before the first server: the shell waits for it, and no server is started. */
export function blockingOf(steps: readonly Step[]): string | undefined {
  const first = steps.findIndex(({ listeners }) => listeners.length > 0);
  const worker = steps.find((step, at) => at < first && step.limit === undefined && holdsUp(step));
  return worker?.words.slice(0, 4).join(" ");
}

/** A server or a worker that a shell never starts, since what is before it does not end. */
export interface Unreached {
  readonly words: string;
  readonly behind: string;
}

/**
 * `gunicorn app && celery worker`, `celery worker; celery beat`: the second one is never started.
 *
 * @param isDaemon whether a server's own words send it into the background
 */
export function unreachedOf(
  steps: readonly Step[],
  isDaemon: (step: Step) => boolean,
): Unreached | undefined {
  const holds = (step: Step): boolean =>
    step.listeners.length > 0
      ? (!step.background || step.listed === true) && !step.conditional && !isDaemon(step)
      : holdsUp({ ...step, background: step.background && step.listed !== true });
  const at = steps.findIndex((step) => step.limit === undefined && holds(step));
  const [first, ...later] = at < 0 ? [] : steps.slice(at);
  // Of a list in the background the shell goes on with what is behind the list.
  const behind = first?.background === true ? later.filter(({ listed }) => listed === true) : later;
  const next = behind.find(
    ({ words, listeners, conditional }) => !conditional && (listeners.length > 0 || neverEnds(words)),
  );
  if (first === undefined || next === undefined) return undefined;
  return { words: next.words.slice(0, 4).join(" "), behind: first.words.slice(0, 1).join(" ") };
}

/** Why a server may end before it should, where no word says for certain that it does. */
export function doubtOf(steps: readonly Step[]): string | undefined {
  const step = steps.find(
    ({ listeners, limit, cut }) => listeners.length > 0 && (limit ?? cut) !== undefined,
  );
  if (step === undefined || step.limit === "short") return undefined;
  return step.limit === undefined
    ? "what reads the server's output ends before it, and it may end then too"
    : "`timeout` ends the server, and whether that is intended is not known";
}
