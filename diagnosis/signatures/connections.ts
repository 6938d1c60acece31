import type { Signature } from "../signature";

/** What drivers of all languages say of a connection to the database. */
export const CONNECTIONS_SIGNATURES: readonly Signature[] = [
  {
    id: "connect/socket",
    mode: "database/refused",
    meaning: "the client looks for the database at a local socket",
    pattern:
      /on socket "(?<path>[^"]+)" failed: |[Uu]nix domain socket "(?<path2>[^"]+)"|connect ENOENT (?<path3>\/\S*PGSQL\S*)|Can't connect to local (?:MySQL|MariaDB) server through socket '(?<path4>[^']+)'|dial unix (?<path5>(?!\S*docker)\S+): connect/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    competing: [{ mode: "configuration/missing-variable", cause: "the variable with the URL is missing" }],
    rule: "environment/missing-variable",
    cause:
      "no host is given, so the client tries the local socket {path}, and no database runs on this machine",
    correctiveAction:
      "Set the connection URL (DATABASE_URL) or the host in that environment: without one the client takes the socket.",
    source: "postgresql.org/docs/current/libpq-connect.html (host)",
    example:
      'connection to server on socket "/var/run/postgresql/.s.PGSQL.5432" failed: No such file or directory',
    nearMiss: "the socket /run/app.sock is open",
  },
  {
    id: "connect/refused-local",
    mode: "database/refused",
    meaning: "no database answers on the service's own machine",
    pattern:
      /(?:dial tcp |connect to (?:server at |host )?"?|tcp connect \(|Connection to |ECONNREFUSED |Failed to connect to |Connection refused |Can't connect to MySQL server on '|Can't reach database server at `?|connect to `?.*?)\[?(?<host>127\.0\.0\.1|localhost|::1|0\.0\.0\.0)\]?['"`]?(?:\/\S+)?[:, (].{0,40}?(?<port>5432|5433|54322|6543|3306|27017|1433)\b|Connect call failed \('(?<host2>127\.0\.0\.1|::1)', (?<port2>5432|6543|3306)|postgres(?:ql)?:\/\/\S*@(?<host3>localhost|127\.0\.0\.1):(?<port3>\d+)|:(?<port4>5432|3306|27017).{0,20}: \[Errno 111\]/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    rule: "database/local-host",
    cause: "the service asks {host}, which is its own machine or container, where no database listens",
    correctiveAction:
      "Correct host and port of the connection URL; in a container localhost is the container itself, so name the database's own host (in compose its service, `db`).",
    source: "jackc/pgx; pgjdbc; elixir-ecto/postgrex; npgsql; prisma",
    example: "panic: dial tcp 127.0.0.1:5432: connect: connection refused",
    examples: [
      "** (DBConnection.ConnectionError) tcp connect (localhost:5432): connection refused - :econnrefused",
      "Message    : Connection to localhost:5432 refused. Check that the hostname and port are correct",
      "Npgsql.NpgsqlException (0x80004005): Failed to connect to 127.0.0.1:5432",
    ],
    nearMiss: "listening on 127.0.0.1:8000",
  },
  {
    id: "connect/refused-any",
    mode: "database/refused",
    meaning: "no database answers at that address",
    pattern:
      /dial tcp (?<host>\[?[\w.:-]*?\]?):(?<port>0|5432|5433|6543|3306|27017|1433|26257): (?:connect: )?(?:connection refused|i\/o timeout)|tcp connect \((?<host2>[^:)]+):(?<port2>\d+)\): (?:connection refused|timeout|host is unreachable)|Connection to (?<host3>[\w.-]+):(?<port3>\d+) refused|(?:Connection refused|Failed to connect to) \[?(?<host4>[\w.:-]+?)\]?:(?<port4>(?!(?:80|443|[38]000|5000|8080|8443|9000|9200|9300|6379|5672|9092|4222|2181)\b)\d+)|failed to connect to `(?:host=(?<host5>\S+) )?.*(?:refused|timeout|dial error)|connect ECONNREFUSED (?<host6>\S+?):(?<port6>3306|27017|1433|5433|26257)|ECONNREFUSED .*(?:postgres|mysql|mongo)|SQLSTATE\[\w+\] \[(?:7|2002)\].*(?:[Cc]onnection refused|timed out)|Can't connect to MySQL server on '(?<host7>[^']+)'|(?:Mongo\w*|ServerSelectionTimeout)\w*Error: .*(?:ECONNREFUSED|refused|timed out|No servers)|Communications link failure|error communicating with database: |Unable to obtain (?:connection|Jdbc connection) from (?:database|DataSource)|Can't connect to (?:PostgreSQL|server)|could not connect to server: Connection (?:refused|timed out)/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause:
      "no database answers at {host}: it is not started (yet), another host or port is meant, or a network rule drops the connection",
    correctiveAction:
      "Correct host and port of the connection URL; where both start together, let the service wait for the database (compose: `depends_on` with `condition: service_healthy`).",
    source: "pgjdbc; jackc/pgx; elixir-ecto/postgrex; npgsql; php.net/pdo",
    example: "dial tcp 172.18.0.3:5432: connect: connection refused",
    examples: [
      "panic: [PANIC]failed to connect to `host=db user=postgres database=postgres`: dial error (dial tcp 172.19.0.3:5432: connect: connection refused)",
      "PDOException(code: 2002): SQLSTATE[HY000] [2002] Connection refused",
    ],
    nearMiss: "connected to 10.0.0.4:5432",
  },
  {
    id: "connect/os-refused",
    mode: "database/refused",
    meaning: "no database answers at that address",
    pattern:
      /(?:[Pp]ostgres|sqlx|[Dd]iesel|[Mm]ysql|[Dd]atabase|tokio_postgres).{0,200}(?:Connection refused|ConnectionRefused|AddrNotAvailable|[Cc]annot assign requested address|[Nn]etwork is unreachable|HostUnreachable|os error 1?11)|^: Io\(Os \{ code: \d+, kind: (?:AddrNotAvailable|ConnectionRefused)/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    competing: [{ mode: "database/ipv6-unreachable", cause: "the host has an IPv6 address only" }],
    cause:
      "the database's address cannot be reached from here: nothing listens there, or there is no way to it (unreachable)",
    correctiveAction:
      "Correct host and port of the connection URL; in a container localhost is the container itself.",
    source: "launchbadge/sqlx; sfackler/rust-postgres",
    example:
      "thread 'main' panicked at 'Can connect to local Postgres: Error(Io(Os { code: 101, kind: Other, message: \"Network is unreachable\" }))', src/libcore/result.rs:997:5",
    nearMiss: "database connected",
  },
  {
    id: "connect/no-name",
    mode: "database/dns",
    meaning: "the database's host name does not resolve",
    pattern:
      /^(?=.*(?:db\b|db[\W_]|\bdb|sql|postgres|\bpg|mongo|maria|pooler|database|jdbc|hikari|supabase|:(?:5432|6543|3306|27017)\b)).*?lookup (?<host>\S+?)(?: on \S+)?: (?:no such host|server misbehaving|Temporary failure)|\((?<host2>[^():]+):\d+\): non-existing domain|OperationalError: (?:\(\w+, ['"])?\[Errno -[235]\]|UnknownHostException: (?<host3>[\w.-]+)|(?:php_network_getaddresses: getaddrinfo(?: for (?<host4>\S+))? failed)|failed to lookup address information|Unknown (?:MySQL )?server host '(?<host5>[^']+)'|getaddrinfo ENOTFOUND (?<host7>[\w.-]*(?:db|sql|postgres|mongo|maria|pooler|database|pg)[\w.-]*)|No such host is known|Name or service not known \((?<host8>[\w.-]+)|SocketException \(-?\d+(?:, 0x\w+)?\): (?:Name or service not known|Name does not resolve)/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "the host name {host} of the database does not resolve where the service runs",
    correctiveAction:
      "Correct the host: another network, a missing compose service, a raw `@` in the password that cuts the URL, or a project that is paused or deleted.",
    source: "resolver(5), EAI_NONAME; golang.org/pkg/net; elixir-ecto/postgrex",
    example: "dial tcp: lookup db.example.com on 10.0.0.2:53: no such host",
    examples: [
      "** (DBConnection.ConnectionError) tcp connect (db:5432): non-existing domain - :nxdomain",
      "django.db.utils.OperationalError: [Errno -2] Name or service not known",
      "Error: getaddrinfo ENOTFOUND nest-mysql nest-mysql:3306",
    ],
    nearMiss: "lookup took 3 ms",
  },
  {
    id: "connect/argument",
    mode: "configuration/invalid",
    meaning: "the connection was given a setting of the wrong kind",
    pattern:
      /:gen_tcp\.connect\/\d|invalid connection string format|[Ii]nvalid (?:connection string|dsn)\b|parse "?[^"]*postgres[^"]*"?: |cannot parse `[^`]*`: failed to/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    competing: [
      { mode: "database/url-malformed", cause: "the URL has characters that are not percent-encoded" },
    ],
    cause:
      "a host, port or URL of the database's connection is of the wrong kind (argument error, gen_tcp), so that no connection was tried",
    correctiveAction:
      "Look at the connection's variables in that environment: quotation marks, an empty value, or text where a number belongs.",
    source: "erlang: gen_tcp; jackc/pgx; npgsql",
    example: "    (kernel) gen_tcp.erl:153: :gen_tcp.connect/4",
    examples: ["cannot parse `postgres://app:xxxxx@db:port/app`: failed to parse as URL"],
    nearMiss: "the connection string was read",
  },
  {
    id: "pool/timeout",
    mode: "database/timeout",
    meaning: "no connection came in time",
    pattern:
      /\bPoolTimedOut\b|pool timed out while waiting for an open connection|timeout exceeded when trying to connect|Connection terminated due to connection timeout|Knex: Timeout acquiring a connection|ResourceRequest timed out|SequelizeConnectionAcquireTimeoutError|ConnectionTimeoutError: could not obtain a (?:database )?connection|TimeoutError: .*acquire|connection not available and request was dropped from queue|The timeout period elapsed prior to obtaining a connection|The connection pool has been exhausted/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    competing: [
      { mode: "database/refused", cause: "nothing answers at the database's address" },
      { mode: "database/too-many-connections", cause: "all connections of the pool are taken" },
    ],
    cause:
      "no connection to the database came in time (PoolTimedOut or its like): it is unreachable, refuses, or all connections are taken; the client hides which",
    correctiveAction:
      "Try the same URL with psql from the same place: it says why. Then correct the host, or raise or release the pool's connections.",
    source: "launchbadge/sqlx; brettwooldridge/HikariCP; knex; sequelize; db_connection",
    example: "Error: DatabaseError(Conn(SqlxError(PoolTimedOut)))",
    examples: ["KnexTimeoutError: Knex: Timeout acquiring a connection. The pool is probably full."],
    nearMiss: "the pool has 5 connections",
  },
  {
    id: "lock/timeout",
    mode: "database/timeout",
    meaning: "a lock was not to be had in time",
    pattern:
      /Timed out trying to acquire a postgres advisory lock|canceling statement due to (?:lock timeout|statement timeout)|could not obtain lock on|deadlock detected|Waiting for changelog lock|Could not acquire change log lock|[Mm]igration is already (?:locked|running)|MigrationLocked|database is locked/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    competing: [{ mode: "migration/failed", cause: "the migration waits for a query that holds the table" }],
    cause:
      "a lock of the database was not to be had in time (advisory lock): another migration holds it, or the URL is a pooler's in transaction mode, which loses it",
    correctiveAction:
      "Run migrations over the direct connection or the session pooler, one at a time; end a session that still holds the lock.",
    source: "pris.ly/d/migrate-advisory-locking; postgresql.org/docs/current/explicit-locking.html",
    example:
      "Context: Timed out trying to acquire a postgres advisory lock (SELECT pg_advisory_lock(72707369)). Elapsed: 10000ms.",
    examples: ["ERROR:  canceling statement due to lock timeout"],
    nearMiss: "the lock was acquired",
  },
  {
    id: "connect/lost",
    mode: "database/connection-lost",
    meaning: "the other side ended a connection",
    pattern:
      /server closed the connection unexpectedly|terminating connection due to (?:administrator command|idle)|SSL SYSCALL error: EOF|Connection terminated unexpectedly|SSL connection has been closed unexpectedly|connection is closed$|ConnectionDoesNotExistError: connection was closed|unexpected EOF on client connection|MySQL server has gone away|An I\/O error occurred while sending to the backend|PG::UnableToSend|FATAL: .*\(EDBHANDLEREXITED\)|EDBHANDLEREXITED|EPOOLTERMINATING|Exception while reading from stream|driver: bad connection/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause: "the database, its pooler or a network between ended a connection that was open",
    correctiveAction:
      "Let the pool test connections before it uses them (`pool_pre_ping`, keepalives), and try the query again; look at the database's events for a restart.",
    source:
      "postgresql.org/docs/current/errcodes-appendix.html: 57P01, 08006; render.com/docs/outbound-connection-resets",
    example: "psycopg2.OperationalError: server closed the connection unexpectedly",
    examples: ["Error: Connection terminated unexpectedly"],
    nearMiss: "connection closed by the client",
  },
];
