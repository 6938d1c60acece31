import type { FailureMode } from "../../domain/failure-mode";
import type { Signature } from "../signature";

interface Code {
  readonly codes: readonly string[];
  readonly mode: FailureMode;
  readonly means: string;
  readonly correctiveAction: string;
}

/** PostgreSQL's codes of what keeps a service from starting; its words differ by version and language. */
const SQLSTATES: readonly Code[] = [
  {
    codes: ["28P01"],
    mode: "database/credentials",
    means: "the database refuses the password (28P01, invalid_password)",
    correctiveAction: "Correct user and password of the connection URL.",
  },
  {
    codes: ["28000"],
    mode: "database/credentials",
    means: "the database refuses the login (28000, invalid_authorization_specification)",
    correctiveAction:
      "Correct the user, and whether it may log in from this address and with this encryption.",
  },
  {
    codes: ["3D000"],
    mode: "configuration/invalid",
    means: "the database of the URL does not exist (3D000, invalid_catalog_name)",
    correctiveAction: "Create it, or correct the path of the connection URL.",
  },
  {
    codes: ["53300"],
    mode: "database/too-many-connections",
    means: "the database has no free connection (53300, too_many_connections)",
    correctiveAction: "Use the pooler, and keep the pools of all instances together below the limit.",
  },
  {
    codes: ["42P01", "42703", "3F000", "42704", "42883"],
    mode: "database/schema-missing",
    means: "the database lacks a table, column, schema, type or function",
    correctiveAction: "Run the migrations on this database before the service starts.",
  },
  {
    codes: ["42501"],
    mode: "database/permission-denied",
    means: "the role may not do it (42501, insufficient_privilege)",
    correctiveAction: "Grant it to the role, or run migrations as the owner.",
  },
  {
    codes: ["57P01", "57P02", "08003", "08006"],
    mode: "database/connection-lost",
    means: "the server ended the connection",
    correctiveAction: "Let the pool test its connections before use, and try the statement again.",
  },
  {
    codes: ["57P03", "08001", "08004"],
    mode: "database/refused",
    means: "the server does not take connections now",
    correctiveAction: "Wait for the database before the service starts, or correct host and port.",
  },
  {
    codes: ["55P03", "57014", "40P01"],
    mode: "database/timeout",
    means: "a statement waited for a lock, or took longer than it may",
    correctiveAction: "Look for a migration or a transaction that holds the lock.",
  },
];

/** Prisma's codes that no row of its own words takes. */
const PRISMA_CODES: readonly Code[] = [
  {
    codes: ["P1008"],
    mode: "database/timeout",
    means: "an operation of Prisma took longer than it may (P1008)",
    correctiveAction:
      "Look whether the database answers; raise `connect_timeout` and `pool_timeout` of the URL.",
  },
  {
    codes: ["P1017"],
    mode: "database/connection-lost",
    means: "the server closed the connection (P1017)",
    correctiveAction: "Let the client connect again; a pooler ends idle connections.",
  },
  {
    codes: ["P2021", "P2022"],
    mode: "database/schema-missing",
    means: "the database lacks a table or column of the schema (P2021, P2022)",
    correctiveAction: "Run `prisma migrate deploy` on this database before the service starts.",
  },
  {
    codes: ["P3008", "P3012", "P3015", "P3016", "P3019"],
    mode: "migration/failed",
    means: "a migration of Prisma cannot be applied",
    correctiveAction: "Correct the migration that is named, or mark it with `prisma migrate resolve`.",
  },
];

const SQLSTATE_PLACE = "(?:SQLSTATE|SqlState|sqlState|sqlstate|\\b[Cc]ode)[\"']?[ :=[(]*[\"']?";

function rowOf(prefix: string, place: string, source: string, example: (code: string) => string) {
  return ({ codes, mode, means, correctiveAction }: Code): Signature => ({
    id: `${prefix}/${codes[0] ?? ""}`,
    mode,
    meaning: means,
    pattern: new RegExp(`^(?!.*NOTICE).*?${place}(?<code>${codes.join("|")})\\b`),
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause: `${means}: {code}`,
    correctiveAction,
    source,
    example: example(codes[0] ?? ""),
    nearMiss: "code: '00000'",
  });
}

/** Rows on codes alone, asked last: a code holds where the wording changes. */
export const CODES_SIGNATURES: readonly Signature[] = [
  ...SQLSTATES.map(
    rowOf(
      "sqlstate",
      SQLSTATE_PLACE,
      "docs/facts/postgresql.md; PostgreSQL: Appendix A",
      (code) => `  code: '${code}',`,
    ),
  ),
  ...PRISMA_CODES.map(
    rowOf("prisma-code", "", "prisma.io/docs/orm/reference/error-reference", (code) => `  code: '${code}',`),
  ),
];
