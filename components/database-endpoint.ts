import { type Connection, deriveEndpoint, endpointForm, parseProjectRef, REFERENCE_FORM } from "../databases";
import {
  DRIVER_NAMES,
  DRIVERS,
  type DriverName,
  looksLikeConnectionUrl,
  parseConnectionUrl,
} from "../domain";
import { stackParameters } from "../domain/stack-parameters";

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

/** A connection as it is declared, with every value known. */
export interface DeclaredConnection {
  readonly driver: string;
  readonly supabase?:
    | { readonly projectRef: string; readonly poolerHost: string; readonly connection: Connection }
    | undefined;
  readonly host?: string | undefined;
  readonly port?: number | undefined;
  readonly name: string;
  readonly role?: string | undefined;
  readonly sslmode?: string | undefined;
  /** Settings of the driver; those that it takes from its URL alone are written there. */
  readonly driverSettings?: Readonly<Record<string, string>> | undefined;
}

/**
 * Derives the endpoint that is declared.
 *
 * @throws Error with a sentence, where it is none.
 */
export function databaseEndpoint(declared: DeclaredConnection): DatabaseEndpoint {
  const { supabase, host, port = 5432, name: database, role = "", sslmode } = declared;
  const driver = DRIVERS[driverOf(declared.driver)];
  const parameters = stackParameters(driver, {
    isSupabase: supabase !== undefined,
    sslmode,
    settings: declared.driverSettings ?? {},
  });
  const common = { database, scheme: driver.schemes[0] };
  if (supabase !== undefined) {
    const projectRef = parseProjectRef(supabase.projectRef);
    if (projectRef === undefined) {
      const got = looksLikeConnectionUrl(supabase.projectRef)
        ? "a connection URL"
        : `\`${supabase.projectRef}\``;
      throw new Error(`supabase.projectRef: expected ${REFERENCE_FORM}, got ${got}.`);
    }
    assertHost("supabase.poolerHost", supabase.poolerHost);
    return {
      ...common,
      ...deriveEndpoint({ ...supabase, projectRef, role }),
      parameters,
    };
  }
  if (host === undefined) throw new Error("expected `url`, `supabase` or `host`, got none.");
  assertHost("host", host);
  return { ...common, host, port, user: role, mode: "session", parameters };
}

/** An output's text comes here for the first time: with a URL in its place, messages and outputs would show the password. */
function assertHost(key: string, host: string): void {
  if (!looksLikeConnectionUrl(host)) return;
  throw new Error(`${key}: expected a host, without scheme, user and password, got a connection URL.`);
}

/** The endpoint that a typed URL names, as the driver reads it; undefined where it cannot be read. No password. */
export function typedEndpoint(text: string, driver: string): DatabaseEndpoint | undefined {
  const parsed = parseConnectionUrl(text.trim(), DRIVERS[driverOf(driver)].dialect);
  if (parsed === undefined || parsed.problems.length > 0) return undefined;
  const { scheme, host, port = 5432, user, database } = parsed.url;
  const mode = endpointForm(host, port)?.mode ?? "session";
  // Its parameters are left out: some drivers take a password there.
  return { scheme, host, port, user, database, mode, parameters: {} };
}

function driverOf(name: string): DriverName {
  if (Object.hasOwn(DRIVERS, name)) return name as DriverName;
  throw new Error(`driver: expected one of ${DRIVER_NAMES.join(", ")}, got \`${name}\`.`);
}
