import type { StackConfiguration } from "../config";
import { deriveEndpoint, endpointForm } from "../databases";
import { DRIVERS, type DriverName, parseConnectionUrl } from "../domain";

/** Where and how the service reaches its database; everything but the password, and known in a preview. */
export interface DatabaseEndpoint {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
  readonly mode: "session" | "transaction";
  readonly scheme: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Derives the endpoint that a stack declares; undefined where it declares none, since its URL is typed. */
export function databaseEndpoint({ database, service }: StackConfiguration): DatabaseEndpoint | undefined {
  const driver = DRIVERS[service.driver];
  const role = database.role ?? "";
  const [tlsKey, tlsValue] = Object.entries(driver.tls)[0] ?? ["sslmode", "require"];
  const tls = { ...driver.tls, [tlsKey]: database.sslmode ?? tlsValue };
  const common = { database: database.name, scheme: driver.schemes[0] };
  if (database.supabase !== undefined) {
    const endpoint = deriveEndpoint({ ...database.supabase, role });
    return { ...common, ...endpoint, parameters: tls };
  }
  if (database.host === undefined) return undefined;
  const parameters: Record<string, string> = database.sslmode === undefined ? {} : tls;
  return {
    ...common,
    host: database.host,
    port: database.port ?? 5432,
    user: role,
    mode: "session",
    parameters,
  };
}

/** The endpoint that a typed URL names, as the driver reads it; undefined where it cannot be read. No password. */
export function typedEndpoint(text: string, driver: DriverName): DatabaseEndpoint | undefined {
  const parsed = parseConnectionUrl(text.trim(), DRIVERS[driver].dialect);
  if (parsed === undefined || parsed.problems.length > 0) return undefined;
  const { scheme, host, port = 5432, user, database } = parsed.url;
  const mode = endpointForm(host, port)?.mode ?? "session";
  // Its parameters are left out: some drivers take a password there.
  return { scheme, host, port, user, database, mode, parameters: {} };
}
