import assert from "node:assert/strict";
import type { AuditFinding } from "../../../audit";
import { inlineWaivers } from "../../../audit/waivers/inline-waivers";
import { waiversOf } from "../../../audit/waivers/waiver-file";
import { applyWaivers, type Waivers } from "../../../audit/waivers/waivers";

const FINDING: AuditFinding = {
  rule: "port/agreement",
  severity: "error",
  place: { source: "file", file: "a.py", line: 2, column: 1, key: "PORT" },
  what: "port",
  expected: "8000",
  got: "10000",
  fix: "Set it to 8000.",
  service: "shop",
  services: ["shop"],
  environments: [],
  title: "",
  why: "",
};

const outcome = (source: Waivers, findings: readonly AuditFinding[] = [FINDING]): readonly string[] => {
  const applied = applyWaivers(findings, [source], "2026-05-31");
  const waived = applied.waived.map(({ waiver }) => `waived: ${waiver.reason}`);
  return [...applied.findings.map(({ rule }) => rule), ...waived];
};

describe("a waiver in a comment", () => {
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
    ["is none in the middle of a sentence", "# see portcullis-ignore in the guide\nx", ["port/agreement"]],
    ["is none in a program's own text", 'const WORD = "portcullis-ignore";\nx', ["port/agreement"]],
    ["needs a day", "# portcullis-ignore port/agreement\nx", ["waiver/malformed", "port/agreement"]],
    ["is not there without its word", "# port/agreement\nx", ["port/agreement"]],
  ];
  for (const [title, text, expected] of CASES) {
    it(title, () => assert.deepEqual(outcome(inlineWaivers(new Map([["a.py", text]]))), expected));
  }
});

describe("a waiver in a comment above an item of YAML", () => {
  const WAIVER = "# portcullis-ignore port/agreement until 2026-06-01: moving";
  const CASES: readonly (readonly [string, string, number, readonly string[]])[] = [
    [
      "holds to the item's last line",
      `envVars:\n  ${WAIVER}\n  - key: PORT\n    value: 10000\n`,
      4,
      ["waived: moving"],
    ],
    [
      "does not hold in the next item",
      `envVars:\n  ${WAIVER}\n  - key: HOST\n    value: a\n  - key: PORT\n    value: 10000\n`,
      6,
      ["waiver/unused", "port/agreement"],
    ],
    [
      "does not hold after its list",
      `envVars:\n  ${WAIVER}\n  - key: HOST\n    value: a\nport: 10000\n`,
      5,
      ["waiver/unused", "port/agreement"],
    ],
    [
      "does not hold for what an item's own list holds",
      `services:\n  ${WAIVER}\n  - type: web\n    envVars:\n      - key: PORT\n        value: 10000\n`,
      6,
      ["waiver/unused", "port/agreement"],
    ],
  ];
  for (const [title, text, line, expected] of CASES) {
    it(title, () => {
      const place = { source: "file", file: "render.yaml", line } as const;
      const source = inlineWaivers(new Map([["render.yaml", text]]));
      assert.deepEqual(outcome(source, [{ ...FINDING, place }]), expected);
    });
  }
});

describe("a waiver of a rule that there is not", () => {
  const faultOf = (rule: string) => {
    const text = `# portcullis-ignore ${rule} until 2026-06-01: moving\nx`;
    const source = inlineWaivers(new Map([["a.py", text]]));
    const [fault] = applyWaivers([], [source], "2026-05-31", ["port/agreement", "port/standard"]).findings;
    return [fault?.rule, fault?.expected, fault?.got, fault?.fix];
  };

  it("says so, and names the nearest one", () => {
    assert.deepEqual(faultOf("port/agrement"), [
      "waiver/unused",
      "a rule that there is, such as port/agreement",
      "port/agrement, and there is no such rule",
      "Write port/agreement, or remove it.",
    ]);
  });

  it("says where they are listed where none is near", () => {
    const [rule, expected, , fix] = faultOf("else/other");
    assert.deepEqual(
      [rule, expected, fix],
      ["waiver/unused", "a rule that there is", "`portcullis rules` lists them."],
    );
  });

  it("is unused as before where there is the rule", () => {
    assert.deepEqual(faultOf("port/standard").slice(0, 3), [
      "waiver/unused",
      "a finding of port/standard",
      "none",
    ]);
  });
});

