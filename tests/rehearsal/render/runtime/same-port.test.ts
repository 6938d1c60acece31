import assert from "node:assert/strict";
import { messages, Rehearsed, textAt } from "./rehearsed";

describe("Two services that have one port", () => {
  let rehearsed: Rehearsed;
  beforeEach(async () => {
    rehearsed = await Rehearsed.open();
  });
  afterEach(() => rehearsed.close());

  it("run side by side where they follow PORT, and the API names the port that each declares", async () => {
    const first = await rehearsed.service({}, "api");
    const second = await rehearsed.service({}, "admin");
    for (const deploy of [rehearsed.deploy(second), rehearsed.deploy(first)])
      assert.equal((await deploy).status, "live", messages(second).join("\n"));
    const pids = [await textAt(first), await textAt(second)];
    assert.notEqual(pids[0], pids[1]);
    for (const { details } of [first, second])
      assert.deepEqual(
        details.openPorts.map(({ port }) => port),
        [rehearsed.port],
      );
    assert.ok(
      messages(second).some((line) => line.includes(`api has port ${rehearsed.port} of this machine`)),
    );
    assert.ok(!messages(first).some((line) => line.includes("in its place")));
  });
});
