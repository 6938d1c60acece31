import type { Signature } from "../signature";

/** What looks like a more general row: these are asked first. */
export const SPECIAL_SIGNATURES: readonly Signature[] = [
  {
    id: "exec/format",
    mode: "process/wrong-architecture",
    meaning: "the program cannot be executed here",
    pattern: /[Ee]xec format error/,
    stage: "root",
    certainty: "possible",
    decisive: true,
    competing: [
      { mode: "process/command-not-found", cause: "the file is a script without its first line, `#!`" },
    ],
    cause:
      "the program (exec format error) was built for another processor than the platform's, such as arm64 for amd64",
    correctiveAction:
      "Build the image for the platform: `docker build --platform linux/amd64`; a script needs its first line `#!/bin/sh`.",
    source: "opencontainers/runc: libcontainer; execve(2), ENOEXEC",
    example: "exec /app/start.sh: exec format error",
    examples: ['standard_init_linux.go:211: exec user process caused "exec format error"'],
    nearMiss: "the exec format is ELF",
  },
  {
    id: "broker/amqp",
    mode: "broker/refused",
    meaning: "the worker cannot reach its broker",
    pattern:
      /Cannot connect to (?<address>(?:amqps?|redis|rediss|kafka|sqs):\/\/\S+?): |AMQPConnectionError|amqp\S*: .*(?:ECONNREFUSED|connection refused)/i,
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause: "the broker {address} does not answer: another host is meant, or it is not started",
    correctiveAction:
      "Set the broker's URL in that environment; in a container the loopback address is the container itself.",
    source: "celery/celery: celery/worker/consumer; docs.celeryq.dev: broker_url",
    example:
      "[ERROR/MainProcess] consumer: Cannot connect to amqp://guest:**@127.0.0.1:5672//: [Errno 111] Connection refused.",
    nearMiss: "connected to amqp://mq:5672//",
  },
  {
    id: "broker/redis",
    mode: "broker/refused",
    meaning: "the service cannot reach Redis",
    pattern:
      /Error -?\d+ connecting to (?<address>[\w.-]+:6379)\.|redis\S*.{0,80}(?:ECONNREFUSED|[Cc]onnection refused|ENOTFOUND|Name or service not known)|(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN) (?<address2>(?:[\w.:[\]-]*:6379\b|redis[\w.-]*))|connecting to (?<address3>\S+):6379|dial tcp:? (?:lookup )?(?<address4>redis\S*|\S+:6379)|Redis::CannotConnectError|RedisConnectionException|Unable to connect to Redis|Redis connection to (?<address5>\S+) failed/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause: "Redis at {address} does not answer: another host is meant, or it is not started",
    correctiveAction:
      "Set Redis' URL (REDIS_URL) in that environment; in a container the loopback address is the container itself, so name the service's own host.",
    source: "redis/redis-py: redis/connection.py; redis/ioredis",
    example: "redis.exceptions.ConnectionError: Error 111 connecting to localhost:6379. Connection refused.",
    examples: [
      "Error: connect ECONNREFUSED 127.0.0.1:6379",
      "[ioredis] Unhandled error event: Error: getaddrinfo ENOTFOUND redis",
    ],
    nearMiss: "redis is ready at port 6379",
  },
  {
    id: "broker/other",
    mode: "broker/refused",
    meaning: "a service that this one needs does not answer",
    pattern:
      /(?:ECONNREFUSED|dial tcp) \S*:(?<port>9092|5672|4222|11211|9200|7700|8123|8200|2379|4317|4318|1025|25|587|465)\b|Connection to node -?\d+ \((?<address>\S+?)\) could not be established|kafka.{0,60}(?:refused|BrokerNotFound|NoBrokersAvailable)|NoBrokersAvailable|elasticsearch.{0,80}(?:refused|ConnectionError)|(?:SMTPConnectError|Connection could not be established with host "?(?<address2>[\w.:/-]+))/i,
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause:
      "a service that this one needs (a broker, a cache, a mail server) does not answer at the address that is set",
    correctiveAction: "Correct the address in that environment, or start what listens there.",
    source: "apache/kafka: NetworkClient; symfony/mailer",
    example: "Error: connect ECONNREFUSED 10.0.0.4:9092",
    examples: ["kafka.errors.NoBrokersAvailable: NoBrokersAvailable"],
    nearMiss: "connected to kafka",
  },
  {
    id: "broker/http",
    mode: "broker/refused",
    meaning: "another service does not answer",
    pattern:
      /HTTPConnectionPool\(host='(?<host>[^']+)', port=(?<port>\d+)\): Max retries exceeded|ConnectError: .*All connection attempts failed|httpx\.ConnectError: |connect ECONNREFUSED (?<host2>\S+?):(?<port2>(?:80|443|3000|4000|5000|8000|8080|9000))\b/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause:
      "the program asks another service at {host}, port {port}, where nobody answers: another address is meant, or it is not started",
    correctiveAction:
      "Correct that service's address in the environment; in a container the loopback address is the container itself.",
    source: "psf/requests; encode/httpx",
    example:
      "requests.exceptions.ConnectionError: HTTPConnectionPool(host='auth', port=8080): Max retries exceeded with url: /jwks",
    nearMiss: "HTTPConnectionPool opened",
  },
  {
    id: "connect/unexpanded",
    mode: "configuration/invalid",
    meaning: "a variable stands where its value should",
    pattern:
      /(?:tcp connect \(|ENOTFOUND |EAI_AGAIN |lookup |host name "|binary_to_integer\("|Unknown (?:MySQL server )?host '|UnknownHostException: |invalid port ")\$\{?(?<name>[A-Z_][A-Z0-9_]*)/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause:
      "the text of a variable, {name}, stands where its value should: whatever reads the file does not expand it",
    correctiveAction:
      "Write the value itself of {name}, or let a shell expand it: an env file, a compose file with single quotes and a platform's field do not.",
    source: "docs.docker.com/compose/how-tos/environment-variables/variable-interpolation",
    example:
      "** (DBConnection.ConnectionError) tcp connect (${POSTGRES_HOST}:5432): non-existing domain - :nxdomain",
    examples: ['    :erlang.binary_to_integer("${DB_PORT:-5432}")'],
    nearMiss: "the host is db.example.com",
  },
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
];
