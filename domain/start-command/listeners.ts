import { boundBy, commandPort, readRunserver } from "./bound-address";
import { leavesInBackground } from "./detached";
import { wordsInVariables } from "./env-text";
import { QUOTED_DOLLAR, referenceOf, UNREADABLE } from "./expansion";
import { flagValues, plainWords } from "./flag-value";
import type { Listener, VariableLookup } from "./listener";
import { asksOnly, endsAlone } from "./run";
import type { CommandPort, Server } from "./server";
import { serverAt } from "./server-at";
import { isDecided, type SimpleCommand } from "./shell";

/** The sockets that one command opens; none where it starts no server that is known. */
export function listenersOf(command: SimpleCommand, service: VariableLookup): readonly Listener[] {
  const { words, variables, outer } = command;
  const at = words.findIndex(
    (_, index) => serverAt(words, index) !== undefined || words[index] === "runserver",
  );
  // `pip install uvicorn` and `echo uvicorn` start nothing.
  if (
    at < 0 ||
    asksOnly(words) ||
    endsAlone(words) ||
    words.slice(0, at).some((word) => STARTS_NOTHING.test(word))
  )
    return [];
  // What `screen -dm` and the like are given is none of the shell's.
  if (at > 0 && leavesInBackground(words)) return [];
  const server = serverAt(words, at);
  const inProcess: VariableLookup = (name) =>
    isDecided(variables, name) ? variables[name] : unexpanded(service(name), server);
  const inWords: VariableLookup = (name) => (isDecided(outer, name) ? outer[name] : service(name));
  const listeners =
    server === undefined
      ? [readRunserver(words.slice(at + 1))]
      : readServer(server, words.slice(at), inProcess);
  const withoutPort = isDecided(variables, "PORT") && (variables.PORT ?? "") === "";
  return listeners.map(({ program, host, hostWithoutPort, port }) => ({
    program,
    ...(server?.hostSettings !== undefined && host === undefined && { hostSettings: server.hostSettings }),
    ...(hostWithoutPort !== undefined && { hostWithoutPort }),
    host:
      withoutPort && hostWithoutPort !== undefined ? hostWithoutPort : host && hostIn(host, inWords, service),
    ...(host?.includes(UNREADABLE) === true && { hostUnreadable: true }),
    // What the server reads by itself is its own environment's; its words were filled in before.
    port: port === undefined ? undefined : portIn(port, port === server?.port ? variables : outer),
    ...(server?.runsAnything === true && host === undefined && port === undefined && { doubtful: true }),
  }));
}

