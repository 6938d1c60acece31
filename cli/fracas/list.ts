import color from "picocolors";
import { type FailureRecord, isOpen, openFirst, STATUSES, type Status } from "../../records";
import { moment } from "./words";

const HEAD = ["ID", "STATUS", "ENVIRONMENT", "SERVICE", "FAILURE MODE", "SEEN", "LAST SEEN"];

const COLORS: Readonly<Record<Status, (text: string) => string>> = {
  open: color.red,
  analysed: color.yellow,
  corrected: color.cyan,
  verified: color.green,
  closed: color.dim,
};

/** `portcullis fracas`: one line a record, those with work left first. */
export function listText(records: readonly FailureRecord[]): string {
  const rows = openFirst(records).map((record) => ({ status: record.status, cells: cellsOf(record) }));
  const widths = HEAD.map((head, column) =>
    Math.max(head.length, ...rows.map(({ cells }) => cells[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  const counts = STATUSES.map(
    (status) => [status, records.filter((one) => one.status === status).length] as const,
  );
  const told = counts.filter(([, count]) => count > 0).map(([status, count]) => `${count} ${status}`);
  const [first] = openFirst(records).filter(isOpen);
  return [
    color.bold(line(HEAD)),
    ...rows.map(({ status, cells }) => COLORS[status](line(cells))),
    "",
    `${told.join(", ")}${first === undefined ? "" : `; \`portcullis fracas show ${first.id}\` reads one`}`,
  ].join("\n");
}

function cellsOf(record: FailureRecord): readonly string[] {
  const { id, status, environment, service, failureMode, count, lastSeen, followsFrom } = record;
  const mode = followsFrom === undefined ? failureMode : `${failureMode} (from ${followsFrom})`;
  return [id, status, environment, service, mode, String(count), moment(lastSeen)];
}
