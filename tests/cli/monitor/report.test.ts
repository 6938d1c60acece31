import assert from "node:assert/strict";
import { monitorJson, monitorReport } from "../../../cli/monitor/report";

const HOSTILE = "a\u001b[31m\u0007\b\u009b2J\u009d\u202e\u2066\r\n::error::x";
const FOREIGN = /[^\P{Cc}\n\t]|\p{Bidi_Control}/u;

describe("The report of a monitor", () => {
  it("shows no control character or workflow command of foreign text", () => {
    const checks = [{ name: HOSTILE, kind: "endpoint", outcome: "fail", detail: HOSTILE }] as const;
    const result = { outcome: "fail", deployId: HOSTILE, checks, seconds: 1 } as const;
    const services = [{ name: HOSTILE, result, record: HOSTILE }];
    for (const print of [monitorReport, monitorJson]) {
      const text = print({ stack: HOSTILE, rounds: 1, services });
      assert.ok(!FOREIGN.test(text) && !/^::error::x/m.test(text), JSON.stringify(text));
    }
  });
});
