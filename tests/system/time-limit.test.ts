import assert from "node:assert/strict";
import { setImmediate as turn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { timeLimit } from "../../system";

/** The collector, which is called by hand. */
function collector(): () => void {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc") as () => void;
}

/** Why it was aborted; its signal is known to nothing but to what waits for it. */
const aborted = (signal: AbortSignal): Promise<unknown> =>
  new Promise((resolve) => {
    signal.addEventListener("abort", () => resolve(signal.reason), { once: true });
  });

describe("a time limit", () => {
  it("ends what waits for it, though the collector has run meanwhile", async () => {
    const collect = collector();
    const user = new AbortController();
    const asked = Array.from({ length: 50 }, () => aborted(AbortSignal.any([user.signal, timeLimit(200)])));
    await turn();
    collect();
    await turn();
    collect();
    for (const reason of await Promise.all(asked)) assert.equal((reason as Error).name, "TimeoutError");
  });

  it("of a month is not over at once", async () => {
    const month = timeLimit(31 * 24 * 60 * 60_000);
    await aborted(timeLimit(2));
    assert.ok(!month.aborted);
  });
});
