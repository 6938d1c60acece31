import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isRunning } from "../../system";

const NAME = /^portcullis-postgres-(\d+)-/;

/** The beginning of a data folder's name: it carries the process that owns it, so that a later run can tell. */
export function folderPrefix(): string {
  return `portcullis-postgres-${process.pid}-`;
}

/**
 * Clears what runs that were killed left in the parent folder: a server that outlived its owner is
 * ended, and its data goes. The folder of a process that is still alive is never touched.
 * @returns the folders that were cleared
 */
export function clearLeftovers(parent: string): string[] {
  const cleared: string[] = [];
  for (const name of readdirSync(parent)) {
    const owner = Number(NAME.exec(name)?.[1]);
    if (!owner || isRunning(owner)) continue;
    const folder = join(parent, name);
    endServer(folder);
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
      cleared.push(folder);
    } catch (error) {
      // Another account's leftovers are that account's to clear.
      if (!isRefusal(error)) throw error;
    }
  }
  return cleared;
}

function endServer(folder: string): void {
  const pid = serverProcess(folder);
  if (pid === undefined) return;
  try {
    process.kill(pid, "SIGQUIT");
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
}

/** The server's process, if the one that the lock file names is still that server and not a later namesake. */
function serverProcess(folder: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(folder, "data", "postmaster.pid"), "utf8").split("\n")[0]);
    return commandLine(pid).includes(folder) ? pid : undefined;
  } catch (error) {
    if (isMissing(error) || isRefusal(error)) return undefined;
    throw error;
  }
}

function commandLine(pid: number): string {
  return readFileSync(`/proc/${pid}/cmdline`, "utf8");
}

function code(error: unknown): string | undefined {
  return error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
}
const isRefusal = (error: unknown): boolean => ["EPERM", "EACCES"].includes(code(error) ?? "");
const isMissing = (error: unknown): boolean => ["ENOENT", "ESRCH"].includes(code(error) ?? "");
