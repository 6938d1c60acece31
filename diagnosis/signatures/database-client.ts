import type { Signature } from "../signature";

const SET_PASSWORD =
  "Set the role's password in the connection URL, percent-encoded; with Portcullis type `pulumi config set --secret portcullis:databasePassword`.";

const row = { stage: "root", certainty: "certain", decisive: true } as const;

/** What a driver says by itself, where the server's own words do not reach the log. */
export const DATABASE_CLIENT_SIGNATURES: readonly Signature[] = [
  {
    ...row,
    id: "asyncpg/no-sasl-signature",
    mode: "database/credentials",
    meaning: "asyncpg found no signature in the server's last SASL message",
    pattern: /unexpected error while performing authentication: 'NoneType' object has no attribute 'group'/,
    // The tenant was found and SCRAM had begun: a tenant that is unknown is refused before (docs/facts/supabase.md#s11).
    certainty: "possible",
    cause:
      "the pooler found the project and refused the role or its password; Supavisor before 2.6.0 says so inside SASL (`e=Wrong password`), where asyncpg looks for a signature and finds none",
    correctiveAction: SET_PASSWORD,
    source: "MagicStack/asyncpg: asyncpg/protocol/scram.pyx; supabase/supavisor#710, #711",
    example:
      "asyncpg.exceptions._base.InternalClientError: unexpected error while performing authentication: 'NoneType' object has no attribute 'group'",
    nearMiss: "AttributeError: 'NoneType' object has no attribute 'group' in parse_route",
  },
  {
    ...row,
    id: "node-postgres/no-sasl-signature",
    mode: "database/credentials",
    meaning: "node-postgres found no signature in the server's last SASL message",
    pattern: /SASL: SCRAM-SERVER-FINAL-MESSAGE: (server signature is missing|server returned error)/,
    certainty: "possible",
    cause: "the pooler found the project and refused the role or its password inside SASL",
    correctiveAction: SET_PASSWORD,
    source: "supabase/supabase#29257; supabase/supavisor#710",
    example: "Error: SASL: SCRAM-SERVER-FINAL-MESSAGE: server signature is missing",
    nearMiss: "SASL: SCRAM-SERVER-FIRST-MESSAGE: nonce missing",
  },
  {
    ...row,
    id: "libpq/sasl-error",
    mode: "database/credentials",
    meaning: "psycopg, or libpq, got the refusal of the password inside SASL",
    pattern: /error received from server in SCRAM exchange: /,
    cause: "the pooler found the project and refused the role or its password inside SASL",
    correctiveAction: SET_PASSWORD,
    source: "postgresql: src/interfaces/libpq/fe-auth-scram.c",
    example: "psycopg.OperationalError: error received from server in SCRAM exchange: Wrong password",
    nearMiss: "SCRAM exchange with the server took 4 ms",
  },
  {
    id: "database/permission-in-database",
    mode: "database/permission-denied",
    meaning: "the role may not create a schema in the database, or not connect to it",
    pattern: /permission denied for database "?(?<name>[\w-]+)/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause:
      "the database's role lacks a right on the database {name} itself: CREATE, to make a schema, or CONNECT",
    correctiveAction:
      "As the owner type `GRANT CREATE ON DATABASE {name} TO role`, or create the tool's schema for the role (`CREATE SCHEMA … AUTHORIZATION role`); where the log says CONNECT, grant that.",
    source: "postgresql.org/docs/current/sql-grant.html; sql-createschema.html",
    example: "PostgresError: permission denied for database postgres",
    nearMiss: "permission denied for schema public",
  },
  {
    ...row,
    id: "client/no-address",
    mode: "database/dns",
    meaning: "the database's host has no address",
    pattern:
      /could not translate host name "[^"]*"|getaddrinfo ENOTFOUND [^\s]*(pooler\.supabase\.com|postgres|db)|failed to resolve host '/i,
    cause: "the connection names a host that does not exist",
    correctiveAction:
      "Correct the host of the connection URL in that environment: copy it from the database's dashboard.",
    source: "supabase/supabase#28646; docs/facts/postgresql.md#p23",
    example:
      'psycopg2.OperationalError: could not translate host name "12345aws-0-ap-south-1.pooler.supabase.com" to address',
    nearMiss: "could not translate the page into Dutch",
  },
  {
    ...row,
    id: "client/refused",
    mode: "database/refused",
    meaning: "nothing answers at the database's address",
    pattern:
      /connection to server at "[^"]*"(?: \([^)]*\))?, port \d+ failed: (Connection refused|timeout expired)|ConnectionRefusedError: \[Errno 111\]|Connect call failed \('[^']*', \d+\)|connect ECONNREFUSED [^ ]*:(5432|6543)/,
    certainty: "possible",
    // The service may ask again, and the database may just be starting.
    decisive: false,
    cause: "the database does not answer at the host and port of the connection",
    correctiveAction: "Correct host and port, or start the database.",
    source: "postgresql: src/interfaces/libpq/fe-connect.c; CPython: asyncio/selector_events.py",
    example: 'connection to server at "127.0.0.1", port 5432 failed: Connection refused',
    nearMiss: "sshd: connection from 10.0.0.3 port 5432 closed",
  },
  {
    ...row,
    id: "client/prepared-statement",
    mode: "database/prepared-statement",
    meaning: "a named prepared statement was looked for on another server connection",
    pattern: /prepared statement "[^"]*" (already exists|does not exist)/,
    decisive: false,
    harmsLive: true,
    cause:
      "a pooler in transaction mode gives each transaction another connection, and keeps no prepared statement",
    correctiveAction:
      "Connect through the session pooler (port 5432; with Portcullis `portcullis:database.supabase.connection: session`), or turn the driver's prepared statements off.",
    source: "MagicStack/asyncpg#945; jackc/pgx#1561",
    example:
      'asyncpg.exceptions.DuplicatePreparedStatementError: prepared statement "__asyncpg_stmt_1__" already exists',
    nearMiss: 'the file "statement" already exists',
  },
  {
    ...row,
    id: "client/unsupported-parameter",
    mode: "database/unsupported-parameter",
    meaning: "the driver does not know a parameter of the URL",
    pattern:
      /connect\(\) got an unexpected keyword argument '(?<parameter>sslmode|sslrootcert|sslcert|sslkey|channel_binding|pgbouncer|connection_limit|pool_timeout|options|application_name|target_session_attrs|prepared_statements)'/,
    certainty: "certain",
    cause: "the driver does not know the parameter {parameter} of the connection URL",
    correctiveAction:
      "Remove {parameter} from the URL: SQLAlchemy's asyncpg takes `ssl=require` in place of `sslmode`, and neither libpq's other parameters nor Prisma's.",
    source: "MagicStack/asyncpg#737; sqlalchemy/sqlalchemy#6275; docs/facts/postgresql.md#p2",
    example: "TypeError: connect() got an unexpected keyword argument 'sslmode'",
    nearMiss: "connect() got an unexpected keyword argument 'colour'",
  },
  {
    ...row,
    id: "client/driver-mismatch",
    mode: "database/driver-mismatch",
    meaning: "the program knows no driver for the URL's scheme, or not by these parameters",
    pattern:
      /Can't load plugin: sqlalchemy\.dialects:postgres\b|The asyncio extension requires an async driver/,
    cause: "the connection URL is written for another driver",
    correctiveAction:
      "Write the URL's scheme and parameters for the driver that the code uses; with Portcullis set `portcullis:service.driver`.",
    source: "miguelgrinberg/flasky#505; docs/facts/postgresql.md#p2",
    example: "sqlalchemy.exc.NoSuchModuleError: Can't load plugin: sqlalchemy.dialects:postgres",
    nearMiss: "loaded plugin sqlalchemy.dialects:postgresql",
  },
];
