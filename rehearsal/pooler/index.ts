/** The embedded Supavisor: tenants, SCRAM, TLS, and session and transaction mode in front of real PostgreSQL. */
export type { PoolerOptions } from "./options";
export { type Pooler, startPooler } from "./pooler";
export type { Generation } from "./refusals";
export type { Tenant } from "./tenant";
