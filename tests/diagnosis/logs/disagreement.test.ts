import assert from "node:assert/strict";
import type { Diagnosis } from "../../../diagnosis/diagnosis";
import { disagreements } from "./disagreement";
import type { Row } from "./truth";

const ROW: Row = {
  name: "a-log",
  failureMode: "import/missing-module",
  certainty: ["certain", "likely"],
  root: 7,
  explains: ["process/exited"],
  form: "iso",
  deploy: "update_failed",
  produced: "A module is missing.",
};

const RIGHT: Diagnosis = {
  failureMode: "import/missing-module",
  certainty: "certain",
  rootCause: "a module is missing",
  correctiveAction: "Install it.",
  evidence: [{ line: 7, text: "No module named 'redis'" }],
  competing: [],
  explains: [
    { failureMode: "process/exited", meaning: "it ended", line: 9, text: "==> Exited with status 1" },
  ],
  unexplained: [],
  contributing: [],
  decided: true,
  harmsLive: false,
  asksFor: [],
  exception: undefined,
  preventiveRule: undefined,
};

describe("A diagnosis of a log whose truth is known", () => {
  it("is right when it says what is known", () => {
    assert.deepEqual(disagreements(ROW, RIGHT, "canary"), []);
    const other: Row = { ...ROW, failureMode: "port/none-open", readable: ["import/missing-module"] };
    assert.deepEqual(disagreements(other, RIGHT, "canary"), []);
  });

  const wrong: readonly (readonly [string, Partial<Diagnosis>, string])[] = [
    ["another failure mode", { failureMode: "process/exited" }, "failure mode: "],
    ["another certainty", { certainty: "unknown" }, "certainty: "],
    ["another line", { evidence: [{ line: 8, text: "" }] }, "evidence: expected line 7, got 8"],
    ["a symptom that it does not explain", { explains: [] }, "explains: process/exited is missing"],
    [
      "a competing cause of what is certain",
      { competing: [{ failureMode: "process/exited", rootCause: "" }] },
      "certain, and",
    ],
    ["a secret", { rootCause: "the password is right-Canary-4711" }, "a secret is told"],
  ];
  for (const [what, change, said] of wrong)
    it(`is wrong with ${what}`, () => {
      const found = disagreements(ROW, { ...RIGHT, ...change }, "canary");
      assert.equal(found.length, 1);
      assert.ok(found[0]?.startsWith(said), found[0]);
    });

  it("is wrong when one of two faults is told in no way", () => {
    const row: Row = { ...ROW, independent: ["import/missing-module", "port/loopback-bind"] };
    assert.deepEqual(disagreements(row, RIGHT, "canary"), [
      "neither the failure nor unexplained: port/loopback-bind",
    ]);
  });
});
