import { type Audit, LEFT_OUT, type LeftOut } from "../../audit";
import { describePlace } from "../../domain";
import { filePlaceOf, sentenceOf } from "./words";

/** `--json`: what the audit says, for programs. Fields are added under version 1, none is changed or taken away. */
export function auditJson(audit: Audit): string {
  const { services, matrix, files } = audit;
  const findings = audit.findings.map((finding) => ({
    rule: finding.rule,
    severity: finding.severity,
    service: finding.service,
    environment: finding.environments[0] ?? null,
    environments: finding.environments,
    file: filePlaceOf(finding)?.file ?? null,
    line: finding.place.source === "file" ? (finding.place.line ?? null) : null,
    column: finding.place.source === "file" ? (finding.place.column ?? null) : null,
    message: sentenceOf(finding),
    why: finding.why,
    fix: finding.fix,
    excerpt: finding.excerpt ?? null,
    related: (finding.related ?? []).map(describePlace),
  }));
  const undecided = audit.undecided.map(({ place, ...row }) => ({ ...row, place: describePlace(place) }));
  const leftOut = [...audit.leftOut].map(([reason, count]: [LeftOut, number]) => ({
    reason: LEFT_OUT[reason],
    count,
  }));
  const problems = [...audit.problems, ...files.flatMap((file) => file.problems)];
  const read = files.map(({ problems: _, ...file }) => file);
  const document = { version: 1, services, findings, matrix, undecided, files: read, leftOut, problems };
  return JSON.stringify(document, null, 2);
}
