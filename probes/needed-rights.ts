import type { Ask } from "./ask";
import { quoted } from "./quoted";

/** What a statement on a table needs beside the table's own grants, and the role that asks has not. */
export interface NeededRight {
  readonly kind: "sequence" | "function" | "table";
  /** As SQL takes it, the schema in front. */
  readonly object: string;
  /** What asks for it; "part" is the check of a domain that is in a column's array, composite or range. */
  readonly by: "default" | "check" | "part" | "policy" | "index" | "trigger" | "partition key" | "view";
  /** The table's or the view's name, the schema in front. */
  readonly table: string;
  /** The column, the check, the policy, the index or the trigger. */
  readonly of: string;
  /** Whether reading the table asks for it, and not only writing. */
  readonly reads: boolean;
}

/**
 * A default, a check, a policy, what an index or a partition goes by, a trigger's condition and what a view calls run as
 * the role that asks (ddl-rowsecurity, sql-grant, rules-privileges; tried on PostgreSQL 14, 15 and 18): what they name needs
 * the role's own right. They name it by number, so that its schema needs none. `pg_depend` has all that their expressions
 * name (catalog-pg-depend), of an operator its function; what a function does itself is not there. Before
 * PostgreSQL 15 what a generated column calls is the column's, and not its default's. A trigger's function is called without that right.
 */
