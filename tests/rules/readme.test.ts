import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { RULES } from "../../rules";

const readme = readFileSync(path.join(__dirname, "../../README.md"), "utf8");

describe("The README's table of rules", () => {
  it("lists every rule with its severity, in the order of the reports, and no other", () => {
    const rows = [...readme.matchAll(/^\| `([a-z0-9]+\/[a-z0-9-]+)` \| (\w+) \|/gm)];
    assert.deepEqual(
      rows.map(([, id, severity]) => [id, severity]),
      RULES.map(({ id, severity }) => [id, severity]),
    );
  });
});
