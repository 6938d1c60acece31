import { lstatSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { makeFolder } from "./make-folder";

/** All times are in milliseconds. */
export interface HoldOptions {
  /** A holder that was killed no longer renews its lock, which counts as given up after this time. */
  readonly stale: number;
  /** The longest wait for another holder. @default no end */
  readonly limit?: number;
  /** The time between two looks at another's lock. @default 250 */
  readonly pause?: () => number;
  /** The lock's name in the folder. @default beside the folder, with `.lock` after its name */
  readonly name?: string;
  /** Called once, where another process holds the folder. */
  readonly onWait?: () => void;
  /** Called where another process took the lock for stale. @default the process ends with an error */
  readonly onLost?: (error: Error) => void;
  readonly signal?: AbortSignal;
}

/** Another process has held the folder for too long. */
export class FolderHeldError extends Error {
  override readonly name = "FolderHeldError";
}

/**
 * Holds a folder, which is made where it is not there, against all others who ask for it by this function.
 *
 * @returns what gives it up
 * @throws FolderHeldError after `limit`, or at once where a file that is no lock has its name, or the signal's reason where it is aborted
 */
export async function holdFolder(folder: string, options: HoldOptions): Promise<() => Promise<void>> {
  const {
    stale,
    limit = Number.POSITIVE_INFINITY,
    pause = () => 250,
    name,
    onWait,
    onLost,
    signal,
  } = options;
  // Loaded here alone: it catches every signal, and a process that reads for long would then end by none.
  const { lock } = require("proper-lockfile") as typeof import("proper-lockfile");
  makeFolder(folder);
  const file = name === undefined ? `${path.resolve(folder)}.lock` : path.join(folder, name);
  const until = Date.now() + limit;
  const settings = {
    ...{ stale, update: stale / 5, lockfilePath: file },
    ...(onLost === undefined ? {} : { onCompromised: onLost }),
  };
  for (let waited = false; ; waited = true) {
    try {
      return await lock(folder, settings);
    } catch (cause) {
      // No one gives up what is no lock: waiting for it would be in vain.
      if (lstatSync(file, { throwIfNoEntry: false })?.isDirectory() === false)
        throw new FolderHeldError(
          `${file}: expected a lock, which is a folder, got another file. Remove it.`,
          {
            cause,
          },
        );
      if ((cause as NodeJS.ErrnoException).code !== "ELOCKED") throw cause;
      if (!waited) onWait?.();
      if (Date.now() > until) {
        const advice = `Where no other portcullis is at work, remove ${file}.`;
        const seconds = Math.round(limit / 1000);
        throw new FolderHeldError(`${folder}: another process has held it for ${seconds} s. ${advice}`, {
          cause,
        });
      }
      await setTimeout(pause(), undefined, { signal });
    }
  }
}
