import type { Audit, AuditFinding } from "../../audit";
import { describePlace } from "../../domain";
import { MATRIX_HEAD, matrixCells, nonEmptyRows } from "./matrix";
import {
  countsOf,
  isOfUse,
  notReadByTool,
  plural,
  problemLine,
  sentenceOf,
  subjectOf,
  undecidedPlaces,
  unreadFiles,
} from "./words";

/** `--markdown`: the comment of a pull request. */
export function auditMarkdown(audit: Audit): string {
  const { findings, matrix, files } = audit;
  const rows = nonEmptyRows(matrix);
  const read = files.filter(isOfUse(audit)).length;
  return [
    `### portcullis audit: ${countsOf(findings)}`,
    ...(findings.length === 0 ? [] : [table(["severity", "where", "what", "fix"], findings.map(cellsOf))]),
    ...(rows.length === 0 ? [] : [table(MATRIX_HEAD, rows.map(matrixCells))]),
    ...notReadByTool(audit).map((line) => `**not read**: ${escaped(line)}`),
    ...unreadFiles(audit).map((problem) => `**not decided**: ${escaped(problemLine(problem))}`),
    `${plural(read, "file")} read; ${plural(undecidedPlaces(audit).size, "place")} undecided.`,
  ].join("\n\n");
}

function cellsOf(finding: AuditFinding): readonly string[] {
  const { severity, place, rule, fix } = finding;
  return [
    severity,
    `${describePlace(place)}\n${subjectOf(finding)}`,
    `${sentenceOf(finding)}\n${rule}: ${finding.why}`,
    fix,
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Text of a file may hold Markdown or HTML syntax. Only our own back-ticks become code. */
function cell(text: string): string {
  return text
    .split(/(`[^`\n]+`)/)
    .map((part, index) => (index % 2 === 1 ? `<code>${inert(part.slice(1, -1))}</code>` : escaped(part)))
    .join("")
    .replaceAll(/\r?\n/g, "<br>");
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(/([|[\]*_!`])/g, "\\$1")
    .replaceAll(/@(?=\w)/g, "&#64;");
}

/** In code a backslash would be shown, so Markdown syntax is written there as character references. */
function inert(text: string): string {
  return text.replaceAll(/[^\w .,:;=/-]|_/g, (character) => `&#${character.codePointAt(0)};`);
}
