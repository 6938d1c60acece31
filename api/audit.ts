import { AUDIT_RULES, type AuditOptions, auditFolder, credentialsOf } from "../audit";
import { auditJson } from "../cli/audit/json";
import type { AuditReport, RuleDescription } from "./audit-report";

export type * from "./audit-report";

/** The options of an audit; each means what the option of `portcullis audit` with its name means. */
export interface AuditRequest {
  /** Patterns of files to read although git ignores them or they are among tests. */
  readonly include?: readonly string[];
  /** Patterns of files not to read; those of .gitignore. */
  readonly exclude?: readonly string[];
  /** Which environment files are for, whatever their name says. */
  readonly environments?: readonly { readonly pattern: string; readonly name: string }[];
  /** The port that services listen on. @default 8000 */
  readonly standardPort?: number;
  /** The day by which waivers expire, as `YYYY-MM-DD`. @default today */
  readonly today?: string;
}

/**
 * `portcullis/audit`: reads a repository as it is and judges it. It uses no network, runs nothing, changes nothing and
 * opens nothing outside the folder but what git knows of it. The report is the document of `portcullis audit --json`; it
 * holds no secret.
 *
 * @throws Error where the folder is not there or cannot be entered
 */
export async function audit(folder: string, request: AuditRequest = {}): Promise<AuditReport> {
  const options: AuditOptions = { ...request, credentials: await credentialsOf(folder, request) };
  return JSON.parse(auditJson(auditFolder(folder, options))) as AuditReport;
}

/** Every rule that an audit judges by, in the report's order. */
export function rules(): readonly RuleDescription[] {
  return AUDIT_RULES.map(({ id, severity, title, why, fix, reference }) => ({
    ...{ id, severity, title, why, fix, reference },
  }));
}
