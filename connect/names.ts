import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import type { Resolve } from "../probes";

/** What the system's resolver says of a host. */
export interface NamesReport {
  readonly ipv4: readonly string[];
  readonly ipv6: readonly string[];
  /** Why there is no address: the resolver's code. */
  readonly problem?: string;
}

const SYSTEM: Resolve = (name) => lookup(name, { all: true });

/** Both families of a host's addresses; an address is its own. Never throws. */
export async function resolveNames(host: string, resolve: Resolve = SYSTEM): Promise<NamesReport> {
  const family = isIP(host);
  if (family !== 0) return { ipv4: family === 4 ? [host] : [], ipv6: family === 6 ? [host] : [] };
  try {
    const found = await resolve(host);
    const of = (wanted: number) => found.filter((row) => row.family === wanted).map(({ address }) => address);
    return { ipv4: of(4), ipv6: of(6) };
  } catch (error) {
    return { ipv4: [], ipv6: [], problem: (error as NodeJS.ErrnoException).code ?? "unknown" };
  }
}
