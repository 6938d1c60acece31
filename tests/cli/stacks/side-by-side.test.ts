import assert from "node:assert/strict";
import { sideBySide } from "../../../cli/stacks/side-by-side";

describe("Work on several stacks side by side", () => {
  it("begins as many at once as it may, and gives the results in the order of the stacks", async () => {
    const begun: string[] = [];
    const ends = new Map<string, () => void>();
    const work = (stack: string): Promise<string> => {
      begun.push(stack);
      return new Promise((resolve) => ends.set(stack, () => resolve(`${stack}, done`)));
    };
    const all = sideBySide(["a", "b", "c"], work, 2);
    assert.deepEqual(begun, ["a", "b"]);
    ends.get("b")?.();
    await new Promise(setImmediate);
    assert.deepEqual(begun, ["a", "b", "c"]);
    ends.get("c")?.();
    ends.get("a")?.();
    assert.deepEqual(await all, ["a, done", "b, done", "c, done"]);
  });

  it("begins no other once one has failed, and awaits those that have begun", async () => {
    const ended: string[] = [];
    const work = async (stack: string): Promise<void> => {
      if (stack === "b") throw new Error("b failed");
      await new Promise(setImmediate);
      ended.push(stack);
    };
    await assert.rejects(sideBySide(["a", "b", "c"], work, 2), /b failed/);
    assert.deepEqual(ended, ["a"]);
  });
});
