import color from "picocolors";
import type { FailureRecord } from "../../records";
import { factPlace, moment, nextStep, times } from "./words";

/** `portcullis fracas show`: one record as an engineer reads it, the cause and what to type first. */
export function showText(record: FailureRecord, folder?: string): string {
  const { id, status, failureMode, environment, service, what, certainty, rootCause, followsFrom } = record;
  const sections = [
    `${color.bold(`${id}  ${failureMode}`)}  ${color.dim(status)}`,
    fields([
      ["what", what],
      ["where", record.where],
      ["service", `${service}, in ${environment}`],
      ["deploy", run(record)],
      ["seen", `${times(record.count)}, ${period(record)}`],
      ["follows from", followsFrom],
      ["cause", certainty === "unknown" ? rootCause : `${rootCause} (${certainty})`],
      ["correct it", record.correctiveAction],
      ["prevented by", record.preventiveRule && `rule ${record.preventiveRule}`],
    ]),
    listed(
      "evidence",
      record.evidence.map(({ line, text }) => `${String(line).padStart(6)} │ ${text}`),
    ),
    listed(
      "contributing",
      record.contributing.map((fact) => `  ${factPlace(fact)}  ${fact.what}`),
    ),
    listed("history", record.history.map(stepText)),
    nextStep(record, folder),
  ];
  return sections.filter((section) => section !== "").join("\n\n");
}

/** `dep-1, commit abc1234`; nothing where neither is known. */
export function run({ deploy, commit }: Pick<FailureRecord, "deploy" | "commit">): string | undefined {
  const parts = [deploy, commit && `commit ${commit}`].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(", ");
}

/** When it was seen, as one phrase. */
export function period({ firstSeen, lastSeen }: FailureRecord): string {
  return firstSeen === lastSeen ? moment(firstSeen) : `from ${moment(firstSeen)} to ${moment(lastSeen)}`;
}

function fields(rows: readonly (readonly [string, string | undefined])[]): string {
  const told = rows.filter((row): row is readonly [string, string] => row[1] !== undefined && row[1] !== "");
  const width = Math.max(...told.map(([name]) => name.length));
  const indent = `\n${" ".repeat(width + 4)}`;
  return told
    .map(([name, text]) => `  ${color.dim(name.padEnd(width))}  ${text.trimEnd().replaceAll("\n", indent)}`)
    .join("\n");
}

function listed(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : [color.dim(title), ...lines].join("\n");
}

function stepText({ at, from, to, by, evidence }: FailureRecord["history"][number]): string {
  const step = from === "new" ? "filed" : `${from} → ${to}`;
  return `  ${moment(at)}  ${step}, by ${by}: ${evidence}`;
}
