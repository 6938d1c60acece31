import assert from "node:assert/strict";
import fc from "fast-check";
import { type Answer, askBySchedule, type Outcome, type Schedule } from "../../probes";
import { fakeClock, OUTCOMES } from "./scripted-answers";

const sound: Schedule = {
  initialDelay: 0,
  interval: 1_000,
  count: 1,
  failureLimit: 0,
  consecutiveErrorLimit: 4,
  consecutiveSuccessLimit: 0,
  deadline: 60_000,
};

/** Answers as a word says: p(ass), f(ail), e(rror); the last letter goes on for ever. */
function answers(word: string, final = false): { ask: () => Promise<Answer>; asked: () => number } {
  let asked = 0;
  const ask = async (): Promise<Answer> => {
    const letter = word[Math.min(asked++, word.length - 1)] as keyof typeof OUTCOMES;
    return { outcome: OUTCOMES[letter], reason: `answer ${asked}`, ...(final ? { final } : {}) };
  };
  return { ask, asked: () => asked };
}

async function run(change: Partial<Schedule>, word: string, final = false) {
  const clock = fakeClock();
  const { ask, asked } = answers(word, final);
  const signal = new AbortController().signal;
  const answer = await askBySchedule({ ...sound, ...change }, ask, { signal, clock });
  return { answer, asked: asked(), waited: clock.waited };
}

describe("A schedule", () => {
  const cases: readonly [string, Partial<Schedule>, string, Outcome, number][] = [
    ["passes at the first pass where one is wanted", {}, "p", "pass", 1],
    ["fails at the first failure where none is tolerated", {}, "fp", "fail", 1],
    ["does not count errors as measurements", { count: 2 }, "eepep", "pass", 5],
    ["leaves a longer row of errors undecided", { consecutiveErrorLimit: 2 }, "e", "not-decided", 3],
    [
      "begins the row of errors anew after any measurement",
      { count: 3, consecutiveErrorLimit: 1 },
      "epepep",
      "pass",
      6,
    ],
    ["tolerates as many failures as its limit", { count: 4, failureLimit: 2 }, "fpfp", "pass", 4],
    ["fails at one failure more", { count: 9, failureLimit: 2 }, "fpfpf", "fail", 5],
    ["never passes on failures alone", { count: 1, failureLimit: 3 }, "f", "fail", 1],
    [
      "passes after enough passes in a row",
      { count: undefined, failureLimit: -1, consecutiveSuccessLimit: 3 },
      "ppfppp",
      "pass",
      6,
    ],
    [
      "counts an error as the end of a row of passes",
      { count: undefined, consecutiveSuccessLimit: 2 },
      "pepp",
      "pass",
      4,
    ],
    [
      "is undecided where the count is over before the row",
      { count: 3, failureLimit: -1, consecutiveSuccessLimit: 2 },
      "pfp",
      "not-decided",
      3,
    ],
    [
      "is undecided at its deadline",
      { count: undefined, consecutiveErrorLimit: 1_000, deadline: 3_500 },
      "e",
      "not-decided",
      4,
    ],
    [
      "asks nothing where the delay is longer than the deadline",
      { initialDelay: 9, deadline: 9 },
      "p",
      "not-decided",
      0,
    ],
  ];
  for (const [what, change, word, outcome, asked] of cases) {
    it(what, async () => {
      const result = await run(change, word);
      assert.deepEqual([result.answer.outcome, result.asked], [outcome, asked], result.answer.reason);
    });
  }

  it("waits the initial delay once, and the interval between questions", async () => {
    const { waited } = await run({ initialDelay: 7, interval: 5, count: 3 }, "p");
    assert.deepEqual(waited, [7, 5, 5]);
  });

  const given = async (answer: Answer, change: Partial<Schedule> = {}) => {
    const clock = fakeClock();
    const asking = { signal: new AbortController().signal, clock };
    const found = await askBySchedule({ ...sound, ...change }, async () => answer, asking);
    return { outcome: found.outcome, asked: clock.waited.length + 1 };
  };

  it("asks what waits for another until the deadline, however often that is", async () => {
    const open: Answer = { outcome: "not-decided", reason: "", untilDeadline: true };
    assert.deepEqual(await given(open), { outcome: "not-decided", asked: 60 });
  });

  it("counts no failure that may pass, and counts it when its time is over", async () => {
    const warm: Answer = { outcome: "fail", reason: "", warmsUpWithin: 10_000 };
    assert.deepEqual(await given(warm), { outcome: "fail", asked: 11 });
    assert.deepEqual(await given({ ...warm, final: true }), { outcome: "fail", asked: 1 });
    assert.equal((await given(warm, { deadline: 5_000 })).outcome, "not-decided");
  });

  it("never repeats a question whose answer is final", async () => {
    const { answer, asked } = await run({ failureLimit: 5, count: 9 }, "f", true);
    assert.deepEqual([answer.outcome, asked], ["fail", 1]);
  });

  it("ends at its deadline although a question that hears of nothing has not been answered", async () => {
    const told: boolean[] = [];
    const asking = askBySchedule(
      { ...sound, deadline: 30 },
      (at) => {
        at.addEventListener("abort", () => told.push(true));
        return new Promise(() => {});
      },
      { signal: new AbortController().signal },
    );
    const { outcome, reason } = await asking;
    assert.deepEqual([outcome, told], ["not-decided", [true]]);
    assert.match(reason, /the deadline of 0 s was over/);
  });

  it("ends with the signal's reason although such a question has not been answered", async () => {
    const controller = new AbortController();
    const asking = askBySchedule({ ...sound, deadline: 1e12 }, () => new Promise(() => {}), {
      signal: controller.signal,
    });
    controller.abort(new Error("cancelled"));
    await assert.rejects(asking, /cancelled/);
  });

  it("ends with the signal's reason where it is aborted while it waits", async () => {
    const controller = new AbortController();
    const asking = askBySchedule({ ...sound, count: 2, interval: 50_000 }, answers("p").ask, {
      signal: controller.signal,
      onAnswer: () => controller.abort(new Error("cancelled")),
    });
    await assert.rejects(asking, /cancelled/);
  });

  it("passes only after a pass, fails only after more failures than the limit, and ends in time", async () => {
    const anySchedule = fc.record({
      initialDelay: fc.nat(5_000),
      interval: fc.integer({ min: 1, max: 5_000 }),
      count: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
      failureLimit: fc.integer({ min: -1, max: 4 }),
      consecutiveErrorLimit: fc.nat(4),
      consecutiveSuccessLimit: fc.nat(4),
      deadline: fc.nat(60_000),
    });
    const word = fc
      .array(fc.constantFrom("p", "f", "e"), { minLength: 1, maxLength: 12 })
      .map((l) => l.join(""));
    await fc.assert(
      fc.asyncProperty(anySchedule, word, async (schedule, letters) => {
        const { answer, asked, waited } = await run(schedule, letters);
        const said = letters.padEnd(asked, letters.at(-1)).slice(0, asked);
        if (answer.outcome === "pass") assert.match(said, /p/);
        if (answer.outcome === "fail") assert.match(said, /f/);
        assert.ok(waited.reduce((sum, time) => sum + time, 0) <= schedule.deadline);
      }),
    );
  });
});
