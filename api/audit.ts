/** `portcullis/audit`: a repository read as it is, and judged by the rules. */
export {
  AUDIT_RULES,
  type Audit,
  type AuditFinding,
  type AuditOptions,
  auditFolder,
  credentialsOf,
} from "../audit";
