import assert from "node:assert/strict";
import { type Answer, askBySchedule, type Clock, type Outcome, type Schedule } from "../../probes";

/** What Argo Rollouts' analysis would call the end (argoproj/argo-rollouts: analysis/analysis.go, November 2026). */
type Phase = "Successful" | "Failed" | "Error" | "Inconclusive" | "Running at the deadline";

const DEFAULTS: Schedule = {
  ...{ initialDelay: 0, interval: 1_000, count: 1, failureLimit: 0 },
  ...{ consecutiveErrorLimit: 4, consecutiveSuccessLimit: 0, deadline: 60_000 },
};

const LETTERS = { p: "pass", f: "fail", e: "not-decided" } as const;

/** Answers as a word says: p(ass), f(ail), e(rror); the last letter goes on for ever. */
async function analysed(change: Partial<Schedule>, word: string): Promise<Answer> {
  let now = 0;
  const clock: Clock = {
    now: () => now,
    wait: async (milliseconds) => {
      now += milliseconds;
    },
  };
  let asked = 0;
  const ask = async (): Promise<Answer> => {
    const letter = word[Math.min(asked++, word.length - 1)] as keyof typeof LETTERS;
    return { outcome: LETTERS[letter], reason: `answer ${asked}` };
  };
  return askBySchedule({ ...DEFAULTS, ...change }, ask, { signal: new AbortController().signal, clock });
}

describe("A schedule, in the terms of Argo Rollouts' analysis,", () => {
  const cases: readonly (readonly [string, Partial<Schedule>, string, Phase, Outcome])[] = [
    ["a successful metric", { count: 3 }, "p", "Successful", "pass"],
    ["failureLimit is reached and not exceeded", { count: 3, failureLimit: 1 }, "pfp", "Successful", "pass"],
    ["failureLimit is exceeded", { count: 5, failureLimit: 1 }, "pff", "Failed", "fail"],
    ["no failureLimit, which is 0", { count: 5 }, "pf", "Failed", "fail"],
    ["consecutiveErrorLimit is reached and not exceeded", {}, "eeeep", "Successful", "pass"],
    ["consecutiveErrorLimit is exceeded", {}, "eeeee", "Error", "not-decided"],
    [
      "consecutiveErrorLimit is reset by a measurement",
      { count: 3, consecutiveErrorLimit: 1 },
      "epepep",
      "Successful",
      "pass",
    ],
    [
      "consecutiveErrorLimit is reset by a failed measurement",
      { count: 3, consecutiveErrorLimit: 1, failureLimit: 1 },
      "efepp",
      "Successful",
      "pass",
    ],
    [
      "consecutiveSuccessLimit is reached",
      { count: undefined, failureLimit: -1, consecutiveSuccessLimit: 2 },
      "fpfpp",
      "Successful",
      "pass",
    ],
    [
      "consecutiveSuccessLimit is not reached within count",
      { count: 4, failureLimit: -1, consecutiveSuccessLimit: 3 },
      "ppfp",
      "Inconclusive",
      "not-decided",
    ],
    [
      "failureLimit is exceeded before consecutiveSuccessLimit",
      { count: 9, failureLimit: 1, consecutiveSuccessLimit: 3 },
      "pfpf",
      "Failed",
      "fail",
    ],
    [
      "no measurement: the initial delay outlasts the deadline",
      { initialDelay: 60_000 },
      "p",
      "Running at the deadline",
      "not-decided",
    ],
    [
      "no measurement: errors alone",
      { consecutiveErrorLimit: 1_000 },
      "e",
      "Running at the deadline",
      "not-decided",
    ],
    ["too few measurements", { count: 1_000 }, "p", "Running at the deadline", "not-decided"],
  ];
  for (const [what, change, word, phase, outcome] of cases) {
    it(`ends as ${outcome} where Argo says ${phase}: ${what}`, async () => {
      const answer = await analysed(change, word);
      assert.equal(answer.outcome, outcome, answer.reason);
    });
  }

  it("takes no terminated analysis for a success, whatever passed before", async () => {
    const controller = new AbortController();
    const asked: string[] = [];
    const asking = askBySchedule(
      { ...DEFAULTS, count: 5, interval: 0 },
      async () => {
        asked.push("pass");
        if (asked.length === 3) controller.abort(new Error("terminated"));
        return { outcome: "pass", reason: "" };
      },
      { signal: controller.signal },
    );
    await assert.rejects(asking, /terminated/);
    assert.equal(asked.length, 3);
  });
});
