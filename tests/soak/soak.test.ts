import assert from "node:assert/strict";
import { type Attempt, words } from "./attempt";
import { NOTHING } from "./declared";
import { run } from "./run";
import { World } from "./world";

const MADE = { ...NOTHING, extra: true, made: 1, generation: 1 };
const FIRST = { seed: 0, counts: "changes" } as const;

/**
 * One after the other, on one stack: a whole `pulumi up`, of which `npm run soak` draws hundreds. Kills of the provider
 * alone, 40 of them, are in provider-alone.test.ts.
 */
const ATTEMPTS: readonly Attempt[] = [
  {
    ...FIRST,
    ...{ operation: "create", from: NOTHING, to: MADE, number: 3 },
    event: { kind: "kill", victim: "pulumi", signal: "SIGINT", moment: "in flight" },
  },
  {
    ...FIRST,
    ...{ operation: "replace", from: MADE, to: { ...MADE, region: "frankfurt" }, number: 2 },
    event: { kind: "kill", victim: "pulumi", signal: "SIGKILL", moment: "in flight" },
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
