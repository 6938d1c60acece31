import { isLoopback } from "./start-command";

/** A host without the brackets that a URL and `HOST:PORT` have round an IPv6 address. */
export const bareHost = (host: string): string => host.replace(/^\[(.*)\]$/, "$1");

/** A host as a URL has it. */
export const hostInUrl = (host: string): string => (host.includes(":") ? `[${bareHost(host)}]` : host);

/** `HOST:PORT`, as a URL has it. */
export const hostAndPort = (host: string, port: number): string => `${hostInUrl(host)}:${port}`;

/** Two colons at least, between digits; a zone may follow. A host's name has none. */
const IPV6 = /^[\da-f]*:[\da-f.:]*:[\da-f.:]*(?:%[\w.-]+)?$/i;

/** Whether a host is an address that only IPv6 reaches. One that has an IPv4 address in it is reached by IPv4. */
export function needsIpv6(host: string): boolean {
  const bare = bareHost(host);
  return IPV6.test(bare) && !isLoopback(bare) && !/^::ffff:\d+\./i.test(bare);
}
