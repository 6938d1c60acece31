import type { FailureMode } from "../../domain/failure-mode";
import { SIGNATURES } from "../signatures";
import { messageOf } from "./message";

/** A line of a log with its time, in milliseconds. */
export interface TimedLine {
  readonly at: number;
  readonly text: string;
}

/** Whether a worker has reached what it connects with. */
export type Reached =
  /** Its log shows nothing else. */
  | { readonly state: "reached" }
  /** All that it has written since is that it cannot connect. */
  | { readonly state: "unreached"; readonly mode: FailureMode; readonly line: string; readonly times: number }
  /** Its last line is that it cannot connect; at that time, in milliseconds, it would have said so again. */
  | { readonly state: "waiting"; readonly until: number };

/** What is said of a broker before what is said of any database: WRONGPASS is Redis' own. */
const CONNECTIONS = [
  ...SIGNATURES.filter(({ id }) => id.startsWith("broker/")),
  ...SIGNATURES.filter(({ id, mode }) => /^(?:broker|database)\//.test(mode) && !id.startsWith("broker/")),
];
/** What every language's sockets say; the table has the causes. */
const REFUSED =
  /\b(?:ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT)\b|[Cc]onnection (?:refused|reset|error|timed out)|Connect call failed|Name or service not known|cannot connect|could not (?:be established|connect to the endpoint)|no servers available for connection|(?:connection is|socket) closed|bootstrap broker \S+ .*disconnected|failed to check\/redeclare/i;
const BROKER = /redis|amqp|rabbit|kafka|broker|\bnats\b|:(?:6379|5672|9092|4222)\b/i;
/** What a logger writes before a message. */
const LEVEL = /^.*?\b(?:ERROR|WARN(?:ING)?|INFO|FATAL|DEBUG|CRITICAL)\b[:\]]?\s+/;
/** That it will try again, and how often it has. */
const AGAIN =
  /\b(?:re-?try|retry|retries|retrying|again|reconnect\w*|restarting|attempting to connect|back-?off|attempts?)\b/i;
const NEXT = /\b(?:in|after|for) (?<seconds>\d+(?:\.\d+)?)\s*(?<unit>ms|milliseconds?|s|secs?|seconds?)?\b/i;
/** What belongs to the failure above it: frames, fields of an error, a platform's own lines. */
const DETAIL =
  /^\s*$|^\s+\S|^[})\]]+;?$|^(?:Traceback|During handling|The above exception|Caused by|Stack trace|==> |errno|code|syscall|address|port)\b|^==> |^(?:\S*\/)+[\w.-]+\.\w+:\d+(?::in |:)|^\S+\.rb:\d+/;

/** Its next try is awaited so long where nothing says when it is, in milliseconds: retries begin with seconds. */
const UNSAID = 10_000;
const MARGIN = 2_000;
const LONGEST = 65_000;
const ONE_TRY = 300;
/** Enough to see what repeats; a worker may write much. */
const MOST = 400;

/**
 * Reads what a worker has written since a moment. It is *unreached* only where every statement since is a failed
 * connection or its next try, and none of them was the last for longer than such tries are apart.
 */
export function reachedSince(lines: readonly TimedLine[], since: number, now: number): Reached {
  const failures: { readonly at: number; readonly mode: FailureMode; readonly line: string }[] = [];
  let other = false;
  let announced: number | undefined;
  for (const { at, text } of lines.slice(-MOST)) {
    const plain = messageOf(text).text;
    const mode = failureIn(plain);
    if (mode !== undefined) {
      // One failed try may be several lines: its exception, and what that came of.
      if (at - (failures.at(-1)?.at ?? 0) > ONE_TRY) failures.push({ at, mode, line: plain });
      [other, announced] = [false, nextIn(plain)];
    } else if (AGAIN.test(plain)) announced = nextIn(plain) ?? announced;
    else if (![text, plain, plain.replace(LEVEL, "")].some((one) => DETAIL.test(one))) other = true;
    if (mode === undefined && other && at >= since) return { state: "reached" };
  }
  const [last, before] = [failures.at(-1), failures.at(-2)];
  if (last === undefined || other) return { state: "reached" };
  const gap = before === undefined ? UNSAID : 2 * (last.at - before.at);
  const until = last.at + Math.min(announced ?? Math.max(gap, 3_000), LONGEST) + MARGIN;
  if (now >= until) return { state: "reached" };
  const times = failures.filter(({ at }) => at >= since).length;
  if (times === 0 || failures.length < 2) return { state: "waiting", until };
  return { state: "unreached", mode: last.mode, line: last.line, times };
}

function failureIn(text: string): FailureMode | undefined {
  if (REFUSED.test(text) && BROKER.test(text)) return "broker/refused";
  const row = CONNECTIONS.find(({ pattern }) => pattern.test(text));
  return row?.mode ?? (REFUSED.test(text) ? "broker/refused" : undefined);
}

function nextIn(text: string): number | undefined {
  const { seconds, unit = "s" } = NEXT.exec(text)?.groups ?? {};
  if (seconds === undefined || !AGAIN.test(text)) return undefined;
  return Number(seconds) * (unit.startsWith("m") ? 1 : 1000);
}
