import type { FailureMode } from "../../domain/failure-mode";
import type { ErrorLine } from "../log/error-words";
import type { SeenException } from "../log/exception";
import type { LogReading } from "../log/log-reading";
import { kindOf } from "./exception-kinds";
import { type Hypothesis, matchesOf } from "./hypothesis";
import { endsOf } from "./outcome";
import { stepHypotheses } from "./step-hypotheses";

/** The last exception with a stack: where no row knows more of it, it says itself what failed and where. */
export function exceptionHypotheses(reading: LogReading): readonly Hypothesis[] {
  const last = reading.exceptions.at(-1);
  if (last === undefined) return lastErrorLine(reading);
  const kind = kindOf(last);
  const step = modeOf(last, reading);
  return [
    {
      mode: step === "process/exception" ? (kind?.mode ?? step) : step,
      stage: "exception",
      certainty:
        kind === undefined && step === "process/exception" && ended(last, reading) ? "certain" : "possible",
      meaning: "the program ended with an exception that nothing caught",
      cause: `${kind === undefined ? "" : `${kind.means}; `}${placeOf(last)}: ${last.type === "panicked" ? "panic" : last.type}${last.message === "" ? "" : `: ${last.message}`}`,
      correctiveAction: kind?.correctiveAction ?? actionOf(last),
      rule: undefined,
      competing: [],
      evidence: [{ line: last.line, text: last.text }],
      first: last.first,
      last: last.last,
      count: 1,
      decisive: false,
      harmsLive: false,
    },
  ];
}

/** Exceptions that wrap another one, and say by themselves only that something failed. */
const WRAPPERS =
  /(?:ApplicationContext|BeanCreation|BeanInstantiation|UnsatisfiedDependency|InvocationTarget|Aggregate|Undeclared\w*|Execution|Completion|TypeInitialization|ExceptionInInitializer\w*)(?:Exception|Error)$/;

/** Whether the exception ended the program: it is no wrapper, and nothing says that the program served on. */
function ended({ type, own, first, last }: SeenException, reading: LogReading): boolean {
  const serving = reading.events.filter(({ kind }) => kind === "listening" || kind === "ready");
  const ends = endsOf(reading).some((line) => line > last);
  const servedBefore = serving.some(({ line }) => line < first) && !ends;
  return (
    own !== undefined && !WRAPPERS.test(type) && !servedBefore && !serving.some(({ line }) => line > last)
  );
}

/** A line that begins with an error's name, where no stack is there and no row knows it: what failed, and no more. */
function lastErrorLine(reading: LogReading): readonly Hypothesis[] {
  const { errorLines, matches, events } = reading;
  const last =
    errorLines.findLast(({ weight }) => weight >= NAMED) ??
    (matches.length === 0 ? loudest(errorLines) : undefined);
  if (last === undefined || matches.some(({ signature }) => signature.certainty !== "open")) return [];
  if (events.some(({ kind, line }) => (kind === "listening" || kind === "live") && line > last.line))
    return [];
  const { line, text } = last;
  return [
    {
      mode: last.inBuild ? "build/failed" : modeOf({ first: last.line, last: last.line }, reading),
      stage: "exception",
      certainty: "open",
      asksFor: ["Which lines follow or precede this error? Copy its stack."],
      meaning: "the program printed an error that no row knows",
      cause: text,
      correctiveAction: "Read the lines around this one: it is the last error that the log names.",
      rule: undefined,
      competing: [],
      evidence: [{ line, text }],
      first: line,
      last: line,
      count: 1,
      decisive: false,
      harmsLive: false,
    },
  ];
}

/** An exception of a build or of a pre-deploy command is that step's failure. */
function modeOf({ first, last }: Pick<SeenException, "first" | "last">, reading: LogReading): FailureMode {
  const [step] = stepHypotheses(reading);
  if (step !== undefined && step.last > last) return "pre-deploy/failed";
  if (matchesOf(reading, "pre-deploy/failed").some(({ last: end }) => end.line > last))
    return "pre-deploy/failed";
  const built = matchesOf(reading, "build/failed").some(
    ({ signature, first: begin, last: end }) =>
      signature.certainty === "open" && (end.line > last || first - begin.line < NEAR),
  );
  return built ? "build/failed" : "process/exception";
}

/** A build's own line says of a page or a step what the exception right after it explains. */
const NEAR = 6;

/** The one line that names an error; where several far from each other do so, none of them is chosen. */
function loudest(lines: readonly ErrorLine[]): ErrorLine | undefined {
  const named = lines.filter(({ weight, text }) => weight >= ERROR && NAMES_ERROR.test(text));
  const [first] = named;
  const last = named.at(-1);
  return first === undefined || last === undefined || last.line - first.line > NEAR ? undefined : first;
}

const NAMES_ERROR =
  /(?:^|[\s:([\\.])(?:[A-Z]\w*(?:Error|Exception)\b|(?:[Ee]rror|ERROR|[Ff]atal|FATAL|[Pp]anic): )/;
/** The weight of a line that begins with an error's name. */
const NAMED = 6;
/** The weight of a line that speaks of an error. */
const ERROR = 4;

function placeOf({ own, library }: SeenException): string {
  const raised = library === undefined ? "" : ` (raised in ${library})`;
  return own === undefined ? `an exception${raised}` : `an exception in ${own.file}:${own.line}${raised}`;
}

function actionOf({ own, type, library }: SeenException): string {
  const where = own === undefined ? "the stack's frames of your own code" : `${own.file} at line ${own.line}`;
  const what = library === undefined ? type : `${type} of ${library}`;
  return `Read ${where}, where ${what} comes from, and correct what its message names.`;
}
