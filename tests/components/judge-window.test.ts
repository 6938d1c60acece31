import assert from "node:assert/strict";
import type { StabilityLimits } from "../../components/verification/inputs";
import { judgeWindows } from "../../components/verification/judge-window";
import { errorKindsOf } from "../../components/verification/window-errors";
import type { WindowMeasures } from "../../components/verification/window-measures";

const MEBIBYTE = 1024 * 1024;

const measures = (change: Partial<WindowMeasures> = {}): WindowMeasures => ({
  ...{ deployId: "dep-1", seconds: 120, errors: ["a"] },
  asked: { probes: 100, errorRate: 0.01, p50: 100, p95: 200, p99: 300 },
  memory: { peak: 100 * MEBIBYTE, growth: 0.1, unit: "bytes" },
  ...change,
});

const judged = (
  limits: Partial<StabilityLimits>,
  now: Partial<WindowMeasures>,
  before: Partial<WindowMeasures> | "none" = {},
) =>
  judgeWindows({
    limits: { interval: 1_000, maxErrorRate: 0, ...limits },
    now: measures({ deployId: "dep-2", ...now }),
    before: before === "none" ? undefined : measures(before),
    lines: new Map([["b", "ERROR: b"]]),
  }).map(({ outcome, words }) => `${outcome} ${words}`);

describe("The comparison of two stability windows", () => {
  const memory = (peak: number, growth = 0, unit = "bytes") => ({ memory: { peak, growth, unit } });
  const asked = (change: object) => ({ asked: { probes: 100, errorRate: 0, p50: 100, p95: 200, ...change } });
  const none = { memory: undefined as never, errors: undefined as never };
  const with1 = "compared with the window of dep-1:";
  const rows: readonly (readonly [string, Partial<StabilityLimits>, object, object | "none", string[]])[] = [
    ["compares nothing that is not declared", {}, memory(10 ** 9, 5), {}, []],
    [
      "tolerates a growth of memory up to the limit",
      { maxMemoryGrowth: 0.2 },
      memory(1, 0.2),
      {},
      ["pass memory grew by 20 % (at most 20 %)"],
    ],
    [
      "fails a growth above it",
      { maxMemoryGrowth: 0.2 },
      memory(1, 0.21),
      {},
      ["fail memory grew by 21 % (at most 20 %)"],
    ],
    [
      "does not decide on a memory that was not measured",
      { maxMemoryGrowth: 0.2 },
      none,
      {},
      ["not-decided memory could not be measured"],
    ],
    [
      "passes where there is no window before",
      { previous: { memory: 1, newErrors: 0, latency: 1 } },
      memory(10 ** 9),
      "none",
      ["pass no window of a deploy before to compare with"],
    ],
    [
      "fails a highest use of memory above the factor",
      { previous: { memory: 1.5 } },
      memory(151 * MEBIBYTE),
      {},
      [`fail ${with1} memory 151 MiB at most, 100 MiB before (at most 1.5 times that)`],
    ],
    [
      "compares no memory in different units",
      { previous: { memory: 1.5 } },
      memory(1, 0, "GB"),
      {},
      [`pass ${with1} no memory of the deploy before to compare with`],
    ],
    [
      "fails an error rate above the difference",
      { previous: { errorRate: 0.01 } },
      asked({ errorRate: 0.03 }),
      {},
      [`fail ${with1} error rate 3 %, 1 % before (at most 1 % more)`],
    ],
    [
      "takes less than 50 ms for the network's",
      { previous: { latency: 1 } },
      asked({ p50: 150, p95: 251 }),
      {},
      [
        `pass ${with1} p50 150 ms, 100 ms before (at most 1 times that)`,
        "fail p95 251 ms, 200 ms before (at most 1 times that)",
      ],
    ],
    [
      "compares no 95th percentile of fewer than 20 probes",
      { previous: { latency: 2 } },
      asked({ probes: 19, p95: 9_999 }),
      {},
      [`pass ${with1} p50 100 ms, 100 ms before (at most 2 times that)`],
    ],
    [
      "fails a new kind of error lines, and quotes it",
      { previous: { newErrors: 0 } },
      { errors: ["a", "b"] },
      {},
      [`fail ${with1} 1 new kinds of error lines (at most 0): ERROR: b`],
    ],
    [
      "tolerates as many as declared, and those that are gone",
      { previous: { newErrors: 1 } },
      { errors: ["b"] },
      {},
      [`pass ${with1} 1 new kinds of error lines (at most 1): ERROR: b`],
    ],
    [
      "does not decide on a log that could not be read",
      { previous: { newErrors: 0 } },
      none,
      {},
      [`not-decided ${with1} the log could not be measured`],
    ],
  ];
  for (const [what, limits, now, before, expected] of rows) {
    it(what, () => assert.deepEqual(judged(limits, now, before), expected));
  }
});

describe("The kinds of error lines of a window", () => {
  const kinds = (...lines: string[]) => [...errorKindsOf({ lines, times: lines.map(() => 10) }, 5).values()];

  it("are of errors alone", () => {
    const lines = [
      "GET /orders 200",
      "INFO: 0 errors",
      "  at frame (x.js:1)",
      "Traceback (most recent call last):",
    ];
    assert.deepEqual(kinds(...lines, "ValueError: bad"), ["ValueError: bad"]);
  });

  it("take what differs in numbers, times, ids, addresses, paths, mails and quoted text for one", () => {
    const lines = [
      "2026-01-01T10:00:00Z ERROR: order 17 of 'ann' at /orders/17 failed, told ann@example.com",
      "2026-01-02T11:00:01Z ERROR: order 9 of 'bob' at /orders/9/items failed, told bob@example.org",
    ];
    assert.equal(kinds(...lines).length, 1);
    assert.equal(kinds(...lines, "ERROR: the card was refused").length, 2);
  });

  it("leave out what was written before the window", () => {
    const found = errorKindsOf({ lines: ["ERROR: a", "ERROR: b"], times: [1, 9] }, 5);
    assert.deepEqual([...found.values()], ["ERROR: b"]);
  });
});
