import assert from "node:assert/strict";
import { gotOf, valueAt } from "../../domain/wrong-argument";

describe("A wrong argument", () => {
  it("is followed by what was got, the values that are allowed, and the nearest of them", () => {
    assert.equal(
      gotOf("startr", ["starter", "pro"], "`startr`"),
      " (starter, pro), got `startr`. Did you mean `starter`?",
    );
    assert.equal(gotOf(3, ["starter"], "3"), " (starter), got 3.");
    assert.equal(gotOf("x", [], "text"), ", got text.");
  });

  it("is found by its path, in mappings and lists", () => {
    assert.equal(valueAt({ a: [{ b: 1 }] }, ["a", 0, "b"]), 1);
    assert.equal(valueAt({ a: null }, ["a", "b"]), undefined);
    assert.equal(valueAt("text", ["length"]), undefined);
  });
});
