import type { Signature } from "../signature";

const row = {
  stage: "root",
  certainty: "certain",
  decisive: true,
  source: "prisma.io/docs/orm/reference/error-reference",
} as const;

const NOT_ANSWERING =
  "Correct host and port of the connection URL; in place of Supabase's direct host (`db.….supabase.co`), which has IPv6 only, take its pooler.";

/** Prisma's own codes, where the server's words do not reach the log. */
export const PRISMA_SIGNATURES: readonly Signature[] = [
  {
    ...row,
    id: "prisma/P1000",
    mode: "database/credentials",
    meaning: "the server refused the role or its password",
    pattern: /\bP1000\b|the provided database credentials for `[^`]*` are not valid/,
    cause: "the server refuses the role or its password",
    correctiveAction: "Set the role's password, percent-encoded, in the connection URL.",
    example: "Error: P1000: Authentication failed against database server",
    nearMiss: "order P10004 was shipped",
  },
  {
    ...row,
    id: "prisma/P1001",
    mode: "database/refused",
    meaning: "nothing answers at the database's address",
    pattern: /\bP1001\b|Can't reach database server at/,
    certainty: "possible",
    decisive: false,
    competing: [{ mode: "database/ipv6-unreachable", cause: "the host has an IPv6 address only" }],
    cause: "the database does not answer at the host and port of the connection",
    correctiveAction: NOT_ANSWERING,
    example: "Error: P1001: Can't reach database server at `db.example.com:5432`",
    nearMiss: "the server P10010 was reached",
  },
  {
    ...row,
    id: "prisma/P1012",
    mode: "configuration/missing-variable",
    meaning: "the schema reads a variable that the environment does not have",
    pattern: /Environment variable not found: \w+/,
    cause: "the environment has no variable of the name that the schema reads",
    correctiveAction: "Set the variable in that environment; a secret in the platform's dashboard.",
    rule: "environment/missing-variable",
    example: "error: Environment variable not found: DATABASE_URL.",
    nearMiss: "the environment was found",
  },
  {
    ...row,
    id: "prisma/url-protocol",
    mode: "database/url-malformed",
    meaning: "the variable that the schema reads has no URL of that database",
    pattern: /Error validating datasource `\w+`: the URL must (?<text>start with the protocol .{1,60})/,
    cause: "the URL of the schema's datasource is empty, or of another kind: it must {text}",
    correctiveAction:
      "Set the variable that the schema's `url = env(…)` names, such as DATABASE_URL, to a URL that begins so, without quotes around it.",
    rule: "database/url-malformed",
    example:
      "error: Error validating datasource `db`: the URL must start with the protocol `postgresql://` or `postgres://`.",
    nearMiss: "the URL starts with the protocol `postgresql://`",
  },
  {
    ...row,
    id: "prisma/P1013",
    mode: "database/url-malformed",
    meaning: "the connection URL could not be taken apart",
    pattern: /\bP1013\b|provided database string is invalid/,
    cause:
      "the connection URL is empty, a template, or has a password with characters that are not percent-encoded",
    correctiveAction: "Write the connection URL anew from the dashboard, with the password percent-encoded.",
    example: "Error: P1013: The provided database string is invalid.",
    nearMiss: "P10130 is a valid string",
  },
  {
    ...row,
    id: "prisma/P1002",
    mode: "database/refused",
    meaning: "the database was reached and did not answer in time",
    pattern: /database server (?:at `[^`]*` )?was reached but timed out/,
    certainty: "possible",
    decisive: false,
    competing: [
      {
        mode: "migration/failed",
        cause: "another migration holds the lock, or a pooler in transaction mode lost it",
      },
      { mode: "database/too-many-connections", cause: "all connections are taken" },
    ],
    cause: "the database or the pooler before it does not answer",
    correctiveAction:
      "Look at the database's state in its dashboard; let migrations use a direct or session connection (`directUrl`).",
    example:
      "Error: P1002: The database server at `db.example.com:5432` was reached but timed out. Please try again.",
    nearMiss: "the server was reached in time",
  },
  {
    ...row,
    id: "prisma/P1003",
    mode: "configuration/invalid",
    meaning: "the server has no database of that name",
    pattern: /Database `[^`]*` does not exist on the database server/,
    cause: "the server has no database of the name that the connection URL says",
    correctiveAction:
      "Correct the database's name in the connection URL (Supabase's is `postgres`), or create it.",
    example:
      "Error: P1003: Database `navigatr` does not exist on the database server at `db.example.com:5432`.",
    nearMiss: "the backup does not exist on the server",
  },
  {
    ...row,
    id: "prisma/P1010",
    mode: "database/credentials",
    meaning: "the role may not use the database",
    pattern: /User `[^`]*` was denied access on the database/,
    certainty: "possible",
    cause: "the role of the connection URL may not use that database",
    correctiveAction: "Correct user and database in the connection URL, or grant the role its rights.",
    example: "Error: P1010: User `app` was denied access on the database `app.public`",
    nearMiss: "access to the database page was denied",
  },
  {
    ...row,
    id: "prisma/P1011",
    mode: "database/tls-untrusted",
    meaning: "the TLS connection to the database failed",
    pattern: /Error opening a TLS connection/,
    certainty: "possible",
    decisive: false,
    competing: [{ mode: "database/tls-required", cause: "one side speaks TLS and the other does not" }],
    cause: "the server's certificate is signed by an authority that Prisma does not know",
    correctiveAction:
      "Give the authority's certificate by `sslcert`, or write `sslmode=require` into the URL.",
    example: "Error: P1011: Error opening a TLS connection: self signed certificate",
    nearMiss: "opening a TLS connection took 12 ms",
  },
  {
    ...row,
    id: "prisma/P2024",
    mode: "database/too-many-connections",
    meaning: "no connection of Prisma's own pool became free in time",
    pattern: /Timed out fetching a new connection from the connection pool/,
    certainty: "possible",
    decisive: false,
    harmsLive: true,
    competing: [
      { mode: "database/refused", cause: "the database does not answer, and each connection waits for it" },
    ],
    cause:
      "all connections of the program's own pool are taken: `connection_limit` is too small, or queries hold them",
    correctiveAction:
      "Make queries shorter, or raise `connection_limit` as far as the pooler's own limit allows for all instances.",
    example:
      "Timed out fetching a new connection from the connection pool. More info: http://pris.ly/d/connection-pool (Current connection pool timeout: 10, connection limit: 5)",
    nearMiss: "fetching a new connection took 3 ms",
  },
  {
    ...row,
    id: "prisma/no-client",
    mode: "import/missing-module",
    meaning: "Prisma's client was not generated for this platform",
    pattern:
      /@prisma\/client did not initialize yet|Prisma Client could not locate the Query Engine for runtime|Query engine library for current platform/,
    cause:
      "the build did not run `prisma generate`, or ran it for another platform than the one it is started on",
    correctiveAction:
      "Let the build command run `prisma generate` where the service runs, or add the platform to `binaryTargets`.",
    source: "prisma/prisma: packages/client (issues 21502, 15631)",
    example: 'Prisma Client could not locate the Query Engine for runtime "debian-openssl-3.0.x".',
    examples: [
      'Error: @prisma/client did not initialize yet. Please run "prisma generate" and try to import it again.',
    ],
    nearMiss: "the query engine was located",
  },
];
