import type { Signature } from "../signature";

/** What looks like a more general row: these are asked first. */
export const SPECIAL_FURTHER_SIGNATURES: readonly Signature[] = [
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
  {
    id: "shell/interpreter",
    mode: "process/command-not-found",
    meaning: "a script cannot be started",
    pattern:
      /exec (?<name>\/[\w./-]+)(?: failed)?: [Nn]o such file or directory|exec user process caused "?no such file or directory|env: ['‘]?\S+\\r['’]?: No such file|bad interpreter: /,
    stage: "root",
    certainty: "possible",
    decisive: true,
    cause:
      "the script {name} cannot be started: its first line (shebang) names an interpreter that is not there, mostly for Windows line endings (CRLF) or a shell that the image lacks, or the file itself is missing",
    correctiveAction:
      "Commit the script with LF line endings (`*.sh text eol=lf` in .gitattributes), take `#!/bin/sh` where the image has no bash, and look whether COPY puts it there.",
    source: "execve(2), ENOENT; opencontainers/runc",
    example: "exec /docker-entrypoint.sh: no such file or directory",
    examples: [
      "[FATAL tini (6)] exec /usr/local/bin/entrypoint.sh failed: No such file or directory",
      'standard_init_linux.go:211: exec user process caused "no such file or directory"',
    ],
    nearMiss: "the script was started",
  },
  {
    id: "server/stale-pid",
    mode: "process/exited",
    meaning: "a file of an earlier process keeps the server from starting",
    pattern:
      /A server is already running\W.*?(?<path>\/\S+\.pid)|(?:another|an) instance .{0,40}(?<path2>\/\S+\.(?:pid|lock))|pid file (?<path3>\S+) (?:already )?exists|pidfile .*already exists/i,
    stage: "root",
    certainty: "certain",
    decisive: true,
    cause: "{path} is left over from an earlier start, so the server takes itself for running and ends",
    correctiveAction:
      "Remove {path} before the start (`rm -f tmp/pids/server.pid && exec rails server`), and keep tmp/pids out of the image and volume.",
    source: "rails: railties/lib/rails/commands/server",
    example: "A server is already running. Check /opt/tmp/pids/server.pid.",
    nearMiss: "the server is running",
  },
  {
    id: "npm/no-start-script",
    mode: "process/command-not-found",
    meaning: "package.json has no script of that name",
    pattern: /[Mm]issing script: "?(?<name>start[\w:-]*|serve|prod[\w:-]*|dev)\b/,
    stage: "root",
    certainty: "certain",
    decisive: true,
    cause: "the start command runs the script {name}, which package.json does not have",
    correctiveAction:
      'Add `"{name}"` to the scripts of package.json, or correct the start command and the root directory.',
    source: "npm/cli: run-script",
    example: "npm ERR! missing script: start",
    nearMiss: "the script start was run",
  },
];
