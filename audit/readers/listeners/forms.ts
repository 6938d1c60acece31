import { APPSETTINGS, ENDPOINT, URLS } from "./kestrel";
import type { Listener } from "./listener";
import { RUST_ADDRESSES } from "./rust-addresses";

const PROPERTIES = /(?:^|\/)application(?:-prod\w*)?\.properties$/;
const YAML = /(?:^|\/)application(?:-prod\w*)?\.ya?ml$/;
/** Ktor's files; what they say is read by `ktorServers`. */
export const KOTLIN = /(?:^|\/)(?:Application|App|Main|Server)\.kt$/;
const JAVALIN = /(?:^|\/)(?:\w*Application|App|Main|Server)\.(?:java|kt)$/;
const CSHARP = /(?:^|\/)(?:Program|Startup)\.cs$/;

/** `start` of Javalin itself, in the statement that makes it or by the name that it is given (javalin.io/documentation). */
function javalin(given: RegExp, holds: Listener["holds"]): readonly Listener[] {
  const made = /\bJavalin\.create\((?:[^;{}]|\{(?:[^{}]|\{[^{}]{0,500}\}){0,2000}\}){0,2000}?/;
  const named = /\b(?<made>\w+)(?:\s*:\s*Javalin)?\s*=\s*Javalin\.create\b[\s\S]{0,4000}?\b\k<made>/;
  return [made, named].map(({ source }) => ({
    files: JAVALIN,
    form: new RegExp(`${source}\\.start\\(\\s*${given.source}`, "g"),
    holds,
  }));
}

/** Settings two levels below a key, as in `quarkus: { http: { host } }` over several lines. */
function nested(outer: string, inner: string, host: string, port: string): readonly Listener[] {
  const below = `^${outer}:[ \\t]*\\n(?:[ \\t][^\\n]*\\n)*?([ \\t]+)${inner}:[ \\t]*\\n(?:\\1[ \\t][^\\n]*\\n)*?\\1[ \\t]+`;
  const named = (key: string, value: string) =>
    new RegExp(`${below}${key}:[ \\t]*["']?(?<value>${value})["']?[ \\t]*$`, "gm");
  return [
    { files: YAML, form: named(host, "[\\w.:]+"), holds: "host" },
    { files: YAML, form: named(port, "\\d+"), holds: "port" },
  ];
}

/** Languages whose names and imports are not followed: what is written out is read, and nothing else. */
export const LISTENERS: readonly Listener[] = [
  // docs.rs/tokio, actix-web, warp: bind
  {
    files: /\.rs$/,
    form: /(?:TcpListener::bind|\.bind|Server::bind)\(\s*&?"([^"\n]*:\d+)"/g,
    holds: "address",
  },
  { files: /\.rs$/, form: /(?:TcpListener::bind|\.bind)\(\s*\(\s*"([^"\n:]+)"\s*,\s*(\d+)?/g, holds: "pair" },
  {
    files: /\.rs$/,
    form: /(?:TcpListener::bind|\.bind|Server::bind)\(\s*&?format!\(\s*"([^"\n:{]+):\{/g,
    holds: "host",
  },
  { files: /\.rs$/, form: /SocketAddr::from\(\s*\(\s*(\[[\d,\s]+\])\s*,\s*(\d+)?/g, holds: "numbers" },
  ...RUST_ADDRESSES,
  // rocket.rs/guide/configuration: 127.0.0.1:8000 where neither Rocket.toml nor ROCKET_ADDRESS says otherwise
  {
    files: /\.rs$/,
    form: /\brocket::build\(\)/g,
    holds: "host",
    otherwise: { host: "127.0.0.1", variable: "ROCKET_ADDRESS", unless: "Rocket.toml" },
  },
  {
    files: /(?:^|\/)Rocket\.toml$/,
    form: /^\[[\w-]+\]\s*\n(?:[^[\n][^\n]*\n)*?\s*address\s*=\s*"([^"\n]+)"/gm,
    holds: "host",
  },
  {
    files: /(?:^|\/)Rocket\.toml$/,
    form: /^\[[\w-]+\]\s*\n(?:[^[\n][^\n]*\n)*?\s*port\s*=\s*(\d+)/gm,
    holds: "port",
  },
  // Of each line one blank is taken alone: with more it could be read in as many ways as it has blanks.
  // docs.spring.io/spring-boot/appendix/application-properties; quarkus.io/guides/http-reference;
  // docs.micronaut.io: micronaut.server
  {
    files: PROPERTIES,
    form: /^[ \t]*(?:server\.address|(?:%prod\.)?quarkus\.http\.host|micronaut\.server\.host)\s*[=:]\s*([\w.:]+)\s*$/gm,
    holds: "host",
  },
  {
    files: PROPERTIES,
    form: /^[ \t]*(?:server\.port|(?:%prod\.)?quarkus\.http\.port|micronaut\.server\.port)\s*[=:]\s*(\d+)\s*$/gm,
    holds: "port",
  },
  {
    files: YAML,
    form: /^server:[ \t]*\n(?:[ \t][^\n]*\n)*?[ \t]+address:[ \t]*["']?([\w.:]+)/gm,
    holds: "host",
  },
  {
    files: YAML,
    form: /^server:[ \t]*\n(?:[ \t][^\n]*\n)*?[ \t]+port:[ \t]*["']?(\d+)["']?[ \t]*$/gm,
    holds: "port",
  },
  {
    files: YAML,
    form: /^(?:server\.address|quarkus\.http\.host|micronaut\.server\.host):[ \t]+["']?([\w.:]+)/gm,
    holds: "host",
  },
  {
    files: YAML,
    form: /^(?:server\.port|quarkus\.http\.port|micronaut\.server\.port):[ \t]+["']?(\d+)["']?[ \t]*$/gm,
    holds: "port",
  },
  ...nested("quarkus", "http", "host", "port"),
  ...nested("micronaut", "server", "host", "port"),
  ...javalin(/"([^"\n]+)"\s*,\s*(\d+)?/, "pair"),
  ...javalin(/(\d+)\s*\)/, "port"),
  // learn.microsoft.com/aspnet/core/fundamentals/servers/kestrel/endpoints
  { files: CSHARP, form: /\b(?:app\.Run|UseUrls|Urls\.Add)\(\s*[$@]*"(http:\/\/[^"\n]+)"/g, holds: "url" },
  { files: APPSETTINGS, form: ENDPOINT, holds: "url" },
  { files: APPSETTINGS, form: URLS, holds: "url" },
  { files: CSHARP, form: /\bListenAnyIP\(\s*(\d+)?/g, holds: "port", host: "0.0.0.0" },
  { files: CSHARP, form: /\bListenLocalhost\(\s*(\d+)?/g, holds: "port", host: "localhost" },
  {
    files: CSHARP,
    form: /\bListen\(\s*IPAddress\.(?:IPv6)?Any\s*,\s*(\d+)?/g,
    holds: "port",
    host: "0.0.0.0",
  },
  {
    files: CSHARP,
    form: /\bListen\(\s*IPAddress\.(?:IPv6)?Loopback\s*,\s*(\d+)?/g,
    holds: "port",
    host: "127.0.0.1",
  },
  // hexdocs.pm/phoenix: the endpoint's `http`
  { files: /(?:^|\/)config\/(?:runtime|prod)\.exs$/, form: /\bip:\s*(\{\s*\d[\d,\s]*\})/g, holds: "numbers" },
  {
    files: /(?:^|\/)config\/(?:runtime|prod)\.exs$/,
    form: /\bhttp:\s*\[[^\]]*?\bport:\s*(\d+)/g,
    holds: "port",
  },
  {
    files: /(?:^|\/)config\/(?:runtime|prod)\.exs$/,
    form: /^[ \t]*port\s*=\s*(\d+)[ \t]*$(?=[\s\S]*\bport:\s*port\b)/gm,
    holds: "port",
  },
  // sinatrarb.com/configuration: bind, port
  {
    files: /(?:^|\/)(?:app|server|main|web)\.rb$/,
    form: /^\s*set\s*\(?\s*:bind\s*,\s*["']([^"'\n]+)["']/gm,
    holds: "host",
  },
  {
    files: /(?:^|\/)(?:app|server|main|web)\.rb$/,
    form: /^\s*set\s*\(?\s*:port\s*,\s*(\d+)/gm,
    holds: "port",
  },
];

export interface Address {
  readonly host?: string | undefined;
  readonly port?: string | undefined;
}

/** What a form's texts say. */
export function addressOf(
  { holds, host: given }: Listener,
  first: string,
  second: string | undefined,
): Address | undefined {
  if (given !== undefined) return { host: given, port: first === "" ? undefined : first };
  if (holds === "host") return { host: first };
  if (holds === "port") return { port: first };
  if (holds === "pair") return { host: first, port: second };
  if (holds === "numbers") return { host: hostOf(first.match(/\d+/g) ?? []), port: second };
  // A port that code computes is behind the colon, or between braces.
  const text = first
    .replace(/;.*$/, "")
    .replace(/^https?:\/\//, "")
    .replace(/\/.*$/, "")
    .replace(/:(?:\{[^}]*\})?$/, "");
  const [, host = "", port] = /^(.*):(\d+)$/.exec(text) ?? (holds === "url" ? ["", text] : []);
  return { host: host === "" || /^[*+]$/.test(host) ? "0.0.0.0" : host, port };
}

/** Four numbers are an IPv4 address, eight an IPv6 one. */
function hostOf(parts: readonly string[]): string {
  if (parts.length === 4) return parts.join(".");
  return parts.slice(0, -1).every((part) => part === "0") && parts.at(-1) === "1" ? "::1" : "::";
}
