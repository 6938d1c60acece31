import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { auditFolder } from "../../audit";
import { inJson, inWords } from "../../cli/adopt/report";
import { FORMATS, printed } from "../../cli/audit/output";
import { diagnosisJson } from "../../cli/diagnose/json";
import { diagnosisText } from "../../cli/diagnose/terminal";
import { planText, promotionJson, resultText } from "../../cli/promote/report";
import { diagnose, readLogLines } from "../../diagnosis";

const ENTRY = path.join(__dirname, "../../bin/portcullis.js");

/** ESC, BEL, backspace, C1's CSI and OSC, a right-to-left override, and a line that is a workflow command. */
const HOSTILE = "a\u001b[31m\u0007\b\u009b2J\u009d\u202e\u2066\r\n::error::x";
const FOREIGN = /[^\P{Cc}\n\t]|\p{Bidi_Control}/u;

function isInert(text: string): boolean {
  return !FOREIGN.test(text) && !/^::error::x/m.test(text);
}

describe("Control characters and marks of foreign text", () => {
  it("reach no report of an audit raw", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "portcullis-control-"));
    try {
      const name = JSON.stringify(HOSTILE);
      const service = `{ type: web, name: ${name}, runtime: python, plan: ${name}, startCommand: ${JSON.stringify(`uvicorn main:app --host 127.0.0.1 # ${HOSTILE}`)} }`;
      writeFileSync(path.join(folder, "render.yaml"), `services:\n  - ${service}\n`);
      const result = auditFolder(folder, {});
      assert.ok(result.findings.length > 0);
      for (const format of FORMATS) assert.ok(isInert(printed(result, format, {} as never)), format);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  for (const [what, args, code] of [
    ["an option", ["audit", "--format", HOSTILE], 2],
    ["a pattern of 100,000 letters", ["audit", "--exclude", `${"a/**/".repeat(20_000)}${HOSTILE}`], 2],
    ["a folder", ["audit", `/nowhere${HOSTILE}`], 2],
    ["a command", [`aud${HOSTILE}`], 2],
  ] as const)
    it(`reach no error about ${what} raw`, () => {
      const { status, stderr, stdout } = spawnSync(process.execPath, [ENTRY, ...args], { encoding: "utf8" });
      assert.deepEqual([status, stdout], [code, ""]);
      assert.ok(isInert(stderr), JSON.stringify(stderr));
      assert.ok(stderr.length > 20 && stderr.length < 1_000, stderr);
    });

  it("reach no diagnosis raw", () => {
    const log = HOSTILE.replace("\r\n", " ");
    const diagnosis = diagnose(readLogLines([`ModuleNotFoundError: No module named '${log}'`]));
    assert.ok(isInert(diagnosisJson(diagnosis, undefined)));
    assert.ok(isInert(diagnosisText(diagnosis, { name: HOSTILE } as never, undefined)));
  });

  it("reach no report of a promotion raw", () => {
    const difference = {
      key: HOSTILE,
      is: "different" as const,
      secret: false,
      from: HOSTILE,
      to: HOSTILE,
      reason: HOSTILE,
    };
    const plan = {
      ...{
        version: 1 as const,
        from: HOSTILE,
        to: HOSTILE,
        differences: [difference],
        idleReasons: [HOSTILE],
      },
      services: [{ key: HOSTILE, refused: HOSTILE, now: HOSTILE, verifiedAt: HOSTILE }],
      notRolledBack: [HOSTILE],
      override: { revision: HOSTILE, reason: HOSTILE },
    } as const;
    const report = { ...plan, result: "failed", detail: HOSTILE.replace("\r\n", " "), seconds: 1 } as const;
    for (const text of [planText(plan as never), resultText(report), promotionJson(report)])
      assert.ok(isInert(text), JSON.stringify(text));
  });

  it("reach no report of an adoption raw", () => {
    const field = { key: "name", value: HOSTILE, note: HOSTILE, assumed: true, flags: [HOSTILE] };
    const service = { key: HOSTILE, kind: "web", fields: [field], variables: [], secrets: [] };
    const databases = [{ key: HOSTILE, fields: [field], secret: field }];
    const lists = { shared: [field], sharedSecrets: [], databases, secrets: [], beside: [HOSTILE] };
    const draft = { environment: HOSTILE, services: [service], ...lists };
    const adopted = {
      output: "infra",
      written: [HOSTILE],
      stacks: [{ draft, file: HOSTILE }],
      notes: [HOSTILE],
      monitor: [{ command: "npx portcullis monitor", note: "on a schedule" }],
      rehearsal: false,
    } as never;
    for (const text of [inWords(adopted), inJson(adopted)]) assert.ok(isInert(text), JSON.stringify(text));
  });
});
