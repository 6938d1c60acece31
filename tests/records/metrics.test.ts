import assert from "node:assert/strict";
import { type FailureRecord, metricsOf, paretoOf } from "../../records";

type Step = FailureRecord["history"][number];
const at = (hour: number) => `2026-03-01T${String(hour).padStart(2, "0")}:00:00Z`;
const step = (hour: number, from: Step["from"], to: Step["to"]): Step => ({
  at: at(hour),
  from,
  to,
  by: "Ada",
  evidence: "e",
});

const record = (changed: Partial<FailureRecord>): FailureRecord => ({
  version: 1,
  id: "FR-0001",
  status: "open",
  what: "w",
  where: "w",
  environment: "staging",
  service: "shop",
  firstSeen: at(8),
  lastSeen: at(8),
  count: 1,
  failureMode: "port/mismatch",
  certainty: "certain",
  rootCause: "r",
  correctiveAction: "c",
  fingerprint: "v1-0",
  evidence: [],
  contributing: [],
  seen: [],
  history: [step(8, "new", "open")],
  ...changed,
});

const FIXED = [step(9, "new", "open"), step(10, "open", "analysed"), step(11, "analysed", "corrected")];
const VERIFIED = [...FIXED, step(13, "corrected", "verified")];

describe("the metrics of records", () => {
  it("of none are none", () => {
    const { timeToDetect, timeToCorrect, timeToVerify, recurrence, records } = metricsOf([]);
    const none = { seconds: undefined, of: 0 };
    assert.deepEqual([timeToDetect, timeToCorrect, timeToVerify], [none, none, none]);
    assert.deepEqual([records, recurrence], [0, { corrected: 0, recurred: 0, rate: undefined }]);
  });

  for (const [title, records, expected] of [
    [
      "one that was verified",
      [record({ history: VERIFIED, status: "verified" })],
      { detect: [3600, 1], correct: [7200, 1], verify: [14_400, 1], rate: 0 },
    ],
    [
      "one whose time of failure is not known",
      [record({})],
      { detect: [undefined, 0], correct: [undefined, 0], verify: [undefined, 0], rate: undefined },
    ],
    [
      "one that came back and was corrected again, counting each time apart",
      [
        record({
          history: [
            ...VERIFIED,
            step(15, "verified", "open"),
            step(16, "open", "analysed"),
            step(19, "analysed", "corrected"),
          ],
        }),
      ],
      { detect: [3600, 1], correct: [10_800, 2], verify: [14_400, 1], rate: 1 },
    ],
    [
      "one whose correction was withdrawn, until the one that held",
      [record({ history: [...FIXED, step(12, "corrected", "analysed"), step(15, "analysed", "corrected")] })],
      { detect: [3600, 1], correct: [21_600, 1], verify: [undefined, 0], rate: 0 },
    ],
    [
      "two, of which one only follows from the other",
      [
        record({ history: VERIFIED }),
        record({ history: VERIFIED, followsFrom: "FR-0001", firstSeen: at(1) }),
      ],
      { detect: [3600, 1], correct: [7200, 1], verify: [14_400, 1], rate: 0 },
    ],
  ] as const) {
    it(`are right for ${title}`, () => {
      const { timeToDetect, timeToCorrect, timeToVerify, recurrence } = metricsOf(records);
      const told = {
        detect: [timeToDetect.seconds, timeToDetect.of],
        correct: [timeToCorrect.seconds, timeToCorrect.of],
        verify: [timeToVerify.seconds, timeToVerify.of],
        rate: recurrence.rate,
      };
      assert.deepEqual(told, expected);
    });
  }

  it("count records by status, and occurrences", () => {
    const { byStatus, occurrences } = metricsOf([record({ count: 3 }), record({ status: "closed" })]);
    assert.deepEqual(byStatus, { open: 1, analysed: 0, corrected: 0, verified: 0, closed: 1 });
    assert.equal(occurrences, 4);
  });
});

describe("the Pareto order of failure modes", () => {
  it("has the most frequent first, and what they make of all together", () => {
    const records = [
      record({ failureMode: "disk/full", count: 1 }),
      record({ failureMode: "port/mismatch", count: 2, status: "closed" }),
      record({ failureMode: "port/mismatch", count: 5 }),
      record({ failureMode: "port/none-open", count: 9, followsFrom: "FR-0001" }),
    ];
    assert.deepEqual(paretoOf(records), [
      { failureMode: "port/mismatch", occurrences: 7, records: 2, open: 1, cumulative: 7 / 8 },
      { failureMode: "disk/full", occurrences: 1, records: 1, open: 1, cumulative: 1 },
    ]);
  });

  it("of no record is empty", () => assert.deepEqual(paretoOf([]), []));
});
