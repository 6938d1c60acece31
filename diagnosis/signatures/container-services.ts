import type { Signature } from "../signature";

const sure = { stage: "root", certainty: "certain", decisive: false } as const;
const root = { stage: "root", certainty: "possible", decisive: false } as const;

/** What servers that are taken as they are, and the tools that start containers, say of what they are given. */
export const CONTAINER_SERVICES_SIGNATURES: readonly Signature[] = [
  {
    ...root,
    id: "health/balancer",
    mode: "health-check/failed",
    stage: "port",
    certainty: "open",
    asksFor: [
      "Which port, path and status does the target group ask for, and what does the service answer there?",
    ],
    meaning: "a load balancer's health check fails",
    pattern: /\bfailed (?:ELB|ALB|NLB|container|load balancer) health checks?\b/,
    cause: "the load balancer's health check got no good answer",
    correctiveAction:
      "Let the service listen on 0.0.0.0 and the target group's port, and answer its path with the status that it asks for.",
    source: "docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshoot-service-load-balancers.html",
    example: "(service shop) (task 0a1b2c) failed ELB health checks in (target-group shop)",
    nearMiss: "the target passed its health checks",
  },
  {
    ...sure,
    id: "mongodb/avx",
    mode: "process/wrong-architecture",
    meaning: "MongoDB's binary needs instructions that the processor does not have",
    pattern: /requires a CPU with AVX support/,
    cause: "this version of MongoDB needs a processor with AVX, which the machine does not have",
    correctiveAction: "Take an image of MongoDB 4.4, or a machine (or a type of virtual processor) with AVX.",
    source: "mongodb.com/docs/manual/administration/production-notes",
    example:
      "WARNING: MongoDB 5.0+ requires a CPU with AVX support, and your current system does not appear to have that!",
    nearMiss: "the CPU has AVX support",
  },
  {
    ...root,
    id: "process/illegal-instruction",
    mode: "process/wrong-architecture",
    meaning: "a process ended by an illegal instruction",
    pattern: /^(?<name>[\w.-]+) exited with code 132\b|\bwith (?:exit )?code:? 132\b/,
    competing: [
      { mode: "process/exception", cause: "the program's own code, or a native package, is damaged" },
    ],
    cause: "{name} ended by an instruction that the processor does not have (132, SIGILL)",
    correctiveAction:
      "Take a build of it for that processor, or a machine with the instructions (AVX, mostly) that it needs.",
    source: "signal(7): SIGILL is 4, and a shell adds 128",
    example: "mongo-1 exited with code 132",
    nearMiss: "mongo-1 exited with code 1",
  },
  {
    ...sure,
    id: "redis/config-line",
    mode: "configuration/invalid",
    meaning: "Redis does not take a line of its configuration",
    pattern: /FATAL CONFIG FILE ERROR|^>>> '(?<text>[^']{1,120})'$/,
    decidesUnnamed: true,
    cause: "Redis does not start, since it does not take a line of its configuration file: {text}",
    correctiveAction: "Correct that line of the file.",
    source: "redis/redis: src/config.c",
    example: "*** FATAL CONFIG FILE ERROR (Redis 7.4.2) ***",
    nearMiss: "Configuration loaded",
  },
  {
    ...sure,
    id: "postgres/data-owner",
    mode: "disk/permission-denied",
    speaker: "any",
    meaning: "PostgreSQL's data folder belongs to another user",
    pattern:
      /data directory "(?<path>[^"]+)" has (?:wrong ownership|invalid permissions|group or world access)/,
    cause: "PostgreSQL does not start, since its data folder {path} has another owner, or rights for others",
    correctiveAction: "Give the folder to the server's user (`chown -R postgres`), with the rights 0700.",
    source: "postgres/postgres: src/backend/utils/init/miscinit.c",
    example: 'FATAL:  data directory "/var/lib/postgresql/data" has wrong ownership',
    nearMiss: 'data directory "/var/lib/postgresql/data" was created',
  },
  {
    ...root,
    id: "mysql/data-unusable",
    mode: "configuration/invalid",
    speaker: "any",
    meaning: "MySQL's data folder has files of something else",
    pattern:
      /--initialize specified but the data directory has files in it|designated data directory (?<path>\S+) is unusable/,
    competing: [{ mode: "disk/permission-denied", cause: "the server's user may not write there" }],
    cause: "MySQL does not make its data, since the folder {path} has files that are not its own",
    correctiveAction:
      "Start it with an empty volume, or with a folder within the volume (a disk has lost+found).",
    source: "dev.mysql.com/doc/refman/8.4/en/data-directory-initialization.html",
    example: "[ERROR] [MY-013236] [Server] The designated data directory /var/lib/mysql/ is unusable.",
    examples: ["--initialize specified but the data directory has files in it. Aborting."],
    nearMiss: "the data directory is empty",
  },
  {
    ...sure,
    id: "compose/file-invalid",
    mode: "configuration/invalid",
    meaning: "compose does not take a value of its file",
    pattern:
      /invalid interpolation format for (?<name>\S+?):? |service "(?<name2>[^"]+)" (?:refers to|depends on) undefined \w+|^(?:validating \S+: )?(?<name3>services\.[\w.-]+) (?:must be|[Aa]dditional propert)/,
    cause: "compose does not take its file, at {name}",
    correctiveAction: "Correct the compose file there; a dollar sign within a value is written twice.",
    source: "compose-spec/compose-go: interpolation, loader",
    example: 'invalid interpolation format for services.api.environment.DB_PASSWORD: "${DB_PASSWORD".',
    examples: ['service "api" depends on undefined service "db"', "services.api.ports must be a list"],
    nearMiss: 'service "api" depends on service "db"',
  },
  {
    ...sure,
    id: "s6/not-first",
    mode: "configuration/invalid",
    meaning: "s6-overlay is not the container's first process",
    pattern: /s6-overlay-suexec: fatal: can only run as pid 1/,
    cause: "the image's own init (s6-overlay) is not pid 1, since another one is put before it",
    correctiveAction:
      "Take out `init: true` (compose) or `--init`; on a platform that has its own init, use another image.",
    source: "github.com/just-containers/s6-overlay",
    example: "s6-overlay-suexec: fatal: can only run as pid 1",
    nearMiss: "s6-overlay-suexec started as pid 1",
  },
  {
    ...sure,
    id: "fly/no-builder",
    mode: "build/failed",
    decidesUnnamed: true,
    meaning: "flyctl finds nothing that says how the app is built",
    pattern: /(?<text>app does not have a Dockerfile or buildpacks configured)/,
    cause: "flyctl does not know how to build it: {text}",
    correctiveAction:
      "Commit a Dockerfile, name it under [build] in fly.toml, or deploy from the folder that has one.",
    source: "superfly/flyctl: internal/build/imgsrc/resolver.go",
    example:
      "Error: failed to fetch an image or build from source: app does not have a Dockerfile or buildpacks configured.",
    nearMiss: "the app has a Dockerfile",
  },
  {
    ...sure,
    id: "vercel/edge-modules",
    mode: "build/failed",
    meaning: "an edge function uses what its runtime does not have",
    pattern: /(?<text>The Edge Function "[^"]+" is referencing unsupported modules)/,
    cause: "{text}: a module of Node.js, or a package that needs one",
    correctiveAction:
      "Let it run on Node.js (`runtime: 'nodejs'`), or take what the edge runtime has, such as Web Crypto.",
    source: "vercel.com/docs/functions/runtimes/edge",
    example: 'Error: The Edge Function "middleware" is referencing unsupported modules:',
    nearMiss: 'The Edge Function "middleware" was built',
  },
  {
    ...root,
    id: "lambda/time",
    mode: "process/killed",
    certainty: "open",
    stage: "platform",
    asksFor: ["Which call is open when the time is over? Log before and after each connection."],
    meaning: "a function did not end in its time",
    pattern: /\bTask timed out after (?<time>[\d.]+ seconds)/,
    cause: "the function did not end in its {time}, and was ended; what it waited for, the line does not say",
    correctiveAction:
      "Look whether its network reaches what it asks (a database in a VPC, a NAT), then raise its timeout.",
    source: "docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html",
    example: "2026-03-02T10:00:11.110Z 0a1b2c3d Task timed out after 10.01 seconds",
    nearMiss: "Task ended after 10.01 seconds",
  },
  {
    ...sure,
    id: "npgsql/url",
    mode: "database/url-malformed",
    meaning: "a driver of .NET is given a URL where it takes pairs",
    pattern:
      /(?:Couldn't set|Keyword not supported:) '?(?<name>(?:postgres(?:ql)?|mysql|mongodb|redis|jdbc)(?=:))/,
    cause: "the connection string is a URL ({name}), and the driver takes pairs (`Host=…;Username=…`)",
    correctiveAction:
      "Write the connection string in pairs, or turn the URL into them where the program starts.",
    source: "npgsql.org/doc/connection-string-parameters.html",
    example: "System.ArgumentException: Couldn't set postgresql://app@db.example.com/shop",
    nearMiss: "Couldn't set the value",
  },
];
