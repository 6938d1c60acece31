import color from "picocolors";
import { printable, printableJson, printableLines } from "../audit/printable";
import { fittedTable, NO_LINES } from "../fitted-table";
import { stackFileName } from "../stacks/stack-file-name";
import { widthOf } from "../terminal-output";
import type { StackDifference } from "./differences";
import type { PromotedService } from "./promoted-services";
import type { Override } from "./promotion-file";

/** The document of `--json`. Under version 1 keys are added; none is changed or removed. */
export interface PromotionReport {
  readonly version: 1;
  readonly from: string;
  readonly to: string;
  /** `planned` by a dry run; `unchanged` where there is nothing to do; `declined` by the one who was asked. */
  readonly result: "planned" | "unchanged" | "promoted" | "refused" | "rejected" | "failed" | "declined";
  readonly services: readonly PromotedService[];
  readonly differences: readonly StackDifference[];
  /** Keys with a reason that do not differ. */
  readonly idleReasons: readonly string[];
  /** Services that stay as they are when their verification fails. */
  readonly notRolledBack: readonly string[];
  readonly override?: Override;
  /** Where no window is open: when the next one opens, and why it is promoted all the same. */
  readonly closed?: { readonly opens?: string; readonly reason?: string };
  /** The policies that rejected it. */
  readonly policies?: readonly string[];
  /** Pulumi's output on policies, or its error. */
  readonly detail?: string;
  /** The file that the promotion was recorded in. */
  readonly record?: string;
  readonly seconds: number;
}

export function promotionJson(report: PromotionReport): string {
  return printableJson(JSON.stringify(report, null, 2));
}

const SHORT = 12;
const NONE = "–";
/** Of the differences, where no terminal says how wide it is. */
const WIDTH = 123;

/** Services, differences and notes, before anything is changed. */
export function planText(plan: Omit<PromotionReport, "result" | "seconds">): string {
  const { from, to, services, differences, override, closed, idleReasons, notRolledBack } = printable(plan);
  const parts = [`${color.bold(to)} gets what ${color.bold(from)} has verified`, servicesTable(services)];
  if (differences.length > 0) parts.push(differencesTable(differences, from, to));
  const without = differences.filter(({ is, reason }) => is !== "equal" && reason === undefined);
  if (without.length > 0) {
    parts.push(
      `${without.length} of the differences (${color.yellow("?")}) have no reason in ${stackFileName(to)} ` +
        "(`portcullis:promotion.reasons`).",
    );
  }
  const same = differences.filter(({ is, secret }) => secret && is === "equal");
  if (same.length > 0) {
    parts.push(`${same.length} of the secrets are the same in both: who has one has the other.`);
  }
  if (idleReasons.length > 0)
    parts.push(`Reasons for what does not differ any more: ${idleReasons.join(", ")}.`);
  if (override !== undefined)
    parts.push(color.yellow(`Override: ${override.revision}, because: ${override.reason}`));
  if (closed !== undefined) parts.push(color.yellow(closedWords(to, closed)));
  if (notRolledBack.length > 0) {
    parts.push(
      `Not rolled back after a failed verification (\`verify.rollback\`): ${notRolledBack.join(", ")}.`,
    );
  }
  return parts.join("\n\n");
}

function closedWords(to: string, { opens, reason }: NonNullable<PromotionReport["closed"]>): string {
  const next = opens === undefined ? "" : `, and the next one opens at ${opens}`;
  const instead =
    reason === undefined
      ? "Type `--override REASON` to promote all the same."
      : `Override, because: ${reason}`;
  return `No window of ${stackFileName(to)} is open (\`portcullis:promotion.windows\`)${next}. ${instead}`;
}

function servicesTable(services: readonly PromotedService[]): string {
  const head = ["service", "has", "gets", "verified"];
  const rows = services.map(({ key, now, revision, deploy, verifiedAt, refused, note }) => {
    const commit = revision !== undefined && revision === now ? "the same" : revision && short(revision);
    const gets = refused === undefined ? lines([commit, note]) : color.red(`nothing: ${refused}`);
    return [key, short(now), gets || NONE, lines([verifiedAt, deploy]) || NONE];
  });
  return fittedTable(head, rows);
}

const lines = (each: readonly (string | undefined)[]): string =>
  each.filter((line) => line !== undefined).join("\n");

const short = (revision: string | undefined): string =>
  revision === undefined ? NONE : revision.replace(/^sha256:/, "").slice(0, SHORT);

function differencesTable(differences: readonly StackDifference[], from: string, to: string): string {
  const rows = differences.map((one) => {
    const { key, reason, is } = one;
    const marked = is !== "equal" && reason === undefined;
    return [marked ? "?" : "", key, sideOf(one, from, one.from), sideOf(one, to, one.to), reason ?? ""];
  });
  return fittedTable(
    ["", "key", from, to, "why"],
    rows,
    { chars: NO_LINES },
    widthOf(process.stdout, process.env) ?? WIDTH,
  );
}

function sideOf(
  { secret, is, missingIn }: StackDifference,
  stack: string,
  value: string | undefined,
): string {
  if (missingIn === stack) return "missing";
  if (!secret) return value ?? NONE;
  return is === "missing" ? "a secret" : `a secret, ${is}`;
}

const SENTENCES: Readonly<Record<PromotionReport["result"], (report: PromotionReport) => string>> = {
  planned: ({ to }) => `${to} would be updated; nothing was changed`,
  unchanged: ({ to }) => `${to} has it already`,
  promoted: ({ to, from }) => color.green(`${to} has what ${from} has verified, and is verified itself`),
  refused: ({ to }) => color.red(`refused: ${to} was not changed`),
  rejected: ({ to, policies = [] }) => color.red(`rejected by ${policies.join(", ")}: ${to} was not changed`),
  failed: ({ to, from }) =>
    color.red(`the update of ${to} failed; ${from} was not touched, and ${stackFileName(to)} is as it was`),
  declined: ({ to }) => `${to} was not changed`,
};

/** How it ended, after the reasons where it did not go well. */
export function resultText(report: PromotionReport): string {
  const { detail = "", record, seconds, result } = report;
  const why = ["failed", "rejected"].includes(result) && detail !== "" ? [printableLines(detail)] : [];
  const kept = record === undefined ? [] : [`recorded in ${printable(record)}`];
  return [...why, ...kept, `${SENTENCES[result](printable(report))} (${seconds.toFixed(1)} s)`].join("\n\n");
}
