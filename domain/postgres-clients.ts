/** PostgreSQL's own programs, which ask a server by libpq (postgresql.org/docs/current/reference-client.html). */
export const POSTGRES_CLIENTS: readonly string[] = [
  "psql",
  "pg_dump",
  "pg_dumpall",
  "pg_restore",
  "pg_isready",
  "vacuumdb",
  "reindexdb",
  "createdb",
  "dropdb",
];
