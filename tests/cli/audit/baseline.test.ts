import assert from "node:assert/strict";
import path from "node:path";
import type { AuditFinding } from "../../../audit";
import { withoutKnown } from "../../../cli/audit/baseline";
import { inFolder } from "../../audit/written-folder";

const finding = (rule: string, line: number): AuditFinding => ({
  rule,
  severity: "error",
  place: { source: "file", file: "a.py", line },
  ...{
    what: "port",
    expected: "8000",
    got: "1",
    fix: "",
    service: "shop",
    services: ["shop"],
    environments: [],
    title: "",
    why: "",
  },
});

const KNOWN = { rule: "port/agreement", file: "a.py", message: "port: expected 8000, got 1." };

const compared = (baseline: string, findings: readonly AuditFinding[]) =>
  inFolder({ "b.json": baseline }, (folder) => withoutKnown(findings, path.join(folder, "b.json")));

describe("a baseline", () => {
  it("knows a finding that moved to another line, and no other", () => {
    const findings = [finding("port/agreement", 9), finding("port/standard", 9)];
    const { added, known } = compared(JSON.stringify({ version: 1, findings: [KNOWN] }), findings);
    assert.deepEqual([added.map(({ rule }) => rule), known], [["port/standard"], 1]);
  });

  it("knows one of two that are alike", () => {
    const findings = [finding("port/agreement", 1), finding("port/agreement", 2)];
    assert.equal(compared(JSON.stringify({ version: 1, findings: [KNOWN] }), findings).added.length, 1);
  });

  for (const [title, text, message] of [
    ["no JSON", "{", /got no JSON/],
    ["another version", '{"version":2,"findings":[]}', /without `version: 1`/],
    ["no findings", '{"version":1}', /without `findings`/],
  ] as const) {
    it(`is refused where it is ${title}`, () => {
      assert.throws(() => compared(text, []), message);
    });
  }

  it("is refused where it is not there", () => {
    assert.throws(
      () => withoutKnown([], "/nowhere/b.json"),
      /b\.json: --baseline: expected .*, got ENOENT, no file of that name\./,
    );
  });
});
