import type { StackFile } from "../stacks/stack-file";

/** The parts of a stack's `portcullis:database` that say where its database is. */
interface DatabaseConfig {
  readonly supabase?: { readonly projectRef?: string; readonly poolerHost?: string };
  readonly host?: string;
  readonly port?: number;
  readonly name?: string;
}

/** The ports of a rehearsed stack's database on this machine. */
export interface Ports {
  readonly session: number;
  readonly transaction: number;
  readonly direct: number;
}

/**
 * The database's host of a stack whose URL is a typed secret. A rehearsal cannot open the secret, so it gives the stack
 * a URL of its own.
 */
export const UNREADABLE_HOST = "database-of-a-typed-url.internal";

// RFC 6666: nothing answers there. Render has no outbound IPv6, so a direct Supabase host is out of reach there too.
const UNREACHABLE = "[100::1]";

export function databaseConfig({ config }: StackFile): DatabaseConfig {
  return (config["portcullis:database"] ?? {}) as DatabaseConfig;
}

/** `host:port` of the stack's configuration → `host:port` on this machine. */
export function addressesOf(file: StackFile, ports: Ports): Record<string, string> {
  const { supabase, host, port = 5432 } = databaseConfig(file);
  const here = (found: number): string => `127.0.0.1:${found}`;
  const typed = { [`${UNREADABLE_HOST}:5432`]: here(ports.direct) };
  if (host !== undefined) return { ...typed, [`${host}:${port}`]: here(ports.direct) };
  const { projectRef = "", poolerHost = "" } = supabase ?? {};
  if (poolerHost === "") return typed;
  return {
    ...typed,
    [`${poolerHost}:5432`]: here(ports.session),
    [`${poolerHost}:6543`]: here(ports.transaction),
    [`db.${projectRef}.supabase.co:5432`]: `${UNREACHABLE}:5432`,
    [`db.${projectRef}.supabase.co:6543`]: `${UNREACHABLE}:6543`,
  };
}
