import assert from "node:assert/strict";
import type { Attempt, Operation, Strike } from "./attempt";
import type { Plan } from "./declared";
import type { Moment } from "./fault-proxy";
import type { Victim } from "./processes";
import { prepare, run } from "./run";
import { World } from "./world";

type Kill = readonly [
  victim: Victim,
  signal: "SIGINT" | "SIGTERM" | "SIGKILL",
  moment: Moment,
  number: number,
  counts?: Strike["counts"],
];

/** One change of a stack, and all that kills it and the updates that go on with it, one after the other. */
export interface Killed {
  readonly operation: Operation;
  readonly from: Plan;
  readonly to: Plan;
  readonly kills: readonly [Kill, ...Kill[]];
  /** Whether the program is changed once more after each kill, so that each update has as much to do. */
  readonly changes?: boolean;
}

const strike = ([victim, signal, moment, number, counts = "changes"]: Kill): Strike => ({
  event: { kind: "kill", victim, signal, moment },
  counts,
  number,
});

const attemptOf = ({ kills: [first, ...again], changes = false, ...change }: Killed): Attempt => ({
  ...{ seed: 0, ...change },
  ...strike(first),
  again: again.map((kill, at) => ({
    ...strike(kill),
    ...(changes && { to: { ...change.to, generation: change.to.generation + 1 + at } }),
  })),
});

const killed = ({ again = [] }: Attempt): number => 1 + again.length;

/** Declares a test for each change, all on one stack; the first begins with what it is to begin with. */
export function describeKills(title: string, changes: readonly [Killed, ...Killed[]]): void {
  describe(title, function () {
    this.timeout(10 * 60_000);
    let world: World;
    before(async () => {
      world = await World.open();
      const [{ from }] = changes;
      if (from.base || from.extra) await prepare(world, from);
    });
    after(() => world.close());

    for (const attempt of changes.map(attemptOf)) {
      it(`is gone on with by the next one: ${attempt.operation}, killed ${killed(attempt)} times`, async () => {
        const { missed, faults, output } = await run(world, attempt);
        assert.deepEqual(faults, [], output);
        assert.deepEqual(missed, [], output);
      });
    }
  });
}
