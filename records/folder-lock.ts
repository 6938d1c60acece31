import { mkdir } from "node:fs/promises";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { lock } from "proper-lockfile";

// A holder that was killed no longer renews its lock, which counts as stale after this time.
const STALE = 10_000;
const LONGEST_WAIT = 60_000;

/** Another process has held the folder for too long. */
export class FolderHeldError extends Error {
  override readonly name = "FolderHeldError";
}

/**
 * Does `work` while no other process holds `folder`, which is made where it is not there.
 *
 * @throws FolderHeldError where another process holds it for a minute.
 */
export async function holding<T>(folder: string, work: () => T): Promise<T> {
  await mkdir(folder, { recursive: true });
  const release = await taken(folder);
  try {
    // Synchronous: nothing of another task of this process comes between reading and writing.
    return work();
  } finally {
    // The work is done by now; a lock that stays is stale soon.
    await release().catch(() => undefined);
  }
}

/** Somebody took the lock away, as one may who finds it stale: told when the work, which is synchronous, is over. */
const onCompromised = (): void => undefined;

async function taken(folder: string): Promise<() => Promise<void>> {
  const lockfilePath = path.join(folder, ".lock");
  const until = Date.now() + LONGEST_WAIT;
  for (;;) {
    try {
      return await lock(folder, { lockfilePath, stale: STALE, update: STALE / 5, onCompromised });
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== "ELOCKED") throw cause;
      if (Date.now() > until) {
        const advice = `Where no other portcullis is at work, remove ${lockfilePath}.`;
        throw new FolderHeldError(`${folder}: another process has held it for a minute. ${advice}`, {
          cause,
        });
      }
      // At random, so that many who wait do not all come at once.
      await setTimeout(10 + Math.random() * 40);
    }
  }
}
