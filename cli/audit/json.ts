import { type Audit, type AuditFinding, LEFT_OUT, type LeftOut } from "../../audit";
import type { Fixed } from "../../audit/fixes";
import { describePlace } from "../../domain";
import { sentenceOf } from "./words";

/** `--json`: what the audit says, for programs. Under version 1 fields are added; none is changed or removed. */
export function auditJson(audit: Audit, fixed: readonly Fixed[] = []): string {
  const { services, matrix, files } = audit;
  const findings = audit.findings.map(findingJson);
  const waived = audit.waived.map(({ finding, waiver }) => ({ ...findingJson(finding), waiver }));
  const undecided = audit.undecided.map(({ place, ...row }) => ({ ...row, place: describePlace(place) }));
  const leftOut = [...audit.leftOut].map(([reason, count]: [LeftOut, number]) => ({
    reason: LEFT_OUT[reason],
    count,
  }));
  const problems = [...audit.problems, ...files.flatMap((file) => file.problems)];
  const read = files.map(({ problems: _, ...file }) => file);
  const document = {
    version: 1,
    services,
    findings,
    waived,
    matrix,
    undecided,
    files: read,
    leftOut,
    notRead: audit.notRead,
    problems,
    fixed: fixed.map(({ because: _, ...row }) => row),
  };
  return linesOf(document);
}

/** One row per line: the diff of a committed baseline shows each finding, and ten thousand rows stay small. */
function linesOf(document: Readonly<Record<string, unknown>>): string {
  const sections = Object.entries(document).map(([key, value]) => {
    const name = `  ${JSON.stringify(key)}: `;
    if (!Array.isArray(value) || value.length === 0) return `${name}${JSON.stringify(value)}`;
    return `${name}[\n${value.map((row) => `    ${JSON.stringify(row)}`).join(",\n")}\n  ]`;
  });
  return `{\n${sections.join(",\n")}\n}`;
}

function findingJson(finding: AuditFinding): object {
  const inFile = finding.place.source === "file" ? finding.place : undefined;
  return {
    rule: finding.rule,
    severity: finding.severity,
    service: finding.service,
    services: finding.services,
    environment: finding.environments[0] ?? null,
    environments: finding.environments,
    file: inFile?.file ?? null,
    line: inFile?.line ?? null,
    column: inFile?.column ?? null,
    message: sentenceOf(finding),
    why: finding.why,
    fix: finding.fix,
    excerpt: finding.excerpt ?? null,
    related: (finding.related ?? []).map(describePlace),
  };
}
