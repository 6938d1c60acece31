import type { FailureMode } from "../../domain/failure-mode";
import type { SeenException } from "../log/exception";
import type { LogReading } from "../log/log-reading";
import { type Hypothesis, matchesOf } from "./hypothesis";
import { stepHypotheses } from "./step-hypotheses";

/** The last exception with a stack: where no row knows more of it, it says itself what failed and where. */
export function exceptionHypotheses(reading: LogReading): readonly Hypothesis[] {
  const { exceptions, events } = reading;
  const last = exceptions.at(-1);
  if (last === undefined) return lastErrorLine(reading);
  const serves = events.some(
    ({ kind, line }) => (kind === "listening" || kind === "ready") && line > last.last,
  );
  return [
    {
      mode: modeOf(last, reading),
      stage: "exception",
      certainty: serves || last.own === undefined ? "possible" : "certain",
      meaning: "the program ended with an exception that nothing caught",
      cause: `${placeOf(last)}: ${last.type === "panicked" ? "panic" : last.type}${last.message === "" ? "" : `: ${last.message}`}`,
      correctiveAction: actionOf(last),
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

/** A line that begins with an error's name, where no stack is there and no row knows it: what failed, and no more. */
function lastErrorLine({ errorLines, matches, events }: LogReading): readonly Hypothesis[] {
  const last = errorLines.findLast(({ weight }) => weight >= NAMED);
  if (last === undefined || matches.some(({ signature }) => signature.stage === "root")) return [];
  if (events.some(({ kind, line }) => (kind === "listening" || kind === "live") && line > last.line))
    return [];
  const { line, text } = last;
  return [
    {
      mode: "process/exception",
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
function modeOf({ last }: SeenException, reading: LogReading): FailureMode {
  const [step] = stepHypotheses(reading);
  if (step !== undefined && step.last > last) return "pre-deploy/failed";
  const built = matchesOf(reading, "build/failed").some(
    ({ signature, last: end }) => signature.certainty === "open" && end.line > last,
  );
  return built ? "build/failed" : "process/exception";
}

/** The weight of a line that begins with an error's name. */
const NAMED = 6;

function placeOf({ own, library }: SeenException): string {
  const raised = library === undefined ? "" : ` (raised in ${library})`;
  return own === undefined ? `an exception${raised}` : `an exception in ${own.file}:${own.line}${raised}`;
}

function actionOf({ own, type, library }: SeenException): string {
  const where = own === undefined ? "the stack's frames of your own code" : `${own.file} at line ${own.line}`;
  const what = library === undefined ? type : `${type} of ${library}`;
  return `Read ${where}, where ${what} comes from, and correct what its message names.`;
}
