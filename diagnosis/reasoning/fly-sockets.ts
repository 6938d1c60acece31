import type { LogLine } from "../diagnosis";
import { isLoopback } from "../log/log-event";
import type { LogReading } from "../log/log-reading";
import type { Hypothesis } from "./hypothesis";

interface Socket {
  readonly host: string;
  readonly port: number;
  readonly program: string;
}

const ADDRESS = /(?<host>\[[0-9a-f:]+\]|[\d.]+|\*):(?<port>\d{1,5})\b/g;
/** The platform's own listener in each machine, and addresses of its private network. */
const OF_FLY = /hallpass|^\[fd/;

/** Fly lists the open sockets of a machine where its proxy expects another one: what they say together decides why. */
export function flySockets({ events, matches }: LogReading): readonly Hypothesis[] {
  const table = events.filter(({ kind }) => kind === "socket");
  const expected = matches.find(({ signature }) => signature.id === "fly/expected-address");
  const port = Number(/:(\d+)$/.exec(expected?.signature === undefined ? "" : expected.first.text)?.[1]);
  if (expected === undefined || table.length === 0 || Number.isNaN(port)) return [];
  const sockets = table.flatMap(({ text }) => socketsOf(text));
  const lines = table.map(({ line, text }) => ({ line, text }));
  return [verdictOf(sockets, port, [expected.first, ...lines])];
}

function socketsOf(text: string): readonly Socket[] {
  const [program = "", addresses = ""] = text.split("|").map((part) => part.trim());
  return [...addresses.matchAll(ADDRESS)]
    .map(({ groups }) => ({ program, host: groups?.host ?? "", port: Number(groups?.port) }))
    .filter(({ host }) => !OF_FLY.test(program) && !OF_FLY.test(host));
}

type Said = Pick<Hypothesis, "mode" | "certainty" | "meaning" | "cause" | "correctiveAction">;

function verdictOf(sockets: readonly Socket[], port: number, evidence: readonly LogLine[]): Hypothesis {
  const open = sockets.find(({ host }) => !isLoopback(bare(host)));
  const hidden = sockets.find(
    (one) => isLoopback(bare(one.host)) && (one.port === port || open === undefined),
  );
  const said =
    hidden !== undefined ? onLoopback(hidden) : open === undefined ? noSocket(port) : other(open, port);
  const lines = evidence.map(({ line }) => line);
  return {
    ...said,
    // Before what the proxy's own line says, which is less.
    stage: "exception",
    rule: undefined,
    competing: [],
    evidence,
    first: Math.min(...lines),
    last: Math.max(...lines),
    count: 1,
    decisive: false,
    harmsLive: false,
  };
}

const bare = (host: string): string => host.replace(/^\[(.*)\]$/, "$1");

function onLoopback({ program, host, port }: Socket): Said {
  return {
    mode: "port/loopback-bind",
    certainty: "certain",
    meaning: "the service listens on its loopback address, where Fly's proxy cannot reach it",
    cause: `${program} listens on ${host}:${port}, its loopback address, where Fly's proxy cannot reach it`,
    correctiveAction: "Let the service listen on 0.0.0.0 and the `internal_port` of fly.toml.",
  };
}

function other({ program, host, port }: Socket, expected: number): Said {
  return {
    mode: "port/mismatch",
    certainty: "certain",
    meaning: "the service listens on another port than Fly's proxy asks",
    cause: `${program} listens on ${host}:${port}, and Fly's proxy asks ${expected}`,
    correctiveAction: `Set \`internal_port\` in fly.toml to ${port}, or let the service listen on ${expected} (its PORT).`,
  };
}

function noSocket(port: number): Said {
  return {
    mode: "port/none-open",
    certainty: "possible",
    meaning: "no process of the service has an open socket",
    cause: `no process of the service has an open socket, and Fly's proxy asks ${port}: the server was not started yet, or has ended`,
    correctiveAction:
      "Read the service's own lines for an error; look whether the command of the image starts the server at all, and how long that takes.",
  };
}