/** No shell fills in a `$` of a service's variable, unless the server does so itself, with braces. */
function unexpanded(value: string | undefined, server: Server | undefined): string | undefined {
  return value?.replaceAll(server?.fillsIn === true ? /\$(?!\{)/g : "$", QUOTED_DOLLAR);
}

const STARTS_NOTHING = /^(pip3?|install|add|echo|which|make|apt(-get)?)$/;

function readServer(server: Server, line: readonly string[], variable: VariableLookup): Listener[] {
  const command = withoutStrayProperties(server, line);
  const program = server.names[0] ?? "";
  const isHttp = server.httpBy?.test(command.join(" ")) === true;
  const bindFlags = [...(server.bindFlags ?? []), ...(isHttp ? (server.socketFlags ?? []) : [])];
  const own = flagValues(command, bindFlags);
  // What the command line says takes the place of what a variable says, which is then asked for in vain.
  const words = [...(own.length > 0 ? [] : wordsInVariables(server, variable)), ...command];
  const written = flagValues(words, bindFlags);
  const inVariable = written.length > 0 ? undefined : firstOf(server.bindVariables, variable);
  const binds = inVariable === undefined ? written : [inVariable];
  const counted = server.severalBinds === true ? binds.flatMap((bind) => bind.split(",")) : binds.slice(-1);
  if (counted.length > 0) return counted.map((bind) => boundBy(server, program, bind));
  const positional =
    server.positionalPort === true
      ? plainWords(words.slice(1), [...(server.hostFlags ?? []), ...(server.valuedFlags ?? [])]).find(
          (word) => /^(?:\d+|\$.*)$/.test(word),
        )
      : undefined;
  const named = flagValues(words, server.hostFlags ?? []).at(-1);
  if (named !== undefined && server.hostWithPort?.test(named) === true)
    return [boundBy(server, program, named)];
  const bare = server.bareHost !== undefined && /^(?:-.*|true)?$/.test(named ?? "-");
  const host =
    (bare && named !== undefined ? server.bareHost : named) ?? firstOf(server.hostVariables, variable);
  const given = flagValues(words, server.portFlags ?? []).at(-1);
  const port =
    filledIn(given, server) ?? positional ?? filledIn(firstOf(server.portVariables, variable), server);
  const socket = flagValues(words, server.socketFlags ?? []).at(-1);
  if (socket !== undefined) {
    const kind = server.httpBy !== undefined && /:(?:\d+|\$\{?\w+\}?)$/.test(socket) ? "socket" : "unix";
    return [{ program, host: `${kind}:${socket}`, port: undefined }];
  }
  // A configuration file says its own.
  const elsewhere = flagValues(words, server.elsewhereFlags ?? []).some((file) => file !== server.noFile);
  if (elsewhere) return [{ program, host, port: port === undefined ? undefined : commandPort(port) }];
  // By its file alone it is not known for certain which server it is, and what it does by itself.
  if (server.ownFile?.test(command[0] ?? "") === true)
    return [{ program, host, port: port === undefined ? undefined : commandPort(port) }];
  const development =
    (server.developmentWord !== undefined && command.includes(server.developmentWord)) ||
    isDevelopment(server, command, variable);
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

/** `java -jar app.jar -Dserver.port=8000`: what is behind the archive is an argument, which no property is made of. */
function withoutStrayProperties({ propertiesBefore }: Server, words: readonly string[]): readonly string[] {
  const option = propertiesBefore === undefined ? -1 : words.indexOf(propertiesBefore);
  if (option < 0) return words;
  // Options may be between `-jar` and the archive.
  const archive = words.findIndex((word, index) => index > option && !word.startsWith("-"));
  return words.filter((word, index) => archive < 0 || index < archive || !word.startsWith("-D"));
}

/** Whether the environment that it is given, by an option or else by a variable, is a developer's. */
function isDevelopment(
  { developmentIn }: Server,
  words: readonly string[],
  variable: VariableLookup,
): boolean {
  if (developmentIn === undefined) return false;
  const given = flagValues(words, developmentIn.flags).at(-1) ?? firstOf(developmentIn.variables, variable);
  return /^dev(?:elopment)?$/.test(given ?? "");
}

/** `${PORT:8080}`, as Spring has it, is a shell's `${PORT:-8080}`. */
function filledIn(text: string | undefined, { fillsIn }: Server): string | undefined {
  if (fillsIn !== true) return text;
  return text?.replaceAll(`${QUOTED_DOLLAR}{`, "${").replace(/^\$\{(\w+):(?!-)/, "${$1:-");
}

function firstOf(names: readonly string[] = [], variable: VariableLookup): string | undefined {
  return names.map(variable).find((value) => value !== undefined);
}

/** What the line itself has set before the command is a literal. */
function portIn(port: CommandPort, outer: SimpleCommand["outer"]): CommandPort {
  if (port.from !== "variable" || !isDecided(outer, port.variable)) return port;
  const set = outer[port.variable];
  if (set === undefined || set === "") return { from: "literal", port: port.fallback ?? "" };
  const reference = referenceOf(set);
  if (reference !== undefined) return { from: "variable", ...reference };
  return set.includes("$") || set.includes(UNREADABLE)
    ? { from: "unreadable" }
    : { from: "literal", port: set };
}

/** The address that a word names; undefined where only the running shell knows it. */
function hostIn(word: string, variable: VariableLookup, service: VariableLookup): string | undefined {
  if (word.includes(UNREADABLE)) return undefined;
  const reference = referenceOf(word);
  if (reference === undefined) return word;
  const set = variable(reference.variable) ?? reference.fallback;
  const further = set === undefined ? undefined : referenceOf(set);
  const value = further === undefined ? set : (service(further.variable) ?? further.fallback);
  return value === undefined || value === "" || /[$\uE001]/.test(value) ? undefined : value;
}
