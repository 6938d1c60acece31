import { type FieldMessage, isError } from "./json-message";
import { unescaped } from "./unescaped";

/** A line that has nothing but fields: `time=… level=error msg="…"`. */
const BEGINS = /^[a-zA-Z_@][\w.@-]*=(?:"|[^\s"]+(?: |$))/;
const LEVELS = /(?:^| )(?:level|lvl|severity)="?(\w+)/;
const FIELD = /([a-zA-Z_@][\w.@-]*)=(?:"((?:[^"\\]|\\.)*)"|([^\s"]*))(?= |$)/g;
/** What a logger adds to every line. */
const OF_EVERY_LINE =
  /^(?:time|ts|t|timestamp|level|lvl|severity|caller|source|logger|component|module|stacktrace|trace_id|span_id|pid)$/;

export const isLogfmt = (line: string): boolean => BEGINS.test(line) && LEVELS.test(line);

/** The message of a line of logfmt that its logger calls an error; others are read as they are. */
export function logfmtMessage(line: string): FieldMessage | undefined {
  if (!isLogfmt(line) || !isError(LEVELS.exec(line)?.[1])) return undefined;
  const fields = new Map<string, string>();
  for (const [, key = "", quoted, bare = ""] of line.matchAll(FIELD)) fields.set(key, quoted ?? bare);
  const message = taken(fields, ["msg", "message", "event"]);
  const error = taken(fields, ["err", "error", "exception"]);
  if (message === undefined && error === undefined) return undefined;
  const rest = [...fields]
    .filter(([key]) => !OF_EVERY_LINE.test(key))
    .map(([key, value]) => `${key}=${value}`)
    .join(" ");
  const said = [message, message?.includes(error ?? "") === true ? undefined : error]
    .filter((part) => part !== undefined)
    .join(": ");
  return { text: unescaped(rest === "" ? said : `${said} (${rest})`), isError: true };
}

function taken(fields: Map<string, string>, keys: readonly string[]): string | undefined {
  const key = keys.find((one) => fields.has(one));
  if (key === undefined) return undefined;
  const value = fields.get(key);
  fields.delete(key);
  return value;
}
