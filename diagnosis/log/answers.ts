import type { LogLine } from "../diagnosis";

/** An answer that a server logs as a success. */
const ANSWERS =
  /(?:HTTP\/\d(?:\.\d)?"?|\b(?:GET|POST|HEAD)\b \S+) 2\d\d\b|\| +2\d\d \||"statusCode":2\d\d\b|\bCompleted 2\d\d [A-Z]|\bsucceeded in \d|\bSent 2\d\d in \d/;

/** Whether a server says that it answered a request as it should. */
export const isAnswer = (text: string): boolean => ANSWERS.test(text);

/** What one request got. */
export interface Answer extends LogLine {
  readonly path: string;
  readonly status: number;
}

/** The request before the status, as NCSA's common log format, uvicorn and morgan have it; then Gin's other order. */
const REQUEST =
  /\b(?:GET|HEAD) (?<path>\/[^\s"?]*)\S*(?: HTTP\/\d(?:\.\d)?"?)? (?<status>[1-5]\d\d)\b|\| +(?<status2>[1-5]\d\d) \|.*\| +(?:GET|HEAD) +"(?<path2>\/[^\s"?]*)/;

/** The answer that an access log's line speaks of; undefined where it is another line. */
export function answerOf({ line, text }: LogLine): Answer | undefined {
  const { path, status, path2, status2 } = REQUEST.exec(text)?.groups ?? {};
  const asked = path ?? path2;
  return asked === undefined ? undefined : { line, text, path: asked, status: Number(status ?? status2) };
}
