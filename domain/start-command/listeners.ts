import { QUOTED_DOLLAR, referenceOf, UNREADABLE } from "./expansion";
import { flagValues } from "./flag-value";
import { asksOnly } from "./run";
import type { CommandPort, Server } from "./server";
import { SERVERS } from "./servers";
import type { SimpleCommand } from "./shell";

/** A socket that a start command opens. */
export interface Listener {
  readonly program: string;
  /** The address it binds; undefined where the program decides by itself and nothing here says how. */
  readonly host: string | undefined;
  /** Whether an address is written that only the running shell knows. */
  readonly hostUnreadable?: boolean;
  /** What it binds instead where nothing sets PORT. */
  readonly hostWithoutPort?: string;
  readonly port: CommandPort | undefined;
}

/** The value of one of the service's environment variables; undefined where it is not set or not known. */
export type VariableLookup = (name: string) => string | undefined;

/** The sockets that one command opens; none where it starts no server that is known. */
export function listenersOf(command: SimpleCommand, service: VariableLookup): readonly Listener[] {
  const { words, variables, outer } = command;
  const at = words.findIndex(
    (_, index) => serverAt(words, index) !== undefined || words[index] === "runserver",
  );
  // `pip install uvicorn` and `echo uvicorn` start nothing.
  if (at < 0 || asksOnly(words) || words.slice(0, at).some((word) => STARTS_NOTHING.test(word))) return [];
  const server = serverAt(words, at);
  const inProcess: VariableLookup = (name) => (name in variables ? variables[name] : service(name));
  const inWords: VariableLookup = (name) => (name in outer ? outer[name] : service(name));
  const listeners =
    server === undefined
      ? [readRunserver(words.slice(at + 1))]
      : readServer(server, words.slice(at), inProcess);
  return listeners.map(({ program, host, hostWithoutPort, port }) => ({
    program,
    ...(hostWithoutPort !== undefined && { hostWithoutPort }),
    host: host === undefined ? undefined : hostIn(host, inWords),
    ...(host?.includes(UNREADABLE) === true && { hostUnreadable: true }),
    // What the server reads by itself is its own environment's; its words were filled in before.
    port: port === undefined ? undefined : portIn(port, port === server?.port ? variables : outer),
  }));
}

const STARTS_NOTHING = /^(pip3?|install|add|echo|which|make|apt(-get)?)$/;

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

function readServer(server: Server, command: readonly string[], variable: VariableLookup): Listener[] {
  const program = server.names[0] ?? "";
  const own = flagValues(command, server.bindFlags ?? []);
  // What the command line says takes the place of what a variable says, which is then asked for in vain.
  const flags = own.length > 0 ? undefined : lookUp(server.flagsVariable, variable);
  const words = [...(flags?.split(/\s+/) ?? []), ...command];
  const written = flagValues(words, server.bindFlags ?? []);
  const inVariable = written.length > 0 ? undefined : lookUp(server.bindVariable, variable);
  const binds = inVariable === undefined ? written : [inVariable];
  const counted = server.severalBinds === true ? binds.flatMap((bind) => bind.split(",")) : binds.slice(-1);
  if (counted.length > 0) return counted.map((bind) => boundBy(server, program, bind));
  const positional =
    server.positionalPort === true ? words.slice(1).find((word) => /^(?:\d+|\$.*)$/.test(word)) : undefined;
  const named = flagValues(words, server.hostFlags ?? []).at(-1);
  const bare = server.bareHost !== undefined && /^(?:-.*|true)?$/.test(named ?? "-");
  const host =
    (bare && named !== undefined ? server.bareHost : named) ?? lookUp(server.hostVariable, variable);
  const given = flagValues(words, server.portFlags ?? []).at(-1);
  const port =
    (server.fillsIn === true
      ? given?.replaceAll(QUOTED_DOLLAR, "$").replace(/^\$\{(\w+):(?!-)/, "${$1:-")
      : given) ??
    positional ??
    lookUp(server.portVariable, variable);
  const socket = flagValues(words, server.socketFlags ?? []).at(-1);
  if (socket !== undefined) return [{ program, host: `unix:${socket}`, port: undefined }];
  // A configuration file says its own.
  const elsewhere = flagValues(words, server.elsewhereFlags ?? []).length > 0;
  if (elsewhere) return [{ program, host, port: port === undefined ? undefined : commandPort(port) }];
  const development = server.developmentWord !== undefined && command.includes(server.developmentWord);
  return [
    {
      program,
      host: host ?? (development ? "127.0.0.1" : server.host),
      ...(host === undefined &&
        server.hostWithoutPort !== undefined && { hostWithoutPort: server.hostWithoutPort }),
      port: port === undefined ? server.port : commandPort(port),
    },
  ];
}

/** One `host:port`; a socket in the file system has no port. */
function boundBy(server: Server, program: string, bind: string): Listener {
  if (/^(?:unix|fd):/.test(bind)) return { program, host: bind, port: undefined };
  const twisted = /^(?:tcp:)?port=(\d+)(?::interface=(\S+))?$/.exec(bind);
  if (twisted !== null)
    return { program, host: twisted[2] ?? "0.0.0.0", port: commandPort(twisted[1] ?? "") };
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

/** `tcp://0.0.0.0:3000` and `http://localhost:5000;https://…` as host and port; a wildcard is all interfaces. */
function withoutScheme(bind: string): string {
  const [, address] = /^(?:tcp|http|https|ssl):\/\/([^/?;]*)/.exec(bind) ?? [];
  return address === undefined ? bind : address.replace(/^[*+](?=:|$)/, "0.0.0.0");
}

function lookUp(name: string | undefined, variable: VariableLookup): string | undefined {
  return name === undefined ? undefined : variable(name);
}

/** `runserver [options] [[host:]port]`; without an address it binds 127.0.0.1:8000 (docs.djangoproject.com). */
function readRunserver(words: readonly string[]): Listener {
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

function commandPort(text: string): CommandPort {
  // Of a list of ports, as .NET has it, it is not said which one is asked.
  if (text.includes(UNREADABLE) || /^\d+(?:;\d+)+$/.test(text)) return { from: "unreadable" };
  const reference = referenceOf(text);
  if (reference === undefined) return { from: "literal", port: text.replaceAll(QUOTED_DOLLAR, "$") };
  return { from: "variable", ...reference };
}

/** What the line itself has set before the command is a literal. */
function portIn(port: CommandPort, outer: SimpleCommand["outer"]): CommandPort {
  if (port.from !== "variable" || !(port.variable in outer)) return port;
  const set = outer[port.variable];
  if (set === undefined || set === "") return { from: "literal", port: port.fallback ?? "" };
  return set.includes("$") || set.includes(UNREADABLE)
    ? { from: "unreadable" }
    : { from: "literal", port: set };
}

/** The address that a word names; undefined where only the running shell knows it. */
function hostIn(word: string, variable: VariableLookup): string | undefined {
  if (word.includes(UNREADABLE)) return undefined;
  const reference = referenceOf(word);
  if (reference === undefined) return word;
  const value = variable(reference.variable) ?? reference.fallback;
  return value === undefined || value === "" || /[$\uE001]/.test(value) ? undefined : value;
}
