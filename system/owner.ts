import { readlinkSync } from "node:fs";
import { isRunning } from "./process";

/** Four letters: names of sockets are short, and the numbers of a machine's namespaces follow one another. */
const LETTERS = 4;

/**
 * What one process says of itself in the name of what it owns, such as `4711.e0f4`: a later one asks by it.
 *
 * @param given how many digits it has at least, for a name of one length
 */
export const ownerMark = ({ pid = process.pid, digits = 0 } = {}): string =>
  `${String(pid).padStart(digits, "0")}${namespace()}`;

/** The form of a mark in a regular expression, as a group. */
export const OWNER_MARK = "(\\d+(?:\\.[0-9a-z]+)?)";

/**
 * Whether a mark's process has ended. Of a process in another container that shares a folder with this one, only that
 * container knows: it counts as one that runs.
 *
 * @param program as of {@link isRunning}
 */
export function ownerEnded(mark: string, program?: string): boolean {
  const [pid = "", named] = mark.split(".");
  if (!/^\d+$/.test(pid) || Number(pid) === 0) return false;
  return (named === undefined || `.${named}` === namespace()) && !isRunning(Number(pid), program);
}

/** That of process identifiers, which Linux counts by themselves in each container (pid_namespaces(7)). */
function namespace(): string {
  try {
    const number = /\[(\d+)\]$/.exec(readlinkSync("/proc/self/ns/pid"))?.[1];
    return number === undefined
      ? ""
      : `.${Number(number).toString(36).slice(-LETTERS).padStart(LETTERS, "0")}`;
  } catch {
    return "";
  }
}
