import assert from "node:assert/strict";
import fc from "fast-check";
import { nearest, parsePort } from "../../domain";

describe("ports", () => {
  it("are 1 to 65535, as a number or its digits", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 65_535 }),
        (port) => parsePort(port) === port && parsePort(String(port)) === port,
      ),
    );
  });

  it("are nothing else", () => {
    for (const value of [0, 65_536, -1, 1.5, "", " 80", "80OO", "+80", "1e3", null, undefined, {}])
      assert.equal(parsePort(value), undefined);
  });
});

describe("the nearest right spelling", () => {
  it("is found for a slip, and not for another word", () => {
    assert.equal(nearest("projctRef", ["projectRef", "poolerHost"]), "projectRef");
    assert.equal(nearest("POOLERHOST", ["projectRef", "poolerHost"]), "poolerHost");
    assert.equal(nearest("foo", ["projectRef", "poolerHost"]), undefined);
  });
});
