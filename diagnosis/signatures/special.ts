import type { Signature } from "../signature";

/** What looks like a more general row: these are asked first. */
export const SPECIAL_SIGNATURES: readonly Signature[] = [
  {
    id: "node/node-node",
    mode: "import/missing-module",
    meaning: "the command is run as a file of the program",
    pattern: /Cannot find module '(?<name>\/(?:[\w.-]+\/)*(?:node|npm|yarn|sh|bash|next))'/,
    stage: "root",
    certainty: "possible",
    decisive: true,
    cause:
      "Node was told to run {name}: the image's entry point is node already, and the command (CMD) names it again",
    correctiveAction: 'Write only the file into CMD (`CMD ["server.js"]`), or set another entry point.',
    source: "github.com/GoogleContainerTools/distroless",
    example: "Error: Cannot find module '/src/node'",
    nearMiss: "found '/src/node.js'",
  },
  {
    id: "node/alias",
    mode: "import/missing-module",
    meaning: "a path alias was left in the built code",
    pattern: /^(?!.*error TS\d).*Cannot find (?:module|package) '(?<name>[@~#]\/[^']*|src\/[^']*|~[^']*)'/,
    stage: "root",
    certainty: "possible",
    decisive: true,
    cause: "the built code imports {name}, an alias of tsconfig.json that only the compiler knows",
    correctiveAction:
      "Let the build rewrite aliases (`tsc-alias`, a bundler), or write `imports` into package.json.",
    source: "typescriptlang.org/tsconfig/#paths",
    example:
      "Error [ERR_MODULE_NOT_FOUND]: Cannot find package '@/sdk' imported from /app/dist/server/index.js",
    nearMiss: "found '@scope/package'",
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
];
