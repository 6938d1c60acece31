import Table from "cli-table3";
import color from "picocolors";
import { type Audit, type AuditFinding, LEFT_OUT, type LeftOut } from "../../audit";
import type { Fixed } from "../../audit/fixes";
import { describePlace, type Severity } from "../../domain";
import { MATRIX_HEAD, matrixCells, nonEmptyRows } from "./matrix";
import { printable } from "./printable";
import {
  countsOf,
  fixedLine,
  isOfUse,
  nextAfter,
  notReadByTool,
  plural,
  problemLine,
  relatedOf,
  sentenceOf,
  subjectOf,
  undecidedPlaces,
  unreadFiles,
} from "./words";
import { wrapped } from "./wrapped";

const COLORS: Readonly<Record<Severity, (text: string) => string>> = {
  error: color.red,
  warning: color.yellow,
  note: color.cyan,
};

export interface ReportOptions {
  /** Lists every file and every rule. */
  readonly verbose?: boolean;
  /** What was changed before; undefined where nothing was to be. */
  readonly fixed?: readonly Fixed[] | undefined;
  /** Whether git has each file that was changed, so that it shows the change. */
  readonly inGit?: boolean;
  /** Whether `--fix` has something to try. */
  readonly canFix?: boolean;
  /** The audited folder from its repository's root, for formats whose paths are from there. */
  readonly prefix?: string;
  /** Columns of the terminal. @default as many as it takes */
  readonly width?: number | undefined;
}

/** The terminal's report: findings by service and environment, the matrix, then what was read and what was not. */
export function auditReport(
  found: Audit,
  { verbose = false, fixed, inGit, canFix, width = Number.POSITIVE_INFINITY }: ReportOptions = {},
): string {
  const audit = printable(found);
  const explained = new Set<string>();
  const sections = [
    fixedText(printable(fixed ?? [])),
    ...grouped(audit.findings, subjectOf).map(([subject, findings]) =>
      [color.bold(subject), ...findings.map((finding) => findingText(finding, width, explained))].join(
        "\n\n",
      ),
    ),
    matrixText(audit, width),
    fitted(readText(audit, verbose), width),
    fitted(undecidedText(audit, verbose), width),
    fitted(waivedText(audit), width),
    fitted(lastLine(audit, canFix === true, fixed && nextAfter(fixed, inGit === true)), width),
  ];
  return sections.filter((section) => section !== "").join("\n\n");
}

function fixedText(fixed: readonly Fixed[]): string {
  return fixed.length === 0 ? "" : ["fixed:", ...fixed.map((row) => `  ${fixedLine(row)}`)].join("\n");
}

const CAN_FIX = "; --diff shows what --fix would change";

function lastLine(audit: Audit, canFix: boolean, afterFix: string | undefined): string {
  const { findings, files } = audit;
  const read = plural(files.filter(isOfUse(audit)).length, "file");
  const hint = afterFix === undefined ? (canFix ? CAN_FIX : "") : findings.length > 0 ? afterFix : "";
  const unread = unreadFiles(audit).map(({ file, line }) => (line === undefined ? file : `${file}:${line}`));
  const rest = unread.length > 3 ? ` and ${unread.length - 3} more` : "";
  const open =
    unread.length === 0 ? "" : `; not decided: ${unread.slice(0, 3).join(", ")}${rest} could not be read`;
  return `${countsOf(findings)} in ${read}${hint}${open}`;
}

/** Groups in the order of their first rows: findings come with the most severe first. */
function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): readonly [string, readonly T[]][] {
  const keys = [...new Set(rows.map(keyOf))];
  return keys.map((key) => [key, rows.filter((row) => keyOf(row) === key)]);
}

/** @param explained the reasons that were given before, of which none is given twice */
function findingText(finding: AuditFinding, width: number, explained: Set<string>): string {
  const { severity, rule, place, excerpt, why, fix } = finding;
  const related = relatedOf(finding);
  const isNew = !explained.has(why);
  explained.add(why);
  const line = (label: string, text: string): string => wrapped(`      ${label}`, text, width);
  return [
    `  ${COLORS[severity](severity)}  ${color.bold(describePlace(place))}  ${color.dim(rule)}`,
    ...(excerpt === undefined ? [] : [`      ${color.dim(`│ ${excerpt}`)}`]),
    line("", sentenceOf(finding)),
    ...(related === "" ? [] : [line("also: ", related)]),
    ...(isNew ? [line("why: ", why)] : []),
    line("fix: ", fix),
  ].join("\n");
}

