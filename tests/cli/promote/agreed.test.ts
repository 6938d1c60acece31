import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { agreed } from "../../../cli/promote/agreed";

describe("The question before a promotion", () => {
  /** As a terminal gives it to the program, which reads it key by key. */
  function typed(keys: string): { readonly answer: Promise<boolean>; readonly interrupts: () => number } {
    const controller = new AbortController();
    let interrupts = 0;
    const interrupt = () => {
      interrupts += 1;
      controller.abort(new Error("interrupted"));
    };
    const input = new PassThrough();
    const answer = agreed("production", controller.signal, {
      input,
      output: new PassThrough(),
      terminal: true,
      interrupt,
    });
    input.write(keys);
    return { answer, interrupts: () => interrupts };
  }

  for (const [keys, expected] of [
    ["y\r", true],
    ["Yes\r", true],
    ["n\r", false],
    ["\r", false],
    ["maybe\r", false],
    ["\x04", false],
  ] as const) {
    it(`is answered by ${JSON.stringify(keys)}: ${expected ? "yes" : "no"}`, async () => {
      const { answer, interrupts } = typed(keys);
      assert.deepEqual([await answer, interrupts()], [expected, 0]);
    });
  }

  it("is ended by Ctrl-C as every other work is", async () => {
    const { answer, interrupts } = typed("\x03");
    await assert.rejects(answer);
    assert.equal(interrupts(), 1);
  });
});
