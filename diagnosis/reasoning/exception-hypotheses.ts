import type { FailureMode } from "../../domain/failure-mode";
import { isBuildLibrary, isBuildLine } from "../log/build-lines";
import type { ErrorLine } from "../log/error-words";
import type { SeenException } from "../log/exception";
import type { LogReading } from "../log/log-reading";
import { stepModeOf } from "./build-context";
import { atDatabase } from "./database-client";
import { endsOf } from "./ends";
import { familyOf } from "./error-families";
import type { ErrorFamily } from "./error-family";
import { errorLineHypotheses } from "./error-line-hypotheses";
import { type ExceptionKind, kindOf } from "./exception-kinds";
import type { Hypothesis } from "./hypothesis";
import { orphanFrames } from "./orphan-frames";
import { withQuotes } from "./telling";

/** The last exception with a stack: where no row knows more of it, it says itself what failed and where. */
export function exceptionHypotheses(reading: LogReading): readonly Hypothesis[] {
  const last = reading.exceptions.at(-1);
  if (last === undefined) {
    const said = errorLineHypotheses(reading);
    return said.length === 0 ? orphanFrames(reading) : said;
  }
  const kind = atDatabase(kindOf(last) ?? familyOf(wordsOf(last)) ?? introducedKind(last, reading), reading);
  const step = stepOf(last, reading);
  const known = kind !== undefined && kind.mode !== "process/exception";
  return [
    {
      mode: modeOf(kind, step),
      stage: "exception",
      certainty: certaintyOf(last, step, known, reading),
      meaning: "the program ended with an exception that nothing caught",
      cause: withQuotes(
        `${known ? `${kind.means}; ` : ""}${placeOf(last)}: ${last.type === "panicked" ? "panic" : last.type}${last.message === "" ? "" : `: ${last.message}`}`,
        [...introducedBy(last, reading), ...wrappedBy(last, reading)],
      ),
      correctiveAction: known ? `${kind.correctiveAction} ${whereOf(last)}` : actionOf(last),
      rule: undefined,
      competing: [],
      evidence: [{ line: last.line, text: last.text }],
      // Of an exception without words the line before it is a part.
      first: Math.min(
        last.first,
        ...(isWordless(last) ? introducedBy(last, reading) : []).map(({ line }) => line),
      ),
      last: last.last,
      count: 1,
      decisive: false,
      harmsLive: false,
    },
  ];
}

function certaintyOf(
  exception: SeenException,
  step: FailureMode | undefined,
  known: boolean,
  reading: LogReading,
): Hypothesis["certainty"] {
  if (saysOnlyAnEnd(exception, step, reading)) return "open";
  if (known) return "possible";
  if (followsAnother(exception, reading)) return "open";
  return step === undefined && ended(exception, reading) ? "certain" : "possible";
}

/** A type of several words, such as `ModuleNotFoundError`, says as much as its message does. */
const wordsOf = ({ type, message }: SeenException): string =>
  type === "panicked" || type === "panic" ? message : `${type}: ${message}`;

/** What the line before means, of an exception whose own words say that something failed, and not why. */
function introducedKind(exception: SeenException, reading: LogReading): ErrorFamily | undefined {
  const before = introducedBy(exception, reading).at(-1);
  return before === undefined ? undefined : familyOf(before.text);
}

function stepOf(exception: SeenException, reading: LogReading): FailureMode | undefined {
  const step = stepModeOf(exception, reading);
  if (step !== undefined) return step;
  const inBuild = exception.inBuild === true || isBuildLibrary(exception.library);
  return inBuild || isBuildLine(exception.text) || isBuildLine(exception.type) ? "build/failed" : undefined;
}

/** A step's failure is the step's; what a database says, or a version, is the same in whichever step. */
function modeOf(kind: ExceptionKind | ErrorFamily | undefined, step: FailureMode | undefined): FailureMode {
  const mode = kind?.mode ?? "process/exception";
  if (step === undefined) return mode;
  if (step === "pre-deploy/failed" && mode !== "process/exception") return mode;
  return kind !== undefined && "inBuildToo" in kind && step === "build/failed" ? mode : step;
}

/** Exceptions that wrap another one, and say by themselves only that something failed. */
const WRAPPERS =
  /(?:Build|ApplicationContext|BeanCreation|BeanInstantiation|UnsatisfiedDependency|InvocationTarget|Aggregate|Undeclared\w*|Execution|Completion|TypeInitialization|ExceptionInInitializer\w*)(?:Exception|Error)$/;

const GENERAL =
  /(?:^|\.)(?:RuntimeError|RuntimeException|SystemError|SystemExit|Exception|Error|error|IllegalArgumentException|IllegalStateException|InvalidOperationException|InternalServerError|ApplicationException)$/;

