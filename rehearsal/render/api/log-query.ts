import type { Context } from "hono";
import type { LogLine, ServiceLog } from "../log";
import { type ApiContext, serviceOf } from "./context";
import { notFound, refused } from "./failure";
import { limitOf, listOf } from "./pages";

const HOUR = 3_600_000_000;
const TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)$/i;

/** A time of RFC 3339 in microseconds, which Date cannot hold. Undefined where the text is not a time. */
export function microseconds(text: string): number | undefined {
  const [, whole = "", fraction = "", zone = ""] = TIME.exec(text) ?? [];
  const seconds = Date.parse(`${whole}${zone}`);
  if (Number.isNaN(seconds)) return undefined;
  return seconds * 1000 + Number(fraction.padEnd(6, "0").slice(0, 6));
}

function timeText(time: number): string {
  const whole = new Date(Math.floor(time / 1000)).toISOString().slice(0, -1);
  return `${whole}${String(time % 1000).padStart(3, "0")}Z`;
}

function timeOf(c: Context, name: string, otherwise: number): number {
  const text = c.req.query(name);
  if (!text) return otherwise;
  const time = microseconds(text);
  if (time === undefined) throw refused(`${name}: expected a time such as 2026-01-31T12:00:00Z`);
  return time;
}

/**
 * `/…/` is a regular expression, `*` matches anything, all other characters match themselves. The syntax is inferred:
 * the API's description says only "wildcards and regex". @throws ApiFailure 400 for a broken expression
 */
function patternOf(name: string, text: string, anywhere: boolean): RegExp {
  const [, expression] = /^\/(.+)\/$/s.exec(text) ?? [];
  const literal = text.split("*").map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  try {
    if (expression !== undefined) return new RegExp(expression);
    return new RegExp(anywhere ? literal.join(".*") : `^${literal.join(".*")}$`, "is");
  } catch {
    throw refused(`${name}: not a regular expression`);
  }
}

const LABELS = ["instance", "host", "statusCode", "method", "path", "level", "type", "task", "taskRun"];

type Filter = (line: LogLine) => boolean;

/** A line must match one of the values of every parameter that is given. */
function filtersOf(c: Context): Filter[] {
  const byLabel = LABELS.filter((name) => listOf(c, name).length > 0).map((name): Filter => {
    const patterns = listOf(c, name).map((text) => patternOf(name, text, false));
    return ({ labels }) =>
      labels.some((label) => label.name === name && patterns.some((pattern) => pattern.test(label.value)));
  });
  // A text may hold a comma: it is not split.
  const texts = (c.req.queries("text") ?? []).filter((text) => text !== "");
  if (texts.length === 0) return byLabel;
  const patterns = texts.map((text) => patternOf("text", text, true));
  return [...byLabel, ({ message }) => patterns.some((pattern) => pattern.test(message))];
}

/** Render's command line asks for 1,000 lines while it scrolls (pkg/logs/constants.go). */
const MOST_LINES = 1000;

/** The part of the logs that a query asks for, oldest first; `from` is included, `to` is not. */
export interface LogRange {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly LogLine[];
}

/** What a subscription is to. */
export interface LogSubscription {
  /** Lines of the time that was asked for which are there already, oldest first. */
  readonly earlier: readonly LogLine[];
  readonly logs: readonly ServiceLog[];
  readonly wanted: (line: LogLine) => boolean;
}

/** Without a start only new lines are meant. @throws ApiFailure as `rangeOf` */
export function subscriptionOf(context: ApiContext, c: Context): LogSubscription {
  const { lines } = rangeOf(context, c);
  const filters = filtersOf(c);
  return {
    earlier: c.req.query("startTime") ? lines : [],
    logs: listOf(c, "resource").map((id) => serviceOf(context, id).log),
    wanted: (line) => filters.every((filter) => filter(line)),
  };
}

/** @throws ApiFailure 400 for a missing or wrong parameter, 404 for an unknown resource */
export function rangeOf(context: ApiContext, c: Context): LogRange {
  const resources = listOf(c, "resource");
  const missing = [
    ...(c.req.query("ownerId") ? [] : ["ownerId: required"]),
    ...(resources.length > 0 ? [] : ["resource: required"]),
  ];
  if (missing.length > 0) throw refused(missing.join("; "));
  if (c.req.query("ownerId") !== context.owner.id) throw notFound(c.req.query("ownerId") ?? "");
  const now = Date.now() * 1000 + 1000;
  const to = timeOf(c, "endTime", now);
  const from = timeOf(c, "startTime", now - HOUR);
  if (from > to && c.req.query("startTime")) throw refused("startTime: must not be after endTime");
  const filters = filtersOf(c);
  const lines = resources
    .flatMap((id) => serviceOf(context, id).log.lines)
    .filter((line) => {
      const time = microseconds(line.timestamp) ?? 0;
      return from <= time && time < to && filters.every((filter) => filter(line));
    });
  return { from, to, lines: resources.length > 1 ? inOrder(lines) : lines };
}

const inOrder = (lines: readonly LogLine[]): LogLine[] =>
  lines.toSorted((a, b) => (a.timestamp < b.timestamp ? -1 : 1));

/**
 * One page: forward the oldest lines of the range, backward the newest, the oldest first in both. Render's command line
 * puts a page that it has asked for backward above the one before it, line by line as it comes (pkg/tui/logs.go of
 * render-oss/cli, read 2026-11-30). The times of the next page leave out what was shown.
 */
export function logPage(c: Context, { from, to, lines }: LogRange): unknown {
  const direction = c.req.query("direction") || "backward";
  if (direction !== "forward" && direction !== "backward") {
    throw refused("direction: expected forward or backward");
  }
  const forward = direction === "forward";
  const limit = limitOf(c, MOST_LINES);
  const logs = forward ? lines.slice(0, limit) : lines.slice(-limit);
  const [first, last] = [logs.at(0), logs.at(-1)].map((line) => microseconds(line?.timestamp ?? ""));
  return {
    hasMore: lines.length > logs.length,
    nextStartTime: timeText(forward && last !== undefined ? last + 1 : from),
    nextEndTime: timeText(!forward && first !== undefined ? first : to),
    logs,
  };
}
