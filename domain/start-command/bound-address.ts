import { QUOTED_DOLLAR, referenceOf, UNREADABLE } from "./expansion";
import type { Listener } from "./listener";
import type { CommandPort, Server } from "./server";

/** One `host:port`; a socket in the file system has no port. */
export function boundBy(server: Server, program: string, bind: string): Listener {
  if (/^(?:unix|fd):/.test(bind)) return { program, host: bind, port: undefined };
  const endpoint = endpointOf(bind);
  if (endpoint !== undefined) return { program, ...endpoint };
  const address = withoutScheme(bind);
  // `serve -l 3000`: a number alone is the port.
  const [host, port] = /^(?:\d+|\$\{?\w+\}?)$/.test(address)
    ? [server.host ?? "", address]
    : splitBind(address);
  const otherwise: CommandPort | undefined =
    server.bindPort === undefined ? server.port : { from: "default", port: server.bindPort };
  return {
    program,
    host: host === "" ? "0.0.0.0" : (host ?? server.host),
    port: port === undefined || port === "" ? otherwise : commandPort(port),
  };
}

/**
 * An endpoint of Twisted: `tcp:8000:interface=0.0.0.0` with its parts in any order, a backslash before a colon of an
 * address (docs.twisted.org: core/howto/endpoints). Without an interface it binds all.
 */
function endpointOf(bind: string): Pick<Listener, "host" | "port"> | undefined {
  if (!/^(?:tcp6?|ssl):(?!\/\/)|^port=/.test(bind)) return undefined;
  const parts = bind.replace(/^(?:tcp6?|ssl):/, "").split(/(?<!\\):/);
  const named = (name: string) =>
    parts
      .find((part) => part.startsWith(`${name}=`))
      ?.slice(name.length + 1)
      ?.replaceAll("\\", "");
  const port = named("port") ?? parts.find((part) => !part.includes("="));
  if (port === undefined) return undefined;
  return { host: named("interface") || "0.0.0.0", port: commandPort(port) };
}

/** `tcp://0.0.0.0:3000` and `http://localhost:5000;https://…` as host and port; a wildcard is all interfaces. */
function withoutScheme(bind: string): string {
  const [, address] = /^(?:tcp|http|https|ssl):\/\/([^/?;]*)/.exec(bind) ?? [];
  return address === undefined ? bind : address.replace(/^[*+](?=:|$)/, "0.0.0.0");
}

/** `runserver [options] [[host:]port]`; without an address it binds 127.0.0.1:8000 (docs.djangoproject.com). */
export function readRunserver(words: readonly string[]): Listener {
  const argument = words.find((word) => /^[\w.$[{][^=]*$/.test(word) && /\d|\$/.test(word));
  if (argument === undefined)
    return { program: "runserver", host: "127.0.0.1", port: { from: "default", port: "8000" } };
  const [host, port] = argument.includes(":") ? splitBind(argument) : ["127.0.0.1", argument];
  // `runserver 0:8000` is Django's short way to say 0.0.0.0, and `${PORT:-8000}` alone is a port.
  if (/^\$\{[^}]*\}$/.test(argument))
    return { program: "runserver", host: "127.0.0.1", port: commandPort(argument) };
  return { program: "runserver", host: host === "0" ? "0.0.0.0" : host, port: commandPort(port ?? "8000") };
}

function splitBind(bind: string): [string | undefined, string | undefined] {
  // The last colon outside `${…}`: a fallback such as ${PORT:-8000} has one of its own.
  const match = /^(.*?):(\$\{[^}]*\}|[^:\]]*)$/.exec(bind);
  return match === null ? [bind, undefined] : [match[1], match[2]];
}

export function commandPort(text: string): CommandPort {
  // Of a list of ports, as .NET has it, it is not said which one is asked.
  if (text.includes(UNREADABLE) || /^\d+(?:;\d+)+$/.test(text)) return { from: "unreadable" };
  const reference = referenceOf(text);
  if (reference === undefined) return { from: "literal", port: text.replaceAll(QUOTED_DOLLAR, "$") };
  return { from: "variable", ...reference };
}