/** A panic of the runtime itself is an error of the code; another one repeats what the code was given. */
const OWN_PANIC =
  /^runtime error|^interface conversion|`None` value|index out of|out of range|overflow|nil |assert|divi(?:de|sion)|unreachable|not implemented|not yet implemented|already borrowed|deadlock/i;
/** A value that Go prints by its address says nothing. */
const ADDRESS_ONLY = /^\(\*?[\w./]+\) [({]?0x/;

/** What a build writes, and not its author. */
const BUNDLE =
  /(?:^|\/)(?:\.next|\.output|\.nuxt|\.svelte-kit|_fresh|chunks|bundle|bundles)\/|(?:bundle|chunk|entry|server-entry|worker)\.[cm]?js$|-[0-9a-zA-Z_]{8}\.[cm]?js$/;

const isWordless = ({ message }: SeenException): boolean => message === "" || ADDRESS_ONLY.test(message);

/** Messages that say that something failed, and not why. */
const SAYS_NO_REASON =
  /^(?:fetch failed$|Failed|Could not|Cannot|Unable|Error while|A task was cancell?ed|The operation was cancell?ed)\b/i;

/** A build's tool that says with its own stack alone that a part of the build failed: the error itself is not there. */
function saysOnlyAnEnd(
  { message, own }: SeenException,
  step: FailureMode | undefined,
  { exceptions }: LogReading,
): boolean {
  return step !== undefined && own === undefined && exceptions.length === 1 && SAYS_NO_REASON.test(message);
}

/** A framework's own exception about another one that is not in the log: it says which part failed, and not why. */
function followsAnother(exception: SeenException, reading: LogReading): boolean {
  const { type, own, message } = exception;
  return (
    WRAPPERS.test(type) &&
    own === undefined &&
    reading.exceptions.length === 1 &&
    wrappedBy(exception, reading).length === 0 &&
    !/: .{12,}|; nested/.test(message)
  );
}

/** What the line right before an exception says, where its own message says little. */
function introducedBy(exception: SeenException, { errorLines }: LogReading): readonly ErrorLine[] {
  const { message, first } = exception;
  if (!isWordless(exception) && !SAYS_NO_REASON.test(message)) return [];
  return errorLines.filter(({ line, weight }) => line < first && line >= first - 2 && weight >= 3).slice(-2);
}

/** What the lines after a wrapper say of what it wraps. */
function wrappedBy({ type, line, last }: SeenException, { errorLines }: LogReading): readonly ErrorLine[] {
  if (!WRAPPERS.test(type)) return [];
  return errorLines
    .filter((one) => one.line > line && one.line <= last + 3 && one.weight >= 3 && !/^\s*at /.test(one.text))
    .slice(0, 2);
}

/** Whether the exception ended the program: it is no wrapper, and nothing says that the program served on. */
function ended(exception: SeenException, reading: LogReading): boolean {
  const { type, own, first, last, message, library } = exception;
  // What a library raised may have its cause in what it was given; a general type says what its author wrote, and no more.
  if (
    library !== undefined ||
    GENERAL.test(type) ||
    (/^panic/.test(type) && !OWN_PANIC.test(message)) ||
    SAYS_NO_REASON.test(message) ||
    /(?::| due to| by)$/.test(message)
  )
    return false;
  // Words of another language are not read.
  if (OTHER_LANGUAGE.test(message)) return false;
  // A code alone, or no word at all, does not say what happened.
  if (message !== "" && !/[a-z]{3,}\W+(?:\S+ )*\S*[a-z]{2,}/i.test(message)) return false;
  // A bundle holds the code of packages too, and its lines are of none of the files that one writes.
  if (own !== undefined && BUNDLE.test(own.file)) return false;
  const serving = reading.events.filter(({ kind }) => kind === "listening" || kind === "ready");
  const ends = endsOf(reading).some((line) => line > last);
  const servedBefore = serving.some(({ line }) => line < first) && !ends;
  return (
    own !== undefined && !WRAPPERS.test(type) && !servedBefore && !serving.some(({ line }) => line > last)
  );
}

/** Words with letters that English has not, or of a script of their own. */
const OTHER_LANGUAGE = /[^\p{ASCII}\P{L}]/u;

function placeOf({ own, library }: SeenException): string {
  const raised = library === undefined ? "" : ` (raised in ${library})`;
  return own === undefined ? `an exception${raised}` : `an exception in ${own.file}:${own.line}${raised}`;
}

function whereOf({ own }: SeenException): string {
  return own === undefined ? "" : `It was raised from ${own.file} at line ${own.line}.`;
}

function actionOf({ own, type, library }: SeenException): string {
  const where = own === undefined ? "the stack's frames of your own code" : `${own.file} at line ${own.line}`;
  const what = library === undefined ? type : `${type} of ${library}`;
  return `Read ${where}, where ${what} comes from, and correct what its message names.`;
}
