import assert from "node:assert/strict";
import fc from "fast-check";
import { MultiPatternMatcher, minimal } from "../../../diagnosis/log/multi-pattern-matcher";
import { newlinesIn } from "../../../diagnosis/log/newlines";

const letters = fc.stringMatching(/^[ab\n]*$/);

describe("The matcher", () => {
  it("finds the first of its anchors wherever it begins, as a search for each of them does", () => {
    const anchors = fc.array(fc.stringMatching(/^[ab]{2,5}$/), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(anchors, letters, fc.nat(20), (words, text, from) => {
        const found = minimal(words)
          .map((word) => text.indexOf(word, from))
          .filter((at) => at >= 0);
        assert.equal(
          new MultiPatternMatcher(words).next(Buffer.from(text), from),
          Math.min(...found, Infinity) === Infinity ? -1 : Math.min(...found),
        );
      }),
    );
  });

  it("leaves out an anchor that holds another one", () => {
    assert.deepEqual(minimal(["refused", "connection refused", "refused"]), ["refused"]);
  });
});

describe("The count of lines' ends", () => {
  it("is that of a look at each byte, wherever the bytes begin", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(7), fc.nat(40), (bytes, shift, from) => {
        const moved = new Uint8Array(bytes.length + shift).subarray(shift);
        moved.set(bytes.map((byte) => (byte % 3 === 0 ? 10 : byte)));
        const start = Math.min(from, moved.length);
        const expected = moved.subarray(start).filter((byte) => byte === 10).length;
        assert.equal(newlinesIn(moved, start, moved.length), expected);
      }),
    );
  });
});
