import type { DatabaseArgs, EnvironmentServiceArgs } from "./environment-types";
import type { VerificationArgs } from "./verification";

/** What a verification has to know, beside the URL, of the ways to the database that a service uses. */
export function waysOf(
  { verify, database, driverSettings }: EnvironmentServiceArgs,
  databases: Readonly<Record<string, DatabaseArgs>>,
): Pick<VerificationArgs, "driverSettings" | "poolerHost"> {
  if (verify?.connect !== true) return {};
  const { supabase } = databases[database ?? Object.keys(databases)[0] ?? ""] ?? {};
  return {
    ...(driverSettings !== undefined && { driverSettings }),
    ...(supabase !== undefined && { poolerHost: supabase.poolerHost }),
  };
}
