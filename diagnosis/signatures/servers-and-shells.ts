import type { Signature } from "../signature";

/** What frameworks say when the database or the machine is not as they expect. */
export const SERVERS_AND_SHELLS_SIGNATURES: readonly Signature[] = [
  {
    id: "container/no-user",
    mode: "configuration/invalid",
    meaning: "the user of the container is not in the image",
    pattern:
      /unable to find user (?<name>\S+?): no matching entries in passwd|no users? found for (?:uid|user) (?<name2>\S+)|^id: ['‘](?<name4>[^'’]+)['’]: no such user|failed switching to "?(?<name3>[\w-]+)/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause: "the container is to run as the user {name}, which its image does not have",
    correctiveAction:
      "Correct the user (USER in the Dockerfile, `user:`, `securityContext.runAsUser`), or make it in the image.",
    source: "docs.docker.com/reference/dockerfile/#user",
    example:
      'error: failed switching to "mongo": unable to find user mongo: no matching entries in passwd file',
    nearMiss: "running as the user mongo",
  },
  {
    id: "hibernate/dialect",
    mode: "configuration/missing-variable",
    meaning: "Hibernate learns nothing of the database",
    pattern:
      /Unable to determine Dialect (?:without|for)|Access to DialectResolutionInfo cannot be null|'hibernate\.dialect' not set/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    competing: [{ mode: "database/refused", cause: "the database does not answer, or refuses the login" }],
    cause:
      "Hibernate gets nothing from the database (no Dialect): the URL is not set, or the database is not reached",
    correctiveAction:
      "Set the database's URL (SPRING_DATASOURCE_URL) in that environment, and look in the lines before this one for a refused connection.",
    source: "docs.jboss.org/hibernate/orm/6.4/userguide (Database Dialect)",
    example:
      "Unable to determine Dialect without JDBC metadata (please set 'jakarta.persistence.jdbc.url' for common cases)",
    nearMiss: "HHH000400: Using dialect: PostgreSQL",
  },
  {
    id: "supervisor/spawn",
    mode: "process/command-not-found",
    meaning: "supervisord cannot start a program",
    pattern: /\bspawnerr: (?<text>.{1,200})/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "supervisord cannot start a program: {text}",
    correctiveAction:
      "Correct `command` of that program in supervisord's configuration, install it in the image, and give it the right to be executed.",
    source: "Supervisor/supervisor: supervisor/process.py",
    example: "INFO spawnerr: can't find command '/usr/sbin/php5-fpm'",
    nearMiss: "INFO spawned: 'web' with pid 9",
  },
  {
    id: "shell/line-denied",
    mode: "disk/permission-denied",
    meaning: "a script may not write or run a file",
    pattern: /\.sh: line \d+: (?<name>\/[^:]+): Permission denied$/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    competing: [
      { mode: "process/command-not-found", cause: "the file is a program without the right to be executed" },
    ],
    cause: "the user of the process may not write, or may not execute, the file {name} that a script names",
    correctiveAction:
      "Give the file or its folder to the user of the process (`chown`, `chmod g=u` for a random user); a program needs the right to be executed (`chmod +x`).",
    source: "gnu.org/software/bash/manual (Redirections, Command Execution)",
    example: "/usr/share/scripts/common.sh: line 150: /opt/app-root/etc/passwd: Permission denied",
    nearMiss: "common.sh: line 150: written",
  },
  {
    id: "shell/line-syntax",
    mode: "process/wrong-architecture",
    meaning: "a shell reads what is no script of it",
    pattern: /^(?<name>\/?[\w./-]+): line \d+: syntax error: unexpected /,
    stage: "root",
    certainty: "possible",
    decisive: false,
    competing: [{ mode: "process/exception", cause: "the script itself has an error of syntax" }],
    cause:
      "the shell reads {name} as a script and cannot parse it: it is a program for another system or C library, a page that was downloaded instead, or a script of another shell",
    correctiveAction:
      "Install the program for the image's system (Alpine has musl), look at what its download gave, and name the right shell on the script's first line.",
    source: "gnu.org/software/bash/manual; wiki.alpinelinux.org",
    example: '/bin/pnpm: line 0: syntax error: unexpected word (expecting ")")',
    nearMiss: "line 0: no syntax error",
  },
  {
    id: "libpq/pam",
    mode: "database/credentials",
    meaning: "the server refuses the login by its own authority",
    pattern:
      /(?:PAM|LDAP|GSSAPI|SSPI|RADIUS|certificate|Ident|Peer) authentication failed for user "(?<name>[^"]+)"/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause: "the server refuses the login of {name} by the method that its pg_hba.conf names for it",
    correctiveAction:
      "Give what that method asks for: a fresh token of the cloud, a certificate, or a user that logs in by password.",
    source: "postgresql.org/docs/current/auth-methods.html",
    example: 'FATAL:  PAM authentication failed for user "app"',
    nearMiss: "PAM authentication is on",
  },
  {
    id: "nginx/emerg",
    mode: "configuration/invalid",
    meaning: "nginx does not start",
    pattern:
      /(?<!nginx: )\[emerg\] (?:\d+#\d+: )?(?!.*(?:bind\(\)|Permission denied|upstream: "))(?<text>.{1,200})/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "nginx does not start: {text}",
    correctiveAction:
      "Correct the file and line that nginx names; a host of an upstream has to resolve when nginx starts (start that service first, put both into one network, or use `resolver` with a variable).",
    source: "nginx.org/en/docs/control.html",
    example: '2021/05/23 20:07:09 [emerg] 31#31: unknown directive "prox_pass" in /etc/nginx/nginx.conf:20',
    nearMiss: "nginx: configuration file test is successful",
  },
  {
    id: "gunicorn/halt",
    mode: "process/exited",
    meaning: "gunicorn's master ends since a worker did not boot",
    pattern:
      /HaltServer(?:: <HaltServer)? '?Worker failed to boot|HaltServer\('Worker failed to boot|Reason: Worker failed to boot/,
    stage: "process",
    certainty: "open",
    decisive: false,
    asksFor: ["What does the worker print before its end? Its exception is the cause."],
    cause: "a worker of gunicorn did not boot; why, stands before this line in the worker's own exception",
    correctiveAction:
      "Read the exception of the worker before this line; `gunicorn --check-config` and importing the module on your machine show it too.",
    source: "benoitc/gunicorn: gunicorn/arbiter.py",
    example: "gunicorn.errors.HaltServer: <HaltServer 'Worker failed to boot.' 3>",
    nearMiss: "worker booted",
  },
];