/** A table where it fits, else one paragraph for each row. */
function matrixText({ matrix }: Audit, width: number): string {
  const rows = nonEmptyRows(matrix).map(matrixCells);
  if (rows.length === 0) return "";
  const table = new Table({ head: [...MATRIX_HEAD], style: { head: [], border: [] } });
  for (const row of rows) table.push([...row]);
  const text = table.toString();
  const [first = ""] = text.split("\n");
  return first.length <= width ? text : rows.map(matrixParagraph).join("\n\n");
}

function matrixParagraph([service = "", environment = "", ...cells]: readonly string[]): string {
  const labels = MATRIX_HEAD.slice(2);
  const widest = Math.max(...labels.map((label) => label.length)) + 2;
  const lines = cells.flatMap((cell, index) =>
    cell
      .split("\n")
      .map((text, line) => `  ${(line === 0 ? (labels[index] ?? "") : "").padEnd(widest)}${text}`),
  );
  return [`${service}, ${environment}:`, ...lines].join("\n");
}

function readText(audit: Audit, verbose: boolean): string {
  const { files, leftOut, problems } = audit;
  const told = verbose ? files : files.filter(isOfUse(audit));
  const shown = verbose ? told : told.slice(0, 12);
  const rest = told.length - shown.length;
  const problemLines = [...problems, ...files.flatMap((file) => file.problems)].map(
    (problem) => `  ${problemLine(problem)}`,
  );
  return [
    "read:",
    ...shown.map(({ path, readers, facts }) => `  ${path} (${readers.join(", ")}: ${plural(facts, "fact")})`),
    ...(rest > 0 ? [`  and ${rest} more: --verbose lists them`] : []),
    ...(problemLines.length > 0 ? ["could not be read:", ...problemLines] : []),
    ...notReadLines(audit, verbose),
    ...(leftOut.size > 0 ? ["left out:", ...[...leftOut].map((row) => leftOutLine(row, audit))] : []),
  ].join("\n");
}

/** One line for each tool whose manifests are not read. */
function notReadLines({ notRead }: Audit, verbose: boolean): readonly string[] {
  if (notRead.length === 0) return [];
  return ["not read, so that what they say is not judged:", ...notReadByTool({ notRead }, verbose)].map(
    (line, index) => (index === 0 ? line : `  ${line}`),
  );
}

function leftOutLine([reason, count]: readonly [LeftOut, number], { leftOutNames }: Audit): string {
  const hint = reason === "environmentIgnored" ? " (--include '.env*' reads them)" : "";
  const names = leftOutNames?.get(reason) ?? [];
  const more = count > names.length ? ", …" : "";
  const named = names.length === 0 ? "" : ` (${names.join(", ")}${more})`;
  return `  ${LEFT_OUT[reason]}: ${count}${named}${hint}`;
}

/** Lines that are no longer than the terminal is wide; what follows a break is indented further. */
function fitted(text: string, width: number): string {
  return text
    .split("\n")
    .map((line) => {
      const [, indent = "", rest = ""] = /^(\s*)(.*)$/.exec(line) ?? [];
      return line.length <= width ? line : wrapped(indent, rest, width).replaceAll("\n", "\n  ");
    })
    .join("\n");
}

/** One line for each place and reason, with the rules that wait for it. */
function undecidedText(audit: Audit, verbose: boolean): string {
  const places = [...undecidedPlaces(audit)];
  if (places.length === 0) return "";
  const lines = places.map(([place, rules]) => {
    const told = verbose || rules.length <= 2 ? rules.join(", ") : `${rules.length} rules`;
    return `  ${place} (${told})`;
  });
  const shown = verbose ? lines : lines.slice(0, 8);
  const rest = lines.length - shown.length;
  const more = rest > 0 ? [`  and ${rest} more: --verbose lists them`] : [];
  return ["could not be decided:", ...shown, ...more].join("\n");
}

function waivedText({ waived }: Audit): string {
  if (waived.length === 0) return "";
  const lines = waived.map(({ finding, waiver }) => {
    const { until, reason, file, line } = waiver;
    const by = file === waiver.about.file ? "" : ` (${file}:${line})`;
    return `  ${describePlace(finding.place)}  ${finding.rule}, until ${until}: ${reason}${by}`;
  });
  return ["waived:", ...lines].join("\n");
}
