import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { OWNER_MARK, ownerEnded, ownerMark } from "../../system";

const NAME = new RegExp(`^portcullis-postgres-${OWNER_MARK}-`);

/** The beginning of a data folder's name. The owner's mark follows, so that a later run knows whose it is. */
export function folderPrefix(): string {
  return `portcullis-postgres-${ownerMark()}-`;
}

/**
 * Removes what killed runs left in the parent folder: ends a server that outlived its owner, and removes its data. The
 * folder of a live process is never touched.
 * @returns the folders that were removed
 */
export function clearLeftovers(parent: string): string[] {
  const cleared: string[] = [];
  for (const name of readdirSync(parent)) {
    const owner = NAME.exec(name)?.[1];
    if (owner === undefined || !ownerEnded(owner)) continue;
    const folder = join(parent, name);
    endServer(folder);
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
      cleared.push(folder);
    } catch (error) {
      // Only the account that owns a folder can remove it.
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

/** The server's process, where the lock file's process id still is that server and not a later process. */
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
