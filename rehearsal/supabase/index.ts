/** The embedded Management API of Supabase: a project's branches, each with a PostgreSQL and a pooler's tenant of its own. */
export { type EmbeddedSupabase, type SupabaseOptions, startSupabase } from "./server";
