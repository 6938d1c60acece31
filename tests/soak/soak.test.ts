import assert from "node:assert/strict";
import { type Attempt, type Strike, words } from "./attempt";
import { NOTHING } from "./declared";
import type { Victim } from "./processes";
import { run } from "./run";
import { World } from "./world";

const MADE = { ...NOTHING, extra: true, made: 1, generation: 1 };
const kill = (victim: Victim, number: number, signal: "SIGINT" | "SIGKILL" = "SIGKILL"): Strike => ({
  event: { kind: "kill", victim, signal, moment: "in flight" },
  counts: "changes",
  number,
});

/**
 * One after the other, on one stack: each is a whole `pulumi up` that is killed, another one that goes on with it and is
 * killed too, and a third to the end. `npm run soak` draws hundreds with one kill each; 40 kills of the provider alone are
 * in provider-alone.test.ts (docs/decisions/0024-where-the-time-goes.md).
 */
const ATTEMPTS: readonly Attempt[] = [
  {
    ...{ seed: 0, operation: "create", from: NOTHING, to: MADE },
    ...kill("pulumi", 3, "SIGINT"),
    again: [kill("render plugin", 1), kill("pulumi", 2)],
  },
  {
    ...{ seed: 0, operation: "replace", from: MADE, to: { ...MADE, region: "frankfurt" } },
    ...kill("pulumi", 2),
    again: [kill("program", 1)],
  },
];

describe("An update that is interrupted", function () {
  this.timeout(5 * 60_000);
  let world: World;
  before(async () => {
    world = await World.open();
  });
  after(() => world.close());

  for (const attempt of ATTEMPTS) {
    it(`is gone on with by the next one: ${words(attempt)}`, async () => {
      const { hit, faults, output, request } = await run(world, attempt);
      assert.deepEqual(faults, [], output);
      assert.ok(hit, `${request ?? "no request"} was not hit\n${output}`);
    });
  }
});
