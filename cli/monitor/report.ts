import color from "picocolors";
import type { VerificationResult } from "../../components/verification/result";
import { printable, printableJson } from "../audit/printable";

/** One service, as the last round found it. */
export interface MonitoredService {
  readonly name: string;
  readonly result: VerificationResult;
  /** What became of its failure record. */
  readonly record?: string;
}

interface Monitored {
  readonly stack: string;
  readonly rounds: number;
  readonly services: readonly MonitoredService[];
}

/** The document of `--json`. Under version 1 keys are added; none is changed or removed. */
export function monitorJson(monitored: Monitored): string {
  return printableJson(JSON.stringify({ version: 1, ...monitored }, null, 2));
}

const WORDS = {
  pass: color.green("healthy"),
  fail: color.red("FAILED twice"),
  "not-decided": color.yellow("not decided"),
} as const;

export function monitorReport(monitored: Monitored): string {
  const { stack, rounds, services } = printable(monitored);
  const lines = services.flatMap(({ name, result, record }) => [
    `${color.bold(name)}  ${WORDS[result.outcome]}`,
    ...result.checks.map(({ name: check, outcome, detail }) => `  ${MARKS[outcome]} ${check}: ${detail}`),
    ...(record === undefined ? [] : [`  ${record}`]),
  ]);
  const count = rounds === 1 ? "once" : `${rounds} times`;
  return [...lines, "", `${stack} was asked ${count}`].join("\n");
}

const MARKS = { pass: "✓", fail: "✗", "not-decided": "?" } as const;
