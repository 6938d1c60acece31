/**
 * Files of a repository become facts, one reader a format, and are judged by the rules: no account, no network.
 */

export type { DraftField, SecretToSet } from "./adoption/draft-field";
export type { RepositoryOrigin } from "./adoption/service-draft";
export { type StackDraft, stackDraft } from "./adoption/stack-draft";
export type { Audit, AuditedService, AuditOptions } from "./audit";
export { auditFolder } from "./audit";
export { type Credentials, credentialsOf } from "./credentials";
export type { EnvironmentFacts } from "./environments";
export type { FileEnvironment } from "./file-environments";
export type { AuditFinding, AuditUndecided } from "./judge";
export { LEFT_OUT, type LeftOut } from "./left-out";
export type { MatrixRow } from "./matrix";
export type { ReadFile } from "./read-files";
export { readFolder } from "./read-folder";
export type { Reader, Reading } from "./reader";
export { READERS } from "./readers";
export { AUDIT_RULES } from "./rules";
export type { ReadProblem, SourceFile } from "./source-file";
export type { Waived, Waiver } from "./waivers";
