import type { Signature } from "../signature";

/** Rows on what a name or a code means beside its words; asked early. */
export const NAMES_SIGNATURES: readonly Signature[] = [
  {
    id: "migration/data",
    mode: "migration/failed",
    meaning: "a migration does not fit the data or the schema",
    pattern:
      /column "(?<name>[^"]+)" (?:of relation "(?<table>[^"]+)" contains null values|referenced in foreign key constraint does not exist)|cannot drop (?<name2>[\w ".]+) because other objects depend on it|multiple primary keys for table "(?<name3>[^"]+)"|check constraint "(?<name4>[^"]+)" (?:of relation "[^"]+" )?is violated by some row|could not create unique index "(?<name5>[^"]+)"|column "(?<name6>[^"]+)" cannot be cast automatically/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "a migration does not fit what is in the database: {name}",
    correctiveAction:
      "Correct the migration: a default or a filled column before NOT NULL, no duplicates before a unique index, dependent objects first.",
    source: "postgresql.org/docs/current/sql-altertable.html",
    example: 'error: column "issuer" of relation "account" contains null values',
    nearMiss: 'column "issuer" was added',
  },
  {
    id: "database/crashed",
    mode: "database/connection-lost",
    meaning: "the database's server crashed and recovers",
    pattern:
      /terminating connection because of crash of another server process|expected to read \d+ bytes, got 0 bytes at EOF/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause: "the database's server ended its connections, since one of its processes crashed",
    correctiveAction:
      "Read the database's own log for what was killed (mostly for memory), and let the pool test its connections.",
    source: "postgres/postgres: src/backend/postmaster/postmaster.c",
    example: "terminating connection because of crash of another server process",
    nearMiss: "terminating the worker",
  },
  {
    id: "dotnet/icu",
    mode: "import/missing-library",
    meaning: "the image has no ICU library",
    pattern: /Couldn't find a valid (?<name>ICU) package/,
    stage: "root",
    certainty: "certain",
    decisive: true,
    cause: "the image has no {name} library (libicu), which .NET needs for languages and dates",
    correctiveAction:
      "Install ICU in the image (`apk add icu-libs`, `apt-get install libicu72`), or set DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1.",
    source: "learn.microsoft.com/dotnet/core/runtime-config/globalization",
    example: "Couldn't find a valid ICU package installed on the system.",
    nearMiss: "ICU 72 was found",
  },
  {
    id: "dotnet/no-sdk",
    mode: "import/missing-module",
    meaning: "dotnet was given no program that is there",
    pattern: /not possible to find any installed \.NET (?:Core )?SDKs|No \.NET SDKs were found/,
    stage: "root",
    certainty: "possible",
    decisive: true,
    competing: [{ mode: "process/command-not-found", cause: "a command of the SDK runs in a runtime image" }],
    cause:
      "dotnet takes its argument for a command of the SDK: the dll that it names is not there, and the image has no SDK",
    correctiveAction:
      "Correct the dll's name and folder in the start command (`dotnet Shop.dll`), or take an image with the SDK.",
    source: "learn.microsoft.com/dotnet/core/tools/dotnet",
    example: "It was not possible to find any installed .NET Core SDKs",
    nearMiss: ".NET SDKs installed: 8.0.100",
  },
  {
    id: "deno/no-module",
    mode: "import/missing-module",
    meaning: "a module is not there",
    pattern: /error: Module not found "(?<name>[^"]+)"/,
    stage: "root",
    certainty: "certain",
    decisive: true,
    cause: "the module {name} is not there",
    correctiveAction: "Correct the path, copy the file into the image, or let the build write it before.",
    source: "docs.deno.com; bun.sh/docs/runtime",
    example: 'error: Module not found "dist/server.js"',
    nearMiss: "module dist/server.js",
  },
  {
    id: "connect/private-name",
    mode: "database/dns",
    meaning: "a host name of the platform's private network does not resolve",
    pattern:
      /(?<![\w.-])\(?(?<host>[\w.-]+\.(?:railway\.internal|internal|flycast|svc\.cluster\.local)):\d+\)?.{0,20}(?:non-existing domain|no such host|ENOTFOUND)|(?:lookup|ENOTFOUND|EAI_AGAIN|translate host name "?) ?(?<host2>[\w.-]+\.(?:railway\.internal|internal|flycast|svc\.cluster\.local))/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    competing: [
      {
        mode: "database/ipv6-unreachable",
        cause: "the private network has IPv6 only, and the client asks for IPv4",
      },
    ],
    cause: "the name {host} of the platform's private network does not resolve where the service runs",
    correctiveAction:
      "Let the client resolve IPv6 too (Ecto: `socket_options: [:inet6]`; ioredis: `family: 0`), ask at run time and not in the build, and keep both services in one project.",
    source: "docs.railway.com/reference/private-networking; fly.io/docs/networking/private-networking",
    example: "tcp connect (postgres-abcd.railway.internal:5432): non-existing domain - :nxdomain",
    nearMiss: "connected to postgres.railway.internal:5432",
  },
];
