/**
 * What each compute size of Supabase allows: connections of the database itself, and clients of the transaction
 * pooler (supabase.com/docs/guides/platform/compute-and-disk, read in 2026).
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
 * Clients that session mode takes for each role and database, where nobody has set another pool size: each holds a
 * connection of its own (github.com/orgs/supabase/discussions/22305).
 */
export const SESSION_POOL_SIZE = 15;