const NEEDED_RIGHTS = `
WITH RECURSIVE views AS (
  SELECT c.oid, c.oid AS own, format('%s.%s', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = 'v' AND n.nspname = ANY($1) AND has_schema_privilege(n.oid, 'USAGE') AND has_any_column_privilege(c.oid, 'SELECT')
  UNION SELECT c.oid, v.own, v.name FROM views v JOIN pg_rewrite r ON r.ev_class = v.oid
  JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid AND d.refclassid = 'pg_class'::regclass
  JOIN pg_class c ON c.oid = d.refobjid AND c.relkind = 'v'
), tables AS MATERIALIZED (
  SELECT c.oid, format('%s.%s', n.nspname, c.relname) AS name,
    has_table_privilege(c.oid, 'INSERT') OR has_any_column_privilege(c.oid, 'INSERT') AS inserts,
    has_table_privilege(c.oid, 'SELECT') OR has_any_column_privilege(c.oid, 'SELECT') AS reads, row_security_active(c.oid) AS guarded
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname = ANY($1) AND has_schema_privilege(n.oid, 'USAGE')
), parts AS (
  SELECT a.atttypid AS type, a.atttypid AS part, true AS whole FROM tables t
  JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped WHERE t.inserts
  UNION SELECT p.type, x.part, p.whole AND x.whole FROM parts p JOIN pg_type t ON t.oid = p.part CROSS JOIN LATERAL (
    SELECT t.typbasetype AS part, true AS whole WHERE t.typtype = 'd'
    UNION ALL SELECT t.typelem, false WHERE t.typelem <> 0 AND t.typlen = -1
    UNION ALL SELECT r.rngsubtype, false FROM pg_range r WHERE t.typtype = 'r' AND r.rngtypid = t.oid
    UNION ALL SELECT a.atttypid, false FROM pg_attribute a WHERE t.typtype = 'c' AND a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped
  ) x
), ruled AS MATERIALIZED (
  SELECT p.type, CASE WHEN p.whole THEN 'check' ELSE 'part' END AS by, k.conname AS name, 'pg_constraint'::regclass AS classid, k.oid FROM parts p JOIN pg_constraint k ON k.contypid = p.part
  UNION ALL SELECT p.type, 'default', NULL, 'pg_type'::regclass, p.part FROM parts p JOIN pg_type t ON t.oid = p.part AND t.typtype = 'd' AND t.typdefaultbin IS NOT NULL
  WHERE p.whole
), expressions AS MATERIALIZED (
  SELECT 'default' AS by, t.oid AS own, t.name AS "table", a.attname AS of, false AS reads, 'pg_attrdef'::regclass AS classid, x.oid AS objid, 0::oid AS without, 0 AS part
  FROM tables t JOIN pg_attrdef x ON x.adrelid = t.oid JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = x.adnum WHERE t.inserts
  UNION ALL
  SELECT 'default', t.oid, t.name, a.attname, false, 'pg_class'::regclass, t.oid, 0, a.attnum
  FROM tables t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attgenerated <> '' WHERE t.inserts
  UNION ALL
  SELECT 'check', t.oid, t.name, k.conname, false, 'pg_constraint'::regclass, k.oid, 0, 0
  FROM tables t JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'c' WHERE t.inserts
  UNION ALL
  SELECT r.by, t.oid, t.name, coalesce(r.name, a.attname), false, r.classid, r.oid, 0, 0
  FROM tables t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped JOIN ruled r ON r.type = a.atttypid
  WHERE t.inserts AND (r.by <> 'default' OR NOT a.atthasdef)
  UNION ALL
  SELECT 'index', t.oid, t.name, i.relname, false, 'pg_class'::regclass, i.oid, 0, 0
  FROM tables t JOIN pg_index x ON x.indrelid = t.oid AND x.indisready AND (x.indexprs IS NOT NULL OR x.indpred IS NOT NULL)
  JOIN pg_class i ON i.oid = x.indexrelid WHERE t.inserts
  UNION ALL
  SELECT 'partition key', t.oid, t.name, '', false, 'pg_class'::regclass, t.oid, 0, 0
  FROM tables t JOIN pg_partitioned_table x ON x.partrelid = t.oid WHERE t.inserts
  UNION ALL
  SELECT 'trigger', t.oid, t.name, g.tgname, false, 'pg_trigger'::regclass, g.oid, g.tgfoid, 0
  FROM tables t JOIN pg_trigger g ON g.tgrelid = t.oid AND NOT g.tgisinternal AND g.tgenabled IN ('O', 'A') AND g.tgqual IS NOT NULL
  WHERE g.tgtype::int & 4 > 0 AND t.inserts OR g.tgtype::int & 8 > 0 AND has_table_privilege(t.oid, 'DELETE')
    OR g.tgtype::int & 16 > 0 AND has_any_column_privilege(t.oid, 'UPDATE')
  UNION ALL
  SELECT 'view', v.own, v.name, '', true, 'pg_rewrite'::regclass, r.oid, 0, 0 FROM views v JOIN pg_rewrite r ON r.ev_class = v.oid AND r.ev_type = '1'
  UNION ALL
  SELECT 'policy', t.oid, t.name, p.polname, p.polcmd IN ('r', '*'), 'pg_policy'::regclass, p.oid, 0, 0
  FROM tables t JOIN pg_policy p ON p.polrelid = t.oid
  WHERE t.guarded AND CASE WHEN p.polcmd IN ('r', '*') THEN t.reads ELSE t.inserts END AND EXISTS (
    SELECT FROM unnest(p.polroles) r WHERE CASE WHEN r = 0 THEN true ELSE pg_has_role(r, 'USAGE') END)
), used AS MATERIALIZED (
  SELECT e.by, e.own, e."table", e.of, e.reads, CASE WHEN o.oid IS NULL THEN d.refclassid ELSE 'pg_proc'::regclass END AS refclassid,
    coalesce(o.oprcode::oid, d.refobjid) AS refobjid, d.refobjsubid
  FROM expressions e JOIN pg_depend d ON d.classid = e.classid AND d.objid = e.objid AND d.objsubid = e.part AND d.refobjid <> e.without
  LEFT JOIN pg_operator o ON d.refclassid = 'pg_operator'::regclass AND o.oid = d.refobjid
)
SELECT DISTINCT 'sequence' AS kind, format('%I.%I', n.nspname, c.relname) AS object, by, "table", of, reads
FROM used JOIN pg_class c ON refclassid = 'pg_class'::regclass AND c.oid = refobjid AND c.relkind = 'S'
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE by = 'default' AND CASE WHEN c.relkind = 'S' THEN NOT has_sequence_privilege(c.oid, 'USAGE, UPDATE') ELSE false END
UNION ALL
SELECT DISTINCT 'table', format('%I.%I', n.nspname, c.relname), by, "table", of, reads
FROM used JOIN pg_class c ON refclassid = 'pg_class'::regclass AND c.oid = refobjid AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE by = 'policy' AND refobjid <> own AND CASE WHEN refobjsubid > 0 THEN NOT has_column_privilege(c.oid, refobjsubid::int2, 'SELECT')
  ELSE NOT has_any_column_privilege(c.oid, 'SELECT') END
UNION ALL
SELECT DISTINCT 'function', format('%I.%I(%s)', n.nspname, f.proname, pg_get_function_identity_arguments(f.oid)), by, "table", of, reads
FROM used JOIN pg_proc f ON refclassid = 'pg_proc'::regclass AND f.oid = refobjid JOIN pg_namespace n ON n.oid = f.pronamespace
WHERE NOT has_function_privilege(f.oid, 'EXECUTE')
ORDER BY 1, 2, 4, 5 LIMIT 1000`;

