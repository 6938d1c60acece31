import assert from "node:assert/strict";
import { parse } from "yaml";
import { verifySchema } from "../../config/verify";
import { type Answer, askBySchedule, type Clock, type Outcome } from "../../probes";
import { pageText } from "../docs/pages";

/** A row of the page: what it shows is asked here, by the schedule as a stack's file has it. */
interface Row {
  readonly what: string;
  readonly schedule: string;
  readonly answers: readonly string[];
  readonly outcome: Outcome;
  /** What Argo Rollouts' analysis calls the end (argoproj/argo-rollouts: analysis/analysis.go, November 2026). */
  readonly phase: string;
}

/** What Argo Rollouts calls an analysis that ended so (pkg/apis/rollouts/v1alpha1: AnalysisPhase). */
const PHASES = ["Successful", "Failed", "Error", "Inconclusive", "still Running"];
const ANSWERS: Readonly<Record<string, Outcome>> = { pass: "pass", wrong: "fail", none: "not-decided" };

const HEAD = "| case | schedule | answers | outcome | Argo Rollouts' phase |\n|---|---|---|---|---|\n";

function rows(): readonly Row[] {
  const [, table = ""] = pageText("docs/verification.md").split(HEAD);
  const [lines = ""] = table.split("\n\n");
  return lines.split("\n").map((line) => {
    const [what = "", schedule = "", answers = "", outcome = "", phase = ""] = line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim());
    const said = answers === "" ? [] : answers.split(", ");
    const named = outcome.replace(" ", "-") as Outcome;
    return { what, schedule: schedule.replaceAll("`", ""), answers: said, outcome: named, phase };
  });
}

/** The answers in their order; after the last one `…` repeats the one before it, and none may be left over. */
async function analysed({ schedule, answers }: Row): Promise<Answer> {
  let now = 0;
  const clock: Clock = {
    now: () => now,
    wait: async (milliseconds) => {
      now += milliseconds;
    },
  };
  const terminated = new AbortController();
  const endless = answers.at(-1) === "…";
  const said = answers.filter((answer) => answer !== "…");
  let asked = 0;
  const ask = async (): Promise<Answer> => {
    const answer = said[endless ? Math.min(asked, said.length - 1) : asked] ?? "";
    asked += 1;
    if (answer === "terminated") terminated.abort(new Error("terminated"));
    const outcome = answer === "terminated" ? "pass" : ANSWERS[answer];
    assert.ok(outcome !== undefined, `it asked ${asked} times`);
    return { outcome, reason: `answer ${asked}` };
  };
  const whole = verifySchema({}).parse({ schedule: parse(`{ ${schedule} }`) });
  const ended = await askBySchedule(whole.schedule, ask, { signal: terminated.signal, clock }).catch(
    (error: Error): Answer => {
      // What the verification makes of it: nothing is proven.
      if (error.message !== "terminated") throw error;
      return { outcome: "not-decided", reason: error.message };
    },
  );
  assert.ok(endless || asked === said.length, `it asked ${asked} times`);
  return ended;
}

describe("A schedule, in the terms of Argo Rollouts' analysis,", () => {
  const known = rows();

  it("has an end in each of its phases", () => {
    assert.deepEqual(
      PHASES.filter((phase) => !known.some((row) => row.phase === phase)),
      [],
    );
    assert.deepEqual(
      known.filter(({ phase }) => !PHASES.includes(phase)),
      [],
    );
  });

  for (const row of known) {
    it(`ends as ${row.outcome} where Argo says ${row.phase}: ${row.what.replaceAll("`", "")}`, async () => {
      const { outcome, reason } = await analysed(row);
      assert.equal(outcome, row.outcome, reason);
    });
  }
});
