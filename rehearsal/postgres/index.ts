/** The embedded PostgreSQL 18: new for each run, and ended with the process that started it. */

export { type Postgres, type PostgresOptions, startPostgres } from "./server";
export { SUPERUSER } from "./supabase";
