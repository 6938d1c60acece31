import type { Generation } from "./refusals";
import type { Tenant } from "./tenant";

/** How the pooler shares backends: one per client, or one per transaction. */
export type Mode = "session" | "transaction";

/** How an embedded pooler is started. */
export interface PoolerOptions {
  /** The servers by project reference; what is added or removed later holds for the next login. */
  readonly tenants: Readonly<Record<string, Tenant>>;
  /** Host names the certificate is for, beside localhost. */
  readonly hosts?: readonly string[];
  /** @default current */
  readonly generation?: Generation;
  /**
   * Refused passwords of one project and address after which nobody is let in for two minutes; Supavisor's ten.
   * @default never, so that a rehearsal that is repeated meets the same refusal each time
   */
  readonly authenticationFailures?: number;
  /** Whether a client must come by TLS (Supabase's "Enforce SSL"). @default false */
  readonly requireTls?: boolean;
  /** Backends per role and database. @default 15, Supabase's for its small sizes */
  readonly poolSize?: number;
  /** Clients per role and database in transaction mode. @default 200, Supabase's for its small sizes */
  readonly maxClients?: number;
  /** How long a transaction waits for a backend. @default 60000 */
  readonly checkoutMilliseconds?: number;
  /** How long a client may take until its startup packet is whole. @default 5000, Supavisor's */
  readonly handshakeMilliseconds?: number;
  /** How long each message of a login may take. @default 15000, Supavisor's */
  readonly authenticationMilliseconds?: number;
}
