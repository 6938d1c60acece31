import type { LogLine } from "../diagnosis";
import type { Signature } from "../signature";
import type { ErrorLine } from "./error-words";
import type { LogEvent } from "./log-event";

/** One kind of symptom, with the first and the last line that show it. */
export interface SignatureMatch {
  readonly signature: Signature;
  readonly first: LogLine;
  readonly last: LogLine;
  readonly count: number;
}

/** All that a diagnosis needs of a log, in a size that does not grow with it. Its texts are masked. */
export interface LogReading {
  readonly lines: number;
  /** In the order of their first lines. */
  readonly matches: readonly SignatureMatch[];
  /** The first and the latest events of each kind. */
  readonly events: readonly LogEvent[];
  /** The lines that speak most of an error, in their order. */
  readonly errorLines: readonly ErrorLine[];
  /** The last lines, whatever they say. */
  readonly tail: readonly LogLine[];
}
