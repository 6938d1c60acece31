import { Client } from "pg";
import type { ScramSha256Data } from "pg-gateway";
import { type Generation, refusal } from "./refusals";
import type { Tenant } from "./tenant";

const AUTH_QUERY =
  "SELECT rolpassword FROM pg_authid WHERE rolname = $1 AND rolcanlogin AND (rolvaliduntil IS NULL OR rolvaliduntil > now())";
const SCRAM = /^SCRAM-SHA-256\$(\d+):([^$]+)\$([^:]+):(.+)$/;

/** What the real database holds of a role's password, asked for as Supavisor's auth query does. */
export async function verifierOf(
  tenant: Tenant,
  role: string,
  generation: Generation,
): Promise<ScramSha256Data> {
  const secret = await ask(tenant, role, generation);
  if (secret === undefined) throw refusal(generation, "noSuchRole", role);
  const [, iterations, salt, storedKey, serverKey] = SCRAM.exec(secret ?? "") ?? [];
  if (!iterations || !salt || !storedKey || !serverKey) throw refusal(generation, "notScram");
  return { iterations: Number(iterations), salt, storedKey, serverKey };
}

async function ask(tenant: Tenant, role: string, generation: Generation): Promise<string | null | undefined> {
  const client = new Client({
    host: tenant.socketDirectory,
    port: tenant.port,
    user: "postgres",
    database: "postgres",
    ssl: false,
  });
  try {
    await client.connect();
    const { rows } = await client.query<{ rolpassword: string | null }>(AUTH_QUERY, [role]);
    return rows[0]?.rolpassword;
  } catch (error) {
    throw refusal(generation, "databaseUnreachable", (error as Error).message);
  } finally {
    await client.end().catch(() => undefined); // A connection that never opened cannot be closed.
  }
}
