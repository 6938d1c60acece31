import assert from "node:assert/strict";
import fc from "fast-check";
import { jsonPathProblem, valueAtPath } from "../../domain/json-path";

const document = { user: { name: "ada", "a.b": [1, { c: false }] }, list: [[2]] };

describe("A JSON path", () => {
  const cases: readonly [string, unknown][] = [
    ["user.name", "ada"],
    ["$.user.name", "ada"],
    ['user["a.b"][1].c', false],
    ["user['a.b'][0]", 1],
    ["list[0][0]", 2],
    ["list[1]", undefined],
    ["user.name.length", undefined],
    ["constructor", undefined],
    ["user..name", undefined],
    ["list[x]", undefined],
  ];
  for (const [path, expected] of cases) {
    it(`finds ${JSON.stringify(expected)} at ${path}`, () => {
      assert.deepEqual(valueAtPath(document, path), expected);
    });
  }

  it("says what is wrong with one that cannot be read", () => {
    assert.equal(jsonPathProblem("items[0].id"), undefined);
    assert.match(jsonPathProblem("items[") ?? "", /such as items\[0\]\.id/);
  });

  it("never throws, whatever it is given", () => {
    fc.assert(fc.property(fc.jsonValue(), fc.string(), (value, path) => void valueAtPath(value, path)));
  });
});
