import Table from "cli-table3";
import color from "picocolors";

/** One check of a verification, as the stack's `verification` output states it. */
export interface CheckSummary {
  readonly name: string;
  readonly kind: string;
  readonly result: "pass" | "fail" | "not-decided";
  readonly reason?: string;
  readonly latencyMs?: number;
}

/** One rehearsed environment, as the table and `--json` show it. */
export interface EnvironmentSummary {
  readonly environment: string;
  readonly result: "verified" | "rejected" | "failed" | "not run";
  readonly port?: number;
  readonly database?: string;
  readonly mode?: string;
  readonly checks: readonly CheckSummary[];
  readonly seconds: number;
  readonly reason?: string;
}

const MARK = { pass: color.green("✓"), fail: color.red("✗"), "not-decided": color.yellow("?") } as const;

/** The table at the end of a rehearsal: an environment a row, what was declared and what each check found. */
export function summaryTable(environments: readonly EnvironmentSummary[]): string {
  const table = new Table({
    head: ["environment", "result", "port", "database", "mode", "checks", "time"],
    style: { head: [], border: [] },
  });
  for (const row of environments) {
    table.push([
      row.environment,
      row.result === "verified" ? color.green(row.result) : color.red(row.result),
      row.port?.toString() ?? "–",
      row.database ?? "–",
      row.mode ?? "–",
      row.checks.map(checkLine).join("\n") || "–",
      `${row.seconds.toFixed(1)} s`,
    ]);
  }
  return table.toString();
}

function checkLine(check: CheckSummary): string {
  const latency = check.latencyMs === undefined ? "" : ` ${Math.round(check.latencyMs)} ms`;
  const reason = check.result === "pass" || check.reason === undefined ? "" : `: ${check.reason}`;
  return `${MARK[check.result]} ${check.name}${latency}${reason}`;
}
