import assert from "node:assert/strict";
import { diagnose, harmsLive, isDecided, readLogLines } from "../../../diagnosis";

const LIVE = "==> Your service is live 🎉";
const REFUSED = 'error: password authentication failed for user "app"';
const ANSWER = "GET /healthz 200 3ms";

describe("What a live service met and went on from", () => {
  it("is no failure, and is listed as seen", () => {
    const { failureMode, certainty, unexplained } = diagnose(
      readLogLines([LIVE, "Error: EACCES: permission denied, mkdir '/var/cache'", ANSWER]),
    );
    assert.deepEqual([failureMode, certainty], ["none", "certain"]);
    assert.deepEqual(
      unexplained.map((one) => [one.failureMode, one.line]),
      [["disk/permission-denied", 2]],
    );
  });

  it("neither harms nor decides, also where it would harm if it went on", () => {
    const diagnosis = diagnose(readLogLines([LIVE, REFUSED, ANSWER]));
    assert.deepEqual([harmsLive(diagnosis), isDecided(diagnosis)], [false, false]);
  });

  it("harms where it is said again and again, whatever the health check is answered with", () => {
    const diagnosis = diagnose(readLogLines([LIVE, REFUSED, ANSWER, REFUSED, ANSWER, REFUSED, ANSWER]));
    assert.equal(diagnosis.failureMode, "database/credentials");
    assert.equal(harmsLive(diagnosis), true);
  });

  it("is a failure where an answer that follows is one of the service's own errors", () => {
    const diagnosis = diagnose(readLogLines([LIVE, REFUSED, "GET /orders HTTP/1.1 500 3ms"]));
    assert.equal(diagnosis.failureMode, "database/credentials");
  });

  it("is open where nothing follows it, and asks for the lines that do", () => {
    const { certainty, asksFor } = diagnose(
      readLogLines([LIVE, "Error: connect ECONNREFUSED 127.0.0.1:587"]),
    );
    assert.equal(certainty, "unknown");
    assert.match(asksFor.join(" "), /still answer/);
  });

  it("is no failure of a service that no platform calls live, and that listens and answers after it", () => {
    const disk = "Error: ENOSPC: no space left on device, write";
    const diagnosis = diagnose(readLogLines(["Server listening on port 10000", disk, ANSWER]));
    assert.deepEqual([diagnosis.failureMode, harmsLive(diagnosis)], ["none", false]);
    assert.equal(diagnose(readLogLines(["Server listening on port 10000", disk])).failureMode, "disk/full");
  });

  it("may be the memory of one request, and not that of the process", () => {
    const one = 'Exception in thread "report" java.lang.OutOfMemoryError: Java heap space';
    assert.equal(diagnose(readLogLines([LIVE, one, ANSWER])).failureMode, "none");
    const all = "FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory";
    assert.equal(diagnose(readLogLines([LIVE, all, ANSWER])).failureMode, "memory/exhausted");
  });

  it("is a failure where its process ended", () => {
    const log = [LIVE, "Error: Cannot find module 'helmet'", "==> Exited with status 1", ANSWER];
    assert.equal(diagnose(readLogLines(log)).failureMode, "import/missing-module");
  });
});
