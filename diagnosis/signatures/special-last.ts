import type { Signature } from "../signature";

/** What looks like a more general row: these are asked first. */
export const SPECIAL_LAST_SIGNATURES: readonly Signature[] = [
  {
    id: "shell/interpreter",
    mode: "process/command-not-found",
    meaning: "a script cannot be started",
    pattern:
      /exec (?<name>\/[\w./-]+)(?: failed)?: [Nn]o such file or directory|exec user process caused "?no such file or directory|env: ['‘]?\S+\\r['’]?: No such file|bad interpreter: |(?<![\w./-])(?<name2>[\w./-]+): cannot execute: required file not found/,
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
    pattern:
      /[Mm]issing script: "?(?<name>start[\w:-]*|serve|prod[\w:-]*|dev)\b|^error Command "(?<name2>start[\w:-]*|serve|prod[\w:-]*|dev)" not found|^error: Script not found "(?<name3>[\w:-]+)"/,
    stage: "root",
    certainty: "certain",
    decisive: true,
    cause: "the start command runs the script {name}, which package.json does not have",
    correctiveAction:
      'Add `"{name}"` to the scripts of package.json, or correct the start command and the root directory.',
    source: "npm/cli: run-script",
    example: "npm ERR! missing script: start",
    examples: ['error Command "start" not found.', 'error: Script not found "start"'],
    nearMiss: "the script start was run",
  },
  {
    id: "rails/secret-nil",
    mode: "configuration/missing-variable",
    meaning: "a secret has no value",
    pattern:
      /Secret should not be nil|secret_key_base .*must be a type of String|ArgumentError: Missing host to link to|No secret (?:key|option) (?:was )?(?:set|provided)|secret option required for sessions/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause: "a secret has no value: its variable is missing, or a library reads it under another name",
    correctiveAction:
      "Set the secret's variable (SECRET_KEY_BASE, SESSION_SECRET or the library's own) in that environment, in an image build too.",
    source: "rails; expressjs/session",
    example: "ArgumentError: Secret should not be nil.",
    examples: ["Error: secret option required for sessions"],
    nearMiss: "the secret is set",
  },
  {
    id: "probe/refused",
    mode: "port/none-open",
    meaning: "nothing listens where the probe asks",
    pattern:
      /[Pp]robe failed: (?:Get "?\S+: )?dial tcp \S+?:(?<port>\d+): (?:connect: )?connection refused|Health check on port (?<port2>\d+) has failed/,
    stage: "process",
    certainty: "possible",
    decisive: false,
    competing: [{ mode: "port/mismatch", cause: "the service listens on another port than the probe asks" }],
    cause:
      "nothing listens on port {port}, which the probe asks: the service is still starting, has ended, or listens on another port or address",
    correctiveAction:
      "Let the service listen on 0.0.0.0 and port {port}, or correct the probe's port; give a slow start a startupProbe or a longer initialDelaySeconds.",
    source: "kubernetes: pkg/kubelet/prober",
    example:
      'Liveness probe failed: Get "http://10.1.0.7:8080/health": dial tcp 10.1.0.7:8080: connect: connection refused',
    examples: [
      "Liveness probe failed: Get http://10.244.1.7:8080/: dial tcp 10.244.1.7:8080: connection refused",
    ],
    nearMiss: "probe succeeded",
  },
  {
    id: "npgsql/format",
    mode: "database/url-malformed",
    meaning: "the connection string is not of the form that the driver reads",
    pattern:
      /Format of the initialization string does not conform|Keyword not supported: '|Couldn't set \w+ \(Parameter/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    competing: [{ mode: "configuration/missing-variable", cause: "the variable is empty" }],
    cause:
      "the driver reads a connection string of key=value pairs, and was given another text, such as a URL or a blank",
    correctiveAction:
      "Write the connection string as the driver has it: key=value pairs from `Host=` on, not a URL.",
    source: "npgsql.org/doc/connection-string-parameters.html",
    example:
      "System.ArgumentException: Format of the initialization string does not conform to specification starting at index 0.",
    nearMiss: "the connection string was read",
  },
  {
    id: "hikari/exhausted",
    mode: "database/too-many-connections",
    meaning: "no connection of the pool became free in time",
    pattern: /Connection is not available, request timed out after|Timeout failure stats \(total=/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    competing: [
      { mode: "database/timeout", cause: "the database does not answer, and each connection waits for it" },
      { mode: "database/refused", cause: "nothing answers at the database's address" },
    ],
    cause:
      "all connections of the program's own pool are taken: queries hold them too long, or the pool is too small",
    correctiveAction:
      "Close connections sooner (short transactions, no leak: `leakDetectionThreshold`), then raise the pool as far as the server's limit allows.",
    source: "brettwooldridge/HikariCP",
    example:
      "java.sql.SQLTransientConnectionException: HikariPool-1 - Connection is not available, request timed out after 10486ms.",
    nearMiss: "the pool has 10 connections",
  },
  {
    id: "nuxt/no-build",
    mode: "import/missing-module",
    meaning: "the built files are not there",
    pattern:
      /No build files found in (?<path>\S+?)\.?$|Cannot find module '(?<path2>[^']*\/(?:\.output|\.next|build|dist|\.svelte-kit)\/[^']*)'|ENOENT.*'(?<path3>[^']*\/(?:\.next\/BUILD_ID|\.output\/server\/index\.mjs))'/,
    stage: "root",
    certainty: "certain",
    decisive: true,
    cause:
      "the start command finds no build at {path}: the build files were not made, or not copied into the image",
    correctiveAction:
      "Let the build command run (`nuxt build`, `npm run build`), and copy {path} into the last stage.",
    source: "nuxt.com/docs/getting-started/deployment",
    example: " FATAL  No build files found in /var/www/html/.nuxt/dist/server.",
    nearMiss: "build files found",
  },
  {
    id: "elixir/options",
    mode: "configuration/invalid",
    meaning: "options exclude each other",
    pattern:
      /\{:options, (?<option>.+)\}|:eacces\b.*listen|\{:bad_option, (?<option2>.+)\}|unknown (?:option|options) \[(?<option3>[^\]]+)\]/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "an option of the listener or the connection is not taken, or excludes another: {option}",
    correctiveAction:
      "Correct those options in the configuration (`config/runtime.exs`); with TLS 1.3 alone leave `secure_renegotiate` out.",
    source: "erlang: ssl",
    example:
      '            ** (EXIT) {:options, :incompatible, [:secure_renegotiate, {:versions, [:"tlsv1.3"]}]}',
    nearMiss: "options read",
  },
];
