import { type ErrorLine, isHarmless, SPEAKS_OF_FAILURE, saysAlive } from "../log/error-words";
import type { LogReading } from "../log/log-reading";

/** What ends a program by itself: nothing goes on after it. */
const PANIC = /^(?:panic|fatal error): |^thread '[^']*' (?:\(\d+\) )?panicked at /;

export const isPanic = (text: string): boolean => PANIC.test(text);

/** An error whose message begins on the next line, as of Python's exceptions with several lines. */
export function wholeText({ line, text }: ErrorLine, { ownTail }: LogReading): string {
  const next = /^[\w.]*(?:Error|Exception|Warning): (?:.*:)?$|^[\w.]*(?:Error|Exception|Warning):$/.test(text)
    ? ownTail.find((one) => one.line === line + 1)?.text.trim()
    : undefined;
  return next === undefined ? text : `${text.trim()} ${next}`;
}

/** Whether nothing healthy follows: the program said it, and then no more. */
export function isLastWord({ line, weight }: ErrorLine, { ownTail, events }: LogReading): boolean {
  if (weight < SPEAKS_OF_FAILURE || events.some((event) => event.line > line)) return false;
  const after = ownTail.filter((one) => one.line > line);
  return (
    ownTail.some((one) => one.line === line) && !after.some(({ text }) => isHarmless(text) || saysAlive(text))
  );
}
