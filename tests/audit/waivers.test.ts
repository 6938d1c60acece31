import assert from "node:assert/strict";
import type { AuditFinding } from "../../audit";
import { applyWaivers } from "../../audit/waivers";

const FINDING: AuditFinding = {
  rule: "port/agreement",
  severity: "error",
  place: { source: "file", file: "a.py", line: 2, column: 1 },
  what: "port",
  expected: "8000",
  got: "10000",
  fix: "Set it to 8000.",
  service: "shop",
  environments: [],
  title: "",
  why: "",
};

const outcome = (text: string): readonly string[] => {
  const { findings, waived } = applyWaivers([FINDING], new Map([["a.py", text]]), "2026-05-31");
  return [...findings.map(({ rule }) => rule), ...waived.map(({ waiver }) => `waived: ${waiver.reason}`)];
};

describe("a waiver", () => {
  const CASES: readonly (readonly [string, string, readonly string[]])[] = [
    [
      "holds on the finding's own line",
      "\nx # portcullis-ignore port/agreement until 2026-05-31: moving",
      ["waived: moving"],
    ],
    [
      "holds on the line above",
      "# portcullis-ignore port/agreement until 2026-06-01: moving\nx",
      ["waived: moving"],
    ],
    [
      "expires after its day",
      "# portcullis-ignore port/agreement until 2026-05-30: moving\nx",
      ["waiver/expired", "port/agreement"],
    ],
    [
      "is of one rule alone",
      "# portcullis-ignore port/standard until 2026-06-01: moving\nx",
      ["waiver/unused", "port/agreement"],
    ],
    [
      "is of one place alone",
      "\n\n\n# portcullis-ignore port/agreement until 2026-06-01: moving",
      ["waiver/unused", "port/agreement"],
    ],
    [
      "needs a reason",
      "# portcullis-ignore port/agreement until 2026-06-01:\nx",
      ["waiver/malformed", "port/agreement"],
    ],
    [
      "needs a day that there is",
      "# portcullis-ignore port/agreement until 2026-02-30: no\nx",
      ["waiver/malformed", "port/agreement"],
    ],
    ["needs a day", "# portcullis-ignore port/agreement\nx", ["waiver/malformed", "port/agreement"]],
    ["is not there without its word", "# port/agreement\nx", ["port/agreement"]],
  ];
  for (const [title, text, expected] of CASES) it(title, () => assert.deepEqual(outcome(text), expected));
});
