import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { diagnose, harmsLive, isDecided, readLogLines } from "../../diagnosis";

/** Logs of services in order, each with the words of a row that mean something else in them. */
const DECOYS = readFileSync(path.join(__dirname, "decoys.txt"), "utf8")
  .split(/^## /m)
  .slice(1)
  .map((block) => {
    const [words = "", ...log] = block.trimEnd().split("\n");
    return { title: `${words}: ${log[0]?.trim().slice(0, 90)}`, log };
  });

describe("Words of a failure that mean something else", () => {
  for (const { title, log } of DECOYS) {
    it(`are no cause: ${title}`, () => {
      const diagnosis = diagnose(readLogLines(log));
      const { failureMode, certainty, rootCause } = diagnosis;
      assert.ok(
        failureMode === "none" || certainty === "unknown",
        `${failureMode} (${certainty}): ${rootCause}`,
      );
      assert.deepEqual([isDecided(diagnosis), harmsLive(diagnosis)], [false, false]);
    });

    it(`are no certain cause where nothing follows but an end: ${title}`, () => {
      const first = log.slice(0, 1);
      for (const lines of [first, [...first, "==> Exited with status 1"]]) {
        const { failureMode, certainty } = diagnose(readLogLines(lines));
        assert.notEqual(certainty, failureMode === "none" ? "" : "certain", failureMode);
      }
    });
  }
});
