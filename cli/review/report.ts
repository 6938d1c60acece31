import Table from "cli-table3";
import color from "picocolors";
import { reasonsOf, rejectingPolicies } from "../stacks/policy-output";
import type { PulumiRun } from "../stacks/pulumi-run";
import type { StackFile } from "../stacks/stack-file";

/** One reviewed stack, as the table and `--json` show it. */
export interface ReviewedStack {
  readonly stack: string;
  readonly story?: string;
  readonly result: "passes" | "rejected" | "unusable";
  readonly port?: number;
  readonly database?: string;
  /** The policies that rejected it. */
  readonly policies: readonly string[];
  /** Secrets of its file whose values rules judge, and of which a review has none. */
  readonly notJudged: readonly string[];
  readonly seconds: number;
  /** Pulumi's output on policies, or its error. */
  readonly detail: string;
}

/** Reads what the CLI printed: a mandatory violation rejects, any other failure makes the stack unusable. */
export function reviewedStack(
  file: StackFile,
  run: PulumiRun,
  seconds: number,
  story?: string,
): ReviewedStack {
  const policies = rejectingPolicies(run.output);
  const service = file.config["portcullis:service"] as { port?: number } | undefined;
  return {
    stack: file.stack,
    ...(story === undefined ? {} : { story }),
    result: run.exitCode === 0 ? "passes" : policies.length > 0 ? "rejected" : "unusable",
    ...(typeof service?.port === "number" ? { port: service.port } : {}),
    ...databaseOf(run.output),
    policies,
    notJudged: file.secretPlaces.filter(isJudged),
    seconds,
    detail: reasonsOf(run.output),
  };
}

/** The parts of a connection's password are nowhere judged; a URL and a variable's value are. */
function isJudged(place: string): boolean {
  return (
    /^portcullis:(?:databaseUrl|databases\.[^.]+\.url)$/.test(place) ||
    /^portcullis:(?:(?:service|services\.[^.]+)\.)?environment\./.test(place)
  );
}

function databaseOf(output: string): { database?: string } {
  const [, host] = /^\s+host\s*: "([^"]+)"/m.exec(output) ?? [];
  const [, port] = /^\s+port\s*: (\d+)/m.exec(output) ?? [];
  const [, mode] = /^\s+mode\s*: "([^"]+)"/m.exec(output) ?? [];
  return host === undefined ? {} : { database: `${host}:${port} (${mode})` };
}

/** The table at the end of a review, after the details of what did not pass. */
export function reviewReport(stacks: readonly ReviewedStack[], seconds: number): string {
  const details = stacks
    .filter(({ result, story }) => result !== "passes" || story !== undefined)
    .map(({ stack, story, detail }) => [color.bold(stack), story, detail].filter(Boolean).join("\n"));
  const head = ["stack", "result", "port", "database", "rejected by", "time"];
  const table = new Table({ head, style: { head: [], border: [] } });
  for (const row of stacks) {
    const result = row.result === "passes" ? color.green(row.result) : color.red(row.result);
    const policies = row.policies.join("\n") || "–";
    table.push([
      row.stack,
      result,
      row.port ?? "–",
      row.database ?? "–",
      policies,
      `${row.seconds.toFixed(1)} s`,
    ]);
  }
  const count = stacks.length === 1 ? "1 stack" : `${stacks.length} stacks`;
  const unseen = stacks
    .filter(({ notJudged }) => notJudged.length > 0)
    .map(
      ({ stack, notJudged }) =>
        `${stack}: not judged, since a review makes secrets up: ${notJudged.join(", ")}.`,
    );
  if (unseen.length > 0)
    unseen.push(
      "A preview by `pulumi preview -s STACK --policy-pack policy`, which has the passphrase, judges them.",
    );
  const notes = unseen.length === 0 ? [] : [unseen.join("\n")];
  return [...details, table.toString(), ...notes, `${count} reviewed in ${seconds.toFixed(1)} s`].join(
    "\n\n",
  );
}
