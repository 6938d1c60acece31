import assert from "node:assert/strict";
import fc from "fast-check";
import { plain, secret, UNKNOWN, withSecrets } from "../../../render/plugin/property-values";

describe("A property bag", () => {
  it("loses its secret marks and nulls, however deep, and keeps the rest", () => {
    const bag = { a: secret({ b: secret("x"), c: null }), d: [secret(1)], e: false };
    assert.deepEqual(plain(bag), { a: { b: "x" }, d: [1], e: false });
  });

  it("is the same again after marking and unmarking", () => {
    const paths = [["envVars", "*", "value"], ["token"]];
    const record = { noNullPrototype: true } as const;
    const variables = fc.dictionary(fc.string(), fc.record({ value: fc.string() }, record), record);
    const values = fc.record({ envVars: variables, token: fc.string(), other: fc.string() }, record);
    fc.assert(
      fc.property(values, (bag) => {
        const marked = withSecrets(bag, paths) as Record<string, unknown>;
        assert.deepEqual(plain(marked), bag);
        assert.deepEqual([marked.token, marked.other], [secret(bag.token), bag.other]);
      }),
    );
  });

  it("has no secret mark on what is unknown", () => {
    assert.deepEqual(withSecrets({ token: UNKNOWN }, [["token"]]), { token: UNKNOWN });
  });
});
