import type { Signature } from "../signature";

/** Words of a database or its driver, beside a certificate. */
export const DATABASE_WORDS =
  "DBConnection|[Pp]ostgre|psycopg|asyncpg|\\bpg\\b|pgx|sqlalchemy|[Pp]risma|[Mm]y[Ss][Qq][Ll]|[Mm]ongo|\\b[Ss][Qq][Ll]\\b|jdbc|[Hh]ikari|[Nn]pgsql|sqlx|[Dd]atabase|\\bPG::|[Ss]equelize|connection to server at|ssl connect";

/** What TLS libraries say of a certificate that they do not trust. */
const UNTRUSTED =
  "Options \\(or their values\\) can not be combined: \\[\\{verify,verify_peer\\}, \\{cacerts,undefined\\}\\]|[Uu]nable to (?:get local issuer|verify the first) certificate|(?<!npm (?:ERR!|error) code )SELF_SIGNED_CERT_IN_CHAIN|[Ss]elf[- ]signed certificate|certificate signed by unknown authority|invalid peer certificate: UnknownIssuer|PKIX path building failed|x509: certificate (?:is valid for|relies on legacy)|RemoteCertificateNameMismatch|[Cc]ertificate verify failed|CERTIFICATE_VERIFY_FAILED|tls_alert.*unknown_ca";

const untrusted = {
  mode: "database/tls-untrusted",
  meaning: "the server's certificate is not trusted",
  stage: "root",
  decisive: false,
  cause: "the client verifies the server's certificate, and has no authority for it",
  correctiveAction:
    "Give the authority's certificate to the client (`sslrootcert`, `cacertfile`, `ssl: { ca }`), or ask for encryption without verification (`sslmode=require`; Ecto: `verify: :verify_none`).",
  source: "erlang: ssl, OTP 26; golang.org/pkg/crypto/x509; rustls; stripe/sync-engine#194; n8n-io/n8n#13517",
  nearMiss: "the certificate is trusted",
} as const;

