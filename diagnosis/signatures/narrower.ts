import type { Signature } from "../signature";

const row = { stage: "root", certainty: "certain", decisive: false } as const;

/** Rows of fewer lines than others that have the same words: they are tried before those. */
export const NARROWER_SIGNATURES: readonly Signature[] = [
  {
    ...row,
    id: "shm/full",
    mode: "memory/exhausted",
    meaning: "the container's shared memory is full",
    pattern:
      /(?:[Nn]o space left on device|ENOSPC)\b.*\/dev\/shm\b|\/dev\/shm\b.*(?:[Nn]o space left on device|ENOSPC)|could not resize shared memory segment .*No space left on device|insufficient shared memory \(shm\)/,
    cause:
      "the container's shared memory (/dev/shm, 64 MB where nothing else is set) is full, and not its disk",
    correctiveAction:
      "Give the container more of it (`docker run --shm-size=1g`, `shm_size: 1g` in compose), or let the program use less: fewer workers of a data loader, Chrome's `--disable-dev-shm-usage`, PostgreSQL's `max_parallel_workers_per_gather = 0`.",
    source: "docs.docker.com/engine/containers/run; postgresql.org: src/backend/storage/ipc/dsm_impl.c",
    example: "OSError: [Errno 28] No space left on device: '/dev/shm/pym-12-abc'",
    examples: [
      'ERROR:  could not resize shared memory segment "/PostgreSQL.12" to 8388608 bytes: No space left on device',
    ],
    nearMiss: "shm on /dev/shm type tmpfs (rw,nosuid,nodev,noexec,relatime,size=65536k)",
  },
  {
    ...row,
    id: "client/at-in-host",
    mode: "database/dns",
    meaning: "the host of the connection has a part of the password in it",
    pattern: /(?:translate host name "|getaddrinfo ENOTFOUND |failed to resolve host ')[^"'\s]*@[^"'\s]*/,
    decisive: true,
    cause: "a raw `@` in the password cuts the connection URL, so that its host begins within the password",
    correctiveAction: "Percent-encode the password in the connection URL: `@` as `%40`.",
    source: "supabase/supabase#28646; docs/facts/postgresql.md#p23",
    example: 'could not translate host name "word@db.example.com" to address: Name or service not known',
    nearMiss: 'could not translate host name "db.example.com" to address: Name or service not known',
  },
  {
    ...row,
    id: "client/bare-name",
    mode: "database/dns",
    meaning: "the database's host is a name without a domain, which stands for nothing here",
    pattern:
      /could not translate host name "(?<name>[A-Za-z][\w-]*)" to address: (?:Name (?:or service not known|does not resolve)|nodename nor servname|No such host|Unknown host)/,
    decisive: true,
    cause:
      "the host name {name} stands for nothing where the service runs: names without a domain are those of containers in one network",
    correctiveAction:
      "Set the host to the database's own in that environment; between containers start {name} in the same network.",
    source:
      "postgres/postgres: src/interfaces/libpq/fe-connect.c; docs.docker.com/compose/how-tos/networking",
    example: 'could not translate host name "db" to address: Name or service not known',
    nearMiss: 'could not translate host name "db.example.com" to address: Name or service not known',
  },
  {
    ...row,
    id: "pip/no-network",
    mode: "build/failed",
    meaning: "pip does not reach its index",
    pattern:
      /after connection broken by '(?:NewConnectionError|ConnectTimeoutError|NameResolutionError)\(.*(?:name resolution|Name or service not known|[Ff]ailed to resolve|Network is unreachable|timed out)/,
    cause: "the build has no network, or no name server: pip does not reach its index",
    correctiveAction:
      "Let the build reach the network (its DNS, its proxy), or set the index that it may reach (`PIP_INDEX_URL`).",
    source: "pip.pypa.io/en/stable/topics/configuration",
    example:
      "WARNING: Retrying (Retry(total=0, connect=None)) after connection broken by 'NewConnectionError('<HTTPSConnection>: Failed to establish a new connection: [Errno -3] Temporary failure in name resolution')': /simple/flask/",
    nearMiss: "WARNING: Retrying (Retry(total=4)) after connection broken by 'ProtocolError'",
  },
  {
    ...row,
    id: "rails/concurrent-migration",
    mode: "migration/failed",
    meaning: "another migration is running",
    pattern:
      /ActiveRecord::ConcurrentMigrationError|Cannot run migrations because another migration process is currently running/,
    cause:
      "another migration holds Rails' advisory lock, or a pooler in transaction mode lost track of who does",
    correctiveAction:
      "Let one process migrate at a time, and over the direct connection or the session pooler; end a session that still holds the lock.",
    source: "rails/rails: activerecord/lib/active_record/migration.rb",
    example: "ActiveRecord::ConcurrentMigrationError:",
    examples: ["Cannot run migrations because another migration process is currently running."],
    nearMiss: "ActiveRecord::Migration: another migration has run",
  },
  {
    ...row,
    id: "fly/no-token",
    mode: "configuration/missing-variable",
    meaning: "Fly's command line has no token",
    pattern: /no access token available\. Please login with 'fly(?:ctl)? auth login'/,
    cause: "Fly's command line has no token where it runs: FLY_API_TOKEN is not set there, or is empty",
    correctiveAction:
      "Set FLY_API_TOKEN from a deploy token (`fly tokens create deploy`) as a secret of the workflow, and pass it in the step's `env`.",
    source: "fly.io/docs/launch/continuous-deployment-with-github-actions",
    example:
      "Error: failed to get app config from API: no access token available. Please login with 'flyctl auth login'",
    nearMiss: "an access token is available: flyctl auth whoami",
  },
  {
    ...row,
    id: "stack/no-version",
    mode: "build/failed",
    meaning: "Haskell's stack finds no version of a package",
    pattern: /^\s*\* (?<name>[\w-]+) needed, but the Stack configuration has no specified version/,
    cause: "stack's snapshot has no {name}, and stack.yaml names no version of it",
    correctiveAction:
      "Add {name} with its version to `extra-deps` of stack.yaml, or take a snapshot that has it.",
    source: "docs.haskellstack.org/en/stable/maintainers/stack_errors (S-4804)",
    example:
      "        * aeson needed, but the Stack configuration has no specified version (latest matching version is 2.2.3.0).",
    nearMiss: "* aeson is needed by shop",
  },
  {
    id: "kamal/unhealthy",
    mode: "health-check/timeout",
    meaning: "the new container gave kamal-proxy no healthy answer in time",
    pattern: /target failed to become healthy within configured timeout \((?<time>[^)]+)\)/,
    stage: "port",
    certainty: "open",
    decisive: true,
    asksFor: [
      "What does the container itself log, and on which port does it listen (`app_port`, 80 by default)?",
    ],
    cause:
      "the new container gave no healthy answer within {time}: the service listens on another port than `app_port`, its health check's path is another one, or its start takes longer",
    correctiveAction:
      "Set `proxy.app_port` and `proxy.healthcheck.path` of deploy.yml to the service's own, and give a slow start a longer `deploy_timeout`.",
    source: "kamal-deploy.org/docs/configuration/proxy; basecamp/kamal-proxy: internal/server",
    example: "docker stderr: Error: target failed to become healthy within configured timeout (30s)",
    nearMiss: "target became healthy within 3s",
  },
  {
    ...row,
    id: "nomad/port-taken",
    mode: "port/in-use",
    meaning: "Nomad places nothing, since a static port is taken on each client",
    pattern: /Dimension "network: reserved port collision (?<label>[\w-]+)=(?<port>\d+)" exhausted/,
    certainty: "possible",
    cause: "the static port {port} ({label}) is taken on each client that the job may run on",
    correctiveAction:
      "Take a dynamic port (no `static` in the group's `port`), stop the job that has {port}, or allow more clients.",
    source: "developer.hashicorp.com/nomad/docs/job-specification/network",
    example: '* Dimension "network: reserved port collision http=8080" exhausted on 1 nodes',
    nearMiss: '* Dimension "memory" exhausted on 1 nodes',
  },
  {
    ...row,
    id: "next/other-port",
    mode: "port/in-use",
    meaning: "a server took another port, since its own was taken",
    pattern:
      /\b[Pp]ort (?<port>\d{2,5}) is (?:already )?in use(?: by [^,]{1,40})?, (?:using available port|trying|using) (?<other>\d{2,5})/,
    certainty: "possible",
    warns: true,
    cause:
      "port {port} was taken, so the server listens on {other}, and what asks {port} gets another answer",
    correctiveAction:
      "Start one server only, or give each a port of its own: the one that the platform asks has to be this service's.",
    source: "vercel/next.js: packages/next/src/server/lib/start-server.ts",
    example: "Port 3000 is in use by process 12, using available port 3001 instead.",
    examples: ["⚠ Port 3000 is in use, trying 3001 instead."],
    nearMiss: "Port 3000 is in use by this service.",
  },
];
