import assert from "node:assert/strict";
import path from "node:path";
import { onStacks } from "../../../cli/stacks/stacks-command";

const ROOT = path.join(__dirname, "../../..");

describe("A command on stacks", () => {
  it("takes a stack once that is named twice, in the order in which they are typed", async () => {
    let taken: readonly string[] = [];
    await onStacks(["staging", "local", "staging"], ROOT, async ({ stacks }) => {
      taken = stacks;
      return 0;
    });
    assert.deepEqual(taken, ["staging", "local"]);
  });
});
