/** libpq's values of `sslmode` (postgresql.org/docs/current/libpq-ssl.html). */
export const SSL_MODES = ["disable", "allow", "prefer", "require", "verify-ca", "verify-full"] as const;

/** Whether a word is none of them: what drivers that refuse none make of it is their own affair. */
export const isNoSslMode = (word: string): boolean =>
  word !== "no-verify" && !SSL_MODES.some((mode) => mode === word);

/** libpq's connection parameters (postgresql.org/docs/current/libpq-connect.html). */
export const LIBPQ_PARAMETERS: readonly string[] = [
  "host",
  "hostaddr",
  "port",
  "dbname",
  "user",
  "password",
  "passfile",
  "sslmode",
  "sslrootcert",
  "sslcert",
  "sslkey",
  "sslcrl",
  "sslpassword",
  "sslnegotiation",
  "ssl_min_protocol_version",
  "ssl_max_protocol_version",
  "channel_binding",
  "connect_timeout",
  "options",
  "application_name",
  "fallback_application_name",
  "keepalives",
  "keepalives_idle",
  "keepalives_interval",
  "keepalives_count",
  "tcp_user_timeout",
  "target_session_attrs",
  "load_balance_hosts",
  "gssencmode",
  "gssdelegation",
  "krbsrvname",
  "gsslib",
  "require_auth",
  "client_encoding",
  "service",
  "replication",
  "requirepeer",
  "sslcompression",
  "sslcertmode",
  "sslsni",
  "sslcrldir",
  "sslkeylogfile",
  "min_protocol_version",
  "max_protocol_version",
  "scram_client_key",
  "scram_server_key",
  "oauth_issuer",
  "oauth_client_id",
  "oauth_client_secret",
  "oauth_scope",
];

/** What asyncpg reads by itself; every other key becomes a server setting (asyncpg/connect_utils.py). */
export const ASYNCPG_PARAMETERS: readonly string[] = [
  "service",
  "port",
  "host",
  "dbname",
  "database",
  "user",
  "password",
  "passfile",
  "sslmode",
  "sslcert",
  "sslkey",
  "sslrootcert",
  "sslnegotiation",
  "sslcrl",
  "sslpassword",
  "ssl_min_protocol_version",
  "ssl_max_protocol_version",
  "target_session_attrs",
  "krbsrvname",
  "gsslib",
];

/**
 * Keyword arguments of asyncpg.connect that a text can be given for, and what SQLAlchemy's dialect takes for itself
 * (sqlalchemy: lib/sqlalchemy/dialects/postgresql/asyncpg.py). It has no `sslmode`.
 */
export const SQLALCHEMY_ASYNCPG_PARAMETERS: readonly string[] = [
  "ssl",
  "host",
  "port",
  "user",
  "password",
  "database",
  "passfile",
  "service",
  "servicefile",
  "prepared_statement_cache_size",
  "command_timeout",
  "direct_tls",
  "target_session_attrs",
  "krbsrvname",
  "gsslib",
];

/** What tokio-postgres reads; it refuses every other key (docs.rs/tokio-postgres: Config, read 2026-11-30). */
export const TOKIO_PARAMETERS: readonly string[] = [
  ...["user", "password", "dbname", "options", "application_name", "sslmode", "sslnegotiation", "host"],
  ...["hostaddr", "port", "connect_timeout", "tcp_user_timeout", "keepalives", "keepalives_idle"],
  ...["keepalives_interval", "keepalives_retries", "target_session_attrs", "channel_binding"],
  "load_balance_hosts",
];

/** What Prisma's connector reads (prisma.io/docs, PostgreSQL connection URL). */
export const PRISMA_PARAMETERS: readonly string[] = [
  "sslmode",
  "sslcert",
  "sslidentity",
  "sslpassword",
  "sslaccept",
  "schema",
  "connection_limit",
  "pool_timeout",
  "connect_timeout",
  "socket_timeout",
  "pgbouncer",
  "statement_cache_size",
  "application_name",
  "options",
  "host",
  "channel_binding",
];

/** What pgx reads by itself; every other key goes to the server (jackc/pgx: pgconn/config.go, conn.go, pgxpool/pool.go). */
export const PGX_PARAMETERS: readonly string[] = [
  "host",
  "port",
  "dbname",
  "database",
  "user",
  "password",
  "passfile",
  "connect_timeout",
  "sslmode",
  "sslkey",
  "sslcert",
  "sslrootcert",
  "sslnegotiation",
  "sslpassword",
  "sslsni",
  "krbspn",
  "krbsrvname",
  "target_session_attrs",
  "service",
  "servicefile",
  "min_read_buffer_size",
  "min_protocol_version",
  "max_protocol_version",
  "channel_binding",
  "require_auth",
  "default_query_exec_mode",
  "statement_cache_capacity",
  "description_cache_capacity",
  // What its pool reads; whether the service has a pool, its URL does not say.
  ...["pool_max_conns", "pool_min_conns", "pool_min_idle_conns", "pool_max_conn_lifetime"],
  ...["pool_max_conn_lifetime_jitter", "pool_max_conn_idle_time", "pool_health_check_period"],
];
