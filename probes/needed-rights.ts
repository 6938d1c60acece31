import type { Client } from "pg";
import { quoted } from "./quoted";

/** What a statement on a table needs beside the table's own grants, and the role that asks has not. */
export interface NeededRight {
  readonly kind: "sequence" | "function" | "table";
  /** As SQL takes it, the schema in front. */
  readonly object: string;
  /** What asks for it. */
  readonly by: "default" | "check" | "policy";
  /** The table's name, the schema in front. */
  readonly table: string;
  /** The column, the check or the policy. */
  readonly of: string;
  /** Whether reading the table asks for it, and not only writing. */
  readonly reads: boolean;
}

/**
 * A default, a check and a policy run as the role that asks (ddl-rowsecurity, sql-grant): what they name needs the role's
 * own right. They name it by number, so that its schema needs none. `pg_depend` has all that their expressions name
 * (catalog-pg-depend); what a function does itself is not there.
 */
const NEEDED = `
WITH tables AS (
  SELECT c.oid, format('%s.%s', n.nspname, c.relname) AS name,
    has_table_privilege(c.oid, 'INSERT') OR has_any_column_privilege(c.oid, 'INSERT') AS inserts,
    has_table_privilege(c.oid, 'SELECT') OR has_any_column_privilege(c.oid, 'SELECT') AS reads, row_security_active(c.oid) AS guarded
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname = ANY($1) AND has_schema_privilege(n.oid, 'USAGE')
), used AS (
  SELECT 'default' AS by, t.oid AS own, t.name AS "table", a.attname AS of, false AS reads, d.refclassid, d.refobjid, d.refobjsubid
  FROM tables t JOIN pg_attrdef x ON x.adrelid = t.oid JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = x.adnum
  JOIN pg_depend d ON d.classid = 'pg_attrdef'::regclass AND d.objid = x.oid WHERE t.inserts
  UNION ALL
  SELECT 'check', t.oid, t.name, k.conname, false, d.refclassid, d.refobjid, d.refobjsubid
  FROM tables t JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'c'
  JOIN pg_depend d ON d.classid = 'pg_constraint'::regclass AND d.objid = k.oid WHERE t.inserts
  UNION ALL
  SELECT 'policy', t.oid, t.name, p.polname, p.polcmd IN ('r', '*'), d.refclassid, d.refobjid, d.refobjsubid
  FROM tables t JOIN pg_policy p ON p.polrelid = t.oid
  JOIN pg_depend d ON d.classid = 'pg_policy'::regclass AND d.objid = p.oid
  WHERE t.guarded AND CASE WHEN p.polcmd IN ('r', '*') THEN t.reads ELSE t.inserts END AND EXISTS (
    SELECT FROM unnest(p.polroles) r WHERE CASE WHEN r = 0 THEN true ELSE pg_has_role(r, 'USAGE') END)
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
export async function readNeededRights(
  client: Client,
  schemas: readonly string[],
): Promise<readonly NeededRight[]> {
  return (await client.query<NeededRight>(NEEDED, [schemas])).rows;
}

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
  const who = by === "default" ? `the default of ${table} (${of})` : `the ${by} ${of} of ${table}`;
  return `${role} may not execute ${object}, which ${who}${more} calls`;
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
