/** The embedded PostgreSQL 18: fresh for each run, and gone with the process that started it. */
export { type Postgres, type PostgresOptions, startPostgres } from "./server";
