import assert from "node:assert/strict";
import fc from "fast-check";
import { OTHER_PROPERTIES } from "./any-bytes";
import { fuzz } from "./soak/fuzz";

describe("any bytes that are no file of an audit", () => {
  for (const { name, property, runs } of OTHER_PROPERTIES)
    it(`end in an answer or a refusal: ${name}`, () => fc.assert(property, { numRuns: runs }));
});

describe("fuzzing", () => {
  const failing = {
    name: "a text",
    runs: 1,
    property: fc.asyncProperty(fc.string(), async (text) => assert.ok(!text.includes("x"))),
  } as unknown as (typeof OTHER_PROPERTIES)[number];

  it("prints the seed of what fails, and repeats it by that seed", async () => {
    const printed = async (): Promise<string> => {
      const lines: string[] = [];
      const print = (line: string) => lines.push(line);
      // One round is enough: it makes as many runs as it takes to find an `x`.
      assert.equal(await fuzz({ minutes: 0, properties: [failing], print, seed: 1, runs: 20_000 }), 1);
      return lines.join("\n");
    };
    const text = await printed();
    const [seed] = /--fuzz-seed \S+/.exec(text) ?? [];
    assert.equal(seed, "--fuzz-seed 1", text);
    assert.equal(await printed(), text);
  });
});
