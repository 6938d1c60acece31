import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { auditFolder, credentialsOf } from "../../../audit";
import { explainFolder } from "../../../audit/explain";
import { planFixes } from "../../../audit/fixes";
import { FAULTY } from "../repositories/faulty";
import { FAULTY_PROJECTS } from "../repositories/faulty-projects";
import { FAULTY_STACKS } from "../repositories/faulty-stacks";
import { FAULTY_IN_USE } from "../repositories/in-use";
import { FAULTY_LISTENERS } from "../repositories/listeners";
import { FAULTY_LAST } from "../repositories/written-last";
import { expectationsOf, templateOf, withRepository } from "../templates/templates";
import { inFolder } from "../written-folder";

const CODE = /\.(?:py|[cm]?[jt]sx?|go|rs|rb|exs?|java|kt|cs|php)$/;

/** Files that a service's start command runs, and those that the way to it goes by. */
function reachedIn(folder: string): ReadonlySet<string> {
  const explained = explainFolder(folder);
  const chains = explained.flatMap((one) => one.chains);
  const steps = chains.flatMap((chain) => chain.steps.map(({ place }) => place.split(":")[0] ?? ""));
  const binds = explained.flatMap((one) => one.binds.map(({ place }) => place.split(":")[0] ?? ""));
  return new Set([...chains.flatMap(({ starts, loads }) => [...starts, ...loads]), ...steps, ...binds]);
}

/** Changes only code that is reached, and leaves a second run nothing to do. */
function assertSafe(folder: string): void {
  const reached = reachedIn(folder);
  const { files } = planFixes(folder, {});
  for (const { path: file, after } of files) {
    assert.ok(!CODE.test(file) || reached.has(file), `${file} is not reached: ${[...reached].join(", ")}`);
    writeFileSync(path.join(folder, file), after);
  }
  if (files.length > 0) assert.deepEqual(planFixes(folder, {}).files, []);
}

describe("fixes of a faulty repository", () => {
  for (const { name, files } of [
    ...FAULTY,
    ...FAULTY_STACKS,
    ...FAULTY_PROJECTS,
    ...FAULTY_LISTENERS,
    ...FAULTY_IN_USE,
    ...FAULTY_LAST,
  ])
    it(`change what is reached alone, once: ${name}`, () => inFolder(files, assertSafe));
});

describe("the last templates", () => {
  for (const { template, sound, findings: faults = [] } of expectationsOf("sealed-3"))
    it(`are judged, and fixed where that is safe: ${template}`, () =>
      withRepository(templateOf("sealed-3", template), async (folder) => {
        const { findings, undecided } = auditFolder(folder, { credentials: await credentialsOf(folder) });
        const errors = findings.filter(({ severity }) => severity === "error");
        if (sound) assert.deepEqual(errors, []);
        for (const { rules } of faults.filter(() => !NOT_FOUND.includes(template)))
          assert.ok(
            [...findings, ...undecided].some(({ rule }) => rules.includes(rule)),
            rules.join(" or "),
          );
        assertSafe(folder);
      }));
});

/** A compose service has its command in the image alone, whose port is another environment's there. */
const NOT_FOUND: readonly string[] = ["compose-wrong-port-faulty"];
