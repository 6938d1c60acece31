import path from "node:path";
import { type Audit, type AuditFinding, type AuditOptions, auditFolder, credentialsOf } from "../../audit";
import type { Fixed, FixPlan } from "../../audit/fixes";
import { atLeast, type Severity } from "../../domain";
import { CommandError, EXIT } from "../exit-code";
import { withoutKnown } from "./baseline";
import { type Format, printed, write } from "./output";
import { nothingRead, plural } from "./words";

/** What was typed, checked. */
export interface AuditRun {
  readonly folder: string;
  readonly options: AuditOptions;
  readonly format: Format;
  readonly output?: string;
  readonly baseline?: string;
  readonly failOn: Severity;
  readonly verbose: boolean;
  readonly mode: "tell" | "diff" | "fix";
}

/** Audits, and shows or makes changes where that is asked for; answers the exit code. */
export async function runAudit(asked: AuditRun): Promise<number> {
  const run = await withCredentials(asked);
  if (run.mode === "diff") return diff(run);
  const { fixed, notWritten } = run.mode === "fix" ? fix(run) : { fixed: [], notWritten: 0 };
  const { audit: result } = readable(run, (folder) => ({ audit: auditFolder(folder, run.options) }));
  const { added, known } = counting(run, result.findings);
  const width = run.output === undefined ? process.stdout.columns : undefined;
  const options = { verbose: run.verbose, fixed, width };
  write(`${printed({ ...result, findings: added }, run.format, options)}\n`, run.output);
  if (known > 0) process.stderr.write(`portcullis: ${plural(known, "finding")} of the baseline left out\n`);
  return notWritten > 0 ? EXIT.unusable : exitCodeOf(run, added);
}

function diff(run: AuditRun): number {
  const plan = planned(run);
  write(mending().auditDiff(plan, run.output === undefined), run.output);
  return exitCodeOf(run, counting(run, plan.audit.findings).added);
}

function fix(run: AuditRun): { readonly fixed: readonly Fixed[]; readonly notWritten: number } {
  return mending().fixFiles(planned(run), run.format);
}

function planned(run: AuditRun): FixPlan {
  const chosen = (findings: readonly AuditFinding[]) => counting(run, findings).added;
  return readable(run, (folder) => mending().planFixes(folder, run.options, chosen));
}

/** Loaded when it is asked for: an audit that changes nothing needs none of it. */
function mending(): typeof import("./mend") {
  return require("./mend") as typeof import("./mend");
}

function counting(
  { baseline }: AuditRun,
  findings: readonly AuditFinding[],
): ReturnType<typeof withoutKnown> {
  return baseline === undefined ? { added: findings, known: 0 } : withoutKnown(findings, baseline);
}

function exitCodeOf({ failOn }: AuditRun, findings: readonly AuditFinding[]): number {
  return findings.some(({ severity }) => atLeast(severity, failOn)) ? EXIT.failed : EXIT.done;
}

/** @throws CommandError where the folder cannot be read, or nothing in it could */
function readable<T extends { readonly audit: Audit }>({ folder }: AuditRun, read: (folder: string) => T): T {
  const result = entered(folder, read);
  const unread = nothingRead(result.audit);
  if (unread !== undefined) throw new CommandError(`${folder}: ${unread}`);
  return result;
}

function entered<T>(folder: string, read: (folder: string) => T): T {
  try {
    return read(path.resolve(folder));
  } catch (cause) {
    throw unreadable(folder, cause);
  }
}

/** Credentials are looked for once: what --fix changes holds none. */
async function withCredentials(run: AuditRun): Promise<AuditRun> {
  const { exclude } = run.options;
  const looked = credentialsOf(path.resolve(run.folder), exclude === undefined ? {} : { exclude });
  const credentials = await looked.catch((cause: unknown) => {
    throw unreadable(run.folder, cause);
  });
  return { ...run, options: { ...run.options, credentials } };
}

function unreadable(folder: string, cause: unknown): unknown {
  const code = (cause as NodeJS.ErrnoException).code;
  if (code === undefined) return cause;
  return new CommandError(`${folder}: expected a folder that can be read, got ${code}.`, undefined, {
    cause,
  });
}
