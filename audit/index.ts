/**
 * Files of a repository become facts, one reader a format, and are judged by the rules: no account, no network.
 */

export { type AdoptableFolder, adoptFolder } from "./adoption/adopt-folder";
export { codeOnRender, type FoundInCode } from "./adoption/code-on-render";
export type { DraftField, SecretToSet, Stated } from "./adoption/draft-field";
export type { RepositoryOrigin } from "./adoption/service-draft";
export type { ServiceDraft, StackDraft } from "./adoption/stack-draft";
export type { Audit, AuditedService, AuditOptions } from "./audit";
export { auditFolder } from "./audit";
export type { EnvironmentFacts } from "./environments/environments";
export type { FileEnvironment } from "./environments/file-environments";
export type { MatrixRow } from "./environments/matrix";
export { type ExplainedChain, type Explanation, explainFolder, serviceNames } from "./explain";
export type { AuditFinding, AuditUndecided } from "./finding";
export { isTooCostly } from "./git/ignore-patterns";
export { pathInRepository, trackedFiles } from "./git/tracked-files";
export { readFolder } from "./read-folder";
export type { Reader, Reading } from "./reader";
export { READERS } from "./readers";
export { AUDIT_RULES } from "./rules";
export { type Credentials, credentialsOf } from "./secrets/credentials";
export type { Waived, Waiver } from "./waivers/waivers";
export { isFolderIgnored } from "./walk/ignored-folder";
export { LEFT_OUT, type LeftOut } from "./walk/left-out";
export type { NotRead } from "./walk/not-read";
export type { ReadFile } from "./walk/read-files";
export type { ReadProblem, SourceFile } from "./walk/source-file";
