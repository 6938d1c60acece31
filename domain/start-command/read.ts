import { flagValue } from "./flag-value";
import { type CommandPort, SERVERS, type Server } from "./server";
import { QUOTED_DOLLAR, type SimpleCommand, simpleCommands } from "./shell";

/** What a start command says about the socket it will open. */
export interface StartCommand {
  readonly program: string;
  /** The address it binds; undefined where the program decides by itself and nothing here says how. */
  readonly host: string | undefined;
  readonly port: CommandPort | undefined;
}

/** The value of one of the service's environment variables; undefined where it is not set or not known. */
export type VariableLookup = (name: string) => string | undefined;

/** Loopback addresses: what binds one of them cannot be reached from outside its machine. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, "");
  return (
    name === "localhost" ||
    name.endsWith(".localhost") ||
    /^\[?(::1|::ffff:127\..*)\]?$/.test(name) ||
    /^127(\.\d{1,3}){1,3}$/.test(name)
  );
}

/**
 * What the last server that a start command starts will open, or undefined where it starts none that is known.
 *
 * @param variable the service's environment, for servers that read their address from it
 */
export function readStartCommand(
  text: string,
  variable: VariableLookup = () => undefined,
): StartCommand | undefined {
  for (const command of simpleCommands(text).toReversed()) {
    const found = readCommand(command, (name) => command.variables[name] ?? variable(name));
    if (found !== undefined) return found;
  }
  return undefined;
}

function readCommand(
  { words, variables }: SimpleCommand,
  variable: VariableLookup,
): StartCommand | undefined {
  const at = words.findIndex(
    (word, index) => isServing(serverOf(word), words[index + 1]) || word === "runserver",
  );
  // `pip install uvicorn` and `echo uvicorn` start nothing.
  if (at < 0 || words.slice(0, at).some((word) => /^(pip3?|install|add|echo|which|apt(-get)?)$/.test(word)))
    return undefined;
  const server = serverOf(words[at] ?? "");
  const start =
    server === undefined ? readRunserver(words.slice(at + 1)) : readServer(server, words.slice(at), variable);
  // `PORT=9000 uvicorn … --port $PORT`: what the command sets by itself is a literal.
  const own = start.port?.from === "variable" ? variables[start.port.variable] : undefined;
  return own === undefined || own.includes("$") ? start : { ...start, port: { from: "literal", port: own } };
}

function serverOf(word: string): Server | undefined {
  const name = word.split("/").at(-1) ?? "";
  return SERVERS.find(({ names }) => names.includes(name));
}

/** `next build` serves nothing, and is no server's command. */
function isServing(server: Server | undefined, next: string | undefined): boolean {
  return server !== undefined && (server.servingWords?.includes(next ?? "") ?? true);
}

function readServer(server: Server, command: readonly string[], variable: VariableLookup): StartCommand {
  const program = server.names[0] ?? "";
  const flags = server.flagsVariable === undefined ? undefined : variable(server.flagsVariable);
  // The last value of a flag counts, so what wins stands last.
  const words = [...(flags?.split(/\s+/) ?? []), ...command];
  const bind = flagValue(words, server.bindFlags);
  const [bindHost, bindPort] = bind === undefined ? [undefined, undefined] : splitBind(bind);
  const named = flagValue(words, server.hostFlags);
  const bare = server.bareHost !== undefined && /^(?:-.*|true)?$/.test(named ?? "-");
  const host =
    (bare && named !== undefined ? server.bareHost : named) ??
    bindHost ??
    lookUp(server.hostVariable, variable);
  const port = flagValue(words, server.portFlags) ?? bindPort ?? lookUp(server.portVariable, variable);
  const elsewhere = bind === undefined && flagValue(words, server.elsewhereFlags ?? []) !== undefined;
  // A socket in the file system has no port, and a configuration file says its own.
  if (elsewhere || /^(?:unix|fd):/.test(bind ?? ""))
    return { program, host, port: port === undefined ? undefined : commandPort(port) };
  const development = server.developmentWord !== undefined && command.includes(server.developmentWord);
  const otherwise = development ? "127.0.0.1" : server.host;
  return { program, host: host ?? otherwise, port: port === undefined ? server.port : commandPort(port) };
}

function lookUp(name: string | undefined, variable: VariableLookup): string | undefined {
  return name === undefined ? undefined : variable(name);
}

/** `runserver [options] [[host:]port]`; without an address it binds 127.0.0.1:8000 (docs.djangoproject.com). */
function readRunserver(words: readonly string[]): StartCommand {
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
  if (/^(?:unix|fd):/.test(bind)) return [bind, undefined];
  // The last colon outside `${…}`: a fallback such as ${PORT:-8000} has one of its own.
  const match = /^(.*?):(\$\{[^}]*\}|[^:\]]*)$/.exec(bind);
  return match === null ? [bind, undefined] : [match[1], match[2]];
}

function commandPort(text: string): CommandPort {
  const variable = /^\$\{?([A-Za-z_]\w*)(?::?-([^}]*))?\}?$/.exec(text);
  if (variable === null) return { from: "literal", port: text.replaceAll(QUOTED_DOLLAR, "$") };
  const [, name = "", fallback] = variable;
  return fallback === undefined
    ? { from: "variable", variable: name }
    : { from: "variable", variable: name, fallback };
}
