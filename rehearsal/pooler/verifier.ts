import { Pool } from "pg";
import type { ScramSha256Data } from "pg-gateway";
import { SUPERUSER } from "../postgres";
import { type Generation, refusal } from "./refusals";
import type { Tenant } from "./tenant";

const AUTH_QUERY =
  "SELECT rolpassword FROM pg_authid WHERE rolname = $1 AND rolcanlogin AND (rolvaliduntil IS NULL OR rolvaliduntil > now())";
const SCRAM = /^SCRAM-SHA-256\$(\d+):([^$]+)\$([^:]+):(.+)$/;

/**
 * The roles' password verifiers, read from the real databases as Supavisor's auth query does, through at most two
 * connections per tenant. Nothing is cached: a changed password is valid at once. The real pooler may know the old one
 * for a while.
 */
export class Verifiers {
  private readonly pools = new Map<Tenant, Pool>();

  async of(tenant: Tenant, role: string, generation: Generation): Promise<ScramSha256Data> {
    const secret = await this.ask(tenant, role, generation);
    if (secret === undefined) throw refusal(generation, "noSuchRole", role);
    const [, iterations, salt, storedKey, serverKey] = SCRAM.exec(secret ?? "") ?? [];
    if (!iterations || !salt || !storedKey || !serverKey) throw refusal(generation, "notScram");
    return { iterations: Number(iterations), salt, storedKey, serverKey };
  }

  async close(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.end()));
  }

  private async ask(
    tenant: Tenant,
    role: string,
    generation: Generation,
  ): Promise<string | null | undefined> {
    try {
      const { rows } = await this.pool(tenant).query<{ rolpassword: string | null }>(AUTH_QUERY, [role]);
      return rows[0]?.rolpassword;
    } catch (error) {
      throw refusal(generation, "databaseUnreachable", (error as Error).message);
    }
  }

  private pool(tenant: Tenant): Pool {
    const known = this.pools.get(tenant);
    if (known !== undefined) return known;
    const { socketDirectory: host, port } = tenant;
    const settings = { host, port, user: SUPERUSER, database: "postgres", ssl: false };
    const pool = new Pool({ ...settings, max: 2, idleTimeoutMillis: 5_000 });
    // The pool drops a connection that the database ended; the next query opens another.
    pool.on("error", () => {});
    this.pools.set(tenant, pool);
    return pool;
  }
}
