import color from "picocolors";
import { fittedTable } from "../fitted-table";
import { unjudgedLines } from "../stacks/unjudged-secrets";
import { lastLinesInWords } from "./last-lines";
import { notesOf } from "./notes";
import type { Check, RehearsedStack } from "./rehearsed-stack";

const MARK: Readonly<Record<Check["outcome"], string>> = { pass: "✓", fail: "✗", "not-decided": "?" };

/** The table at the end of a rehearsal, after the reasons of what did not pass. */
export function rehearsalReport(rows: readonly RehearsedStack[], seconds: number): string {
  const reasons = rows
    .filter(({ detail, result }) => result !== "verified" && detail !== "")
    .map(({ stack, detail, logs = [] }) =>
      [`${color.bold(stack)}\n${detail}`, lastLinesInWords(logs)].filter((part) => part !== "").join("\n\n"),
    );
  const unseen = unjudgedLines("a rehearsal", rows);
  return [
    ...reasons,
    ...notesOf(rows),
    summaryTable(rows),
    ...(unseen.length === 0 ? [] : [unseen.join("\n")]),
    `${sentence(rows)} in ${seconds.toFixed(1)} s`,
  ].join("\n\n");
}

function summaryTable(rows: readonly RehearsedStack[]): string {
  const head = ["environment", "result", "port", "database", "checks", "time"];
  const cells = rows.map((row) => {
    const paint = row.result === "verified" ? color.green : color.red;
    return [
      row.stack,
      paint(row.policies.length > 0 ? [row.result, ...row.policies].join("\n") : row.result),
      portsLine(row),
      databasesLine(row),
      row.checks.map(checkLine).join("\n") || "–",
      row.result === "not reached" ? "–" : `${row.seconds.toFixed(1)} s`,
    ];
  });
  return fittedTable(head, cells);
}

function portsLine({ port, ports }: RehearsedStack): string {
  if (ports === undefined) return String(port ?? "–");
  return Object.entries(ports)
    .map(([key, each]) => `${key}: ${each}`)
    .join("\n");
}

function databasesLine({ database = "–", databases }: RehearsedStack): string {
  const all = databases === undefined ? [["", database]] : Object.entries(databases);
  return all
    .map(([name, text = ""]) => `${name === "" ? "" : `${name}: `}${text.replace(" (", "\n(")}`)
    .join("\n");
}

function checkLine({ outcome, name, milliseconds }: Check): string {
  const latency = milliseconds === undefined ? "" : `  ${Math.round(milliseconds)} ms`;
  return `${MARK[outcome]} ${name}${latency}`;
}

function sentence(rows: readonly RehearsedStack[]): string {
  const verified = rows.filter(({ result }) => result === "verified").length;
  const all = rows.length === 1 ? "environment" : "environments";
  return verified === rows.length
    ? `${rows.length} ${all} deployed and verified`
    : `${verified} of ${rows.length} ${all} deployed and verified`;
}
