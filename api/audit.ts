import { accessSync, constants, statSync } from "node:fs";
import { AUDIT_RULES, type AuditOptions, auditFolder, credentialsOf } from "../audit";
import { auditJson } from "../cli/audit/json";
import { nothingRead } from "../cli/audit/words";
import {
  type Check,
  day,
  folderPath,
  givenProblem,
  listOf,
  mapping,
  optional,
  port,
  text,
} from "../domain/given";
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
 * @throws Error with one sentence where an argument is wrong, the folder cannot be read, or nothing in it could
 */
export async function audit(folder: string, request: AuditRequest = {}): Promise<AuditReport> {
  const wrong = [
    ...folderPath(folder, "folder"),
    ...REQUEST(request, "request"),
    ...(typeof folder === "string" && folder !== "" ? folderProblems(folder) : []),
  ];
  const problem = givenProblem("audit", wrong);
  if (problem !== undefined) throw new Error(problem);
  const options: AuditOptions = { ...request, credentials: await credentialsOf(folder, request) };
  const found = auditFolder(folder, options);
  const unread = nothingRead(found);
  if (unread !== undefined) throw new Error(`audit: ${folder}: ${unread}`);
  return JSON.parse(auditJson(found)) as AuditReport;
}

const REQUEST = mapping({
  include: optional(listOf(text)),
  exclude: optional(listOf(text)),
  environments: optional(listOf(mapping({ pattern: text, name: text }))),
  standardPort: optional(port),
  today: optional(day),
} satisfies Record<keyof AuditRequest, Check>);

function folderProblems(folder: string): readonly string[] {
  const expected = "folder: expected a folder that can be read";
  try {
    if (!statSync(folder).isDirectory()) return [`${expected}, got ${folder}, which is none.`];
    accessSync(folder, constants.R_OK | constants.X_OK);
    return [];
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    return [
      `${expected}, got ${folder}, ${code === "ENOENT" ? "which is not there" : `which cannot be (${code})`}.`,
    ];
  }
}

/** Every rule that an audit judges by, in the report's order. */
export function rules(): readonly RuleDescription[] {
  return AUDIT_RULES.map(({ id, severity, title, why, fix, reference }) => ({
    ...{ id, severity, title, why, fix, reference },
  }));
}
