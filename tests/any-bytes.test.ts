import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { OTHER_PROPERTIES } from "./any-bytes";
import type { AnyBytes } from "./random-bytes";
import { repeatAndRun, type SavedSeed, savedSeeds, saveSeed } from "./saved-seeds";
import { fuzz } from "./soak/fuzz";

describe("any bytes that are no file of an audit", () => {
  for (const one of OTHER_PROPERTIES) {
    const { name } = one;
    it(`end in an answer or a refusal: ${name}`, () => repeatAndRun(one));
  }
});

describe("fuzzing", () => {
  const failing = {
    name: "a text",
    runs: 1,
    property: fc.asyncProperty(fc.string(), async (text) => assert.ok(!text.includes("x"))),
  } as unknown as AnyBytes;

  it("prints the seed of what fails, and repeats it by that seed", async () => {
    const found: SavedSeed[] = [];
    const printed = async (): Promise<string> => {
      const lines: string[] = [];
      const print = (line: string) => lines.push(line);
      // One round is enough: it makes as many runs as it takes to find an `x`.
      const save = (one: SavedSeed) => found.push(one);
      assert.equal(await fuzz({ minutes: 0, properties: [failing], print, save, seed: 1, runs: 20_000 }), 1);
      return lines.join("\n");
    };
    const text = await printed();
    const [seed] = /--fuzz-seed \S+/.exec(text) ?? [];
    assert.equal(seed, "--fuzz-seed 1", text);
    assert.equal(await printed(), text);
    assert.equal(found[0]?.property, failing.name);
    assert.deepEqual(found[0], found[1]);
  });

  it("saves what fails for `npm test`, once, which fails by it at its first run", async () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), "portcullis-seeds-")), "seeds.json");
    writeFileSync(file, "[]");
    try {
      const save = (one: SavedSeed) => saveSeed(one, file);
      for (const _ of [1, 2])
        await fuzz({ minutes: 0, properties: [failing], print: () => {}, save, seed: 1, runs: 20_000 });
      assert.equal(savedSeeds(file).length, 1);
      await assert.rejects(repeatAndRun(failing, file), /Property failed after 1 tests/);
      writeFileSync(file, "[]");
      await repeatAndRun({ ...failing, runs: 0 }, file);
    } finally {
      rmSync(path.dirname(file), { recursive: true });
    }
  });
});
