/** Settings that PostgreSQL takes at the start of a session, so that passing them on is no mistake (pg_settings). */
const SERVER_SETTINGS: ReadonlySet<string> = new Set([
  "options",
  "application_name",
  "search_path",
  "statement_timeout",
  "transaction_timeout",
  "lock_timeout",
  "idle_in_transaction_session_timeout",
  "idle_session_timeout",
  "timezone",
  "datestyle",
  "intervalstyle",
  "client_encoding",
  "client_min_messages",
  "extra_float_digits",
  "bytea_output",
  "default_transaction_read_only",
  "default_transaction_isolation",
  "default_transaction_deferrable",
  "jit",
  "row_security",
  "role",
  "session_replication_role",
  "standard_conforming_strings",
  "synchronous_commit",
  "tcp_keepalives_idle",
  "tcp_keepalives_interval",
  "tcp_keepalives_count",
  "tcp_user_timeout",
  "work_mem",
  "maintenance_work_mem",
  "temp_buffers",
  "replication",
  "plan_cache_mode",
  "max_parallel_workers_per_gather",
]);

/** Names of settings are read without regard to case; one with a dot belongs to an extension or the application. */
export function isServerSetting(parameter: string): boolean {
  return SERVER_SETTINGS.has(parameter.toLowerCase()) || /^[a-z_]\w*\.[a-z_]\w*$/i.test(parameter);
}
