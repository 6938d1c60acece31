import assert from "node:assert/strict";
import { millisecondsOf } from "../../domain/duration";

describe("A duration as people write it", () => {
  const cases: readonly (readonly [written: string, milliseconds: number])[] = [
    ["250ms", 250],
    ["30s", 30_000],
    ["0s", 0],
    ["5m", 300_000],
    ["2h", 7_200_000],
  ];
  for (const [written, milliseconds] of cases) {
    it(`is a number and a unit: ${written}`, () =>
      assert.equal(millisecondsOf(written, ["ms", "s", "m", "h"]), milliseconds));
  }

  for (const written of ["", "30", "s", "-1s", "1.5m", "30 s", "1d", "soon", "1m30s"]) {
    it(`is nothing else: ${JSON.stringify(written)}`, () =>
      assert.equal(millisecondsOf(written, ["ms", "s", "m", "h"]), undefined));
  }

  it("is in one of the units that are asked for", () =>
    assert.equal(millisecondsOf("2h", ["s", "m"]), undefined));
});
