import { type Fact, isLoopback, known } from "../../../domain";
import type { Reader } from "../../reader";
import { goAddresses } from "./go";

/** One way to say in code or in settings what is bound: the text before an address, and what it is without a host. */
interface Listener {
  readonly files: RegExp;
  readonly form: RegExp;
  /** Whether the text holds a host and a port, a host alone, or is Elixir's tuple. */
  readonly holds: "address" | "host" | "tuple" | "port";
  /** What is bound where the form is there and names no address. */
  readonly otherwise?: { readonly host: string; readonly port: string };
}

/** Languages whose names and imports are not followed: what is written out is read, and nothing else. */
const LISTENERS: readonly Listener[] = [
  // docs.rs/tokio, actix-web: bind
  {
    files: /\.rs$/,
    form: /\b(?:TcpListener::bind|\.bind|Server::bind)\(\s*&?"([^"\n]*:\d+)"/g,
    holds: "address",
  },
  // rocket.rs/guide/configuration: 127.0.0.1:8000 where neither Rocket.toml nor ROCKET_ADDRESS says otherwise
  {
    files: /\.rs$/,
    form: /\brocket::build\(\)/g,
    holds: "address",
    otherwise: { host: "127.0.0.1", port: "8000" },
  },
  // docs.spring.io/spring-boot/appendix/application-properties
  {
    files: /(?:^|\/)application(?:-prod\w*)?\.properties$/,
    form: /^\s*server\.address\s*[=:]\s*([\w.:]+)\s*$/gm,
    holds: "host",
  },
  {
    files: /(?:^|\/)application(?:-prod\w*)?\.properties$/,
    form: /^\s*server\.port\s*[=:]\s*(\d+)\s*$/gm,
    holds: "port",
  },
  // hexdocs.pm/phoenix: the endpoint's `http`
  { files: /(?:^|\/)config\/(?:runtime|prod)\.exs$/, form: /\bip:\s*(\{\s*\d[\d,\s]*\})/g, holds: "tuple" },
];

const GO = /(?<!_test)\.go$/;
const OF_TESTS = /(?:^|\/)(?:tests?|examples?|benches|testdata)\//;

/** Go, Rust, Elixir and Spring's properties: the addresses that they bind, where these are written out. */
export const LISTENER_READER: Reader = {
  name: "listeners",
  accepts: (path) =>
    (GO.test(path) || LISTENERS.some(({ files }) => files.test(path))) && !OF_TESTS.test(path),
  read: ({ path, text }) => {
    if (GO.test(path))
      return {
        facts: goAddresses(text).flatMap(({ at, ...address }) => addressFacts(address, at, path, text)),
        problems: [],
      };
    const facts = LISTENERS.filter(({ files }) => files.test(path)).flatMap((row) =>
      [...text.matchAll(row.form)].flatMap((match) => listenerFacts(row, match, path, text)),
    );
    return { facts, problems: [] };
  },
};

function listenerFacts(row: Listener, match: RegExpExecArray, file: string, text: string): readonly Fact[] {
  const address = addressOf(row, match[1]);
  return address === undefined ? [] : addressFacts(address, match.index + match[0].search(/\S/), file, text);
}

interface Address {
  readonly host?: string | undefined;
  readonly port?: string | undefined;
}

function addressFacts({ host, port }: Address, at: number, file: string, text: string): readonly Fact[] {
  const before = text.slice(0, at).split("\n");
  const line = before.at(-1) ?? "";
  if (/^\s*(?:\/\/|#|\*)/.test(line)) return [];
  const place = { source: "file", file, line: before.length, column: line.length + 1 } as const;
  return [
    ...(host === undefined ? [] : [{ kind: "bind", place, host: known(host) } as const]),
    // A port on all interfaces may be one that the program opens beside its own.
    ...(port === undefined || (host !== undefined && isLoopback(host))
      ? []
      : [{ kind: "port", role: "code", place, port: known(port) } as const]),
  ];
}

function addressOf({ holds, otherwise }: Listener, written: string | undefined): Address | undefined {
  if (written === undefined) return otherwise;
  if (holds === "host") return { host: written };
  if (holds === "port") return { port: written };
  if (holds === "tuple") {
    const parts = written.match(/\d+/g) ?? [];
    if (parts.length === 4) return { host: parts.join(".") };
    return { host: parts.slice(0, -1).every((part) => part === "0") && parts.at(-1) === "1" ? "::1" : "::" };
  }
  const [, host = "", port = ""] = /^(.*):(\d+)$/.exec(written) ?? [];
  return { host: host === "" ? "0.0.0.0" : host, port };
}
