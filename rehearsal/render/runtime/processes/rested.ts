import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { parseStat } from "./process-group";

const LOOK_AGAIN_MS = 20;
/** A service that works without a pause never rests: the wait is at most so many times what was asked. */
const MOST_TIMES = 15;

/** Whether a thread of the process works, or waits for a processor. Never where there is no /proc. */
function works(pid: string): boolean {
  try {
    const threads = `/proc/${pid}/task`;
    return readdirSync(threads).some(
      (thread) => parseStat(readFileSync(`${threads}/${thread}/stat`, "utf8")).state === "R",
    );
  } catch {
    // It has ended since.
    return false;
  }
}

/**
 * Waits until the processes had nothing to do for so many milliseconds. Time alone does not say that they noticed
 * something: on a busy machine a process may wait longer than that for a processor.
 *
 * @param over called again and again: ends the wait where it says so
 */
export async function rested(
  processes: () => Promise<string[]>,
  milliseconds: number,
  over: () => boolean = () => false,
): Promise<void> {
  const last = performance.now() + milliseconds * MOST_TIMES;
  let since = performance.now();
  while (performance.now() - since < milliseconds && performance.now() < last && !over()) {
    await delay(LOOK_AGAIN_MS);
    const now = await processes().catch(() => []);
    if (now.some(works)) since = performance.now();
  }
}
