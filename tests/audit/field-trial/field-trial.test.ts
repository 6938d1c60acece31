import assert from "node:assert/strict";
import { judgedAs } from "../judged-case";
import { BINDS } from "./binds";
import { BLUEPRINT_FIELD_CASES } from "./blueprint-fields";
import { BLUEPRINTS } from "./blueprints";
import { DATED } from "./dated";
import { DRIVERS } from "./drivers";
import { ENTRIES } from "./entries";
import { FLY_MANIFESTS } from "./fly-manifests";
import { MANIFESTS } from "./manifests";
import { SIBLINGS } from "./siblings";
import type { TrialCase } from "./trial-case";

const CASES: readonly TrialCase[] = [
  ...ENTRIES,
  ...BINDS,
  ...DRIVERS,
  ...BLUEPRINTS,
  ...BLUEPRINT_FIELD_CASES,
  ...SIBLINGS,
  ...MANIFESTS,
  ...FLY_MANIFESTS,
  ...DATED,
];

/**
 * A log shows it, the pooler's circuit breaker (tests/diagnosis/kinds.test.ts), or what Render and a pooler answer:
 * tests/found-faults.md has their tests.
 */
const NOT_HERE: readonly string[] = ["facts 10", ...[1, 3, 4, 5, 6, 7, 8].map((fact) => `dated ${fact}`)];

describe("faults that the field trial and the comparison of facts found", () => {
  for (const trial of CASES)
    it(`${trial.fault}: ${trial.title}`, () => {
      const { differences, said } = judgedAs(trial);
      assert.deepEqual(differences, [], `the audit says: ${said}`);
    });

  it("has a case for each fault that a repository can show", () => {
    const numbered = (of: string, count: number) =>
      Array.from({ length: count }, (_, at) => `${of} ${at + 1}`);
    const held = new Set(CASES.map(({ fault }) => fault));
    const open = [...numbered("trial", 12), ...numbered("facts", 18), ...numbered("dated", 10)].filter(
      (fault) => !held.has(fault),
    );
    assert.deepEqual(open, NOT_HERE);
  });
});
