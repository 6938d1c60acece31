import type { Signature } from "../signature";

const row = {
  mode: "migration/failed",
  stage: "root",
  certainty: "certain",
  decisive: true,
  source: "prisma.io/docs/orm/reference/error-reference",
} as const;

/** What `prisma migrate` says before it ends. */
export const PRISMA_MIGRATE_SIGNATURES: readonly Signature[] = [
  {
    ...row,
    id: "prisma/P3005",
    meaning: "the database has tables that no migration made",
    pattern: /The database schema is not empty\b/,
    cause: "the database was not made by these migrations, and Prisma does not know which of them it has",
    correctiveAction:
      "Baseline it: mark the migrations that it has by `prisma migrate resolve --applied` (pris.ly/d/migrate-baseline).",
    example:
      "Error: P3005: The database schema is not empty. Read more about how to baseline an existing production database: https://pris.ly/d/migrate-baseline",
    nearMiss: "the schema is empty",
  },
  {
    ...row,
    id: "prisma/P3014",
    meaning: "`prisma migrate dev` cannot make its shadow database",
    pattern: /Prisma Migrate could not create the shadow database/,
    cause: "a deploy runs `prisma migrate dev`, which needs a second database that the role may not make",
    correctiveAction: "Let the deploy run `prisma migrate deploy`, which needs none.",
    example:
      "Error: P3014: Prisma Migrate could not create the shadow database. Please make sure the database user has permission to create databases.",
    nearMiss: "created the shadow database",
  },
  {
    ...row,
    id: "prisma/migration",
    meaning: "a migration failed, now or in an earlier deploy",
    pattern:
      /\bP30(?:09|18)\b|^The `(?<name>[^`]+)` migration started at .* failed|^Migration name: (?<name2>\S+)$/,
    cause: "a migration failed, and Prisma applies no other one until that is resolved: {name}",
    decidesUnnamed: true,
    correctiveAction: "Correct the migration, then type `prisma migrate resolve` for {name}.",
    example: "Error: P3009 migrate found failed migrations in the target database",
    nearMiss: "part P30091 is out of stock",
  },
];
