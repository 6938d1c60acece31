import { setTimeout as pause } from "node:timers/promises";

/** Asks until there is an answer, or the time is over: then undefined. */
export async function poll<T>(ask: () => T | undefined, limit: number): Promise<T | undefined> {
  for (const end = Date.now() + limit; ; await pause(100)) {
    const answer = ask();
    if (answer !== undefined || Date.now() > end) return answer;
  }
}
