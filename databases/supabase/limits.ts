import type { ConnectionLimit, RefusedLogins } from "../../domain/database-provider";
import type { EndpointForm } from "./endpoints";

/**
 * What each compute size of Supabase allows: connections of the database itself, and clients of the transaction
 * pooler (supabase.com/docs/guides/platform/compute-and-disk, read on 2026-11-28).
 */
export const COMPUTE_LIMITS = [
  { compute: "Nano", connections: 60, clients: 200 },
  { compute: "Micro", connections: 60, clients: 200 },
  { compute: "Small", connections: 90, clients: 400 },
  { compute: "Medium", connections: 120, clients: 600 },
  { compute: "Large", connections: 160, clients: 800 },
  { compute: "XL", connections: 240, clients: 1000 },
  { compute: "2XL", connections: 380, clients: 1500 },
  { compute: "4XL", connections: 480, clients: 3000 },
  { compute: "8XL", connections: 490, clients: 6000 },
  { compute: "12XL", connections: 500, clients: 9000 },
  { compute: "16XL", connections: 500, clients: 12_000 },
] as const;

/**
 * Clients that session mode takes for each role and database with the default pool size: each holds a
 * connection of its own (github.com/orgs/supabase/discussions/22305).
 */
export const SESSION_POOL_SIZE = 15;

/** The shared pooler's circuit breaker for refused logins, of a tenant and an address. */
export const REFUSED_LOGINS: RefusedLogins = {
  most: 10,
  within: 150,
  blockedFor: 120,
  learnsPasswordWithin: 2,
  source: "docs/facts/supabase.md#s13; docs/facts/supabase.md#s14",
};

const RAISE = "Settings → Database → Connection pooling in the project's dashboard";

/** What so many connections of one service exceed at an endpoint; undefined where they do not. */
export function excessOf({ form }: EndpointForm, demand: number): ConnectionLimit | undefined {
  if (form === "session") {
    if (demand <= SESSION_POOL_SIZE) return undefined;
    return {
      expected: `at most ${SESSION_POOL_SIZE}, session mode's own for each role and database`,
      fix: `Make the pools smaller, or see that the pool size is at least ${demand} (${RAISE}).`,
    };
  }
  const kind = form === "direct" ? "connections" : "clients";
  const [smallest] = COMPUTE_LIMITS;
  const enough = COMPUTE_LIMITS.find((row) => row[kind] >= demand);
  if (enough !== undefined && enough[kind] <= smallest[kind]) return undefined;
  const least =
    enough === undefined ? "no compute size allows that" : `${enough.compute} is the least for that`;
  return {
    expected: `at most ${smallest[kind]}, which the smallest compute size allows`,
    fix: `Make the pools smaller, or see that the project's compute size is large enough: ${least}.`,
  };
}
