import color from "picocolors";
import type { FoundInCode } from "../../audit";
import { fittedTable } from "../fitted-table";
import { ownCommand } from "../own-command";
import { declaredPorts } from "../stacks/declared-ports";
import { endpointWords } from "../stacks/endpoint-words";
import { comparedStacks } from "../stacks/other-stacks";
import { hasAdvice, reasonsOf, rejectingPolicies } from "../stacks/policy-output";
import type { PulumiRun } from "../stacks/pulumi-run";
import type { StackFile } from "../stacks/stack-file";
import { STAND_IN_HOST } from "../stacks/stand-in";
import { unjudgedLines, unjudgedSecrets } from "../stacks/unjudged-secrets";
import { cellOf } from "../table-cell";
import type { CodeOfStack } from "./found-in-code";

/** One reviewed stack, as the table and `--json` show it. */
export interface ReviewedStack {
  readonly stack: string;
  readonly story?: string;
  readonly result: "passes" | "rejected" | "unusable";
  readonly port?: number;
  /** Of `portcullis:services`, by their keys. */
  readonly ports?: Readonly<Record<string, number>>;
  readonly database?: string;
  /** Of several, by their names. */
  readonly databases?: Readonly<Record<string, string>>;
  /** The policies that rejected it. */
  readonly policies: readonly string[];
  /** Secrets of its file whose values rules judge, and of which a review has none. */
  readonly notJudged: readonly string[];
  /** Secrets that the stack wants and its file does not have: an update stops at each. */
  readonly notSet: readonly string[];
  /** Stacks of `portcullis:otherEnvironments`: of their databases a review knows nothing. */
  readonly notCompared: readonly string[];
  /** Errors that an audit finds in the services' code, which no preview sees. */
  readonly inCode: readonly FoundInCode[];
  /** Why the code of its services is not read, and what to type. */
  readonly codeNotRead?: string;
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
  { found: inCode, notRead }: CodeOfStack = { found: [] },
): ReviewedStack {
  const policies = rejectingPolicies(run.output);
  return {
    stack: file.stack,
    ...(story === undefined ? {} : { story }),
    result: run.exitCode === 0 ? "passes" : policies.length > 0 ? "rejected" : "unusable",
    ...declaredPorts(file),
    ...databasesOf(run.output),
    policies,
    notJudged: unjudgedSecrets(file),
    // What an incident left is only shown, and never updated.
    notSet: story === undefined ? (file.notSet ?? []) : [],
    notCompared: comparedStacks(file),
    // What the pack has followed into the code is in its own words already.
    inCode: inCode.filter(({ place }) => !run.output.includes(place.replace(/:\d+$/, ""))),
    // A review of an incident is about the stack alone.
    ...(notRead !== undefined && story === undefined && { codeNotRead: notRead }),
    seconds,
    detail: reasonsOf(run.output),
  };
}

/** The output `databases`, as the CLI prints it; `database` is the first of them, or of a program that has no more. */
function databasesOf(output: string): Pick<ReviewedStack, "database" | "databases"> {
  const database = endpointIn(output);
  if (database === undefined) return {};
  const [, , block = ""] = /^( +)databases\s*: \{\n([\s\S]*?)^\1\}/m.exec(output) ?? [];
  const found = [...block.matchAll(/^( +)(\S+)\s*: \{\n([\s\S]*?)^\1\}/gm)].flatMap(
    ([, , name = "", inner = ""]) => {
      const endpoint = endpointIn(inner);
      return endpoint === undefined ? [] : [[name, endpoint] as const];
    },
  );
  return { database, ...(found.length > 1 && { databases: Object.fromEntries(found) }) };
}

function endpointIn(output: string): string | undefined {
  const [, host] = /^\s+host\s*: "([^"]+)"/m.exec(output) ?? [];
  const [, port] = /^\s+port\s*: (\d+)/m.exec(output) ?? [];
  const [, mode] = /^\s+mode\s*: "([^"]+)"/m.exec(output) ?? [];
  if (host === STAND_IN_HOST) return "a secret URL, not known here";
  return host === undefined ? undefined : endpointWords(host, Number(port), mode);
}

/** One line each, with its name where there are several. */
const lines = (
  one: string | number | undefined,
  several: Readonly<Record<string, string | number>> = {},
): string =>
  Object.keys(several).length > 0
    ? cellOf(Object.entries(several).map(([name, value]) => `${name}: ${value}`))
    : String(one ?? "–");

/** What the code says otherwise than its stack: not decided by a preview, and said with its place. */
function codeLines(stacks: readonly ReviewedStack[]): readonly string[] {
  const told = stacks.flatMap(({ stack, inCode }) =>
    inCode.map(
      ({ severity, rule, place, message }) =>
        `${stack}: not decided by a preview, and found in its code: ${severity} ${rule} ${place}: ${message}.`,
    ),
  );
  return told.length === 0 ? [] : [...told, `\`${ownCommand("audit")}\` says how to put it right.`];
}

/** Where the code is not read, nothing that is written in it is judged. */
function notReadLines(stacks: readonly ReviewedStack[]): readonly string[] {
  const whys = new Set(stacks.flatMap(({ codeNotRead }) => codeNotRead ?? []));
  return [...whys].map((why) => {
    const names = stacks.filter(({ codeNotRead }) => codeNotRead === why).map(({ stack }) => stack);
    return `${names.join(", ")}: not decided what the services' code says, since it is not read; ${why}.`;
  });
}

/** What an update asks for before it begins. */
function missingLines(stacks: readonly ReviewedStack[]): readonly string[] {
  return stacks.flatMap(({ stack, notSet }) =>
    notSet.map((place) => {
      const key = /^[^.]+$/.test(place) ? place : `--path '${place}'`;
      return `${stack}: ${place} is not set, and an update stops there: type \`pulumi config set --secret ${key} -s ${stack}\`.`;
    }),
  );
}

/** The table at the end of a review, after the details of what did not pass, or passed with advice. */
export function reviewReport(stacks: readonly ReviewedStack[], seconds: number): string {
  const details = stacks
    .filter(({ result, story, detail }) => result !== "passes" || story !== undefined || hasAdvice(detail))
    .map(({ stack, story, detail }) => [color.bold(stack), story, detail].filter(Boolean).join("\n"));
  const head = ["stack", "result", "port", "database", "rejected by", "time"];
  const rows = stacks.map((row) => {
    const result = row.result === "passes" ? color.green(row.result) : color.red(row.result);
    const policies = cellOf(row.policies);
    return [
      row.stack,
      result,
      lines(row.port, row.ports),
      lines(row.database, row.databases),
      policies,
      `${row.seconds.toFixed(1)} s`,
    ];
  });
  const count = stacks.length === 1 ? "1 stack" : `${stacks.length} stacks`;
  const unseen = unjudgedLines("a review", stacks);
  const notes = [missingLines(stacks), unseen, codeLines(stacks), notReadLines(stacks)]
    .filter((each) => each.length > 0)
    .map((each) => each.join("\n"));
  return [...details, fittedTable(head, rows), ...notes, `${count} reviewed in ${seconds.toFixed(1)} s`].join(
    "\n\n",
  );
}
