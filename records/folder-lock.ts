import { holdFolder } from "../system";

export { FolderHeldError } from "../system";

/**
 * Does `work` while no other process holds `folder`, which is made where it is not there.
 *
 * @throws FolderHeldError where another process holds it for a minute.
 */
export async function holding<T>(folder: string, work: () => T): Promise<T> {
  const release = await holdFolder(folder, {
    stale: 10_000,
    limit: 60_000,
    name: ".lock",
    // At random, so that many who wait do not all come at once.
    pause: () => 10 + Math.random() * 40,
    // Another process took it for stale: reported when the work, which is synchronous, is over.
    onLost: () => undefined,
  });
  try {
    // Synchronous: nothing of another task of this process comes between reading and writing.
    return work();
  } finally {
    // The work is done by now; a lock that stays is stale soon.
    await release().catch(() => undefined);
  }
}
