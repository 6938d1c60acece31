import { DATABASE_REFUSALS } from "../../domain/database-refusal";
import type { Signature } from "../signature";
import { BUILD_SIGNATURES } from "./build";
import { COMPILER_SIGNATURES } from "./compilers";
import { DATABASE_CLIENT_SIGNATURES } from "./database-client";
import { DATABASE_CONNECT_SIGNATURES } from "./database-connect";
import { DATABASE_DRIVER_SIGNATURES } from "./database-driver";
import { DEPENDENCY_SIGNATURES } from "./dependencies";
import { DJANGO_SIGNATURES } from "./django";
import { MIGRATION_SIGNATURES } from "./migration";
import { PLATFORM_SIGNATURES } from "./platform";
import { PRISMA_SIGNATURES } from "./prisma";
import { PRISMA_MIGRATE_SIGNATURES } from "./prisma-migrate";
import { PROCESS_SIGNATURES } from "./process";
import { PROGRAM_SIGNATURES } from "./program";

/** What the server itself said, inside the line of whichever driver logged it. */
const REFUSALS: readonly Signature[] = DATABASE_REFUSALS.map((refusal) => ({
  ...refusal,
  meaning: "the database, or the pooler before it, refused the connection",
  stage: "root" as const,
  certainty: "certain" as const,
  decisive: !refusal.transient,
  harmsLive: !refusal.transient || refusal.mode === "database/too-many-connections",
}));

/** The first row that matches a line counts. */
export const SIGNATURES: readonly Signature[] = [
  ...REFUSALS,
  ...DATABASE_CLIENT_SIGNATURES,
  ...DATABASE_DRIVER_SIGNATURES,
  ...DATABASE_CONNECT_SIGNATURES,
  ...PRISMA_SIGNATURES,
  ...PRISMA_MIGRATE_SIGNATURES,
  ...MIGRATION_SIGNATURES,
  ...DJANGO_SIGNATURES,
  ...COMPILER_SIGNATURES,
  ...DEPENDENCY_SIGNATURES,
  ...BUILD_SIGNATURES,
  ...PROGRAM_SIGNATURES,
  ...PROCESS_SIGNATURES,
  ...PLATFORM_SIGNATURES,
];
