import { redact } from "../domain";
import { printableJson, printableLines } from "./audit/printable";

/** Values of a report that are known to be secret. */
type Secrets = readonly (string | undefined)[];

/**
 * Prints a report in words. What was found gets no secret and no control character into it: its texts come from files,
 * services, databases and Pulumi. `words` adds colours and lines, which stay.
 */
export function printReport<T>(found: T, words: (shown: T) => string, secrets: Secrets = []): void {
  print(words(inert(found, secrets)));
}

/** Prints one JSON document, masked as a report is. */
export function printJson(document: unknown, secrets: Secrets = []): void {
  print(printableJson(JSON.stringify(inert(document, secrets), null, 2)));
}

/** Prints a text that holds no foreign one, or whose foreign texts are masked already, as those of records are. */
export function print(text: string): void {
  printRaw(`${text}\n`);
}

/** As {@link print}, for a document that has its own line ends. */
export function printRaw(text: string): void {
  process.stdout.write(text);
}

/** Says what a command is doing, masked, beside its result; nothing where that is JSON. */
export function progressTo(json: boolean | undefined): (line: string) => void {
  return (line) => {
    if (json !== true) process.stderr.write(`${inert(line)}\n`);
  };
}

/** Says what a defect of this program has thrown, with its stack, which a report of the defect needs. */
export function printDefect(error: unknown): void {
  const thrown = error instanceof Error ? (error.stack ?? error.message) : String(error);
  printProblem(`this is a defect of portcullis, and no fault of yours.\n${thrown}`);
}

/** How every error begins. */
const PREFIX = "portcullis: ";

/** So many letters of an argument are quoted in an error. */
const QUOTED = 200;

/** Commander begins each error so; a help page begins otherwise, and has apostrophes of its own. */
const USAGE_ERROR = /^error: /;

/** Says what is wrong with the arguments, in Commander's words, which quote them, as every other error begins. */
export function printUsage(text: string): void {
  const shortened = (all: string, quoted: string) =>
    quoted.length > QUOTED ? `'${quoted.slice(0, QUOTED)}…'` : all;
  const isError = USAGE_ERROR.test(text);
  const short = isError ? text.replace(USAGE_ERROR, PREFIX).replaceAll(/'([^']*)'/g, shortened) : text;
  process.stderr.write(inert(short));
}

/** Says why a command ends without a result, or what its result leaves out. */
export function printProblem(message: string): void {
  process.stderr.write(`${PREFIX}${inert(message)}\n`);
}

/**
 * The columns that a report has: those of COLUMNS, which counts in a pipe too, else the terminal's. A terminal that
 * says 0 does not know its width, as some in containers and CI do; undefined then, and where nothing says one.
 */
export function widthOf(
  { columns }: { readonly columns?: number | undefined },
  { COLUMNS }: { readonly COLUMNS?: string | undefined },
): number | undefined {
  const set = /^\d{1,5}$/.test(COLUMNS ?? "") ? Number(COLUMNS) : 0;
  return [set, columns ?? 0].find((width) => width > 0);
}

/** A line that GitHub Actions would take for a command of the job, and not for one of a text. */
const WORKFLOW_COMMAND = /(\n\s*)(?=::|##\[)/g;

/** A value without secrets in any of its texts, and without what moves a terminal's cursor; line ends stay. */
export function inert<T>(value: T, secrets: Secrets = []): T {
  if (typeof value === "string") {
    const known = secrets.filter((secret) => secret !== undefined && secret !== "") as string[];
    return printableLines(redact(value, known)).replaceAll(WORKFLOW_COMMAND, "$1| ") as T;
  }
  if (Array.isArray(value)) return value.map((each: unknown) => inert(each, secrets)) as T;
  if (!isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [inert(key, secrets), inert(each, secrets)]),
  ) as T;
}

/** Whether an object is data alone: one of a class has methods, which a copy would lose. */
function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
