import { type Attempt, attempts } from "./attempt";
import { prepare, run, type Verdict } from "./run";
import { World } from "./world";

export type Report = (attempt: Attempt, verdict: Verdict) => void;

/** Runs the attempts of the seeds `from` to `last`, and reports each. A world in which something is wrong is left. */
export async function soak(from: number, last: number, report: Report): Promise<void> {
  let world: World | undefined;
  try {
    for (const attempt of attempts(last).slice(from - 1)) {
      if (world === undefined) {
        world = await World.open();
        await prepare(world, attempt.from);
      }
      const verdict = await run(world, attempt);
      report(attempt, verdict);
      if (verdict.faults.length === 0) continue;
      await world.close();
      world = undefined;
    }
  } finally {
    await world?.close();
  }
}
