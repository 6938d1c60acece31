import color from "picocolors";
import { printable, printableJson, printableLines } from "../audit/printable";
import type { DriftedProperty, DriftedResource } from "./drifted-resources";
import type { PolicyFinding } from "./rules-on-state";

/** One stack, compared with what is really there. */
export interface StackDrift {
  readonly stack: string;
  /** `violation`: nothing differs, and a mandatory policy is violated all the same. */
  readonly result: "none" | "drift" | "violation" | "not deployed";
  readonly resources: readonly DriftedResource[];
  /** What the policies say of what is really there. */
  readonly findings: readonly PolicyFinding[];
}

/** The document of `--json`. Under version 1 keys are added; none is changed or removed. */
export function driftJson(stacks: readonly StackDrift[], seconds: number): string {
  return printableJson(JSON.stringify({ version: 1, stacks, seconds }, null, 2));
}

export function driftReport(stacks: readonly StackDrift[], seconds: number): string {
  const parts = stacks.map((one) =>
    [heading(one), ...one.resources.flatMap(resourceLines), ...one.findings.flatMap(findingLines)].join("\n"),
  );
  const drifted = stacks.filter(({ result }) => result === "drift").map(({ stack }) => stack);
  const advice =
    drifted.length === 0
      ? []
      : [
          `Type \`pulumi up -s ${printable(drifted[0])} --refresh\` to bring back what the program says, or write into the stack's file what is there.`,
        ];
  const count = stacks.length === 1 ? "1 stack" : `${stacks.length} stacks`;
  return [...parts, ...advice, `${count} compared in ${seconds.toFixed(1)} s`].join("\n\n");
}

const WORDS: Readonly<Record<StackDrift["result"], string>> = {
  none: color.green("as the state says"),
  drift: color.red("differs from the state"),
  violation: color.red("as the state says, and rejected by a policy"),
  "not deployed": color.yellow("not deployed"),
};

const heading = ({ stack, result }: StackDrift): string =>
  `${color.bold(printable(stack))}  ${WORDS[result]}`;

function resourceLines(resource: DriftedResource): readonly string[] {
  const { name, type, drift, properties } = printable(resource);
  if (drift === "gone") return [`  ${name} (${type}): is not there any more`];
  return [`  ${name} (${type})`, ...properties.map((property) => `    ${propertyLine(property)}`)];
}

function propertyLine({ path, kind, was, is }: DriftedProperty): string {
  if (kind === "added") return `${path}: added${is === undefined ? "" : `: ${is}`}`;
  if (kind === "removed") return `${path}: removed${was === undefined ? "" : `: was ${was}`}`;
  return was === undefined || is === undefined ? `${path}: changed` : `${path}: ${was} → ${is}`;
}

function findingLines({ policy, level, message }: PolicyFinding): readonly string[] {
  const paint = level === "mandatory" ? color.red : color.yellow;
  const [first = "", ...rest] = printableLines(message).split("\n");
  return [`  ${paint(level)} ${printable(policy)}: ${first}`, ...rest.map((line) => `    ${line.trim()}`)];
}
