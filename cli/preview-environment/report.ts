import { printable, printableJson, printableLines } from "../audit/printable";
import type { ServiceOutputs } from "../promote/promoted-services";
import { inert } from "../terminal-output";
import { type Instances, instanceWords } from "./instances";

/** The documents of `--json`. Under version 1 keys are added; none is changed or removed. */
export interface UpReport {
  readonly version: 1;
  readonly stack: string;
  readonly pullRequest: number;
  readonly from: string;
  readonly expires: string;
  readonly result: "up" | "rejected" | "failed";
  readonly policies: readonly string[];
  /** Pulumi's output on policies, or its error. */
  readonly detail: string;
  readonly services: ServiceOutputs;
  readonly instances: Instances;
}

export interface DownReport {
  readonly version: 1;
  readonly stack: string;
  /** `absent` where there was none. */
  readonly result: "removed" | "absent" | "failed" | "not-decided";
  readonly detail: string;
}

export interface ExpireReport {
  readonly version: 1;
  readonly environments: readonly {
    readonly stack: string;
    readonly result: DownReport["result"] | "kept";
    readonly detail: string;
    readonly expires?: string;
  }[];
}

export const json = (report: UpReport | DownReport | ExpireReport): string =>
  printableJson(JSON.stringify(report, null, 2));

const MARKS = { pass: "✓", fail: "✗", "not-decided": "?" } as const;

const markOf = (outcome: string): string => MARKS[outcome as keyof typeof MARKS] ?? "?";

export function upText(report: UpReport): string {
  const { stack, result, services, instances, expires } = printable(report);
  const lines = Object.entries(services).flatMap(([key, { verification }]) => [
    `${key}  ${verification?.outcome ?? "not verified"}`,
    ...(verification?.checks ?? []).map(
      ({ name, outcome, detail }) => `  ${markOf(outcome)} ${name}: ${detail}`,
    ),
  ]);
  const ended = { up: "is up and verified", rejected: "was rejected", failed: "failed" }[result];
  const why = report.detail === "" ? [] : [printableLines(report.detail), ""];
  const cost = `instances: ${instanceWords(instances)}`;
  return [...why, ...lines, cost, "", `${stack} ${ended}; it is removed after ${expires}`].join("\n");
}

export function downText(report: DownReport): string {
  const { stack, result } = printable(report);
  const words = {
    removed: `${stack} was removed, with everything that it made`,
    absent: `there is no ${stack}`,
    failed: `${stack} could not be removed; type the same command again`,
    "not-decided": `${stack} was removed as far as its state knows`,
  }[result];
  return [...(report.detail === "" ? [] : [printableLines(report.detail)]), words].join("\n\n");
}

export function expireText({ environments }: ExpireReport): string {
  if (environments.length === 0) return "no pull request has an environment";
  return environments
    .map(printable)
    .map(({ stack, result, detail, expires }) =>
      [
        `${stack}  ${result}`,
        ...(expires === undefined ? [] : [`expires ${expires}`]),
        ...(detail ? [detail] : []),
      ].join(", "),
    )
    .join("\n");
}

/** Found again by the workflow, which edits its one comment. */
const COMMENT_MARK = "<!-- portcullis preview-environment -->";

/** A comment on the pull request, in Markdown, without a secret. */
export function upComment(found: UpReport): string {
  const report = inert(found);
  const { stack, result, policies, services, instances, expires, from } = printable(report);
  const ended = { up: "is up and verified", rejected: "was rejected", failed: "failed" }[result];
  const rows = Object.entries(services).flatMap(([key, { verification }]) =>
    (verification?.checks ?? []).map(
      ({ name, outcome, detail }) => `| ${cell(key)} | ${markOf(outcome)} ${cell(name)} | ${cell(detail)} |`,
    ),
  );
  const urls = Object.values(services).flatMap((service) => {
    const { url } = service as { readonly url?: unknown };
    return typeof url === "string" && url !== "" ? [url] : [];
  });
  return [
    ...[COMMENT_MARK, `### Preview environment \`${stack}\` ${ended}`, ""],
    ...(urls.length === 0 ? [] : [`Preview: ${urls.join(", ")}`, ""]),
    ...(policies.length === 0 ? [] : [`Policies that rejected it: ${policies.join(", ")}`, ""]),
    ...(rows.length === 0 ? [] : ["| service | check | found |", "|---|---|---|", ...rows, ""]),
    ...(report.detail === "" ? [] : [fenced(printableLines(report.detail)), ""]),
    `Configuration of \`${from}\`. Instances: ${instanceWords(instances)}. Removed after ${expires}.`,
    "",
  ].join("\n");
}

/** Text of a service's own answer: it is to be no Markdown, no mention and no mark-up. */
const cell = (text: string): string =>
  text.replaceAll(/[\\`*_|<>[\]@&#]/g, (found) => `&#${found.charCodeAt(0)};`);

function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}
