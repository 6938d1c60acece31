import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { CANARY, NOTHING, type Plan } from "./declared";
import type { Moment } from "./fault-proxy";
import { ProviderAlone } from "./provider-alone";
import { World } from "./world";

/** Which changing request of each operation is hit, and when. */
const KILLS: readonly (readonly [number: number, moment: Moment])[] = [
  ...([1, 2, 3] as const).flatMap((number) =>
    (["before", "in flight", "after"] as const).map((moment) => [number, moment] as const),
  ),
  [4, "in flight"],
];

/** A life of a project, a group, a service and a link: each of its operations is one kill. */
const livesOf = (made: number): Readonly<Record<string, Plan>> => {
  const created = { ...NOTHING, extra: true, made, generation: 1 };
  const updated = { ...created, generation: 2 };
  return {
    create: created,
    update: updated,
    replace: { ...updated, region: "frankfurt" },
    delete: NOTHING,
  };
};

describe("The provider's process, killed at any of its requests", function () {
  this.timeout(5 * 60_000);
  let world: World;
  let alone: ProviderAlone;
  before(async () => {
    world = await World.open();
    const { ownerId, apiKey } = world.program.called.render;
    const data = path.join(world.program.folder, "data");
    alone = await ProviderAlone.open({ host: world.proxy.host, ownerId, apiKey, data });
  });
  after(async () => {
    await alone.close();
    await world.close();
  });

  for (const [index, [number, moment]] of KILLS.entries())
    for (const [operation, plan] of Object.entries(livesOf(index + 1)))
      it(`is gone on with by the next one: ${operation}, ${moment} changing request ${number}`, async () => {
        world.declare(plan);
        world.proxy.next({ counts: "changes", number, moment, act: () => alone.kill() });
        await alone.up(world.program.resources).catch(() => undefined);
        assert.ok(world.proxy.hit !== undefined, `there is no request ${number}`);
        world.proxy.next(undefined);
        await alone.up(world.program.resources);
        assert.deepEqual((await world.atRender()).names, world.wanted());
        assert.equal(await alone.up(world.program.resources), 0, "nothing is left to do");
      });

  it("ends by itself once its engine is gone, while a request is unanswered, and makes no further call", async () => {
    world.declare({ ...NOTHING, extra: true, made: KILLS.length + 1, generation: 1 });
    // Render's answer is passed on after that, to no one.
    world.proxy.next({ counts: "changes", number: 1, moment: "in flight", act: () => alone.leave() });
    await assert.rejects(alone.up(world.program.resources));
    assert.equal(world.proxy.seen.at(-1), world.proxy.hit);
  });

  it("has said no secret, and written none down", async () => {
    assert.ok(!alone.said.join("\n").includes(CANARY));
    const data = path.join(world.program.folder, "data");
    for (const entry of await readdir(data, { recursive: true, withFileTypes: true }))
      if (entry.isFile())
        assert.ok(!(await readFile(path.join(entry.parentPath, entry.name), "utf8")).includes(CANARY));
  });
});
