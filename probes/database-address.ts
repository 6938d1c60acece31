import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { supabaseHost } from "../databases";
import { bareHost, needsIpv6 } from "../domain/bare-host";
import { type Answer, fail, notDecided } from "./answer";

/** `host:port` as a URL has it, to `host:port` where a rehearsal finds it. */
export type Addresses = Readonly<Record<string, string>>;

/** Where a connection is really opened; everything else about it stays the URL's. */
export interface Target {
  readonly host: string;
  readonly port: number;
}

/** All addresses of a name, as the system's resolver gives them. */
export type Resolve = (
  name: string,
) => Promise<readonly { readonly address: string; readonly family: number }[]>;

const NO_IPV6 = "Render has no outbound IPv6, so the service cannot reach it";
const TAKE_POOLER =
  "Set `portcullis:database.supabase.connection: session`, or order Supabase's IPv4 add-on for the project.";
const TAKE_IPV4 = "Write a host that has an IPv4 address.";

/**
 * Where to find a URL's host: as the rehearsal's map says, else by DNS. An answer instead where the host has no
 * address, or has addresses that Render cannot reach (render.com has IPv4 only outwards).
 */
export async function findAddress(
  named: string,
  port: number,
  addresses: Addresses,
  resolve: Resolve = (name) => lookup(name, { all: true }),
): Promise<Target | Answer> {
  const mapped = rehearsedTarget(named, port, addresses);
  if (mapped !== undefined) return mapped;
  const host = bareHost(named);
  if (needsIpv6(host)) return ipv6Only(`${host} is an IPv6 address`, TAKE_IPV4);
  if (isIP(host) !== 0 || host === "localhost") return { host, port };
  try {
    const found = await resolve(host);
    if (found.length > 0 && found.every(({ family }) => family === 6)) {
      return ipv6Only(`${host} has an IPv6 address only`, TAKE_POOLER);
    }
    return { host, port };
  } catch (error) {
    return unresolved(host, (error as NodeJS.ErrnoException).code ?? "unknown");
  }
}

/** Where a rehearsal finds an address; undefined where it is the real one. */
export function rehearsedTarget(host: string, port: number, addresses: Addresses): Target | undefined {
  const bare = bareHost(host);
  const mapped = addresses[`${bare}:${port}`] ?? addresses[`[${bare}]:${port}`];
  if (mapped === undefined) return undefined;
  const colon = mapped.lastIndexOf(":");
  return colon < 0
    ? { host: mapped, port }
    : { host: bareHost(mapped.slice(0, colon)), port: Number(mapped.slice(colon + 1)) };
}

const ipv6Only = (what: string, correctiveAction: string): Answer =>
  fail(`${what}, and ${NO_IPV6}`, { mode: "database/ipv6-unreachable", correctiveAction, final: true });

function unresolved(host: string, code: string): Answer {
  if (code === "EAI_AGAIN")
    return notDecided(`no name server answered for ${host}`, { mode: "database/dns" });
  if (supabaseHost(host) === "direct") {
    const reason = `${host} has no IPv4 address, and ${NO_IPV6}; or there is no such project`;
    return fail(reason, { mode: "database/ipv6-unreachable", correctiveAction: TAKE_POOLER });
  }
  return fail(`there is no host ${host} (${code})`, {
    mode: "database/dns",
    correctiveAction: "Correct the host of the connection; a raw `@` in a URL's password cuts it wrongly.",
  });
}
