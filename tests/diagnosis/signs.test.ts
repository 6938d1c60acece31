import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { signsFile, signsOf } from "../../diagnosis/stems/signs-file";
import { shapesIn } from "../../domain/secret-shape";
import { SECRET_SHAPES } from "../../domain/secret-shapes";
import { NO_SECRETS } from "../domain/no-secrets";
import { SECRET_SHAPES as TEXTS } from "../domain/secret-shapes";

const REPORTS = path.join(__dirname, "reports");

/** Public reports of failed deploys, as one text each. */
const reports = (): readonly string[] =>
  readdirSync(REPORTS, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:txt|log)$/.test(entry.name))
    .map((entry) => readFileSync(path.join(entry.parentPath ?? entry.path, entry.name), "utf8"));

describe("The signs by which shapes of secrets are looked for", () => {
  it("are those of the patterns: type `npx tsx diagnosis/stems/write-signs.ts`", () => {
    const written = readFileSync(path.join(__dirname, "../../domain/secret-signs.ts"), "utf8");
    assert.equal(written, signsFile());
  });

  it("are in each text in which a pattern finds anything", () => {
    const shapes = shapesIn(SECRET_SHAPES).map(({ found }) => ({ found, signs: signsOf(found) }));
    let matches = 0;
    for (const text of [...TEXTS, ...NO_SECRETS, ...reports()])
      for (const { found, signs } of shapes) {
        for (const [part] of text.matchAll(found)) {
          matches += 1;
          const [around, small] = [text.toLowerCase(), part.toLowerCase()];
          for (const texts of signs)
            assert.ok(
              texts.some((one) => around.includes(one)),
              `${small} has none of ${texts}`,
            );
        }
      }
    assert.ok(matches > 1000, `${matches}`);
  });

  it("are in small letters, and none where letters are folded as Unicode has it", () => {
    assert.deepEqual(signsOf(/Token of .* is (?:bad|Wrong)/), [["token of "], [" is bad", " is wrong"]]);
    assert.deepEqual(signsOf(/secret/iu), []);
  });
});