/** What the tables of the schemas need so, as the role sees it that is logged in. */
export const readNeededRights = (ask: Ask, schemas: readonly string[]): Promise<readonly NeededRight[]> =>
  ask<NeededRight>(NEEDED_RIGHTS, [schemas]);

const MOST = 3;

/** What each object that is closed breaks, in words. */
export function neededWords(role: string, rights: readonly NeededRight[]): string {
  const said = [...grouped(rights).values()].map((same) => sentence(role, same));
  const rest = said.length - MOST;
  return [...said.slice(0, MOST), ...(rest > 0 ? [`and ${rest} more such objects are closed`] : [])].join(
    "; ",
  );
}

function sentence(role: string, same: readonly NeededRight[]): string {
  const [first] = same as [NeededRight, ...NeededRight[]];
  const { kind, object, by, table, of } = first;
  const more = same.length > 1 ? ` and ${same.length - 1} more` : "";
  if (by === "policy" && kind === "table") {
    return `the policy ${of} of ${table}${more} asks ${object}, which ${role} may not read: each query of its table fails`;
  }
  if (kind === "sequence") {
    return `${role} may not use the sequence ${object}, of which ${table} (${of})${more} takes its default: an INSERT without a value fails`;
  }
  const who = whoCalls(first);
  return `${role} may not execute ${object}, which ${who}${more} calls`;
}

function whoCalls({ by, of, table }: NeededRight): string {
  if (by === "default") return `the default of ${table} (${of})`;
  if (by === "view") return `the view ${table}`;
  if (by === "part") return `the check ${of} inside of a column of ${table}`;
  return by === "partition key" ? `the partition key of ${table}` : `the ${by} ${of} of ${table}`;
}

const GRANTS = [
  ["sequence", "USAGE ON SEQUENCE"],
  ["function", "EXECUTE ON FUNCTION"],
  ["table", "SELECT ON TABLE"],
] as const;

/** The statements that let the role do it. */
export function neededGrants(role: string, rights: readonly NeededRight[]): readonly string[] {
  return GRANTS.flatMap(([kind, what]) => {
    const objects = [...new Set(rights.filter((each) => each.kind === kind).map(({ object }) => object))];
    return objects.length === 0 ? [] : [`GRANT ${what} ${objects.join(", ")} TO ${quoted(role)};`];
  });
}

function grouped(rights: readonly NeededRight[]): ReadonlyMap<string, readonly NeededRight[]> {
  const groups = new Map<string, NeededRight[]>();
  for (const right of rights) {
    const key = `${right.kind} ${right.object} ${right.by}`;
    groups.set(key, [...(groups.get(key) ?? []), right]);
  }
  return groups;
}
