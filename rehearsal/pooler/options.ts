import type { Generation } from "./refusals";
import type { Tenant } from "./tenant";

/** How the pooler shares backends: one per client, or one per transaction. */
export type Mode = "session" | "transaction";

/** How an embedded pooler is started. */
export interface PoolerOptions {
  /** The servers by project reference. A later change is used from the next login on. */
  readonly tenants: Readonly<Record<string, Tenant>>;
  /** Host names the certificate is for, beside localhost. */
  readonly hosts?: readonly string[];
  /** @default current */
  readonly generation?: Generation;
  /**
   * Refused passwords of one project and address after which logins are refused for two minutes. Supavisor's is ten.
   * @default no limit, so that a repeated rehearsal gets the same refusal each time
   */
  readonly authenticationFailures?: number;
  /** Whether a client must come by TLS (Supabase's "Enforce SSL"). @default false */
  readonly requireTls?: boolean;
  /** Backends per role and database. @default 15, Supabase's for its small sizes */
  readonly poolSize?: number;
  /** Clients per role and database in transaction mode. @default 200, Supabase's for its small sizes */
  readonly maxClients?: number;
  /** Milliseconds that a transaction waits for a backend. @default 60000 */
  readonly checkoutMilliseconds?: number;
  /** Milliseconds until a client's startup packet must be complete. @default 5000, Supavisor's */
  readonly handshakeMilliseconds?: number;
  /** Milliseconds that each message of a login may take. @default 15000, Supavisor's */
  readonly authenticationMilliseconds?: number;
}
