import type { Signature } from "../signature";

/** What looks like a more general row: these are asked first. */
export const SPECIAL_FURTHER_SIGNATURES: readonly Signature[] = [
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
    id: "rust/database-url",
    mode: "database/url-malformed",
    meaning: "the driver cannot take the connection URL apart",
    pattern:
      /\bConnectParams\(|\bConfiguration\((?<text>RelativeUrlWithoutBase|InvalidPort|EmptyHost|IdnaError)\)|error with configuration: (?<text2>relative URL without a base|invalid port number|empty host)/,
    stage: "root",
    certainty: "certain",
    decisive: true,
    cause:
      "the connection URL is none: its scheme, host or port cannot be read, mostly for quotes around it or an empty value",
    correctiveAction:
      "Write scheme://user:password@host:port/database in that environment, without quotes around it and with the password percent-encoded.",
    rule: "database/url-malformed",
    source: "docs.rs/sqlx: Error::Configuration; sfackler/rust-postgres 0.11: error.rs",
    example: "Error: Configuration(RelativeUrlWithoutBase)",
    examples: ['panicked at: ConnectParams(StringError("url: Invalid character in scheme."))'],
    nearMiss: "the configuration was read",
  },
  {
    id: "rust/sqlx-offline",
    mode: "build/failed",
    meaning: "sqlx asks the database while the code compiles",
    pattern:
      /sqlx_macros::expand_query|`?SQLX_OFFLINE=true`? but there is no cached data|set `?DATABASE_URL`? to use query macros online|^error: error communicating with database: /,
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
    pattern:
      /(?:no pg_hba\.conf entry|pg_hba\.conf rejects (?:replication )?connection) .*(?:no encryption|SSL off)/,
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
    examples: [
      'pq: pg_hba.conf rejects connection for host "10.0.0.7", user "app", database "app", no encryption',
    ],
    nearMiss: "reading pg_hba.conf",
  },
  {
    id: "database/address-not-allowed",
    mode: "database/auth-blocked",
    meaning: "the database lets this address not in",
    pattern: /EADDRNOTALLOWED|address not in tenant allow_list/,
    stage: "root",
    certainty: "certain",
    decisive: true,
    cause: "the database's network restrictions (allow list) do not have the service's address",
    correctiveAction:
      "Add the platform's outbound addresses to the database's allow list (Supabase: Database, Settings, Network Restrictions).",
    source: "supabase.com/docs/guides/platform/network-restrictions",
    example: "(EADDRNOTALLOWED) address not in tenant allow_list: {14, 191, 33, 93}",
    nearMiss: "allow_list was read",
  },
  {
    id: "pydantic/none-in-value",
    mode: "configuration/missing-variable",
    meaning: "a setting is put together from one that has no value",
    pattern:
      /can only concatenate str \(not "NoneType"\) to str \(type=type_error|none is not an allowed value \(type=type_error\.none/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    nameBefore: true,
    cause: "{name} is put together from a variable that the environment does not have",
    correctiveAction:
      "Set the variables that {name} is made of (host, user, password, database) in that environment.",
    source: "docs.pydantic.dev/1.10/usage/settings",
    example: '  can only concatenate str (not "NoneType") to str (type=type_error)',
    nearMiss: "concatenated two strings",
  },
  {
    id: "database-log/role-missing",
    mode: "database/role-missing",
    meaning: "the database has no such role",
    pattern: /Role "(?<role>[^"]+)" does not exist\./,
    stage: "root",
    certainty: "possible",
    decisive: false,
    competing: [{ mode: "database/credentials", cause: "the password is another one" }],
    speaker: "database",
    cause:
      "the server has no role (user) {role}: it was made anew with another one, or its volume is of an older set-up",
    correctiveAction:
      "Create the role {role}, or correct the user in the connection URL; the image makes POSTGRES_USER only in an empty volume.",
    source: "postgres/postgres: src/backend/libpq/crypt.c",
    example: 'DETAIL:  Role "geonode" does not exist.',
    nearMiss: "role created",
  },
];
