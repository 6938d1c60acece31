import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import type { Resolve } from "../probes";

/** What the system's resolver says of a host. */
export interface NamesReport {
  readonly ipv4: readonly string[];
  readonly ipv6: readonly string[];
  /** Why there is no address: the resolver's code. */
  readonly problem?: string;
  /** A name that everybody can resolve, and that has no address here either: nothing is resolved on this machine. */
  readonly alsoUnknown?: string;
}

/** What the system says where no name server answers (getaddrinfo(3)). */
export const NO_ANSWER = "EAI_AGAIN";

/** Reserved, and kept resolvable, by IANA (RFC 6761, section 6.5; iana.org/domains/reserved). */
const EVERYWHERE = "example.com";

const SYSTEM: Resolve = (name) => lookup(name, { all: true });

/** Both families of a host's addresses, within `timeout` milliseconds; an address is its own. Never throws. */
export async function resolveNames(
  host: string,
  timeout: number,
  resolve: Resolve = SYSTEM,
): Promise<NamesReport> {
  const family = isIP(host);
  if (family !== 0) return { ipv4: family === 4 ? [host] : [], ipv6: family === 6 ? [host] : [] };
  try {
    // The system's resolver asks each of its servers in turn, for as long as it is set to.
    const found = await within(timeout, resolve(host));
    const of = (wanted: number) => found.filter((row) => row.family === wanted).map(({ address }) => address);
    return { ipv4: of(4), ipv6: of(6) };
  } catch (error) {
    const none = { ipv4: [], ipv6: [], problem: (error as NodeJS.ErrnoException).code ?? "unknown" };
    if (none.problem === NO_ANSWER || (await isResolved(EVERYWHERE, timeout, resolve))) return none;
    return { ...none, alsoUnknown: EVERYWHERE };
  }
}

/** A sandbox and a machine without a network answer that there is no such name, whatever is asked. */
async function isResolved(name: string, timeout: number, resolve: Resolve): Promise<boolean> {
  try {
    return (await within(timeout, resolve(name))).length > 0;
  } catch {
    return false;
  }
}

async function within<T>(timeout: number, asked: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error("no answer"), { code: NO_ANSWER })), timeout);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}
