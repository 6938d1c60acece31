import assert from "node:assert/strict";
import fc from "fast-check";
import { MultiPatternMatcher } from "../../../diagnosis/log/multi-pattern-matcher";
import { newlinesIn } from "../../../diagnosis/log/newlines";

describe("The matcher", () => {
  it("finds the first of its words wherever it begins and in either case, as a search for each of them does", () => {
    const words = fc.array(fc.stringMatching(/^[ab=]{2,5}$/), { minLength: 1, maxLength: 6 });
    const text = fc.stringMatching(/^[abAB=\n]*$/);
    fc.assert(
      fc.property(words, text, fc.nat(20), (sought, bytes, from) => {
        const found = sought.map((word) => bytes.toLowerCase().indexOf(word, from)).filter((at) => at >= 0);
        assert.equal(
          new MultiPatternMatcher(sought).next(Buffer.from(bytes), from),
          found.length === 0 ? -1 : Math.min(...found),
        );
      }),
    );
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
