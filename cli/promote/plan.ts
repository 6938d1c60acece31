import type { StackConfiguration } from "../../config/stack";
import { closedUntil } from "../../domain/promotion-window";
import { CommandError } from "../exit-code";
import type { Pulumi } from "../stacks/pulumi";
import { configurationOf } from "../stacks/stack-configuration";
import { readStackFile } from "../stacks/stack-file";
import { nameInProject } from "../stacks/stack-file-name";
import { stackValues } from "../stacks/stack-values";
import { idleReasons, stackDifferences } from "./differences";
import { promotedServices, serviceOutputs } from "./promoted-services";
import { assertPromotes, fileWithOverride, type Override } from "./promotion-file";
import type { PromotionReport } from "./report";
import { withTypedCommits } from "./typed-commits";

/** What is typed. */
interface Typed {
  readonly from: string;
  readonly to: string;
  readonly override?: string;
  readonly revision?: string;
  readonly project: string;
  readonly signal: AbortSignal;
}

/** What a promotion would do. */
export interface PlannedPromotion {
  readonly report: Omit<PromotionReport, "result" | "seconds">;
  readonly configuration: StackConfiguration;
  /** What the stack's file is to be; undefined where it stays. */
  readonly text: string | undefined;
}

/** Reads both stacks. Nothing is changed. @throws CommandError */
export async function planOf(typed: Typed, pulumi: Pulumi): Promise<PlannedPromotion> {
  const { from, to, project } = typed;
  if (from === to) throw new CommandError(`expected two stacks, got \`${to}\` twice.`);
  // The other stack's name may be a whole one, such as acme/shop/staging: its file is called by the last part.
  const [source, target] = await Promise.all([
    readStackFile(project, nameInProject(from)),
    readStackFile(project, to),
  ]);
  const configuration = configurationOf(target);
  const { reasons, windows } = assertPromotes(configuration, { from, to });
  const now = Date.now();
  const closed = closedUntil(windows, now);
  const override = overrideOf(typed, closed !== undefined);
  const text = fileWithOverride(project, to, override);
  const compared = async (stack: string, { secretPlaces }: { readonly secretPlaces: readonly string[] }) => ({
    ...{ stack, secretPlaces, values: await stackValues(pulumi, stack) },
  });
  // One after the other: a backend of files has one lock for each stack, and a passphrase may be asked for.
  const before = await compared(from, source);
  const after = await compared(to, target);
  const differences = stackDifferences(before, after, reasons);
  const verified = await serviceOutputs(pulumi, from);
  const running = await serviceOutputs(pulumi, to);
  const promoted = promotedServices({ from, configuration, verified, running, override, now });
  const services =
    override === undefined
      ? promoted
      : await withTypedCommits(promoted, configuration.services, override.revision, typed.signal);
  const report = {
    ...{ version: 1 as const, from, to, services, differences },
    idleReasons: idleReasons(differences, reasons),
    notRolledBack: configuration.services.filter(({ verify }) => !verify.rollback).map(({ key }) => key),
    ...(override !== undefined && { override }),
    ...(closed !== undefined && {
      closed: { ...closed, ...(typed.override !== undefined && { reason: typed.override }) },
    }),
  };
  return { report, configuration, text };
}

/** Whether nothing may be done: a service gets nothing, or no window is open and no reason is given. */
export function refuses({ report }: PlannedPromotion, dryRun = false): boolean {
  const { services, closed } = report;
  const late = !dryRun && closed !== undefined && closed.reason === undefined;
  return late || services.some(({ refused }) => refused !== undefined);
}

/**
 * Outside of the windows a reason may be given alone.
 *
 * @throws CommandError for one of the two options without the other, and for what is no revision
 */
function overrideOf({ override: reason, revision }: Typed, closed: boolean): Override | undefined {
  if (revision === undefined && (reason === undefined || (closed && reason.trim() !== ""))) return undefined;
  if (reason?.trim() === "") throw new CommandError("--override: expected a reason, got an empty one.");
  if (reason === undefined)
    throw new CommandError("--revision: expected `--override REASON` with it, got none.");
  if (revision === undefined)
    throw new CommandError("--override: expected `--revision ID` with it, got none.");
  if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64}|sha256:[0-9a-f]{64})$/.test(revision)) {
    throw new CommandError("--revision: expected a whole git commit or an image's digest (sha256:…).");
  }
  return { revision, reason };
}
