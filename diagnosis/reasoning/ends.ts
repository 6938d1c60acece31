import type { LogReading } from "../log/log-reading";
import { matchesOf } from "./hypothesis";

/** The lines at which a process ended. */
export function endsOf(reading: LogReading): readonly number[] {
  return matchesOf(reading, "process/exited").flatMap(({ first, last }) => [first.line, last.line]);
}
