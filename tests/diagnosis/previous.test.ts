import assert from "node:assert/strict";
import { diagnose, harmsLive, isDecided, readLogLines } from "../../diagnosis";

const LOG = ["ModuleNotFoundError: No module named 'redis'", "==> Exited with status 1"];

describe("The log of a deploy that worked, beside another one", () => {
  it("leaves nothing sure where it shows the same symptoms, and says so", () => {
    const reading = readLogLines(LOG);
    const diagnosis = diagnose(reading, readLogLines(LOG));
    assert.equal(diagnosis.certainty, "unknown");
    assert.match(diagnosis.asksFor.join(" "), /shows the same/);
    assert.deepEqual([isDecided(diagnosis), harmsLive(diagnosis)], [false, false]);
  });

  it("leaves a failure certain that it does not show", () => {
    const before = ["Error: connect ECONNREFUSED 127.0.0.1:6379", "==> Your service is live 🎉"];
    const now = [...before.slice(0, 1), ...LOG];
    const { failureMode, certainty } = diagnose(readLogLines(now), readLogLines(before));
    assert.deepEqual([failureMode, certainty], ["import/missing-module", "certain"]);
  });

  it("changes nothing where neither shows a symptom", () => {
    const healthy = ["INFO: Application startup complete.", "==> Your service is live 🎉"];
    assert.equal(diagnose(readLogLines(healthy), readLogLines(healthy)).certainty, "certain");
  });
});
