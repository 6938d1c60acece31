import type { LogReading } from "../log/log-reading";

const COMMAND =
  /^==> Running '(?<platform>.+)'$|^(?:Starting process with command|Preparing to run:) [`'](?<process>.+)[`']/;

/** The command that the log says was started last before a line, or first of all; undefined where it names none. */
export function startCommandOf({ events }: LogReading, line: number): string | undefined {
  const commands = events.flatMap((event) => {
    const { platform, process } = COMMAND.exec(event.text.trim())?.groups ?? {};
    const command = platform ?? process;
    return command === undefined ? [] : [{ line: event.line, command }];
  });
  return (commands.findLast((one) => one.line < line) ?? commands[0])?.command;
}

const APPLICATION_SERVER = /\b(?:gunicorn|uvicorn|hypercorn|daphne|granian|waitress-serve|uwsgi)\b/;
/** `module:attribute`, and no `host:port`: both begin with a letter. */
const APPLICATION = /(?:^|[\s"'=])(?<module>[A-Za-z_][\w.]*):(?<attribute>[A-Za-z_][\w.]*)(?=[\s"'(]|$)/g;

/** The application that a Python server's command names by a module, or by a package in which the module is. */
export function applicationIn(command: string, module: string): string | undefined {
  if (!APPLICATION_SERVER.test(command)) return undefined;
  for (const { groups } of command.matchAll(APPLICATION)) {
    const named = groups?.module ?? "";
    if (`${named}.`.startsWith(`${module}.`)) return `${named}:${groups?.attribute ?? ""}`;
  }
  return undefined;
}

/** How the servers that a command starts take the address on which they listen. */
const BY_OPTION: readonly (readonly [RegExp, string])[] = [
  [/\b(?:gunicorn|hypercorn)\b/, "--bind 0.0.0.0:$PORT"],
  [
    /\b(?:uvicorn|granian|fastapi|litestar|quart|waitress-serve|sanic)\b|\bflask\b.*\brun\b/,
    "--host 0.0.0.0",
  ],
  [/\bartisan serve\b|\b(?:vite|astro|nuxt|nuxi|webpack-dev-server)\b|\bng serve\b/, "--host 0.0.0.0"],
  [/\bdaphne\b/, "-b 0.0.0.0"],
  [/\bnext (?:start|dev)\b/, "--hostname 0.0.0.0"],
  [/\bpuma\b/, "-b tcp://0.0.0.0:$PORT"],
  [/\brails (?:s|server)\b/, "-b 0.0.0.0"],
  [/\brackup\b/, "--host 0.0.0.0"],
  [/\bstreamlit run\b/, "--server.address 0.0.0.0"],
];
const IN_PYTHON = 'such as `uvicorn.run(app, host="0.0.0.0")` or `app.run(host="0.0.0.0")`';
const IN_NODE = 'such as `app.listen(port, "0.0.0.0")`';

/** What Kestrel says of each address on which it listens. */
const KESTREL = /^\s*Now listening on: /;
const IN_KESTREL =
  "Let Kestrel listen for all: `--urls http://0.0.0.0:$PORT` in the start command, or ASPNETCORE_HTTP_PORTS (.NET 8 or later) or ASPNETCORE_URLS in the environment; an address in the code (`UseUrls`, `app.Run(url)`) comes before these.";

/**
 * What lets a service listen for all: an option of the command, where what it starts takes one, or the code.
 *
 * @param said the line by which the server says where it listens
 */
export function bindAnywhere(command: string | undefined, said = ""): string {
  if (KESTREL.test(said)) return IN_KESTREL;
  if (command === undefined)
    return "Let the server listen on 0.0.0.0: by its option in the start command, where it has one (uvicorn: `--host 0.0.0.0`), or in the code.";
  // A file's name is no server: `node vite.js` gives its options to the code.
  const words = command.replaceAll(/\S+\.(?:py|[cm]?[jt]s|rb|sh|jar|php)\b/g, "FILE");
  const option = BY_OPTION.find(([server]) => server.test(words))?.[1];
  if (/\brunserver\b/.test(words)) return "Write `runserver 0.0.0.0:$PORT` in the start command.";
  if (option !== undefined)
    return `Add \`${option}\` to the start command (with Portcullis \`portcullis:service.start\`), in place of the address that it has.`;
  const language = /\bpython/.test(words)
    ? IN_PYTHON
    : /\b(?:node|npm|yarn|pnpm|bun)\b/.test(words)
      ? IN_NODE
      : undefined;
  return `Let the code listen on 0.0.0.0${language === undefined ? "" : `, ${language}`}: the start command itself takes no address.`;
}
