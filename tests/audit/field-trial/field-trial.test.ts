import assert from "node:assert/strict";
import { type Audit, auditFolder } from "../../../audit";
import type { Place } from "../../../domain";
import { inFolder } from "../written-folder";
import { BINDS } from "./binds";
import { BLUEPRINT_FIELD_CASES } from "./blueprint-fields";
import { BLUEPRINTS } from "./blueprints";
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
];

/** A log shows it: the pooler's circuit breaker (tests/diagnosis/kinds.test.ts). */
const NOT_HERE: readonly string[] = ["facts 10"];

const at = (place: Place): string => (place.source === "file" ? `${place.file}:${place.line}` : place.source);

/** What the audit says otherwise than the case: one line for each difference. */
function differences(
  { told, silent = [], undecided = [], fixes = {} }: TrialCase,
  audit: Audit,
): readonly string[] {
  const said = audit.findings.map(({ severity, rule, place }) => `${severity} ${rule} ${at(place)}`);
  const judged = new Set(audit.findings.map(({ rule }) => rule));
  const open = new Set(audit.undecided.map(({ rule }) => rule));
  return [
    ...told.filter((line) => !said.includes(line)).map((line) => `missing: ${line}`),
    ...said
      .filter((line) => line.startsWith("error ") && !told.includes(line))
      .map((line) => `false: ${line}`),
    ...silent.filter((rule) => judged.has(rule)).map((rule) => `not silent: ${rule}`),
    ...undecided.filter((rule) => !open.has(rule)).map((rule) => `decided or not looked at: ${rule}`),
    ...Object.entries(fixes).flatMap(([rule, fix]) => {
      const given = audit.findings.find((finding) => finding.rule === rule)?.fix;
      return given !== undefined && fix.test(given) ? [] : [`fix of ${rule}: ${given}`];
    }),
  ];
}

describe("faults that the field trial and the comparison of facts found", () => {
  for (const trial of CASES)
    it(`${trial.fault}: ${trial.title}`, () =>
      inFolder(trial.files, (folder) => {
        const audit = auditFolder(folder);
        const said = audit.findings.map(({ severity, rule, place }) => `${severity} ${rule} ${at(place)}`);
        assert.deepEqual(differences(trial, audit), [], `the audit says: ${said.join("; ")}`);
      }));

  it("has a case for each fault that a repository can show", () => {
    const numbered = (of: string, count: number) =>
      Array.from({ length: count }, (_, at) => `${of} ${at + 1}`);
    const held = new Set(CASES.map(({ fault }) => fault));
    const open = [...numbered("trial", 12), ...numbered("facts", 18)].filter((fault) => !held.has(fault));
    assert.deepEqual(open, NOT_HERE);
  });
});
