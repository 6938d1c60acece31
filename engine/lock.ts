import { mkdir } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { lock } from "proper-lockfile";
import type { EngineOptions } from "./engine";

/**
 * Holds `folder` against other runs until the answer is called. Waits for a run that holds it; a holder that was
 * killed stops renewing its lock, which then counts as stale after 30 s.
 */
export async function holdLock(
  folder: string,
  options: Required<EngineOptions>,
): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  for (let told = false; ; told = true) {
    try {
      return await lock(folder, { stale: 30_000, update: 5_000 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ELOCKED") throw error;
      if (!told) options.report("engine: another run is at work on it; waiting for that one");
      await setTimeout(500, undefined, { signal: options.signal });
    }
  }
}
