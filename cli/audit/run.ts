import { realpathSync } from "node:fs";
import path from "node:path";
import {
  type Audit,
  type AuditFinding,
  type AuditOptions,
  auditFolder,
  credentialsOf,
  pathInRepository,
  trackedFiles,
} from "../../audit";
import type { Fixed } from "../../audit/fixes";
import { atLeast, type Severity } from "../../domain";
import { CommandError, EXIT } from "../exit-code";
import { foundInstead } from "../given-file";
import { assertFolder } from "../given-folder";
import { endedAtOnce, withoutPause } from "../interruption";
import { printProblem, widthOf } from "../terminal-output";
import { type Compared, withoutKnown } from "./baseline";
import { type Format, printed, write } from "./output";
import { projectAlone } from "./project-alone";
import { nothingRead, plural, problemLine, unreadFiles } from "./words";

/** What was typed, checked. */
export interface AuditRun {
  readonly folder: string;
  readonly options: AuditOptions;
  readonly format: Format;
  readonly output?: string;
  readonly baseline?: string;
  readonly failOn: Severity;
  readonly verbose: boolean;
  /** The service whose start is explained, in place of an audit; true for a list of all. */
  readonly explain?: string | true;
  readonly mode: "report" | "diff" | "fix";
}

const CHANGED_NOTHING = "nothing was changed";

/** Audits a folder, with `--diff` or `--fix` after planning changes, and returns the exit code. */
export async function runAudit(run: AuditRun): Promise<number> {
  const folder = path.resolve(run.folder);
  try {
    assertFolder(run.folder, "audit");
    const alone = projectAlone(run.folder);
    if (alone !== undefined) printProblem(alone);
    if (run.explain !== undefined) {
      const { explained } = await import("./explain");
      const how = { json: run.format === "json", verbose: run.verbose };
      const { explain } = run;
      write(
        withoutPause(CHANGED_NOTHING, () => explained(folder, explain, run.options, how)),
        run.output,
      );
      return EXIT.done;
    }
    // Credentials are searched once: what --fix changes holds none.
    const credentials = await endedAtOnce(CHANGED_NOTHING, () => credentialsOf(folder, run.options));
    const options = { ...run.options, credentials };
    if (run.mode === "report") {
      const audit = withoutPause(CHANGED_NOTHING, () => auditFolder(folder, options));
      const found = compared(run, audit.findings);
      return report(run, audit, found, { canFix: await canFix(run, folder, found.added) });
    }
    // An audit that changes nothing loads none of this.
    const { planFixes, auditDiff, fixFiles } = await import("./fix-output");
    const plan = withoutPause(CHANGED_NOTHING, () =>
      planFixes(folder, options, (findings) => compared(run, findings).added),
    );
    if (run.mode === "fix") {
      const { fixed, notWritten } = fixFiles(plan, run.format);
      const after = withoutPause(
        "what is said to be fixed is; type the same command again for what is left",
        () => auditFolder(folder, options),
      );
      const code = report(run, after, compared(run, after.findings), { fixed });
      return notWritten > 0 ? EXIT.unusable : code;
    }
    checkRead(run, plan.audit);
    write(auditDiff(plan, run.output === undefined), run.output);
    return exitCodeOf(run, plan.audit, compared(run, plan.audit.findings).added);
  } catch (cause) {
    throw unreadable(run.folder, cause);
  }
}

/** Prints an audit in the format that was asked for, and returns its exit code. */
function report(
  run: AuditRun,
  audit: Audit,
  { added, known }: Compared,
  { fixed, canFix = false }: { readonly fixed?: readonly Fixed[]; readonly canFix?: boolean },
): number {
  checkRead(run, audit);
  const width = run.output === undefined ? widthOf(process.stdout, process.env) : undefined;
  const fromRoot = run.format === "sarif" || run.format === "github";
  const prefix = fromRoot ? pathInRepository(realpathSync(run.folder)) : "";
  const tracked = fixed === undefined ? undefined : trackedFiles(realpathSync(run.folder))?.paths;
  const inGit = fixed?.every(({ file }) => tracked?.includes(file)) === true;
  const options = { verbose: run.verbose, fixed, inGit, canFix, width, prefix };
  write(`${printed({ ...audit, findings: added }, run.format, options)}\n`, run.output);
  if (known > 0) printProblem(`${plural(known, "finding")} of the baseline left out`);
  // Its format has a place for findings alone.
  if (run.format === "github")
    for (const problem of unreadFiles(audit)) printProblem(`not decided: ${problemLine(problem)}`);
  return exitCodeOf(run, audit, added);
}

/** Whether the report may promise that `--fix` changes something. An audit without an edit loads no planner. */
async function canFix(run: AuditRun, folder: string, added: readonly AuditFinding[]): Promise<boolean> {
  if (run.format !== "terminal" || !added.some(({ edit }) => edit !== undefined)) return false;
  const { hasStep } = await import("./fix-output");
  return hasStep(folder, added);
}

/** @throws CommandError where nothing in the folder could be read */
function checkRead({ folder }: AuditRun, audit: Audit): void {
  const unread = nothingRead(audit);
  if (unread !== undefined) throw new CommandError(`${folder}: ${unread}`);
}

function compared({ baseline }: AuditRun, findings: readonly AuditFinding[]): Compared {
  return baseline === undefined ? { added: findings, known: 0 } : withoutKnown(findings, baseline);
}

/** A finding is an answer whatever else there is; without one, a file that could not be read leaves it open. */
function exitCodeOf({ failOn }: AuditRun, audit: Audit, findings: readonly AuditFinding[]): number {
  if (findings.some(({ severity }) => atLeast(severity, failOn))) return EXIT.failed;
  return unreadFiles(audit).length > 0 ? EXIT.undecided : EXIT.done;
}

/** A folder that cannot be listed is a user error. Other errors are rethrown. */
function unreadable(folder: string, cause: unknown): unknown {
  const { code } = cause as NodeJS.ErrnoException;
  if (cause instanceof CommandError || code === undefined) return cause;
  return new CommandError(
    `${folder}: expected a folder that can be read, got ${foundInstead(cause)}.`,
    undefined,
    {
      cause,
    },
  );
}
