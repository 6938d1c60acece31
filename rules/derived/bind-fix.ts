import type { VariableFact } from "../../domain/fact";
import type { StartCommand } from "../../domain/start-command";
import { SERVERS } from "../../domain/start-command/servers";

const BIND = "Write `--bind 0.0.0.0:$PORT`.";
const FIXES: Readonly<Record<string, string>> = {
  nitro: "Set HOST to 0.0.0.0.",
  nuxt: "Set HOST to 0.0.0.0.",
  falcon: "Write `--bind http://0.0.0.0:$PORT`.",
  pocketbase: "Write `--http=0.0.0.0:$PORT`.",
  runserver: "Write `runserver 0.0.0.0:$PORT`.",
  gunicorn: BIND,
  hypercorn: BIND,
  rails: "Add `-b 0.0.0.0`.",
  puma: "Write `-b tcp://0.0.0.0:$PORT`.",
  dotnet: "Write `--urls http://0.0.0.0:$PORT`.",
  rackup: "Add `-o 0.0.0.0`.",
  daphne: "Add `-b 0.0.0.0`.",
  next: "Add `-H 0.0.0.0`.",
};

/** What is right for the server at hand: an address that is written is replaced, else one is added. */
export function bindFix(
  { program }: StartCommand,
  host: string,
  command: string,
  written?: VariableFact,
): string {
  if (/-S$/.test(command.slice(0, command.indexOf(host)).trimEnd())) return "Write `-S 0.0.0.0:$PORT`.";
  const known = FIXES[program] ?? ownFix(program);
  if (command.includes(host) ? known.startsWith("Write ") : written === undefined) return known;
  return `Write \`0.0.0.0\` in place of \`${host}\`.`;
}

/** By the server's own flag for the host, else by its bind, else by its variable. */
function ownFix(program: string): string {
  const row = SERVERS.find(({ names }) => names.includes(program));
  const { hostFlags = [], bindFlags = [], hostVariables = [], bindVariables = [] } = row ?? {};
  const flag = hostFlags.find((one) => one === "--host") ?? hostFlags[0];
  if (flag !== undefined) return `Add \`${flag} 0.0.0.0\`.`;
  const [bind] = bindFlags.toSorted((one, other) => other.length - one.length);
  if (bind !== undefined) return `Write \`${bind} 0.0.0.0:$PORT\`.`;
  const [variable] = [...hostVariables, ...bindVariables];
  return variable === undefined ? "Let it bind 0.0.0.0." : `Set ${variable} to 0.0.0.0.`;
}
