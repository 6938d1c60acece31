import assert from "node:assert/strict";
import { askWindow } from "../../components/verification/stability-window";
import type { Answer, Outcome } from "../../probes";
import { fakeClock, OUTCOMES } from "../probes/scripted-answers";

interface Limits {
  readonly interval?: number;
  readonly maxErrorRate?: number;
  readonly p50?: number;
  readonly p95?: number;
  readonly p99?: number;
}

/** Answers as a word says (p, f, e), of which the last goes on; the first takes 10 ms, the second 20 ms, and so on. */
async function run(word: string, limits: Limits, window = 99_000) {
  const clock = fakeClock();
  let asked = 0;
  const ask = async (): Promise<Answer> => {
    const letter = word[Math.min(asked++, word.length - 1)] as keyof typeof OUTCOMES;
    return { outcome: OUTCOMES[letter], reason: `answer ${asked}`, milliseconds: asked * 10 };
  };
  const signal = new AbortController().signal;
  const all = { interval: 1_000, maxErrorRate: 0, ...limits };
  const { answer } = await askWindow({ limits: all, window, what: "/health", ask, signal, clock });
  return { answer, asked, waited: clock.waited };
}

describe("A stability window", () => {
  const row = (letters: number, rest = "p") => "f".repeat(letters) + rest;
  const cases: readonly (readonly [string, string, Limits, Outcome, number, RegExp])[] = [
    [
      "passes what stays below its limits, and states what was compared",
      "p",
      { p50: 500, p95: 950, p99: 990 },
      "pass",
      100,
      /^\/health: 100 probes in a window of 99 s, error rate 0 % \(at most 0 %\), p50 500 ms \(at most 500 ms\), p95 950 ms \(at most 950 ms\), p99 990 ms \(at most 990 ms\)$/,
    ],
    ["fails one percentile above its limit", "p", { p95: 949 }, "fail", 100, /p95 950 ms \(at most 949 ms\)/],
    ["tolerates as many errors as the rate", row(5), { maxErrorRate: 0.05 }, "pass", 100, /error rate 5 %/],
    [
      "fails as soon as the errors are too many for the whole window",
      row(6),
      { maxErrorRate: 0.05 },
      "fail",
      6,
      /6 probes .*error rate 100 % \(at most 5 %\); last error: answer 6$/,
    ],
    ["tolerates no error where no rate is declared", "pf", { p95: 5_000 }, "fail", 2, /at most 0 %/],
    [
      "does not decide where nothing answers, which proves nothing wrong",
      "eeeeeep",
      { maxErrorRate: 0.05 },
      "not-decided",
      100,
      /error rate 6 % \(at most 5 %\); last error: answer 6$/,
    ],
    [
      "counts what is not answered as an error",
      "eeeep",
      { maxErrorRate: 0.05 },
      "pass",
      100,
      /error rate 4 %/,
    ],
    ["takes no error's time for a latency", "fp", { maxErrorRate: 0.5, p50: 10 }, "fail", 100, /p50 510 ms/],
  ];
  for (const [what, word, limits, outcome, asked, reason] of cases) {
    it(what, async () => {
      const result = await run(word, limits);
      assert.deepEqual([result.answer.outcome, result.asked], [outcome, asked], result.answer.reason);
      assert.match(result.answer.reason, reason);
    });
  }

  it("asks no more often than declared", async () => {
    const { waited, asked } = await run("p", { interval: 500 }, 2_000);
    assert.deepEqual([waited, asked], [[500, 500, 500, 500], 5]);
  });

  it("ends with the signal's reason where it is aborted", async () => {
    const controller = new AbortController();
    const asking = askWindow({
      ...{ limits: { interval: 50_000, maxErrorRate: 0 }, window: 100_000, what: "/health" },
      ask: async () => {
        setImmediate(() => controller.abort(new Error("cancelled")));
        return { outcome: "pass", reason: "" };
      },
      signal: controller.signal,
    });
    await assert.rejects(asking, /cancelled/);
  });
});
