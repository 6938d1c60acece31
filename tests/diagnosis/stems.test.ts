import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { requiredTexts } from "../../diagnosis/stems/required-texts";
import { stemsFile } from "../../diagnosis/stems/stems-file";

describe("The stems by which lines are found", () => {
  it("are those of the patterns: type `npx tsx diagnosis/stems/write-stems.ts`", () => {
    const written = readFileSync(path.join(__dirname, "../../diagnosis/log/stems.ts"), "utf8");
    assert.equal(written, stemsFile());
  });

  const cases: readonly (readonly [RegExp, string])[] = [
    [/connection refused/i, "CONNECTION refused"],
    [/(?:could|can) ?not find .* in/, "could not find it in"],
    [/(?:could|can) ?not find .* in/, "cannot find it in"],
    [/^[Ff]ield \d+ (?:is|was) missing$/m, "Field 3 was missing"],
    [/\bE(?:ACCES|PERM)\b/, "EPERM"],
    [/a{3}b+c?d/, "aaabbd"],
    [/(?<=x)port (?!y)|host/, "xport z"],
  ];
  for (const [pattern, text] of cases) {
    it(`stand in what a pattern matches: ${pattern}, ${text}`, () => {
      assert.match(text, pattern);
      for (const set of requiredTexts(pattern)) {
        assert.ok(
          set.some((part) => text.toLowerCase().includes(part)),
          `${text} has none of ${set}`,
        );
      }
    });
  }

  it("stand in whatever a pattern matches", () => {
    const part = fc.constantFrom(
      "ab",
      "[cd]",
      "e?",
      "(?:f|gh)",
      "i+",
      ".",
      "\\d",
      "(?:j|k)?",
      "l{2}",
      "$",
      "\\b",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), fc.stringMatching(/^[a-l0-2]{0,12}$/), (parts, text) => {
        const pattern = new RegExp(parts.join(""));
        if (!pattern.test(text)) return;
        for (const set of requiredTexts(pattern)) assert.ok(set.some((required) => text.includes(required)));
      }),
    );
  });
});
