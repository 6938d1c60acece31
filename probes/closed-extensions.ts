import type { Client } from "pg";
import { quoted } from "./quoted";

/** Supabase has the extensions of a project there, and lets no new role in (docs/facts/supabase.md#s30). */
const SCHEMA = "extensions";
/** In each new project, whether a service uses them or not. */
const ALWAYS_THERE = ["uuid-ossp", "pgcrypto", "pg_stat_statements"];

/** An extension in a schema that the session may not use. */
export interface ClosedExtension {
  readonly name: string;
  readonly schema: string;
}

// In another schema than Supabase's, one whose types the tables have: its operators and casts are not found either.
const CLOSED = `
SELECT e.extname AS name, n.nspname AS schema FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
WHERE NOT has_schema_privilege(n.oid, 'USAGE') AND (n.nspname = $1 AND e.extname <> ALL($2) OR n.nspname <> $1 AND EXISTS (
  SELECT FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
    JOIN pg_type t ON t.oid = a.atttypid
    JOIN pg_depend d ON d.classid = 'pg_type'::regclass AND d.objid IN (t.oid, t.typelem, t.typbasetype)
      AND d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e'
  WHERE d.refobjid = e.oid AND NOT a.attisdropped AND c.relnamespace = ANY (
    SELECT oid FROM pg_namespace WHERE nspname = ANY($3))))
ORDER BY 2, 1`;

/** The extensions whose functions and types the session does not find. `schemas` have the service's tables. */
export async function closedExtensions(
  client: Client,
  schemas: readonly string[],
): Promise<readonly ClosedExtension[]> {
  return (await client.query<ClosedExtension>(CLOSED, [SCHEMA, ALWAYS_THERE, schemas])).rows;
}

/** What is no fault of a role that calls none of them; empty where there is nothing. */
export function closedExtensionsWords(role: string, extensions: readonly ClosedExtension[]): string {
  return [...new Set(extensions.map(({ schema }) => schema))]
    .map((schema) => {
      const names = extensions.filter((each) => each.schema === schema).map(({ name }) => name);
      const grant = `GRANT USAGE ON SCHEMA ${quoted(schema)} TO ${quoted(role)};`;
      return `${role} may not use the schema ${schema}, and finds nothing of ${names.join(", ")} (\`${grant}\` lets it)`;
    })
    .join("; ");
}
