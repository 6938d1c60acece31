import type { Signature } from "../signature";

const row = {
  stage: "root",
  certainty: "certain",
  decisive: true,
  source: "prisma.io/docs/orm/reference/error-reference",
} as const;

const NOT_ANSWERING =
  "Correct host and port; from Render take Supabase's pooler, since the direct host has IPv6 only.";

/** Prisma's own codes, where the server's words do not reach the log. */
export const PRISMA_SIGNATURES: readonly Signature[] = [
  {
    ...row,
    id: "prisma/P1000",
    mode: "database/credentials",
    meaning: "the server refused the role or its password",
    anchors: ["P1000", "atabase credentials for"],
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
    meaning: "nobody answers at the database's address",
    anchors: ["P1001", "Can't reach database server"],
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
    anchors: ["Environment variable not found:"],
    pattern: /Environment variable not found: \w+/,
    cause: "the environment has no variable of the name that the schema reads",
    correctiveAction: "Set the variable in that environment; a secret in the platform's dashboard.",
    rule: "environment/missing-variable",
    example: "error: Environment variable not found: DATABASE_URL.",
    nearMiss: "the environment was found",
  },
  {
    ...row,
    id: "prisma/P1013",
    mode: "database/url-malformed",
    meaning: "the connection URL could not be taken apart",
    anchors: ["P1013", "provided database string is invalid"],
    pattern: /\bP1013\b|provided database string is invalid/,
    cause:
      "the connection URL is empty, a template, or has a password with characters that are not percent-encoded",
    correctiveAction: "Write the connection URL anew from the dashboard, with the password percent-encoded.",
    example: "Error: P1013: The provided database string is invalid.",
    nearMiss: "P10130 is a valid string",
  },
  {
    ...row,
    id: "prisma/migration",
    mode: "migration/failed",
    meaning: "a migration failed, now or in an earlier deploy",
    anchors: ["P3009", "P3018"],
    pattern: /\bP30(?:09|18)\b/,
    cause: "a migration failed, and Prisma applies no other one until that is resolved",
    correctiveAction: "Mend the migration, then type `prisma migrate resolve` for the one that failed.",
    example: "Error: P3009 migrate found failed migrations in the target database",
    nearMiss: "part P30091 is out of stock",
  },
];
