import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { diagnose, readLogLines } from "../../diagnosis";

const FOLDER = path.join(__dirname, "probes");

interface Probe {
  readonly title: string;
  readonly modes: readonly string[];
  /** What cause, corrective action and evidence together say. */
  readonly says: RegExp;
  readonly log: readonly string[];
}

/**
 * A probe begins with `## MODE|MODE ~ PATTERN`; among the modes, `open` says that the log alone does not decide the cause,
 * and `unsure` that it must not be called certain.
 */
function probesOf(file: string): readonly Probe[] {
  const text = readFileSync(path.join(FOLDER, file), "utf8");
  return text
    .split(/^## /m)
    .slice(1)
    .map((block) => {
      const [head = "", ...lines] = block.trimEnd().split("\n");
      const [modes = "", says = ""] = head.split(" ~ ");
      const title = `${lines[0]?.trim().slice(0, 70)} (${modes})`;
      return { title, modes: modes.split("|"), says: new RegExp(says, "i"), log: lines };
    });
}

describe("A diagnosis of the commonest failures of each stack", () => {
  for (const file of readdirSync(FOLDER)) {
    for (const { title, modes, says, log } of probesOf(file)) {
      it(`knows, of ${path.parse(file).name}: ${title}`, () => {
        const { failureMode, certainty, rootCause, correctiveAction, evidence } = diagnose(readLogLines(log));
        assert.ok(modes.includes(failureMode), `said ${failureMode}: ${rootCause}`);
        assert.match([rootCause, correctiveAction, ...evidence.map(({ text }) => text)].join("\n"), says);
        assert.equal(
          new Set(evidence.map(({ line }) => line)).size,
          evidence.length,
          "a line is shown twice",
        );
        if (modes.includes("unsure")) assert.notEqual(certainty, "certain");
        if (!modes.includes("open")) assert.notEqual(certainty, "unknown");
      });
    }
  }
});
