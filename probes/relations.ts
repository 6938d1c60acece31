import type { Client } from "pg";
import { quoted } from "./quoted";

/** One table, view or sequence, and what the role that asks may do with it. */
export interface Relation {
  readonly schema: string;
  readonly name: string;
  readonly sequence: boolean;
  readonly owner: string;
  /** Whether the role may use the schema. */
  readonly reached: boolean;
  readonly reads: boolean;
  /** Whether it may read some columns, and not the whole. */
  readonly readsColumns?: boolean;
  /** Of a view and of what can only be read: true. */
  readonly writes: boolean;
  /** Row level security is on for this role, and no policy lets it see a row. */
  readonly hidden: boolean;
  /** Row level security is on for this role. */
  readonly guarded?: boolean;
}

/**
 * Of a policy `p`: whether it shows rows to those alone who came through Supabase's API with a token, which a session of a
 * service did not. One with another way to a row may show some; one without USING shows none (the answer is null).
 */
export const ASKS_WHO = `pg_get_expr(p.polqual, p.polrelid) ~ 'auth\\.(uid|jwt|role|email)\\(\\)|request\\.jwt'
  AND pg_get_expr(p.polqual, p.polrelid) !~ ' OR '`;

// PostgreSQL answers for the role that asks, memberships and PUBLIC included (functions-info: has_table_privilege).
// What an extension made, the sequence of an identity column, and a partition of a table that may be read need no grant.
// A column of a partition's key depends so on its own table (objsubid).
const RELATIONS = `
SELECT n.nspname AS schema, c.relname AS name, c.relkind = 'S' AS sequence, pg_get_userbyid(c.relowner) AS owner,
  has_schema_privilege(n.oid, 'USAGE') AS reached,
  CASE WHEN c.relkind = 'S' THEN has_sequence_privilege(c.oid, 'USAGE')
    ELSE has_table_privilege(c.oid, 'SELECT') END AS reads,
  c.relkind <> 'S' AND NOT has_table_privilege(c.oid, 'SELECT') AND has_any_column_privilege(c.oid, 'SELECT') AS "readsColumns",
  CASE WHEN c.relkind IN ('r', 'p') THEN has_table_privilege(c.oid, 'INSERT')
    AND has_table_privilege(c.oid, 'UPDATE') AND has_table_privilege(c.oid, 'DELETE') ELSE true END AS writes,
  c.relkind IN ('r', 'p') AND row_security_active(c.oid) AND NOT EXISTS (
    SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polpermissive AND p.polcmd IN ('r', '*')
      AND NOT (${ASKS_WHO}) AND EXISTS (SELECT FROM unnest(p.polroles) r WHERE CASE WHEN r = 0 THEN true ELSE pg_has_role(r, 'USAGE') END)
  ) AS hidden, c.relkind IN ('r', 'p') AND row_security_active(c.oid) AS guarded
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND n.nspname = ANY($1)
  AND NOT EXISTS (SELECT FROM pg_depend d
    WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.objsubid = 0 AND d.deptype IN ('e', 'i'))
  AND NOT (c.relispartition AND coalesce(has_table_privilege(pg_partition_root(c.oid), 'SELECT'), false))
ORDER BY n.nspname, c.relname LIMIT 5000`;

/** Whether the role may not read it; of a sequence: not use it. */
export const isClosed = ({ reached, reads }: Relation): boolean => !(reached && reads);

export const isPartlyOpen = ({ reached, readsColumns }: Relation): boolean =>
  reached && readsColumns === true;

/** All that is in the schemas, as the role sees it that is logged in. */
export async function readRelations(
  client: Client,
  schemas: readonly string[],
): Promise<readonly Relation[]> {
  return (await client.query<Relation>(RELATIONS, [schemas])).rows;
}

export const identified = ({ schema, name }: Pick<Relation, "schema" | "name">): string =>
  `${quoted(schema)}.${quoted(name)}`;