describe("a waiver in a file", () => {
  const written = (rows: string) => waiversOf({ path: "portcullis-waivers.yaml", text: `waivers:\n${rows}` });
  const row = (change: Readonly<Record<string, string>> = {}): string => {
    const fields = { rule: "port/agreement", file: "a.py", line: "2", until: "2026-05-31", reason: "moving" };
    const stated = Object.entries({ ...fields, ...change }).filter(([, value]) => value !== "");
    return `  - { ${stated.map(([key, value]) => `${key}: ${value}`).join(", ")} }\n`;
  };

  const CASES: readonly (readonly [string, string, readonly string[]])[] = [
    ["holds at its line, to the end of its last day", row(), ["waived: moving"]],
    ["holds at its variable, wherever that stands", row({ line: "", key: "PORT" }), ["waived: moving"]],
    ["takes a path from the folder", row({ file: "./a.py" }), ["waived: moving"]],
    ["expires after its day", row({ until: "2026-05-30" }), ["waiver/expired", "port/agreement"]],
    ["is of one rule alone", row({ rule: "port/standard" }), ["waiver/unused", "port/agreement"]],
    ["is of one line alone", row({ line: "3" }), ["waiver/unused", "port/agreement"]],
    ["is of one variable alone", row({ line: "", key: "HOST" }), ["waiver/unused", "port/agreement"]],
    ["is of one file alone", row({ file: "b.py" }), ["waiver/unused", "port/agreement"]],
    ["needs a reason", row({ reason: "" }), ["waiver/malformed", "port/agreement"]],
    ["needs a day that there is", row({ until: "2026-02-30" }), ["waiver/malformed", "port/agreement"]],
    ["needs a line or a variable", row({ line: "" }), ["waiver/malformed", "port/agreement"]],
    ["takes no line beside a variable", row({ key: "PORT" }), ["waiver/malformed", "port/agreement"]],
    ["needs a line that is a number", row({ line: "two" }), ["waiver/malformed", "port/agreement"]],
    ["has no other field", row({ because: "x" }), ["waiver/malformed", "port/agreement"]],
  ];
  for (const [title, rows, expected] of CASES) {
    it(title, () => assert.deepEqual(outcome(written(rows)), expected));
  }

  it("is refused where its variable stands at two places, and names them", () => {
    const other: AuditFinding = { ...FINDING, place: { source: "file", file: "a.py", line: 9, key: "PORT" } };
    const { findings } = applyWaivers(
      [FINDING, other],
      [written(row({ line: "", key: "PORT" }))],
      "2026-05-31",
    );
    assert.deepEqual(
      findings.map(({ rule, got }) => [rule, got]),
      [
        ["waiver/malformed", "a.py:2 and a.py:9: write the line"],
        ["port/agreement", "10000"],
        ["port/agreement", "10000"],
      ],
    );
  });

  it("names itself where it is wrong", () => {
    const [fault] = written(row() + row({ until: "soon" })).malformed;
    assert.deepEqual(fault?.place, { source: "file", file: "portcullis-waivers.yaml", line: 3 });
  });

  for (const [title, text] of [
    ["no YAML", "waivers: [\n"],
    ["no text", "waivers:\u0000"],
    ["another document", "rules: []\n"],
    ["empty", ""],
    ["a list without its name", "- rule: port/agreement\n"],
  ] as const) {
    it(`is malformed as a whole where the file is ${title}`, () => {
      const { waivers, malformed } = waiversOf({ path: "w.yaml", text });
      assert.deepEqual([waivers, malformed.map(({ rule }) => rule)], [[], ["waiver/malformed"]]);
    });
  }
});
