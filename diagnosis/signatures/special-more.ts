import type { Signature } from "../signature";

/** What looks like a more general row: these are asked first. */
export const SPECIAL_MORE_SIGNATURES: readonly Signature[] = [
  {
    id: "connect/role-missing",
    mode: "database/role-missing",
    meaning: "the database has no such role",
    pattern: /role "(?<role>[^"]+)" does not exist|Role '(?<role2>[^']+)' does not exist/,
    stage: "root",
    certainty: "certain",
    decisive: true,
    cause: "the server has no role (user) {role}",
    correctiveAction:
      "Create the role {role} (`CREATE ROLE … LOGIN PASSWORD …`), or correct the user in the connection URL.",
    source: "postgresql.org/docs/current/errcodes-appendix.html: 28000, 42704",
    example: 'FATAL:  role "app" does not exist',
    nearMiss: 'role "app" was created',
  },
  {
    id: "connect/no-such-database",
    mode: "configuration/invalid",
    meaning: "the server has no such database",
    pattern:
      /(?<!FATAL: {1,2})database "(?<database>[^"]+)" does not exist|Unknown database '(?<database2>[^']+)'/,
    stage: "root",
    certainty: "certain",
    decisive: true,
    cause: "the server has no database {database}",
    correctiveAction:
      "Create the database {database} (`createdb`, `rails db:create`, `mix ecto.create`), or correct its name in the connection URL.",
    source: "postgresql.org/docs/current/errcodes-appendix.html: 3D000",
    example: 'ActiveRecord::NoDatabaseError: database "shop" does not exist',
    nearMiss: 'database "shop" was created',
  },
  {
    id: "database/extension",
    mode: "database/extension-missing",
    meaning: "an extension is not there",
    pattern:
      /extension "(?<name>[^"]+)" (?:is not available|does not exist|is not allow-listed)|could not open extension control file "[^"]*?(?<name2>[\w-]+)\.control"|permission denied to create extension "(?<name3>[^"]+)"|type "(?<name4>vector|citext|hstore|geometry|ltree)" does not exist|function (?<name5>uuid_generate_v4|gen_random_uuid|similarity)\([^)]*\) does not exist|must be loaded via shared_preload_libraries/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "the extension {name} is not installed in the database, or the role may not create it",
    correctiveAction:
      "Enable {name} for the database (dashboard, or `CREATE EXTENSION` as its owner), or take an image that has it (pgvector/pgvector, postgis/postgis).",
    source: "postgresql.org/docs/current/sql-createextension.html",
    example: 'ERROR: extension "vector" is not available',
    examples: ['asyncpg.exceptions.UndefinedObjectError: type "vector" does not exist'],
    nearMiss: 'extension "vector" was created',
  },
  {
    id: "database/version",
    mode: "database/version-mismatch",
    meaning: "the database's version does not fit",
    pattern:
      /database files are incompatible with server|was initialized by PostgreSQL version (?<version>\S+),|server version: \S+; pg_dump version|aborting because of server version mismatch|Unsupported Database: PostgreSQL|in 18\+, these Docker images are configured to store database data/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    speaker: "any",
    cause:
      "the database's files or a tool belong to another major version of PostgreSQL than the server: {version}",
    correctiveAction:
      "Start the version of PostgreSQL that made the files, then dump and restore into the newer one (or `pg_upgrade`); pin the image's major version.",
    source: "postgresql.org/docs/current/upgrading.html",
    example: "FATAL:  database files are incompatible with server",
    examples: ["pg_dump: error: aborting because of server version mismatch"],
    nearMiss: "PostgreSQL 16 is running",
  },
  {
    id: "database/no-password-given",
    mode: "configuration/missing-variable",
    meaning: "the database's image has no password",
    pattern: /Database is uninitialized and superuser password is not specified/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    speaker: "any",
    cause: "the image of PostgreSQL was started without POSTGRES_PASSWORD",
    correctiveAction: "Set POSTGRES_PASSWORD for the database's container.",
    source: "github.com/docker-library/docs: postgres",
    example: "Error: Database is uninitialized and superuser password is not specified.",
    nearMiss: "the password is specified",
  },
  {
    id: "pgjdbc/startup-parameter",
    mode: "database/unsupported-parameter",
    meaning: "the pooler does not take a parameter that the driver sends",
    pattern:
      /unsupported startup parameter(?: in options)?: (?<name>extra_float_digits|search_path|statement_timeout|default_transaction_read_only|options|IntervalStyle|application_name\w*)/,
    stage: "root",
    certainty: "possible",
    decisive: true,
    competing: [{ mode: "database/url-malformed", cause: "the URL itself names the parameter" }],
    cause:
      "the driver itself sends {name} (lib/pq and pgjdbc send extra_float_digits), and PgBouncer does not take it",
    correctiveAction:
      "Add {name} to PgBouncer's `ignore_startup_parameters`, or take a driver or setting that does not send it; only where the URL names it, remove it there.",
    source:
      "pgbouncer.org/config.html: ignore_startup_parameters; prometheus-community/pgbouncer_exporter#99",
    example: "pq: unsupported startup parameter: extra_float_digits",
    nearMiss: "ignored startup parameter: extra_float_digits",
  },
  {
    id: "sqlalchemy/psycopg2",
    mode: "import/missing-module",
    meaning: "SQLAlchemy's default driver is not installed",
    pattern: /No module named 'psycopg2'|No module named 'MySQLdb'/,
    stage: "root",
    certainty: "possible",
    decisive: true,
    competing: [
      {
        mode: "database/driver-mismatch",
        cause: "the scheme of the URL has no driver, and create_async_engine takes an asynchronous one only",
      },
    ],
    cause:
      "the URL begins with `postgresql://`, for which SQLAlchemy before 2.1 loads psycopg2; that driver is not installed",
    correctiveAction:
      "Write the driver that is installed into the URL's scheme (`postgresql+asyncpg://` for create_async_engine, `postgresql+psycopg://`), or add psycopg2-binary to the requirements.",
    source:
      "docs.sqlalchemy.org/en/20/dialects/postgresql.html; docs.sqlalchemy.org/en/21/changelog/migration_21.html",
    example: "ModuleNotFoundError: No module named 'psycopg2'",
    nearMiss: "No module named 'redis'",
  },
  {
    id: "supabase/direct-host",
    mode: "database/ipv6-unreachable",
    meaning: "Supabase's direct host cannot be reached",
    pattern:
      /(?:could not translate host name|getaddrinfo (?:ENOTFOUND|EAI_AGAIN)|failed to resolve host|no such host|Can't reach database server at|database server is running at|lookup|UnknownHostException:?) ?['"`]?db\.[a-z0-9-]+\.supabase\.co/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    competing: [
      { mode: "database/refused", cause: "the project is paused: its names are withdrawn" },
      { mode: "database/dns", cause: "the project is deleted, or the reference is another one's" },
    ],
    rule: "database/ipv6-only-host",
    cause:
      "db.<reference>.supabase.co has an IPv6 address only, which many platforms do not reach; a paused or deleted project, or another reference, looks the same",
    correctiveAction:
      "Take the session pooler's host and user from Supabase's dashboard (Connect), after a look there whether the project is paused.",
    source: "supabase.com/docs/guides/database/connecting-to-postgres",
    example: "Error: getaddrinfo ENOTFOUND db.abcdefghijklmnopqrst.supabase.co",
    examples: ["Error: P1001: Can't reach database server at `db.abcdefghijklmnopqrst.supabase.co:5432`"],
    nearMiss: "db.example.com answers",
  },
  {
    id: "python/no-pkg-resources",
    mode: "import/missing-module",
    meaning: "pkg_resources of setuptools is not installed",
    pattern: /No module named '(?<name>pkg_resources)'/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause:
      "no setuptools that has {name} is installed: new environments have none, and newer releases leave it out",
    correctiveAction:
      "Add `setuptools<81` to the requirements, or take a release of the package that no longer imports pkg_resources.",
    source: "setuptools.pypa.io/en/latest/pkg_resources.html",
    example: "ModuleNotFoundError: No module named 'pkg_resources'",
    nearMiss: "import pkg_resources",
  },
  {
    id: "python/removed",
    mode: "runtime/incompatible",
    meaning: "the code needs another Python",
    pattern:
      /No module named '(?<name>distutils|imp|cgi|audioop|asynchat|asyncore|pipes|telnetlib|crypt|imghdr)'|module '(?<name2>collections|pkgutil|inspect|ast|asyncio|unittest)' has no attribute '(?<attr>\w+)'|cannot import name '(?<name3>\w+)' from 'collections'|TypeError: unsupported operand type\(s\) for \|: 'type'|requires Python (?<name4>['"]?[><=!~][^;,)]*)|No interpreter found for (?<name5>Python \S+)|Requires-Python (?<name6>[><=!~]\S+)|_PyInterpreterState_Get|the configured Python interpreter version \((?<name7>[\d.]+)\) is newer/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "the code or a package does not fit this Python: {name}",
    correctiveAction:
      "Set PYTHON_VERSION or `.python-version` (in a Dockerfile the base image) to a version that the packages support, or update the package; `pip install setuptools` brings distutils back.",
    source: "docs.python.org/3/whatsnew",
    example: "ModuleNotFoundError: No module named 'distutils'",
    examples: [
      "TypeError: unsupported operand type(s) for |: 'type' and 'NoneType'",
      "error: the configured Python interpreter version (3.13) is newer than PyO3's maximum supported version (3.12)",
    ],
    nearMiss: "python 3.12 is installed",
  },
];
