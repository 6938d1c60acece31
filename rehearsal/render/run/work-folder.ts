import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** The folder's name carries its owner's process, so that a later run can tell what a killed one left. */
const NAME = /^portcullis-render-(\d+)-/;

export interface WorkFolder {
  /** Where the working copies of one service are. */
  of(serviceId: string): string;
  /** Removes one service's working copies. */
  remove(serviceId: string): Promise<void>;
  /** Removes every working copy; a folder that was given stays, empty of them. */
  removeAll(): Promise<void>;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Clears the working copies of runs that were killed; another account's, or a living run's, stay. */
export function clearLeftCopies(parent: string): void {
  for (const name of readdirSync(parent)) {
    const owner = Number(NAME.exec(name)?.[1]);
    if (!owner || isAlive(owner)) continue;
    try {
      rmSync(path.join(parent, name), { recursive: true, force: true });
    } catch (error) {
      if (!["EPERM", "EACCES"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
    }
  }
}

/** The given folder, or a private one that this account alone can read: working copies hold secret files. */
export function openWorkFolder(given: string | undefined): WorkFolder {
  if (given === undefined) clearLeftCopies(tmpdir());
  else mkdirSync(given, { recursive: true });
  const root = given ?? mkdtempSync(path.join(tmpdir(), `portcullis-render-${process.pid}-`));
  const of = (serviceId: string): string => path.join(root, serviceId);
  const remove = (folder: string): Promise<void> =>
    rm(folder, { recursive: true, force: true, maxRetries: 5 });
  return {
    of,
    remove: (serviceId) => remove(of(serviceId)),
    // In a given folder each service's own is removed with the service.
    removeAll: () => (given === undefined ? remove(root) : Promise.resolve()),
  };
}
