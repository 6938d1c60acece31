import { createHash } from "node:crypto";
import { stripVTControlCharacters } from "node:util";

const quote = "[\"'`]";
// Kubernetes makes names of these only, so that no word arises: k8s.io/apimachinery/pkg/util/rand.
const k8s = "[bcdfghjklmnpqrstvwxz2456789]";
// Ends of host names; a Python module's dotted name ends with none of them.
const ends = "com|net|org|co|io|cloud|internal|local|localdomain|lan|test|example|invalid";
const units = "ns|[uµ]s|ms|s|secs?|seconds?|m|mins?|minutes?|milliseconds?|h|hrs?|hours?|d|days?";

/**
 * What differs each time although the failure is the same. In this order: a later row reads what is left. Ids and
 * numbers become one, since an id may be made of digits only.
 */
const VARYING: readonly (readonly [RegExp, string])[] = [
  [/\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?/g, "<time>"],
  [
    /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}\d{1,2} \d\d:\d\d:\d\d(?: [AP]M)?\b/g,
    "<time>",
  ],
  [/\b\d{1,2}\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d(?: [+-]\d{4})?/g, "<time>"],
  [/\b\d\d:\d\d:\d\d(?:[.,]\d+)?(?: ?[AP]M\b)?/g, "<time>"],
  // In the names of npm's logs.
  [/\d{4}-\d\d-\d\dT\d\d_\d\d_\d\d_\d{3}Z/g, "<time>"],
  // RFC 5424: priority and version, time, host, application, process, message's id, structured data.
  [/^<\d{1,3}>\d <time> (?:\S{1,255} ){4}(?:-|\[[^\]]*\]) /, ""],
  // Prefixes of a message: `<time> [abc12] `, `api-1  | `.
  [/^(?:\s|<time>|\[(?!Errno)[^\][]{1,60}\]|[\w.-]{1,60}\s+\|)+/, ""],
  [/\b([a-z][a-z0-9+.-]{1,30}):\/\/[^\s'"`<>]+/gi, "$1://<url>"],
  [/\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi, "<n>"],
  [/\b(?:srv|dep|evt|job|dpg|red|crn|own|tea|usr|bld|prj|evm)-[a-z0-9]{8,}(?:-[a-z0-9]+)*/g, "<n>"],
  [new RegExp(`\\b[a-z][a-z0-9-]*-${k8s}{8,10}-${k8s}{5}\\b`, "g"), "<n>"],
  [/(?<![\w:.])(?:[0-9a-f]{0,4}:){2,8}(?:\d{5}|[0-9a-f]{0,4})(?:%\w+)?(?![\w:])/gi, "<host>"],
  [/\b\d{1,3}(?:\.\d{1,3}){3}\b/g, "<host>"],
  [new RegExp(`\\b(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\\.)+(?:${ends})\\b(?!\\.)`, "gi"), "<host>"],
  [/\b(?:[a-z0-9-]+\.){2,}(?:app|dev|run|ai|us|eu|uk|de|fr)\b/gi, "<host>"],
  [new RegExp(`\\b(host(?: ?name)?|server at|address of) ${quote}[\\w.-]+${quote}`, "gi"), "$1 <host>"],
  [/\b(host(?:name)?=)[\w.-]+/gi, "$1<host>"],
  [/\b(ENOTFOUND|EAI_AGAIN|lookup) [\w.-]+/g, "$1 <host>"],
  [/(?<!\.)\b(?:localhost|(?!(?:pid|port|line|code|status)\b)[a-z][a-z0-9-]*(?=:\d{4,5}\b))/gi, "<host>"],
  // A whole word, so that the commit `7d9f8b6` is none: `30s`, `1m30s`, `5 minutes 2 seconds`.
  [new RegExp(`(?<![\\w.])(?:(?:\\d+(?:\\.\\d+)? ?(?:${units}))+(?!\\w) ?)+`, "g"), "<duration> "],
  [/\b0x[0-9a-f]+\b/gi, "<n>"],
  [/\b(?=[a-f]*\d)[0-9a-f]{7,}\b|\b[0-9a-f]{12,}\b/gi, "<n>"],
  [/\b(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z0-9]{16,}\b/g, "<n>"],
  // Letters and digits in turns, in small letters: `x7k2p`, not `python3`, and not SQLSTATE's `28P01`.
  [/\b(?=[a-z0-9]{5,}\b)(?:[a-z]+\d+[a-z]+|\d+[a-z]+\d+)[a-z0-9]*\b/g, "<n>"],
  [/(?<![A-Za-z0-9])\d[\d,]*(?![A-Za-z0-9])/g, "<n>"],
];

// A message, not a line of megabytes.
const MOST_CHARACTERS = 2_000;

/** A log's line without what differs from one time to the next, for comparison only. */
export function withoutVarying(text: string): string {
  const line = stripVTControlCharacters(text.slice(0, MOST_CHARACTERS));
  const same = VARYING.reduce((result, [shape, instead]) => result.replace(shape, instead), line);
  return same.toLowerCase().replaceAll(/\s+/g, " ").trim();
}

/**
 * The same text for the same failure of one service in one environment, whenever, wherever and on whichever instance
 * it happens. Begins with the version of the procedure; another version is another failure.
 *
 * @param line the line that shows the failure, masked.
 */
export function fingerprintOf(of: {
  readonly failureMode: string;
  readonly environment: string;
  readonly service: string;
  readonly line: string;
}): string {
  const parts = [of.failureMode, of.environment, of.service, withoutVarying(of.line)];
  return `v1-${createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16)}`;
}
