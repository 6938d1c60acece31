import { DATABASE_VARIABLE } from "../domain/database-variable";
import type { Use } from "./environment-databases";
import type { DatabaseArgs, EnvironmentServiceArgs } from "./environment-types";
import type { ServiceArgs } from "./service-args";
import type { VerificationArgs } from "./verification";

/** The service's URLs, and what reads each. That of DATABASE_URL has arguments of its own. */
export function serviceUrls(
  uses: readonly Use[],
): Pick<ServiceArgs, "databaseUrl" | "databaseUrls" | "driver" | "driverSettings"> {
  const [main, others] = parted(uses);
  const further = others.map(({ variable, connection, driver, driverSettings }) => [
    variable,
    { url: connection.url, driver, driverSettings },
  ]);
  return {
    ...(main !== undefined && { databaseUrl: main.connection.url }),
    // A variable's own driver is no other one's.
    ...(main !== undefined && !main.isOnly && { driver: main.driver, driverSettings: main.driverSettings }),
    ...(further.length > 0 && { databaseUrls: Object.fromEntries(further) }),
  };
}

type Verified = Pick<
  VerificationArgs,
  "databaseUrl" | "databases" | "driver" | "access" | "driverSettings" | "poolerHost"
>;

/** What a verification has to know of the databases that a service uses. */
export function verifiedUrls(
  uses: readonly Use[],
  { verify, driver, driverSettings }: EnvironmentServiceArgs,
  databases: Readonly<Record<string, DatabaseArgs>>,
): Verified {
  const [main, others] = parted(uses);
  const connects = verify?.connect === true;
  const of = ({ connection, args, ...use }: Use) => ({
    driver: use.driver,
    ...(connection.access !== undefined && { access: connection.access }),
    ...(connects && waysOf(args, use.driverSettings)),
  });
  const none = {
    ...(driver !== undefined && { driver }),
    ...(connects && waysOf(Object.values(databases)[0], driverSettings)),
  };
  const further = others.map((use) => [use.variable, { url: use.connection.url, ...of(use) }]);
  return {
    databaseUrl: main?.connection.url ?? "",
    ...(main === undefined ? none : of(main)),
    ...(others.length > 0 && { databases: Object.fromEntries(further) }),
  };
}

/** What decides whether a way to a database serves the service, beside the URL. */
function waysOf(
  { supabase }: Partial<DatabaseArgs> = {},
  driverSettings: VerificationArgs["driverSettings"],
): Pick<VerificationArgs, "driverSettings" | "poolerHost"> {
  return {
    ...(driverSettings !== undefined && { driverSettings }),
    ...(supabase !== undefined && { poolerHost: supabase.poolerHost }),
  };
}

/** The variable that has arguments of its own, and the others. */
function parted(uses: readonly Use[]): readonly [Use | undefined, readonly Use[]] {
  const main = uses.find(({ variable }) => variable === DATABASE_VARIABLE);
  return [main, uses.filter((use) => use !== main)];
}
