import type { ErrorFamily } from "./error-family";

/** An address of IPv6, as drivers and libraries print it. */
const IPV6 = "\\[?\\b[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){3,7}\\]?";

/** Words of a database, without which a word that other areas share says nothing of one. */
const DATABASE =
  "(?:database|postgres|\\bpg(?:x|bouncer)?\\b|psycopg|psql|libpq|npgsql|mysql|maria ?db|mongo(?!ose)|\\bsql|sqlx|sqlstate|jdbc|prisma|neon|supabase|\\bdsn\\b|\\brole\\b)";
const withDatabase = (words: string): string => `^(?=.*${DATABASE}).*(?:${words})`;
/** One of these alone, or one of the others beside a word of a database. */
const either = (own: string, shared: string): RegExp => new RegExp(`${own}|${withDatabase(shared)}`, "i");

/** What other servers than databases are. */
const OTHER_SERVER = /redis|smtp|mail|kafka|broker|amqp|rabbit|mqtt|nats\b|ldap|https?:|\bapi\b/i;

/**
 * What a database calls a condition, by the names that its drivers share: the standard's code, the type of an exception,
 * a driver's constant, or the server's own sentence.
 */
export const DATABASE_FAMILIES: readonly ErrorFamily[] = [
  {
    id: "statement",
    mode: "database/prepared-statement",
    pattern:
      /\bprepared statement\b.{0,80}(?:does not|doesn't|already) exists?\b|\b(?:Duplicate|Invalid(?:Sql)?)_?(?:Prepared)?Statement_?Name\b/i,
    inBuildToo: true,
    means: "a pooler in transaction mode does not keep prepared statements",
    correctiveAction: "Switch prepared statements off in the driver, or use the session pooler.",
    example: 'ERROR: prepared statement "s0" already exists',
  },
  {
    id: "clients",
    mode: "database/too-many-connections",
    pattern:
      /\btoo many (?:database )?(?:connections|clients)\b|\bmax(?:imum)? (?:number of )?client(?: connection)?s?\b.{0,30}(?:reached|exceeded)|\bremaining connection slots\b|\bEMAXCONN\w*|\bER_(?:CON_COUNT_ERROR|TOO_MANY_USER_CONNECTIONS)\b|\bTooManyConnections\b|\btoo_many_connections\b/i,
    inBuildToo: true,
    means: "the database has no free connection",
    correctiveAction: "Use the pooler, and keep the pools of all instances together below the limit.",
    example: 'FATAL: too many connections for role "app"',
  },
  {
    id: "not-yet-up",
    mode: "database/refused",
    pattern: /\bthe database system is (?:starting up|shutting down|in recovery mode|not yet accepting)/i,
    inBuildToo: true,
    means: "the database is not ready yet",
    correctiveAction: "Wait for the database before the service starts (a health check and depends_on).",
    example: "FATAL:  the database system is starting up",
  },
  {
    id: "extension",
    mode: "database/extension-missing",
    pattern:
      /\bextension control file\b|\bextension ["'`]?[\w-]+["'`]? is not available\b|\bextension ["'`]?[\w-]+["'`]? does not exist\b/i,
    inBuildToo: true,
    means: "the database has no such extension",
    correctiveAction: "Take an image or a plan of the database that has it, and create it there.",
    example: 'ERROR:  extension "vector" is not available',
  },
  {
    id: "already-there",
    mode: "migration/failed",
    pattern:
      /\b(?:relation|table|column|index|constraint)\b[ "'`\w.]{1,80}already exists\b|\b(?:type|schema) ["'`][\w.]{1,80}["'`] already exists\b|\b[Dd]uplicate column name\b|\bDuplicate(?:Table|Column|Object|Schema|Database)\b|\bduplicate_(?:table|column|object|schema)\b|\bER_(?:TABLE_EXISTS_ERROR|DUP_FIELDNAME|DUP_KEYNAME)\b|\bSQLSTATE\[42S01\]|\b42P07\b|(?:SQLSTATE|sqlstate|[Cc]ode)["'\]):=([ ]{0,6}(?:42701|42710)\b|\bERROR: +(?:42701|42710):/,
    not: /graphql|\bin the (?:schema|document)\b|\bcsv\b|\bheaders?\b/i,
    inBuildToo: true,
    means: "a migration makes what the database has already",
    correctiveAction:
      "Compare what the database has with what it notes of migrations: mark the migration as applied, or start with an empty schema.",
    example: 'PG::DuplicateTable: ERROR:  relation "users" already exists',
  },
  {
    id: "object-denied",
    mode: "database/permission-denied",
    pattern:
      /\bpermission denied (?:for|to) (?:schema|table|relation|sequence|function|view|database|create|set|alter)\b|\bmust be (?:owner|superuser|member)\b|\bInsufficientPrivilege\b|\binsufficient_privilege\b|\bER_(?:TABLEACCESS_DENIED|DBACCESS_DENIED)_ERROR\b|\bcommand denied to user\b/i,
    inBuildToo: true,
    means: "the role may not do that in the database",
    correctiveAction: "Grant it to the role, or run migrations as the owner.",
    example: "permission denied for schema public",
  },
  {
    id: "host-denied",
    mode: "database/auth-blocked",
    pattern:
      /\bis not allowed to connect to this (?:mysql|mariadb) server\b|\bER_HOST_(?:NOT_PRIVILEGED|IS_BLOCKED)\b/i,
    inBuildToo: true,
    means: "the server does not let this address log in",
    correctiveAction:
      "Create the user for that host ('user'@'%'), or correct the user of the connection URL.",
    example: "Host '172.18.0.6' is not allowed to connect to this MySQL server",
  },
  {
    id: "login-form",
    mode: "database/driver-mismatch",
    pattern: either(
      String.raw`\bauthentication (?:protocol|plugin|method|type)\b.{0,60}(?:cannot be loaded|requested by server)|\bauthentication (?:method|type) \d+ (?:is )?not supported|\b(?:unknown|unsupported) authentication (?:method|type):? \d|\bER_NOT_SUPPORTED_AUTH_MODE\b|\bSCRAM authentication requires\b`,
      String.raw`\bauthentication (?:protocol|plugin|method|type)\b.{0,60}(?:not supported|unsupported|unknown)|\b(?:unknown|unsupported) authentication (?:protocol|plugin|method|type)\b`,
    ),
    not: OTHER_SERVER,
    inBuildToo: true,
    means: "the driver does not speak the login that the server asks for",
    correctiveAction: "Take a newer driver, or give the role the login's older form at the server.",
    example: "Client does not support authentication protocol requested by server",
  },
  {
    id: "url-parameter",
    mode: "database/unsupported-parameter",
    pattern: either(
      String.raw`(?:invalid|unknown|unsupported|unrecogni[sz]ed|unexpected).{0,60}\b(?:sslmode|ssl_mode|sslrootcert|channel_binding|pgbouncer|target_session_attrs|extra_float_digits|startup parameter)\b|\b(?:sslmode|channel_binding|pgbouncer|target_session_attrs)\b.{0,60}(?:invalid|unknown|unsupported|unrecogni[sz]ed|unexpected|not supported)`,
      String.raw`(?:invalid|unknown|unsupported|unrecogni[sz]ed|unexpected).{0,60}\b(?:search_path|connect_timeout|statement_cache_size)\b`,
    ),
    inBuildToo: true,
    means: "the driver or the pooler does not know a parameter of the connection, or its value",
    correctiveAction:
      "Take the parameter, or its value, out of the connection URL, or name it as that driver does.",
    example: 'Error { kind: ConfigParse, cause: Some(InvalidValue("sslmode")) }',
  },
  {
    id: "url",
    mode: "database/url-malformed",
    pattern: either(
      String.raw`\binvalid[ _]?(?:database|connection|dsn|postgres\w*|mysql|mongo\w*|data source)[ _]?(?:url|uri|string|dsn|name)?\b.{0,40}(?:url|uri|string|dsn)\b|\binvalid_connection_string\b|\b(?:could not|cannot|can't|failed to|unable to) parse .{0,40}(?:database|connection|postgres\w*|mysql|mongo\w*).{0,20}(?:url|uri|string|dsn)\b|\b(?:malformed|invalid) dsn\b|\bmissing ["'\x60]?=["'\x60]? after\b.{0,200}\bconnection\b`,
      // One that is not there is a variable without a value.
      String.raw`\bconnection string (?:is|must|does|has|should)\b(?! (?:not )?(?:be )?(?:missing|required|empty|blank|undefined|null|set|provided|given|found)\b)`,
    ),
    inBuildToo: true,
    means: "the database's URL is not one that the driver takes",
    correctiveAction: "Correct the connection URL: its scheme, its encoding, and what the line names.",
    example: "Invalid database url: mysql:/app@db/app",
  },
  {
    id: "no-ipv6",
    mode: "database/ipv6-unreachable",
    pattern: new RegExp(
      `supabase\\.co\\b.*${IPV6}.*(?:unreachable|no route to host|cannot assign requested address)`,
      "i",
    ),
    inBuildToo: true,
    means: "the database's host has an address of IPv6 only, and the network has none",
    correctiveAction: "Take the session pooler's host of the project, which has an address of IPv4.",
    example:
      'connection to server at "db.abcdefghijklmnopqrst.supabase.co" (2a05:d018:135e:1600::c3c), port 5432 failed: Network is unreachable',
  },
  {
    id: "encryption",
    mode: "database/tls-required",
    pattern: either(
      String.raw`\bno pg_hba\.conf entry\b.{0,160}\bno encryption\b|\b(?:SSL|TLS) connection is required\b|\bsecure transport (?:is )?required\b`,
      String.raw`\b(?:SSL|TLS) is required\b|\brequires? (?:an? )?(?:SSL|TLS|encrypted|secure) (?:connection|transport)|\bsecure connection (?:is )?required\b`,
    ),
    not: OTHER_SERVER,
    inBuildToo: true,
    means: "the server takes encrypted connections only",
    correctiveAction: "Add sslmode=require to the connection URL, or the driver's own setting for it.",
    example: 'no pg_hba.conf entry for host "10.0.0.4", user "app", database "app", no encryption',
  },
];
