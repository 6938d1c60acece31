/** A loopback address in words of a language, and all interfaces in the same words. */
const WORDS: readonly (readonly [loopback: RegExp, all: string])[] = [
  // doc.rust-lang.org/std/net: Ipv4Addr, Ipv6Addr
  [/\bIpv4Addr::LOCALHOST\b/, "Ipv4Addr::UNSPECIFIED"],
  [/\bIpv6Addr::LOCALHOST\b/, "Ipv6Addr::UNSPECIFIED"],
  // learn.microsoft.com/dotnet/api: KestrelServerOptions, IPAddress
  [/\bListenLocalhost\b/, "ListenAnyIP"],
  [/\bIPAddress\.Loopback\b/, "IPAddress.Any"],
  [/\bIPAddress\.IPv6Loopback\b/, "IPAddress.IPv6Any"],
];

/** Octets between brackets, as Rust and Elixir write them. */
const OCTETS = /(?:\bIpv[46]Addr::new\s*)?[[{(]\s*(?:127(?:\s*,\s*\d+){3}|(?:0\s*,\s*){7}1)\s*[\]})]/;

/** How a text writes loopback where it writes no address as such; undefined for a name or an address. */
export function spellingIn(text: string): { readonly is: string; readonly all: string } | undefined {
  for (const [loopback, all] of WORDS) {
    const [is] = loopback.exec(text) ?? [];
    if (is !== undefined) return { is, all };
  }
  const [octets] = OCTETS.exec(text) ?? [];
  return octets === undefined ? undefined : { is: octets, all: octets.replaceAll(/(?<![v\d])\d+/g, "0") };
}
