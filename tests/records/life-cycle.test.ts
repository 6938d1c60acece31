import assert from "node:assert/strict";
import {
  type FailureRecord,
  type Given,
  MOVES,
  MoveError,
  moved,
  STATUSES,
  type Status,
} from "../../records";

const AT = new Date("2026-03-01T10:00:00Z");
const EVERYTHING: Given = {
  by: "Ada",
  reason: "because",
  commit: "0f3c2a1",
  verification: { id: "dep-1", words: "dep-1 passed" },
  recurrence: "seen again",
};

const record = (status: Status, certainty: FailureRecord["certainty"] = "likely"): FailureRecord => ({
  version: 1,
  id: "FR-0001",
  status,
  what: "w",
  where: "w",
  environment: "staging",
  service: "shop",
  firstSeen: "2026-03-01T09:00:00Z",
  lastSeen: "2026-03-01T09:00:00Z",
  count: 1,
  failureMode: "unknown",
  certainty,
  rootCause: "not known",
  correctiveAction: "c",
  fingerprint: "v1-0",
  evidence: [],
  contributing: [],
  seen: [],
  history: [{ at: "2026-03-01T09:00:00Z", from: "new", to: "open", by: "portcullis", evidence: "line 1" }],
});

describe("the life of a record", () => {
  for (const from of STATUSES) {
    for (const to of STATUSES) {
      const allowed = MOVES.some((move) => move.from === from && move.to === to);
      it(`${allowed ? "goes" : "does not go"} from ${from} to ${to}`, () => {
        if (!allowed) return assert.throws(() => moved(record(from), to, EVERYTHING, AT), MoveError);
        const { status, history } = moved(record(from), to, EVERYTHING, AT);
        assert.equal(status, to);
        assert.deepEqual(history.slice(0, -1), record(from).history);
        const { at, evidence, ...step } = history.at(-1) ?? assert.fail();
        assert.equal(at, AT.toISOString());
        assert.notEqual(evidence, "");
        assert.deepEqual([step.from, step.to, step.by], [from, to, "Ada"]);
      });
    }
  }

  it("is as the issue tells it, and every move back is among these", () => {
    const forward = MOVES.filter(({ from, to }) => STATUSES.indexOf(to) > STATUSES.indexOf(from));
    const words = forward.map(({ from, to }) => `${from} → ${to}`);
    assert.deepEqual(words, [
      "open → analysed",
      "analysed → corrected",
      "corrected → verified",
      "verified → closed",
    ]);
  });

  for (const [from, to, given, message] of [
    ["open", "analysed", {}, /--root-cause/],
    [
      "analysed",
      "corrected",
      { reason: "done" },
      /only with its evidence: `portcullis fracas move FR-0001 corrected --commit SHA/,
    ],
    [
      "corrected",
      "verified",
      { reason: "it works", commit: "0f3c2a1" },
      /a verification that passes.* it cannot be moved by hand/,
    ],
    ["corrected", "analysed", {}, /--reason/],
    ["closed", "open", {}, /--reason/],
  ] as const) {
    it(`stays ${from} where what ${to} needs is missing, and says what to type`, () => {
      assert.throws(() => moved(record(from), to, { by: "Ada", ...given }, AT), message);
    });
  }

  it("says from where it goes on, where a step is left out", () => {
    assert.throws(
      () => moved(record("open"), "corrected", EVERYTHING, AT),
      /FR-0001 is open and cannot become corrected\. From open it goes on to analysed: `portcullis fracas move FR-0001 analysed/,
    );
  });

  it("needs a commit that is one, and a name", () => {
    const options = { ...EVERYTHING, commit: "--all" };
    assert.throws(() => moved(record("analysed"), "corrected", options, AT), /expected a git commit/);
    assert.throws(() => moved(record("open"), "analysed", { ...EVERYTHING, by: " " }, AT), MoveError);
  });

  it("needs a person's agreement only where the cause is certain", () => {
    const { history } = moved(record("open", "certain"), "analysed", { by: "Ada" }, AT);
    assert.equal(history.at(-1)?.evidence, "the certain diagnosis, read by Ada");
  });

  it("takes over the root cause that a person found", () => {
    const found = moved(
      record("open", "unknown"),
      "analysed",
      { by: "Ada", rootCause: "the disk is full" },
      AT,
    );
    assert.equal(found.rootCause, "the disk is full");
    assert.equal(moved(record("analysed"), "open", EVERYTHING, AT).rootCause, "not known");
  });

  it("keeps the corrective commit and the verification in their steps", () => {
    const corrected = moved(record("analysed"), "corrected", { by: "Ada", commit: "0f3c2a1" }, AT);
    assert.equal(corrected.history.at(-1)?.commit, "0f3c2a1");
    const verified = moved(
      corrected,
      "verified",
      { by: "portcullis", verification: { id: "dep-1", words: "passed" } },
      AT,
    );
    assert.equal(verified.history.at(-1)?.verification, "dep-1");
  });
});
