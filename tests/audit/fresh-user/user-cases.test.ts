import assert from "node:assert/strict";
import { type Audit, auditFolder } from "../../../audit";
import type { Place } from "../../../domain";
import { inFolder } from "../written-folder";
import type { UserCase } from "./cases";
import { FIXES, REPORTS } from "./fixes";
import { LOCAL_DATABASES } from "./local-databases";
import { UNREAD } from "./manifests";
import { NO_PORTS, REST } from "./smaller";

const GROUPS: Readonly<Record<string, readonly UserCase[]>> = {
  "a database on the service's own machine": LOCAL_DATABASES,
  "a manifest that is not read": UNREAD,
  "what a fix says": FIXES,
  "a public report": REPORTS,
  "a PORT that is none": NO_PORTS,
  "what is followed": REST,
};

const at = (place: Place): string => (place.source === "file" ? `${place.file}:${place.line}` : place.source);

/** What the audit says otherwise than the case: one line for each difference. */
function differences(
  { told, silent = [], undecided = [], fixes = {}, notRead }: UserCase,
  audit: Audit,
): readonly string[] {
  const said = audit.findings.map(({ severity, rule, place }) => `${severity} ${rule} ${at(place)}`);
  const judged = new Set(audit.findings.map(({ rule }) => rule));
  const open = audit.undecided.map(({ rule, place }) => `${rule} ${at(place)}`);
  const named = audit.notRead.map(({ file, tool }) => `${file}: ${tool}`);
  return [
    ...told.filter((line) => !said.includes(line)).map((line) => `missing: ${line}`),
    ...said
      .filter((line) => line.startsWith("error ") && !told.includes(line))
      .map((line) => `false: ${line}`),
    ...silent.filter((rule) => judged.has(rule)).map((rule) => `not silent: ${rule}`),
    ...undecided.filter((line) => !open.includes(line)).map((line) => `decided or not looked at: ${line}`),
    ...Object.entries(fixes).flatMap(([rule, fix]) => {
      const given = audit.findings.find((finding) => finding.rule === rule)?.fix;
      return given !== undefined && fix.test(given) ? [] : [`fix of ${rule}: ${given}`];
    }),
    ...(notRead === undefined
      ? []
      : notRead.filter((line) => !named.includes(line)).map((line) => `not named: ${line}`)),
    ...(notRead === undefined
      ? []
      : named.filter((line) => !notRead.includes(line)).map((line) => `named: ${line}`)),
  ];
}

for (const [subject, cases] of Object.entries(GROUPS))
  describe(subject, () => {
    for (const one of cases)
      it(`is told as it is: ${one.title}`, () =>
        inFolder(one.files, (folder) => {
          const audit = auditFolder(folder);
          const said = audit.findings.map(({ severity, rule, place }) => `${severity} ${rule} ${at(place)}`);
          assert.deepEqual(differences(one, audit), [], `the audit says: ${said.join("; ") || "nothing"}`);
        }));
  });
