import type { LogLine } from "../diagnosis";
import type { LogEvent } from "../log/log-event";

/** Whether a database's server refuses something after a line: it is ready, and not for everyone. */
export const isRefusedAfter = (from: number, tail: readonly LogLine[]): boolean =>
  tail.some(({ line, text }) => line > from && /\bFATAL: +password authentication failed/.test(text));

/** The log of a database's server alone, which says nothing of a failure. */
export function onlyDatabase(tail: readonly LogLine[]): LogEvent | undefined {
  const last = tail.at(-1);
  if (last === undefined || tail.some(({ text }) => /\b(?:FATAL|PANIC|ERROR):/.test(text))) return undefined;
  return { kind: "ready", host: undefined, port: undefined, ...last };
}
