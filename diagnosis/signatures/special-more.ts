import type { Signature } from "../signature";

/** What looks like a more general row: these are asked first. */
export const SPECIAL_MORE_SIGNATURES: readonly Signature[] = [
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
    source: "docs.sqlalchemy.org/en/20/dialects/postgresql.html; /changelog/migration_21.html",
    example: "ModuleNotFoundError: No module named 'psycopg2'",
    nearMiss: "No module named 'redis'",
  },
  {
    id: "supabase/direct-host",
    mode: "database/ipv6-unreachable",
    meaning: "Supabase's direct host cannot be reached",
    pattern:
      /(?:could not translate host name|getaddrinfo (?:ENOTFOUND|EAI_AGAIN)|failed to resolve host|no such host|Can't reach database server at|lookup|UnknownHostException:?) ?['"`]?db\.[a-z0-9-]+\.supabase\.co/,
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
    source: "supabase.com/docs/guides/database/connecting-to-postgres; supa-fly-stack#88",
    example: "Error: getaddrinfo ENOTFOUND db.abcdefghijklmnopqrst.supabase.co",
    examples: ["Error: P1001: Can't reach database server at `db.abcdefghijklmnopqrst.supabase.co:5432`"],
    nearMiss: "db.example.com answers",
  },
  {
    id: "python/removed",
    mode: "runtime/incompatible",
    meaning: "the code needs another Python",
    pattern:
      /No module named '(?<name>distutils|imp|pkg_resources|cgi|audioop|asynchat|asyncore|pipes|telnetlib|crypt|imghdr)'|module '(?<name2>collections|pkgutil|inspect|ast|asyncio|unittest)' has no attribute '(?<attr>\w+)'|cannot import name '(?<name3>\w+)' from 'collections'|TypeError: unsupported operand type\(s\) for \|: 'type'|requires Python (?<name4>['"]?[><=!~][^;,)]*)|No interpreter found for (?<name5>Python \S+)|Requires-Python (?<name6>[><=!~]\S+)|_PyInterpreterState_Get|the configured Python interpreter version \((?<name7>[\d.]+)\) is newer/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "the code or a package does not fit this Python: {name}",
    correctiveAction:
      "Set PYTHON_VERSION or `.python-version` (in a Dockerfile the base image) to a version that the packages support, or update the package; `pip install setuptools` brings distutils and pkg_resources back.",
    source: "docs.python.org/3/whatsnew",
    example: "ModuleNotFoundError: No module named 'distutils'",
    examples: [
      "TypeError: unsupported operand type(s) for |: 'type' and 'NoneType'",
      "error: the configured Python interpreter version (3.13) is newer than PyO3's maximum supported version (3.12)",
    ],
    nearMiss: "python 3.12 is installed",
  },
  {
    id: "node/no-extension",
    mode: "import/missing-module",
    meaning: "an import names a file without its extension",
    pattern:
      /Cannot find module '(?<name>\/[^']*\/[\w-]+(?:\.(?!m?c?[jt]sx?|json|node)[\w-]+)?)' imported from/,
    stage: "root",
    certainty: "possible",
    decisive: true,
    competing: [
      { mode: "import/module-format", cause: "the build writes ES modules, and was meant to write CommonJS" },
    ],
    cause: "the code imports {name}: ES modules need the file's whole name, or the file is not there",
    correctiveAction:
      "Write the extension into the import (`./x.js`), let the bundler or tsc-alias do it, or set `moduleResolution: nodenext`; else commit the file.",
    source: "nodejs.org/api/esm.html#mandatory-file-extensions",
    example:
      "Error [ERR_MODULE_NOT_FOUND]: Cannot find module '/app/dist/app.controller' imported from /app/dist/main.js",
    nearMiss: "found module '/app/dist/x'",
  },
  {
    id: "node/own-file",
    mode: "import/missing-module",
    meaning: "a file of the program is not there",
    pattern:
      /Cannot find module '(?<name>(?:\/|\.\.?\/|file:)[^']*)'|Cannot find module (?<name2>\/\S+)|Error: Cannot find module "(?<name3>[./][^"]*)"/,
    stage: "root",
    certainty: "certain",
    decisive: true,
    cause:
      "the program loads {name}, which is not there: the build did not write it, it is not committed, its letters' case differs, or the start command runs in another folder",
    correctiveAction:
      "Let the build command write {name} (`npm run build`), commit or copy it, or correct the start command and the root directory.",
    source: "nodejs.org/api/modules.html",
    example: "Error [ERR_MODULE_NOT_FOUND]: Cannot find module '/app/utils.js' imported from /app/cli.js",
    examples: ["Error: Cannot find module '/opt/render/project/src/dist/index.js'"],
    nearMiss: "module /app/utils.js was found",
  },
  {
    id: "env/schema",
    mode: "configuration/missing-variable",
    meaning: "a variable that the program requires has no value",
    pattern:
      /^\s*(?:[-*•❌×✗] ?)?['"]?(?<name>[A-Z][A-Z0-9_]{2,})['"]?:? (?:\[ ?)?['"]?(?:Required\b|is a required|Invalid input: expected \w+, received undefined|must be defined|Missing value)|^\s*"?path"?: \[ ?"(?<name2>[A-Z][A-Z0-9_]{2,})"/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "the environment has no {name}, which the program requires",
    correctiveAction:
      "Set {name} in that environment; for what a build reads, as a build argument or a variable of the build.",
    source: "env.t3.gg; zod.dev",
    example: " DATABASE_URL: Required",
    examples: ["  NEXTAUTH_SECRET: [ 'Required' ]"],
    nearMiss: "DATABASE_URL: set",
  },
  {
    id: "rust/sqlx-offline",
    mode: "build/failed",
    meaning: "sqlx asks the database while the code compiles",
    pattern:
      /sqlx_macros::expand_query|`?SQLX_OFFLINE=true`? but there is no cached data|set `?DATABASE_URL`? to use query macros online|error communicating with database: Connection refused \(os error \d+\)$/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "sqlx's `query!` asks a database while the code compiles, and none is there",
    correctiveAction: "Type `cargo sqlx prepare`, commit `.sqlx/`, and build with SQLX_OFFLINE=true.",
    source: "docs.rs/sqlx/latest/sqlx/macro.query.html#offline-mode",
    example: "   = note: this error originates in the macro `$crate::sqlx_macros::expand_query`",
    examples: ["error: `SQLX_OFFLINE=true` but there is no cached data for this query"],
    nearMiss: "the query was prepared",
  },
  {
    id: "refusal/circuit-breaker-secrets",
    mode: "database/auth-blocked",
    meaning: "the pooler could not fetch the credentials",
    pattern: /failed to retrieve database credentials after multiple attempts/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    competing: [
      { mode: "database/credentials", cause: "the role or its password is wrong" },
      { mode: "database/refused", cause: "the database behind the pooler does not answer" },
    ],
    cause:
      "the pooler could not fetch the role's credentials from the database several times, and refuses for half a minute",
    correctiveAction:
      "Look at the database's state (paused, out of connections, restarting), and try again after 30 seconds; only if it lasts, correct user and password.",
    source: "supabase/supavisor: lib/supavisor/circuit_breaker.ex",
    example:
      "FATAL: (ECIRCUITBREAKER) failed to retrieve database credentials after multiple attempts, new connections are temporarily blocked",
    nearMiss: "credentials were retrieved",
  },
  {
    id: "refusal/circuit-breaker-connect",
    mode: "database/refused",
    meaning: "the pooler could not reach the database",
    pattern: /too many failed attempts to connect to the database/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    competing: [
      { mode: "database/too-many-connections", cause: "all of the database's connections are taken" },
    ],
    cause: "the pooler could not connect to the database many times, and refuses for half a minute",
    correctiveAction:
      "Look at the database's state in its dashboard (paused, restarting), and try again after 30 seconds.",
    source: "supabase/supavisor: lib/supavisor/circuit_breaker.ex",
    example:
      "FATAL: (ECIRCUITBREAKER) too many failed attempts to connect to the database, new connections are temporarily blocked",
    nearMiss: "connected at the first attempt",
  },
  {
    id: "refusal/no-entry",
    mode: "database/tls-required",
    meaning: "the server has no pg_hba.conf entry for this host without encryption",
    pattern: /no pg_hba\.conf entry .*(?:no encryption|SSL off)/,
    stage: "root",
    certainty: "possible",
    decisive: true,
    competing: [{ mode: "database/auth-blocked", cause: "pg_hba.conf has no entry for this network" }],
    rule: "database/tls-off",
    cause:
      "the server has no entry in pg_hba.conf for this host without encryption: it takes encrypted connections only, or none from this network",
    correctiveAction:
      "Ask for TLS in the connection URL (`sslmode=require`; `ssl=require` where it begins with `postgresql+asyncpg://`); for a server of your own that speaks no TLS add the network to pg_hba.conf.",
    source: "PostgreSQL: src/backend/libpq/auth.c",
    example: 'FATAL: no pg_hba.conf entry for host "10.0.0.7", user "app", database "app", no encryption',
    nearMiss: "reading pg_hba.conf",
  },
];
