import type { Client } from "pg";
import { quoted } from "./quoted";

/** Supabase has the extensions of a project there, and lets no new role in (docs/facts/supabase.md#s30). */
const SCHEMA = "extensions";
/** In each new project, whether a service uses them or not. */
const ALWAYS_THERE = ["uuid-ossp", "pgcrypto", "pg_stat_statements"];

const CLOSED = `
SELECT e.extname AS name FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
WHERE n.nspname = $1 AND e.extname <> ALL($2) AND NOT has_schema_privilege(n.oid, 'USAGE') ORDER BY 1`;

/** The extensions whose functions and types the session does not find. */
export async function closedExtensions(client: Client): Promise<readonly string[]> {
  return (await client.query<{ name: string }>(CLOSED, [SCHEMA, ALWAYS_THERE])).rows.map(({ name }) => name);
}

/** What is no fault of a role that calls none of them; empty where there is nothing. */
export function closedExtensionsWords(role: string, extensions: readonly string[]): string {
  if (extensions.length === 0) return "";
  const grant = `GRANT USAGE ON SCHEMA ${SCHEMA} TO ${quoted(role)};`;
  return `${role} may not use the schema ${SCHEMA}, and finds nothing of ${extensions.join(", ")} (\`${grant}\` lets it)`;
}
