import assert from "node:assert/strict";
import { jittered, RETRY_POLICY, retryAfter } from "../../render-api/retry";

describe("A pause", () => {
  const NOW = Date.parse("2026-01-01T00:00:00Z");
  const ROWS: readonly (readonly [string | null, number | undefined])[] = [
    [null, undefined],
    ["0", 0],
    ["7", 7_000],
    [" 7 ", 7_000],
    ["-1", undefined],
    ["1.5", undefined],
    ["soon", undefined],
    ["", undefined],
    ["Thu, 01 Jan 2026 00:00:09 GMT", 9_000],
    ["Wed, 31 Dec 2025 23:00:00 GMT", 0],
    ["86400", 600_000],
  ];
  for (const [header, expected] of ROWS) {
    it(`of Retry-After ${JSON.stringify(header)} is ${expected} ms`, () => {
      assert.equal(retryAfter(header, NOW), expected);
    });
  }

  it("is spread between half and all of its length", () => {
    assert.deepEqual([jittered(1_000, () => 0), jittered(1_000, () => 1)], [500, 1_000]);
  });

  it("grows from one to the next", () => {
    for (const listed of [
      RETRY_POLICY.rateLimitPauses,
      RETRY_POLICY.failurePauses,
      RETRY_POLICY.creationPauses,
    ]) {
      assert.deepEqual(
        listed,
        listed.toSorted((a, b) => a - b),
      );
    }
  });
});
