import { rmSync } from "node:fs";
import path from "node:path";
import { PROMOTING } from "../../components/promotion-windows";
import type { StackConfiguration } from "../../config/stack";
import { CommandError, EXIT } from "../exit-code";
import { progressLines } from "../rehearse/progress";
import { engineFor } from "../stacks/engine-for";
import { ownPulumi } from "../stacks/own-pulumi";
import { reasonsOf, rejectingPolicies } from "../stacks/policy-output";
import { policyPackOf } from "../stacks/policy-pack";
import type { Pulumi } from "../stacks/pulumi";
import type { PulumiRun } from "../stacks/pulumi-run";
import { StackLockedError } from "../stacks/stack-lock";
import { printReport, progressTo } from "../terminal-output";
import { agreed } from "./agreed";
import { type PlannedPromotion, planOf, refuses } from "./plan";
import { serviceOutputs } from "./promoted-services";
import { stackFileText, writeAside, writeStackFile } from "./promotion-file";
import { type PromotionEntry, recordPromotion } from "./promotion-log";
import { type PromotionReport, planText, promotionJson, resultText } from "./report";

export interface PromoteOptions {
  readonly from: string;
  readonly to: string;
  readonly override?: string;
  readonly revision?: string;
  readonly project: string;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
  readonly signal: AbortSignal;
}

/** Plans, previews, asks, updates, and returns the exit code. */
export async function promote(options: PromoteOptions): Promise<number> {
  const { json, dryRun, yes, signal, project } = options;
  const started = performance.now();
  if (dryRun !== true && yes !== true && (json === true || process.stdin.isTTY !== true)) {
    throw new CommandError("there is no terminal to ask on: type `--yes`, or `--dry-run` to change nothing.");
  }
  const report = progressTo(json);
  const variables = { [PROMOTING]: "yes" };
  const pulumi = ownPulumi(project, await engineFor({ report, signal }), signal, variables);
  const planned = await planOf(options, pulumi);
  if (json !== true) printReport(planned.report, planText);
  const outcome = await carriedOut(planned, { ...options, pulumi, report });
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  const said: PromotionReport = { ...planned.report, ...outcome, seconds };
  if (json === true) printReport(said, promotionJson);
  else printReport(said, resultText);
  return (
    { planned: EXIT.done, unchanged: EXIT.done, promoted: EXIT.done }[said.result as string] ?? EXIT.failed
  );
}

type Outcome = Pick<PromotionReport, "result"> &
  Partial<Pick<PromotionReport, "policies" | "detail" | "services" | "record">>;

/** What a planned promotion is carried out with. */
export interface Doing extends PromoteOptions {
  readonly pulumi: Pulumi;
  readonly report: (line: string) => void;
}

/** Previews, asks and updates. @throws what the interruption ended it with, which is recorded once the update has begun */
export async function carriedOut(planned: PlannedPromotion, doing: Doing): Promise<Outcome> {
  const { to, dryRun, report } = doing;
  if (refuses(planned, dryRun)) return { result: "refused" };
  report(`promote: previewing ${to}`);
  const preview = await previewed(planned, doing);
  const policies = rejectingPolicies(preview.output);
  if (policies.length > 0) return { result: "rejected", policies, detail: reasonsOf(preview.output) };
  const changes = /no changes were expected/.test(preview.output);
  if (preview.exitCode !== 0 && !changes) return { result: "failed", detail: reasonsOf(preview.output) };
  if (!changes && planned.text === undefined) return { result: "unchanged" };
  if (dryRun === true) return { result: "planned" };
  if (doing.yes !== true && !(await agreed(to, doing.signal))) return { result: "declined" };
  return updated(planned, doing);
}

const packOf = (project: string): readonly string[] => ["--policy-pack", policyPackOf(project)];

/** With the override as it would be, and the stack's own file as it is. */
async function previewed({ text }: PlannedPromotion, { to, project, pulumi }: Doing): Promise<PulumiRun> {
  const aside = text === undefined ? undefined : writeAside(to, text);
  const file = aside === undefined ? [] : ["--config-file", aside];
  try {
    return await pulumi(["preview", "-s", to, "--expect-no-changes", ...packOf(project), ...file]);
  } finally {
    if (aside !== undefined) rmSync(path.dirname(aside), { recursive: true, force: true });
  }
}

async function updated(planned: PlannedPromotion, doing: Doing): Promise<Outcome> {
  const { project, to, signal } = doing;
  const before = stackFileText(project, to);
  // Its file is not to say that something was promoted: the next update would try that again.
  const restore = (): void => {
    if (planned.text !== undefined && stackFileText(project, to) === planned.text) {
      writeStackFile(project, to, before);
    }
  };
  try {
    const outcome = await update(planned, doing);
    if (outcome.result === "failed") restore();
    return outcome;
  } catch (cause) {
    if (signal.aborted) recorded(planned, "interrupted", project);
    else if (cause instanceof StackLockedError) restore();
    throw cause;
  }
}

async function update(planned: PlannedPromotion, doing: Doing): Promise<Outcome> {
  const { to, project, pulumi, report } = doing;
  if (planned.text !== undefined) writeStackFile(project, to, planned.text);
  report(`promote: updating ${to}`);
  const onLine = progressLines((words) => report(`  ${words}`));
  const args = ["up", "-s", to, "--yes", "--skip-preview", ...packOf(project)];
  const run = await pulumi(args, { onLine });
  const detail = reasonsOf(run.output);
  if (run.exitCode !== 0) {
    return { result: "failed", detail, ...recorded(planned, "failed", project) };
  }
  const running = await serviceOutputs(pulumi, to);
  const services = planned.report.services.map((service) => {
    const { commit, digest } = running[service.key]?.verification ?? {};
    const now = commit ?? digest;
    return { ...service, ...(now !== undefined && { now }) };
  });
  const other = services.filter(({ revision, now }) => revision !== undefined && revision !== now);
  const result = other.length === 0 ? "promoted" : "failed";
  const words = other.map(
    ({ key, revision, now }) => `${key} has ${now ?? "nothing verified"}, not ${revision}.`,
  );
  return { result, services, detail: words.join("\n"), ...recorded(planned, result, project) };
}

function recorded(
  { report, configuration }: PlannedPromotion,
  result: PromotionEntry["result"],
  project: string,
): { readonly record?: string } {
  const folder = recordsOf(configuration);
  if (folder === undefined) return {};
  const { from, to, services, override, closed } = report;
  const reason = override?.reason ?? closed?.reason;
  const file = recordPromotion(path.resolve(project, folder), {
    version: 1,
    at: new Date().toISOString(),
    from,
    to,
    services: Object.fromEntries(
      services.flatMap(({ key, revision }) => (revision ? [[key, revision]] : [])),
    ),
    ...(reason !== undefined && { override: reason }),
    result,
  });
  const shown = path.relative(project, file);
  return { record: shown.startsWith("..") ? file : shown };
}

/** Where the stack keeps its failure records; undefined where it keeps none. */
function recordsOf({ services }: StackConfiguration): string | undefined {
  return services.map(({ verify }) => verify.records).find((folder) => folder !== false) || undefined;
}
