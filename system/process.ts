import { readFileSync } from "node:fs";

/**
 * Whether there is a process of this identifier. One of another account counts.
 *
 * @param program a part of its command line, where the system shows it (proc(5)): the identifier of a process that
 *   ended may be another's by now
 */
export function isRunning(pid: number, program?: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) !== "EPERM") return false;
  }
  if (program === undefined) return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(program);
  } catch {
    return true;
  }
}

/** Sends a signal to every process of a group. A group that has ended is no error. */
export function signalGroup(group: number | undefined, signal: NodeJS.Signals): void {
  if (group === undefined) return;
  try {
    process.kill(-group, signal);
  } catch (error) {
    // Gone already, or (macOS) only zombies left.
    if (!["ESRCH", "EPERM"].includes(codeOf(error) ?? "")) throw error;
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
