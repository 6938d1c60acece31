import type { Listener } from "./listener";

const RUST_HOSTS = {
  v4: { LOCALHOST: "127.0.0.1", UNSPECIFIED: "0.0.0.0" },
  v6: { LOCALHOST: "::1", UNSPECIFIED: "::" },
} as const;

/** An address of Rust's standard library, with its port, where a socket or its address is made of both. */
function rustAddress(version: "v4" | "v6", address: string): RegExp {
  const number = version.slice(1);
  const opens = `(?:SocketAddr(?:V${number})?::(?:from|new)\\(\\s*\\(?|\\bbind\\(\\s*\\()`;
  return new RegExp(
    `${opens}\\s*(?:(?:std::net::)?IpAddr::V${number}\\(\\s*|IpAddr::from\\(\\s*)?(?:std::net::)?Ipv${number}Addr${address}\\s*\\)?\\s*,\\s*(\\d+)?`,
    "g",
  );
}

export const RUST_ADDRESSES: readonly Listener[] = [
  // doc.rust-lang.org/std/net: LOCALHOST, UNSPECIFIED, new
  ...(["v4", "v6"] as const).flatMap((version) =>
    (["LOCALHOST", "UNSPECIFIED"] as const).map(
      (name): Listener => ({
        files: /\.rs$/,
        form: rustAddress(version, `::${name}`),
        holds: "port",
        host: RUST_HOSTS[version][name],
      }),
    ),
  ),
  { files: /\.rs$/, form: rustAddress("v4", "::new(\\([\\d,\\s]+\\))"), holds: "numbers" },
];
