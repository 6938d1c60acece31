import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** The rows of found-faults.md: the fault, the file of its test, and the test's title. */
const ROWS = readFileSync(path.join(__dirname, "found-faults.md"), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| fault |"))
  .map((line) => line.slice(2, -2).split(" | "));

/** A title is a string of its own in its file, in any quotes, or a key of a table of cases. */
function isThere(file: string, title: string): boolean {
  const at = path.join(__dirname, file);
  if (!existsSync(at)) return false;
  const text = readFileSync(at, "utf8");
  return ['"', "`", "'"].some((quote) =>
    [",", ":"].some((end) => text.includes(`${quote}${title}${quote}${end}`)),
  );
}

describe("The faults that were found", () => {
  it("each have a test that is there", () => {
    assert.ok(ROWS.length > 50, String(ROWS.length));
    const missing = ROWS.filter(([, file = "", title = ""]) => !isThere(file, title));
    assert.deepEqual(missing, []);
  });

  it("are each listed once", () => {
    const faults = ROWS.map(([fault]) => fault);
    assert.deepEqual(faults, [...new Set(faults)]);
  });
});
