import type { Instance, LogLine } from "../diagnosis";
import type { Signature } from "../signature";
import type { ErrorLine } from "./error-words";
import type { SeenException } from "./exception";
import type { LogEvent } from "./log-event";
import type { ListedSetting } from "./settings-list";

/** One kind of symptom, with the first and the last line that show it. */
export interface SignatureMatch {
  readonly signature: Signature;
  readonly first: LogLine;
  readonly last: LogLine;
  readonly count: number;
  /** The lines after the first one that go on with it: indented, or items of a list. */
  readonly details: readonly LogLine[];
  /** The last line of the log before the first one. */
  readonly before?: LogLine;
  /** What the pattern's named groups took from all lines that it matched, each once. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** Whether its logger calls each of its lines information, or a warning at most. */
  readonly mild?: true;
  /** Whether each of its lines says that the program goes on without what failed. */
  readonly without?: true;
  /** Whether the first line is in the output of a build. */
  readonly inBuild?: true;
}

/** All that a diagnosis needs of a log, in a size that does not grow with it. Its texts are masked. */
export interface LogReading {
  readonly lines: number;
  /** Which line of the log each line is, where it was read in another order. @default the log's own order */
  readonly numbers?: readonly number[];
  /** In the order of their first lines. */
  readonly matches: readonly SignatureMatch[];
  /** The first and the latest events of each kind. */
  readonly events: readonly LogEvent[];
  /** Settings that a list of the log names as missing or wrong. */
  readonly listed: readonly ListedSetting[];
  /** Exceptions with their stacks, the latest last. */
  readonly exceptions: readonly SeenException[];
  /** Whether the log of a database's own server is among the lines, or is all of them. */
  readonly database: "none" | "some" | "only";
  /** The lines that speak most of an error, in their order. */
  readonly errorLines: readonly ErrorLine[];
  /** The instances that write into the log, where it names them, with the lines of each that show a symptom. */
  readonly instances: readonly Instance[];
  /** Whether one of the last lines is what a service in order says: a level of a logger, a success, an answer. */
  readonly alive: boolean;
  /** The last lines, whatever they say. */
  readonly tail: readonly LogLine[];
  /** Those of them that are not of another program on the machine. */
  readonly ownTail: readonly LogLine[];
}
