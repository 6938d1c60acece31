import type { LogLine } from "../diagnosis";
import type { LogEvent } from "../log/log-event";
import type { LogReading } from "../log/log-reading";
import type { Hypothesis } from "./hypothesis";

export const ONE_PORT =
  "Write one port everywhere: remove PORT from the environment's variables or set it to the port that the start command, the health check and the code expect.";

export const none = { rule: undefined, competing: [], harmsLive: false, decisive: true } as const;

export function listenersOf({ events }: LogReading): readonly LogEvent[] {
  return events.filter(({ kind, port }) => kind === "listening" && port !== undefined);
}

export function spanOf(events: readonly LogEvent[]): Pick<Hypothesis, "first" | "last" | "count"> {
  const lines = events.map(({ line }) => line);
  return { first: Math.min(...lines), last: Math.max(...lines), count: 1 };
}

/** Lines as the log has them. */
export const inOrder = (lines: readonly LogLine[]): readonly LogLine[] =>
  lines.toSorted((one, other) => one.line - other.line);

export const lineOf = ({ line, text }: LogEvent): LogLine => ({ line, text });
