import type { FailureMode } from "../../domain/failure-mode";
import { isBuildLine } from "../log/build-lines";
import { type ErrorLine, isHarmless, saysAlive } from "../log/error-words";
import type { LogReading } from "../log/log-reading";
import { isQuotation } from "../log/quotation";
import { UNDER_HEADING } from "../log/report-lines";
import { stepModeOf } from "./build-context";
import { endsOf } from "./ends";
import { familyOf } from "./error-families";
import type { ErrorFamily } from "./error-family";
import { kindOfLine } from "./exception-kinds";
import { failureSentence } from "./failure-sentence";
import type { Hypothesis } from "./hypothesis";
import { isLastWord, isPanic, wholeText } from "./last-words";
import { loudest, meantBy, NAMED, NEAR, nearTo } from "./meant-line";
import { isServedOn } from "./served-on";
import { withQuotes } from "./telling";

/** The weight of a line that speaks of an error. */
const ERROR = 4;
/** The weight of a line that speaks of a failure. */
const FAILURE = 3;
const MAX_NEIGHBOURS = 2;

/** The line that says most of a failure, where no row knows any, and no stack is there: its family says what it means. */
export function errorLineHypotheses(reading: LogReading): readonly Hypothesis[] {
  const { matches, events, errorLines } = reading;
  if (matches.some(({ signature: { certainty, warns } }) => certainty !== "open" && warns !== true))
    return [];
  const loud = tellingLine(reading) ?? inTail(reading) ?? saidLast(reading);
  if (loud === undefined) return [];
  const last = meantBy(loud, errorLines);
  // What came before a start that went well did not keep the service from it, unless the process had ended by it.
  const started = events.find(
    ({ kind, line }) => (kind === "listening" || kind === "live") && line > last.line,
  );
  if (started !== undefined && !endsOf(reading).some((end) => end > last.line)) return [];
  if (isServedOn(last, reading)) return [];
  const { line } = last;
  const text = wholeText(last, reading);
  // What a database's own log says is of a login, a table or a disk of the database.
  const named = familyOf(reading.database === "only" ? `postgres: ${text}` : text) ?? kindOfLine(text);
  const sentence = named === undefined ? failureSentence(text) : undefined;
  const family = named ?? sentence;
  const step = stepModeOf({ first: line, last: line }, reading) ?? buildOf(last, errorLines);
  const ended =
    last.weight >= ERROR || endsOf(reading).some((end) => end > line) || isLastWord(last, reading);
  // What a sentence means is read from a start; in a build it is quoted, and its tool may mean another thing by it.
  const says = sentence === undefined ? ended : step === undefined;
  const known =
    last.weight > NAMED ||
    last.weight === UNDER_HEADING ||
    isPanic(text) ||
    (family !== undefined && saysCause(family) && says);
  return [
    {
      mode: modeOf(family, step),
      stage: "exception",
      certainty: known ? "possible" : "open",
      ...(!known && { asksFor: ["Which lines follow or precede this error? Copy its stack."] }),
      meaning: "the program printed an error that no row knows",
      cause: withQuotes(
        family === undefined ? text.replace(/^> /, "") : `${family.means}: ${text}`,
        known ? neighboursOf(last, errorLines) : [],
      ),
      correctiveAction:
        family?.correctiveAction ??
        "Read the lines around this one: it is the last error that the log names.",
      rule: undefined,
      competing: (sentence?.competing ?? []).map((mode) => ({ mode, cause: `${family?.means}: ${text}` })),
      evidence: [{ line, text }],
      first: line,
      last: line,
      count: 1,
      decisive: false,
      harmsLive: false,
    },
  ];
}

/** Of an error in the code itself the words are a symptom, whose cause the stack would show. */
const saysCause = ({ id, mode }: ErrorFamily): boolean =>
  mode !== "process/exception" || ["crash", "assertion", "damaged"].includes(id);

/** A cause that is under a build's own error is the build's too. */
function buildOf(last: ErrorLine, lines: readonly ErrorLine[]): FailureMode | undefined {
  const built = [last, ...nearTo(last, lines)].some(
    ({ inBuild, text }) => inBuild === true || isBuildLine(text),
  );
  // Only a build's tool has a report with a line under another.
  return built || last.weight > NAMED ? "build/failed" : undefined;
}

function modeOf(family: ErrorFamily | undefined, step: FailureMode | undefined): FailureMode {
  // Before a release a command fails by what the service would fail by: a setting, a module, a database.
  if (step === "pre-deploy/failed" && family !== undefined && family.mode !== "process/exception")
    return family.mode;
  if (step === undefined) return family?.mode ?? "process/exception";
  return family?.inBuildToo === true && step === "build/failed" ? family.mode : step;
}

