import type { Diagnosis, Symptom } from "./diagnosis";
import type { LogReading, SignatureMatch } from "./log/log-reading";

/** What is left of a reading without what a log of a deploy that worked has too, and what it has. */
export interface Compared {
  readonly reading: LogReading;
  readonly alsoBefore: readonly Symptom[];
  /** Whether the other log shows each symptom too, so that nothing distinguishes the two. */
  readonly same: boolean;
}

/** A symptom that a deploy had that worked did not end this one; where nothing else is there, all of it is kept. */
export function withoutKnown(reading: LogReading, previous: LogReading): Compared {
  const before = new Set(previous.matches.map(keyOf));
  const isKnown = (match: SignatureMatch): boolean => before.has(keyOf(match));
  const known = reading.matches.filter(isKnown);
  const errors = new Set(previous.errorLines.map(({ text }) => shapeOf(text)));
  const exceptions = new Set(previous.exceptions.map(({ type, message }) => shapeOf(`${type} ${message}`)));
  const left: LogReading = {
    ...reading,
    matches: reading.matches.filter((match) => !isKnown(match)),
    errorLines: reading.errorLines.filter(({ text }) => !errors.has(shapeOf(text))),
    exceptions: reading.exceptions.filter(
      ({ type, message }) => !exceptions.has(shapeOf(`${type} ${message}`)),
    ),
  };
  const alsoBefore = known.map(({ signature: { mode, meaning }, first: { line, text } }) => ({
    failureMode: mode,
    meaning,
    line,
    text,
  }));
  const nothing = showsNothing(left);
  return { reading: nothing ? reading : left, alsoBefore, same: nothing && !showsNothing(reading) };
}

const showsNothing = ({ matches, errorLines, exceptions }: LogReading): boolean =>
  matches.length + errorLines.length + exceptions.length === 0;

/** A deploy worked with the same symptoms: they are no certain cause of anything. */
export function asOfBefore(diagnosis: Diagnosis): Diagnosis {
  if (diagnosis.failureMode === "none") return diagnosis;
  return {
    ...diagnosis,
    certainty: "unknown",
    decided: false,
    harmsLive: false,
    asksFor: [
      "The log of the deploy that worked shows the same symptoms. Is it the right one, and is this log whole?",
      ...diagnosis.asksFor,
    ],
  };
}

const keyOf = ({ signature, first }: SignatureMatch): string => `${signature.id} ${shapeOf(first.text)}`;

/** A line but for its numbers, which differ from one run to the next. */
function shapeOf(text: string): string {
  return text.replaceAll(/\d+|[0-9a-f]{8,}/g, "#");
}