/** What drivers of all languages say of a connection to the database. */
export const CONNECTIONS_MORE_SIGNATURES: readonly Signature[] = [
  {
    id: "connect/no-name-of-any",
    mode: "broker/refused",
    meaning: "the host name of a service that is needed does not resolve",
    pattern: /lookup (?<host>\S+?)(?: on \S+)?: (?:no such host|server misbehaving|Temporary failure)/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    competing: [
      { mode: "database/dns", cause: "the name is the database's" },
      {
        mode: "broker/refused",
        cause: "the container of that name is not running, or is in another network",
      },
    ],
    cause: "the host name {host} does not resolve where the service runs",
    correctiveAction:
      "Correct the host in that environment, or start what has that name in the same network.",
    source: "golang/go: src/net/dnsclient_unix.go",
    example: 'Post "http://loki:3100/push": dial tcp: lookup loki on 127.0.0.11:53: server misbehaving',
    examples: ["dial tcp: lookup queue on 10.0.0.2:53: no such host"],
    nearMiss: "lookup of 12 names took 3 ms",
  },
  {
    id: "database/no-relation",
    mode: "database/schema-missing",
    meaning: "a table or column is not there",
    pattern:
      /relation "(?<table>[^"]+)" does not exist|[Tt]able [`'"](?<table2>[^`'"]+)[`'"] (?:does not|doesn't) exist|The table `(?<table3>[^`]+)` does not exist|no such table: (?<table4>\S+)|column (?<table5>\S+) does not exist|Could not find table '(?<table6>[^']+)'|schema "(?<table7>[^"]+)" does not exist|type "(?<table8>[^"]+)" does not exist|Base table or view not found|Migrations are pending|ActiveRecord::PendingMigrationError|Schema-validation: missing (?:table|column) \[(?<table9>[^\]]+)\]/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    harmsLive: true,
    competing: [
      { mode: "migration/failed", cause: "a migration failed before it made the table" },
      { mode: "database/url-malformed", cause: "the URL names another database" },
    ],
    cause:
      "{table} is not in the database: the migrations were not run there, or on another database or schema",
    correctiveAction:
      "Run the migrations against this database before the service starts (the pre-deploy command), and look at the database's name and schema in the URL.",
    source: "postgresql.org/docs/current/errcodes-appendix.html: 42P01, 42703, 3F000",
    example: "  The table `public.User` does not exist in the current database.",
    examples: [
      "ActiveRecord::PendingMigrationError",
      'asyncpg.exceptions.UndefinedTableError: relation "orders" does not exist',
      "OperationalError: no such table: shop_order",
    ],
    nearMiss: 'relation "days" was created',
  },
  {
    id: "database/permission-on-object",
    mode: "database/permission-denied",
    meaning: "the role may not use an object of a schema",
    pattern:
      /permission denied for (?<kind>table|relation|view|materialized view|sequence|function|procedure|foreign table) "?(?<object>[\w.]+)/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "the database's role lacks a right on the {kind} {object}",
    correctiveAction:
      "As its owner type `GRANT SELECT, INSERT, UPDATE, DELETE ON {object} TO role` for a table or a view, `GRANT USAGE, SELECT ON SEQUENCE …` for a sequence, `GRANT EXECUTE ON FUNCTION …` for a function.",
    source: "postgresql.org/docs/current/errcodes-appendix.html: 42501; sql-grant.html",
    example: "ERROR: permission denied for table orders",
    examples: ["psycopg2.errors.InsufficientPrivilege: permission denied for sequence orders_id_seq"],
    nearMiss: "permission granted for table orders",
  },
  {
    id: "database/permission",
    mode: "database/permission-denied",
    meaning: "the role may not do that",
    pattern:
      /permission denied for (?:schema|language|type) "?(?<object>\w+)|(?:\bERROR|\berror|\bError|InsufficientPrivilege|SQLSTATE)\b.{0,80}\bmust be (?:owner of|superuser|member of)|permission denied to (?<object2>[\w ]+)|InsufficientPrivilege\b|Access denied for user '[^']*'@'[^']*' to database|new row violates row-level security|role "(?<object3>[^"]+)" cannot be dropped/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "the database's role lacks a right: {object}",
    correctiveAction:
      "Grant the right as the owner (`GRANT … ON SCHEMA public TO role`); since PostgreSQL 15 only the owner may create in schema public.",
    source: "postgresql.org/docs/current/errcodes-appendix.html: 42501; ddl-schemas.html",
    example: "ERROR: permission denied for schema public",
    nearMiss: "permission granted for schema public",
  },
  {
    id: "node-postgres/no-password",
    mode: "configuration/missing-variable",
    meaning: "the client has no password",
    pattern:
      /SCRAM-SERVER-FIRST-MESSAGE: client password must be a(?: non-empty)? string|no password supplied|no pg_hba.*password missing|The server requested (?:SCRAM-based|password-based) authentication, but (?:no password|the password)|No password has been provided but the backend requires one|password is missing/,
    stage: "root",
    certainty: "certain",
    decisive: true,
    cause:
      "the database asks for a password, and the connection has none: its variable (DATABASE_URL, PGPASSWORD, DB_PASSWORD) is missing or is not a string",
    correctiveAction:
      "Set the password's variable in that environment, and let the program read it under that name.",
    source: "brianc/node-postgres: packages/pg/lib/crypto/sasl.js; libpq: fe-auth.c; pgjdbc; npgsql",
    example: "Error: SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string",
    examples: ["fe_sendauth: no password supplied"],
    nearMiss: "SCRAM-SERVER-FIRST-MESSAGE: nonce missing",
  },
  {
    id: "pgx/sasl-final",
    mode: "database/credentials",
    meaning: "the server refused the login",
    pattern:
      /invalid SCRAM server-final-message received from server|Authentication failed against database server|Access denied for user '(?<role>[^']+)'|Failed to authenticate user '(?<role3>[^']+)' on db '|MongoServerError: (?:bad auth|Authentication failed)|\bWRONGPASS\b|PasswordMismatch|Login failed for user '(?<role2>[^']+)'/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause: "the server or its pooler refuses the role or its password",
    correctiveAction: "Set the role's password in the connection URL, percent-encoded.",
    source: "jackc/pgx: pgconn/auth_scram.go; supabase/supavisor#710; mysql: ER_ACCESS_DENIED_ERROR",
    example: "failed SASL auth (invalid SCRAM server-final-message received from server)",
    examples: ["Access denied for user 'app'@'10.0.0.7' (using password: YES)"],
    nearMiss: "the login was accepted",
  },
  {
    ...untrusted,
    id: "tls/database",
    pattern: new RegExp(`^(?=.*(?:${DATABASE_WORDS})).*?(?:${UNTRUSTED})`),
    certainty: "certain",
    example:
      "** (DBConnection.ConnectionError) ssl connect: Options (or their values) can not be combined: [{verify,verify_peer}, {cacerts,undefined}]",
    examples: [
      "failed to connect to database: tls: failed to verify certificate: x509: certificate signed by unknown authority",
    ],
  },
  {
    ...untrusted,
    id: "tls/options",
    pattern: new RegExp(UNTRUSTED),
    certainty: "possible",
    competing: [
      {
        mode: "broker/refused",
        cause: "the certificate is that of another service, such as mail, a queue, or an API",
      },
    ],
    example: "tls: failed to verify certificate: x509: certificate signed by unknown authority",
    examples: ["SSL_connect: certificate verify failed (self-signed certificate in certificate chain)"],
  },
  {
    id: "supavisor/other",
    mode: "database/refused",
    meaning: "the pooler ended the connection with a code of its own",
    pattern:
      /\((?:EPSSIMPLEQUERY|EMAXPREPARED|EMAXPREPAREDMEM|ESSLHANDSHAKE|ECHECKOUTFAILED|ECHECKOUTRETRIES|ESUBSCRIBERETRIES|EPROXYSUPERVISORUNAVAILABLE|EWORKERNOTFOUND|EPOOLCHECKOUT|EMULTIPLEUSERS|ESTARTUPMESSAGE|EAUTHPROTOCOL)\)/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause: "Supavisor gave the connection up with a code of its own, which says more than its text",
    correctiveAction:
      "Look the code up in Supavisor's errors; try again for those of a pool or worker, correct the client for those of a protocol or statement.",
    source: "supabase/supavisor: lib/supavisor/errors",
    example: "FATAL: (ECHECKOUTFAILED) failed to check out a connection",
    nearMiss: "pool checked out",
  },
  {
    id: "alembic/interpolation",
    mode: "configuration/invalid",
    meaning: "a percent sign stands alone in alembic's configuration",
    pattern: /invalid interpolation syntax in/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "alembic's configuration reads `%` as the beginning of a name, and the URL has one alone",
    correctiveAction:
      'Double it where the URL is set: `config.set_main_option("sqlalchemy.url", url.replace("%", "%%"))`.',
    source: "CPython: Lib/configparser.py; alembic.sqlalchemy.org",
    example: "ValueError: invalid interpolation syntax in 'postgresql://app:a%40b@db/app' at position 25",
    nearMiss: "interpolation is off",
  },
];