/** The heaviest line counts, one whose family is known before others, and of several the last. */
function tellingLine(reading: LogReading): ErrorLine | undefined {
  const { errorLines, matches } = reading;
  const named = errorLines.filter(({ weight }) => weight >= NAMED);
  // A tool's report says by its form which line is the cause.
  const [innermost] = named
    .filter(({ weight }) => weight > NAMED)
    .toSorted((one, other) => other.weight - one.weight);
  if (innermost !== undefined) return innermost;
  const heavy = errorLines.filter(({ weight }) => weight >= ERROR);
  // Under a line that says that something failed, a lighter one may say what.
  const speaking = errorLines.filter(
    (one) => one.weight >= FAILURE && [one, ...nearTo(one, heavy)].some(({ weight }) => weight >= ERROR),
  );
  const told = [...named, ...speaking].filter(({ text }) => familyOf(text) !== undefined);
  const [best] = [...told, ...named].toSorted(
    (one, other) =>
      Number(familyOf(other.text) !== undefined) - Number(familyOf(one.text) !== undefined) ||
      other.weight - one.weight ||
      other.line - one.line,
  );
  const reported = matches.some(({ signature }) => signature.id === "spring/report")
    ? errorLines.find(({ weight }) => weight === UNDER_HEADING)
    : undefined;
  return (
    best ?? reported ?? (matches.length === 0 ? (loudest(heavy) ?? atTheEnd(reading)) : afterAll(reading))
  );
}

/** What a log ends with, where a family knows it. */
function atTheEnd({ errorLines, tail }: LogReading): ErrorLine | undefined {
  const end = tail.at(-1)?.line ?? 0;
  return errorLines.findLast(
    ({ line, weight, text }) => line >= end - 1 && weight >= FAILURE && familyOf(text) !== undefined,
  );
}

/** Of a log whose end says that it failed, the last line that a family knows; one that fails quietly says so by it. */
function afterAll(reading: LogReading): ErrorLine | undefined {
  const { errorLines, matches } = reading;
  const end = Math.max(...matches.map(({ last }) => last.line));
  return errorLines.findLast(
    ({ line, weight, text }) => weight >= FAILURE && line <= end + NEAR && familyOf(text) !== undefined,
  );
}

const OF_NO_ANSWER: readonly string[] = ["refused", "name", "probe"];

/** Of a log that has no word for an error the last line that a family knows: its words alone say what is wrong. */
function inTail({ ownTail: tail, events, matches }: LogReading): ErrorLine | undefined {
  const serves = events.some(({ kind }) => kind === "listening" || kind === "live" || kind === "ready");
  if (serves) return undefined;
  const found = tail.findLast(({ text }) => {
    const family = isHarmless(text) || isQuotation(text) ? undefined : familyOf(text);
    // Beside what a platform says of the end, words of no answer are the end's own.
    return (
      family !== undefined && saysCause(family) && (matches.length === 0 || !OF_NO_ANSWER.includes(family.id))
    );
  });
  const after = tail.filter(({ line }) => found !== undefined && line > found.line);
  return found === undefined || after.some(({ text }) => isHarmless(text))
    ? undefined
    : { ...found, weight: 0 };
}

/** The last sentence of a failure that nothing healthy follows. */
function saidLast({ errorLines, ownTail, events, matches }: LogReading): ErrorLine | undefined {
  if (events.some(({ kind }) => kind === "listening" || kind === "live" || kind === "ready"))
    return undefined;
  const healthy = ownTail.findLast(({ text }) => saysAlive(text))?.line ?? 0;
  const end = Math.max(0, ...matches.map(({ last }) => last.line));
  return errorLines.findLast(
    ({ line, weight, text }) =>
      weight >= 2 &&
      (line > healthy || end > line) &&
      !isHarmless(text) &&
      failureSentence(text) !== undefined,
  );
}

/** What the lines around it say of the same failure, and first the ones that name a variable. */
function neighboursOf(last: ErrorLine, lines: readonly ErrorLine[]): readonly ErrorLine[] {
  const near = nearTo(last, lines).filter(({ weight }) => weight >= FAILURE);
  const naming = VARIABLE.test(last.text) ? [] : near.filter(({ text }) => VARIABLE.test(text));
  return [...naming.slice(0, 1), ...near.slice(-MAX_NEIGHBOURS)].slice(0, MAX_NEIGHBOURS);
}

const VARIABLE = /\b[A-Z][A-Z0-9]{1,30}_[A-Z0-9_]{2,}\b/;
