import { flagValue } from "./flag-value";
import type { CommandPort, Server } from "./server";
import { SERVERS } from "./servers";
import { QUOTED_DOLLAR, type SimpleCommand, simpleCommands } from "./shell";

/** What a start command says about the socket it will open. */
export interface StartCommand {
  readonly program: string;
  /** The address it binds; undefined where the program decides by itself and nothing here says how. */
  readonly host: string | undefined;
  /** What it binds instead where nothing sets PORT. */
  readonly hostWithoutPort?: string;
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
    (_, index) => serverAt(words, index) !== undefined || words[index] === "runserver",
  );
  // `pip install uvicorn` and `echo uvicorn` start nothing.
  if (at < 0 || words.slice(0, at).some((word) => /^(pip3?|install|add|echo|which|apt(-get)?)$/.test(word)))
    return undefined;
  const server = serverAt(words, at);
  const start =
    server === undefined ? readRunserver(words.slice(at + 1)) : readServer(server, words.slice(at), variable);
  // `PORT=9000 uvicorn … --port $PORT`: what the command sets by itself is a literal.
  const own = start.port?.from === "variable" ? variables[start.port.variable] : undefined;
  return own === undefined || own.includes("$") ? start : { ...start, port: { from: "literal", port: own } };
}

/** Behind these a word is the name of a command. */
const BEFORE = /^(?:npx|bunx|pnpx|pnpm|yarn|npm|bun|exec|dlx|x|--|-y|--yes|env|cross-env|\w+=.*)$/;

/** The server that the word at an index starts: `next build` serves nothing, and is no server's command. */
function serverAt(words: readonly string[], index: number): Server | undefined {
  const name = words[index]?.split("/").at(-1) ?? "";
  const behind = words.slice(index + 1);
  return SERVERS.find(({ names, servingWords, optionsBefore, leading }) => {
    if (!names.includes(name)) return false;
    if (
      leading === true &&
      (name !== words[index] || !words.slice(0, index).every((word) => BEFORE.test(word)))
    )
      return false;
    const after = optionsBefore === undefined ? behind : withoutOptions(behind, optionsBefore);
    return servingWords?.some((word) => stands(word, after)) ?? true;
  });
}

function withoutOptions(words: readonly string[], valued: readonly string[]): readonly string[] {
  let index = 0;
  while (words[index]?.startsWith("-") === true) index += valued.includes(words[index] ?? "") ? 2 : 1;
  return words.slice(index);
}

function stands(word: string | RegExp, [next = "", ...rest]: readonly string[]): boolean {
  if (word instanceof RegExp) return word.test(next);
  if (word === "") return next === "" || /^--?\w/.test(next);
  return word.includes(" ") ? word === `${next} ${rest[0] ?? ""}` : word === next;
}

function readServer(server: Server, command: readonly string[], variable: VariableLookup): StartCommand {
  const program = server.names[0] ?? "";
  const flags = server.flagsVariable === undefined ? undefined : variable(server.flagsVariable);
  // The last value of a flag counts, so what wins stands last.
  const words = [...(flags?.split(/\s+/) ?? []), ...command];
  const bind = withoutScheme(
    flagValue(words, server.bindFlags ?? []) ?? lookUp(server.bindVariable, variable),
  );
  const [bindHost, bindPort] = bind === undefined ? [undefined, undefined] : splitBind(bind);
  const positional =
    server.positionalPort === true ? words.slice(1).find((word) => /^(?:\d+|\$.*)$/.test(word)) : undefined;
  const named = flagValue(words, server.hostFlags ?? []);
  const bare = server.bareHost !== undefined && /^(?:-.*|true)?$/.test(named ?? "-");
  const host =
    (bare && named !== undefined ? server.bareHost : named) ??
    bindHost ??
    lookUp(server.hostVariable, variable);
  const port =
    flagValue(words, server.portFlags ?? []) ??
    positional ??
    bindPort ??
    lookUp(server.portVariable, variable);
  const elsewhere = bind === undefined && flagValue(words, server.elsewhereFlags ?? []) !== undefined;
  // A socket in the file system has no port, and a configuration file says its own.
  if (elsewhere || /^(?:unix|fd):/.test(bind ?? ""))
    return { program, host, port: port === undefined ? undefined : commandPort(port) };
  const development = server.developmentWord !== undefined && command.includes(server.developmentWord);
  const otherwise = development ? "127.0.0.1" : server.host;
  const byDefault: CommandPort | undefined =
    bind !== undefined && server.bindPort !== undefined
      ? { from: "default", port: server.bindPort }
      : server.port;
  return {
    program,
    host: host ?? otherwise,
    ...(host === undefined &&
      bind === undefined &&
      server.hostWithoutPort !== undefined && { hostWithoutPort: server.hostWithoutPort }),
    port: port === undefined ? byDefault : commandPort(port),
  };
}

/** `tcp://0.0.0.0:3000` and `http://localhost:5000;https://…` as host and port; a wildcard is all interfaces. */
function withoutScheme(bind: string | undefined): string | undefined {
  const [, address] = /^(?:tcp|http|https|ssl):\/\/([^/?;]*)/.exec(bind ?? "") ?? [];
  return address === undefined ? bind : address.replace(/^[*+](?=:|$)/, "0.0.0.0");
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
