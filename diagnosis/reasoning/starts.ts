import type { LogReading, SignatureMatch } from "../log/log-reading";
import { endsOf } from "./ends";

/** The lines at which a process was started again: one that is announced after an end, or after another start. */
export function startsAgain(reading: LogReading): readonly number[] {
  const ends = endsOf(reading);
  const starts = reading.events
    .filter(({ kind }) => kind === "started" || kind === "restarted")
    .map(({ line }) => line);
  return starts.filter((line, index) => index > 0 || ends.some((end) => end < line));
}

/** What a log shows of its last start alone; undefined where there is one start only. */
export function ofLastStart(reading: LogReading): LogReading | undefined {
  const starts = startsAgain(reading);
  const last = starts.at(-1);
  if (last === undefined) return undefined;
  // What each start meets again is a failure of the last one too.
  const repeats = ({ first, last: again }: SignatureMatch): boolean =>
    starts.some((line) => line > first.line && line <= again.line);
  return {
    ...reading,
    matches: reading.matches.filter((match) => match.last.line >= last || repeats(match)),
    listed: reading.listed.filter(({ line }) => line >= last),
    exceptions: reading.exceptions.filter(({ last: end }) => end >= last),
    errorLines: reading.errorLines.filter(({ line }) => line >= last),
  };
}
