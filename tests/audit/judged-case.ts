import assert from "node:assert/strict";
import type { Audit } from "../../audit";
import { auditFolder } from "../../audit";
import type { Place } from "../../domain";
import { type Files, inFolder, withLocks } from "./written-folder";

/** A small repository, and what an audit says of it. */
export interface JudgedCase {
  readonly title: string;
  readonly files: Files;
  /** `severity rule file:line` of findings that must be there; these are all the errors that may be there. */
  readonly told: readonly string[];
  /** Rules without any finding. */
  readonly silent?: readonly string[];
  /** What must be said to be not decided: a rule, or `rule file:line`. */
  readonly undecided?: readonly string[];
  /** What the fix of the first finding of a rule says. */
  readonly fixes?: Readonly<Record<string, RegExp>>;
  /** `file: tool` of the manifests that are named as not read; all of them. */
  readonly notRead?: readonly string[];
}

const at = (place: Place): string => (place.source === "file" ? `${place.file}:${place.line}` : place.source);

/** What the audit says otherwise than the case, one line for each difference; and all that it says. */
export function judgedAs(one: JudgedCase): {
  readonly differences: readonly string[];
  readonly said: string;
} {
  return inFolder(withLocks(one.files), (folder) => {
    const audit = auditFolder(folder);
    return { differences: differences(one, audit), said: findingsOf(audit).join("; ") || "nothing" };
  });
}

/** A test for each case, which the audit has to judge so. @param what is said before each title */
export function itJudges(cases: readonly JudgedCase[], what?: string): void {
  for (const one of cases)
    it(what === undefined ? one.title : `${what}: ${one.title}`, () => {
      const { differences, said } = judgedAs(one);
      assert.deepEqual(differences, [], `the audit says: ${said}`);
    });
}

const findingsOf = ({ findings }: Audit): readonly string[] =>
  findings.map(({ severity, rule, place }) => `${severity} ${rule} ${at(place)}`);

function differences(
  { told, silent = [], undecided = [], fixes = {}, notRead }: JudgedCase,
  audit: Audit,
): readonly string[] {
  const said = findingsOf(audit);
  const judged = new Set(audit.findings.map(({ rule }) => rule));
  const open = new Set(audit.undecided.flatMap(({ rule, place }) => [rule, `${rule} ${at(place)}`]));
  const named = audit.notRead.map(({ file, tool }) => `${file}: ${tool}`);
  return [
    ...told.filter((line) => !said.includes(line)).map((line) => `missing: ${line}`),
    ...said
      .filter((line) => line.startsWith("error ") && !told.includes(line))
      .map((line) => `false: ${line}`),
    ...silent.filter((rule) => judged.has(rule)).map((rule) => `not silent: ${rule}`),
    ...undecided.filter((line) => !open.has(line)).map((line) => `decided or not looked at: ${line}`),
    ...Object.entries(fixes).flatMap(([rule, fix]) => {
      const given = audit.findings.find((finding) => finding.rule === rule)?.fix;
      return given !== undefined && fix.test(given) ? [] : [`fix of ${rule}: ${given}`];
    }),
    ...(notRead ?? []).filter((line) => !named.includes(line)).map((line) => `not named: ${line}`),
    ...(notRead === undefined ? [] : named.filter((line) => !notRead.includes(line))).map(
      (line) => `named: ${line}`,
    ),
  ];
}
