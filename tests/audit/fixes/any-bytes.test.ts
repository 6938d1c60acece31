import assert from "node:assert/strict";
import fc from "fast-check";
import { applyFixes, patchOf, planFixes } from "../../../audit/fixes";
import { waiversOf } from "../../../audit/waivers/waiver-file";
import { inFolder } from "../written-folder";

/** Pieces that lead into the planner, with bytes of any kind between them. */
const PIECES = [
  "web: uvicorn main:app --host 127.0.0.1 --port 9000",
  "PORT=9000",
  "EXPOSE 9000",
  "CMD uvicorn main:app --host localhost \\",
  "healthcheckPath: health",
  "services:\n  - type: web\n    name: shop\n",
];

const bytes = fc
  .array(
    fc.oneof(
      fc.constantFrom(...PIECES).map((text) => Buffer.from(text)),
      fc.uint8Array({ maxLength: 12 }),
    ),
  )
  .chain((parts) =>
    fc.constantFrom("\n", "\r\n", "\r", "").map((end) => parts.flatMap((part) => [part, Buffer.from(end)])),
  )
  .map((parts) => Buffer.concat(parts));

describe("a fix of any bytes", function () {
  this.timeout(10 * 60_000);

  it("ends, changes no number of lines, and leaves nothing for a second run", () => {
    let changed = 0;
    fc.assert(
      fc.property(
        bytes,
        fc.constantFrom("Procfile", "Dockerfile", ".env.production", "render.yaml"),
        (content, name) => {
          inFolder({ [name]: content, "Procfile.md": "" }, (folder) => {
            const plan = planFixes(folder, {});
            changed += plan.files.length;
            for (const { before, after } of plan.files) {
              assert.equal(
                after.toString("latin1").split("\n").length,
                before.toString("latin1").split("\n").length,
              );
            }
            patchOf(plan);
            assert.deepEqual(applyFixes(plan), []);
            assert.deepEqual(planFixes(folder, {}).files, []);
          });
        },
      ),
      { numRuns: 300 },
    );
    assert.ok(changed > 0, "bytes that lead to no fix test nothing");
  });
});

describe("a waiver file of any text", function () {
  this.timeout(10 * 60_000);

  it("ends in waivers or in what is wrong with them", () => {
    const line = fc.constantFrom(
      "waivers:",
      "- rule: a/b",
      "  file: x",
      "  line: 1",
      "&a",
      "*a",
      "<<: *a",
      "[",
      "? :",
      "!!set",
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(line).map((lines) => lines.join("\n")),
    );
    fc.assert(
      fc.property(text, (written) => {
        const { malformed } = waiversOf({ path: "w.yaml", text: written });
        for (const { rule } of malformed) assert.equal(rule, "waiver/malformed");
      }),
      { numRuns: 1000 },
    );
  });

  it("ends where aliases of aliases would explode, and where brackets are very deep", () => {
    const bomb = [
      "a: &a [x]",
      ...Array.from({ length: 30 }, (_, n) => `a${n}: &a${n} [*a${n - 1 < 0 ? "" : n - 1}, *a]`),
    ];
    for (const text of [
      `${bomb.join("\n")}\nwaivers: *a29\n`,
      "[".repeat(100_000),
      "waivers:\n".padEnd(90_000, "- "),
    ]) {
      assert.deepEqual(waiversOf({ path: "w.yaml", text }).waivers, []);
    }
  });
});
