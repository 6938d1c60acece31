import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { FAILURE_MODES } from "../../domain/failure-mode";

describe("The page of the diagnosis", () => {
  it("lists every failure mode, and no other", () => {
    const page = readFileSync(path.join(__dirname, "../../docs/diagnose.md"), "utf8");
    const [, list = ""] = page.split("## Failure modes");
    const listed = [...list.matchAll(/^- `([^`]+)`$/gm)].map(([, mode]) => mode);
    assert.deepEqual(listed, [...FAILURE_MODES]);
  });
});
