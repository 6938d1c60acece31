/**
 * Arguments that a driver of Python's does not take, of those that another one does. asyncpg ends with a TypeError
 * (magicstack.github.io/asyncpg: connect), and libpq refuses a connection option that it does not know
 * (postgresql.org/docs/current/libpq-connect.html; 2026-11-30).
 */
const OF_LIBPQ = [
  ...["sslmode", "sslrootcert", "sslcert", "sslkey", "sslcrl", "channel_binding", "gssencmode"],
  ...["options", "connect_timeout", "application_name", "client_encoding", "dbname", "tcp_user_timeout"],
  ...["keepalives", "keepalives_idle", "keepalives_interval", "keepalives_count"],
];
const OF_ASYNCPG = [
  ...["ssl", "direct_tls", "server_settings", "statement_cache_size", "prepared_statement_cache_size"],
  ...["prepared_statement_name_func", "command_timeout", "max_cached_statement_lifetime", "timeout"],
];
const OF_PSYCOPG = ["prepare_threshold", "row_factory"];
const OF_SQLITE = ["check_same_thread"];

/** By the driver's row: the arguments that it refuses, and its own for the same. */
const REFUSED: readonly (readonly [drivers: RegExp, refused: readonly string[]])[] = [
  [/asyncpg$/, [...OF_LIBPQ, ...OF_PSYCOPG, ...OF_SQLITE]],
  [/psycopg2$/, [...OF_ASYNCPG, ...OF_PSYCOPG, ...OF_SQLITE]],
  [/psycopg$/, [...OF_ASYNCPG, ...OF_SQLITE]],
];

const INSTEAD: readonly (readonly [drivers: RegExp, argument: RegExp, fix: string])[] = [
  [/asyncpg$/, /^sslmode$/, '`ssl="require"`'],
  [/asyncpg$/, /^ssl(?:rootcert|cert|key|crl)$/, "`ssl=` with an ssl.SSLContext"],
  [/asyncpg$/, /^(?:options|application_name|client_encoding)$/, "`server_settings={…}`"],
  [/asyncpg$/, /^connect_timeout$/, "`timeout=`"],
  [/asyncpg$/, /^dbname$/, "`database=`"],
  [/asyncpg$/, /^prepare_threshold$/, "`statement_cache_size=0`"],
  [/psycopg2?$/, /^(?:ssl|direct_tls)$/, '`sslmode="require"`'],
  [/psycopg2?$/, /^server_settings$/, '`options="-c …"`'],
  [/psycopg2?$/, /^(?:command_timeout|timeout)$/, "`connect_timeout=`, or a statement_timeout in `options=`"],
  [/psycopg$/, /statement/, "`prepare_threshold=None`"],
];

/** Whether a driver is known to refuse an argument of its connection. */
export function refusesArgument(driver: string, argument: string): boolean {
  return REFUSED.find(([of]) => of.test(driver))?.[1].includes(argument) === true;
}

/** What the driver takes in the argument's place, where it has such. */
export function argumentInstead(driver: string, argument: string): string | undefined {
  return INSTEAD.find(([of, name]) => of.test(driver) && name.test(argument))?.[2];
}
