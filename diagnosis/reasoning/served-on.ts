import { isAnswer } from "../log/answers";
import { type ErrorLine, saysAlive, triesAgain } from "../log/error-words";
import type { LogEvent } from "../log/log-event";
import type { LogReading } from "../log/log-reading";
import { endsOf } from "./ends";

/** A service that listens has met an error of its own and gone on, where it answers requests or goes on with its jobs. */
export function isServedOn({ line, text: said }: ErrorLine, reading: LogReading): boolean {
  const is = (kind: LogEvent["kind"]) => (event: LogEvent) => event.kind === kind && event.line < line;
  const after = reading.ownTail.filter((one) => one.line > line);
  const goesOn =
    (reading.events.some(is("listening")) && after.some(({ text }) => isAnswer(text))) ||
    ((OF_ONE_JOB.test(said) || triesAgain(said)) && after.some(({ text }) => saysAlive(text)));
  return goesOn && endsOf(reading).every((end) => end < line);
}

/** One of the things that a worker was given failed, and not the worker. */
const OF_ONE_JOB =
  /^\W*(?:(?:ERROR|WARN(?:ING)?)\b:? *)?(?:\[?[\w.-]+\]?: *)?(?:job|task|message|request|webhook|e-?mail|event|row|record|line|item|entry|document|file)\b.{0,60}?\b(?:failed|errored|raised|rejected|skipped|ignored)\b/i;

/** Whether a line says that one of many things failed, or was left out. */
export const isOfOneJob = (text: string): boolean => OF_ONE_JOB.test(text);
