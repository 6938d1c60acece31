import { parse } from "shell-quote";

/** Where a command takes its port from. */
export type CommandPort =
  | { readonly from: "literal"; readonly port: string }
  | { readonly from: "variable"; readonly variable: string; readonly fallback?: string }
  | { readonly from: "default"; readonly port: string };

/** What a start command says about the socket it will open. */
export interface StartCommand {
  readonly program: string;
  /** The address it binds; undefined where the program decides by itself and nothing here says how. */
  readonly host: string | undefined;
  readonly port: CommandPort | undefined;
}

interface Server {
  readonly names: readonly string[];
  readonly hostFlags: readonly string[];
  readonly portFlags: readonly string[];
  /** Flags whose value is `host:port`. */
  readonly bindFlags: readonly string[];
  readonly host?: string;
  readonly port?: CommandPort;
}

/** A server's flags and its defaults without them, from its own documentation. */
const SERVERS: readonly Server[] = [
  {
    names: ["uvicorn"],
    hostFlags: ["--host"],
    portFlags: ["--port"],
    bindFlags: [],
    host: "127.0.0.1",
    port: { from: "default", port: "8000" },
  },
  {
    // gunicorn binds 0.0.0.0:$PORT by itself where PORT is set (gunicorn docs, settings: bind).
    names: ["gunicorn"],
    hostFlags: [],
    portFlags: [],
    bindFlags: ["-b", "--bind"],
    host: "0.0.0.0",
    port: { from: "variable", variable: "PORT", fallback: "8000" },
  },
  {
    names: ["hypercorn"],
    hostFlags: [],
    portFlags: [],
    bindFlags: ["-b", "--bind"],
    host: "127.0.0.1",
    port: { from: "default", port: "8000" },
  },
  {
    names: ["daphne"],
    hostFlags: ["-b", "--bind"],
    portFlags: ["-p", "--port"],
    bindFlags: [],
    host: "127.0.0.1",
    port: { from: "default", port: "8000" },
  },
  {
    names: ["flask"],
    hostFlags: ["-h", "--host"],
    portFlags: ["-p", "--port"],
    bindFlags: [],
    host: "127.0.0.1",
    port: { from: "default", port: "5000" },
  },
  {
    names: ["next"],
    hostFlags: ["-H", "--hostname"],
    portFlags: ["-p", "--port"],
    bindFlags: [],
    host: "0.0.0.0",
    port: { from: "variable", variable: "PORT", fallback: "3000" },
  },
];

/** Loopback addresses: what binds one of them cannot be reached from outside its machine. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host === "[::1]" || /^127\./.test(host);
}

/** What the last command of a start command's text opens, or undefined where no known server is started. */
export function readStartCommand(text: string): StartCommand | undefined {
  const words = lastCommand(text);
  const shell = words[0] ?? "";
  const nested = words.indexOf("-c");
  if (/(^|\/)(ba|da|z)?sh$/.test(shell) && nested > 0) return readStartCommand(words[nested + 1] ?? "");
  for (const server of SERVERS) {
    const at = words.findIndex((word) => server.names.includes(word.split("/").at(-1) ?? ""));
    if (at >= 0) return readServer(server, words.slice(at));
  }
  const django = words.indexOf("runserver");
  return django >= 0 ? readRunserver(words[django + 1]) : undefined;
}

/** Variables keep their written form, so that `$PORT` and `${PORT:-8000}` can be told from literals. */
function lastCommand(text: string): string[] {
  // shell-quote reads `${PORT:-8000}` as a name; it is hidden from it and put back.
  const hidden: string[] = [];
  const masked = text.replace(
    /\$\{[^}]*\}|\$[A-Za-z_]\w*/g,
    (reference) => `__${hidden.push(reference) - 1}__`,
  );
  const tokens = parse(masked).map((token) => (typeof token === "string" ? token : { operator: true }));
  const start = tokens.findLastIndex((token) => typeof token !== "string") + 1;
  const words = tokens.slice(start).filter((token): token is string => typeof token === "string");
  return words.map((word) => word.replace(/__(\d+)__/g, (_, index) => hidden[Number(index)] ?? ""));
}

function readServer(server: Server, words: readonly string[]): StartCommand {
  const bind = flagValue(words, server.bindFlags);
  const [bindHost, bindPort] = bind === undefined ? [undefined, undefined] : splitBind(bind);
  const host = flagValue(words, server.hostFlags) ?? bindHost ?? server.host;
  const portText = flagValue(words, server.portFlags) ?? bindPort;
  return {
    program: server.names[0] ?? "",
    host,
    port: portText === undefined ? server.port : commandPort(portText),
  };
}

/** `runserver [[host:]port]`; without an address it binds 127.0.0.1:8000 (docs.djangoproject.com). */
function readRunserver(argument: string | undefined): StartCommand {
  if (argument === undefined || argument.startsWith("-")) {
    return { program: "runserver", host: "127.0.0.1", port: { from: "default", port: "8000" } };
  }
  const [host, port] = argument.includes(":") ? splitBind(argument) : ["127.0.0.1", argument];
  return { program: "runserver", host, port: commandPort(port ?? "8000") };
}

function flagValue(words: readonly string[], flags: readonly string[]): string | undefined {
  let value: string | undefined;
  words.forEach((word, index) => {
    for (const flag of flags) {
      if (word === flag) value = words[index + 1];
      else if (flag.startsWith("--") && word.startsWith(`${flag}=`)) value = word.slice(flag.length + 1);
    }
  });
  return value;
}

function splitBind(bind: string): [string | undefined, string | undefined] {
  // The last colon outside `${…}`: a fallback such as ${PORT:-8000} has one of its own.
  const match = /^(.*?):(\$\{[^}]*\}|[^:]*)$/.exec(bind);
  return match === null ? [bind, undefined] : [match[1], match[2]];
}

function commandPort(text: string): CommandPort {
  const variable = /^\$\{?([A-Za-z_]\w*)(?::?-([^}]*))?\}?$/.exec(text);
  if (variable === null) return { from: "literal", port: text };
  const [, name = "", fallback] = variable;
  return fallback === undefined
    ? { from: "variable", variable: name }
    : { from: "variable", variable: name, fallback };
}
