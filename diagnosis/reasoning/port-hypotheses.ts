import { isLoopback, type LogEvent } from "../log/log-event";
import type { LogReading } from "../log/log-reading";
import { type Hypothesis, matchesOf } from "./hypothesis";
import { inOrder, lineOf, listenersOf, none, ONE_PORT, spanOf } from "./listeners";
import { emptyScan } from "./port-scan";
import { bindAnywhere, startCommandOf } from "./start-command";

/** What listeners, health checks and refused connections say together of the port. */
export function portHypotheses(reading: LogReading): readonly Hypothesis[] {
  return [
    ...loopbackBind(reading),
    ...mismatch(reading),
    ...namedPort(reading),
    ...unfoundListener(reading),
    ...emptyScan(reading),
  ];
}

/** A server on loopback is a fault where nothing reaches it, and where no other server listens on all interfaces. */
function loopbackBind(reading: LogReading): readonly Hypothesis[] {
  const listeners = listenersOf(reading).filter(({ host }) => host !== undefined);
  const [first] = listeners.filter(({ host }) => isLoopback(host));
  const unfound = reading.matches.filter(
    ({ signature: { id, mode } }) =>
      (mode === "port/none-open" && !UNFOUND.includes(id)) || id === "health/balancer",
  );
  if (first === undefined || unfound.length === 0 || listeners.some(({ host }) => !isLoopback(host)))
    return [];
  return [
    {
      ...none,
      mode: "port/loopback-bind",
      stage: "process",
      // A balancer's check has other causes too.
      certainty: unfound.every(({ signature }) => signature.id === "health/balancer")
        ? "possible"
        : "certain",
      meaning: "the server listens on the loopback address, and the platform finds no port",
      cause: `the server listens on ${first.host ?? "loopback"}, where the platform cannot reach it`,
      correctiveAction: bindAnywhere(startCommandOf(reading, first.line), first.text),
      evidence: [lineOf(first)],
      ...spanOf([first]),
    },
  ];
}

/** The ports of databases, caches and brokers: what asks there asks for none of the service's own. */
const OF_OTHERS: readonly number[] = [5432, 6543, 3306, 1433, 27017, 6379, 5672, 9092, 11211, 9200];

function mismatch(reading: LogReading): readonly Hypothesis[] {
  const listeners = listenersOf(reading).filter(({ host }) => !isLoopback(host));
  const ports = new Set(listeners.map(({ port }) => port));
  const checked = [
    ...matchesOf(reading, "health-check/timeout"),
    ...matchesOf(reading, "health-check/failed"),
  ];
  const unready = [...checked, ...matchesOf(reading, "platform/cause-unknown")];
  if (listeners.length === 0 || unready.length === 0) return [];
  const refused = reading.events.filter(
    ({ kind, port }) =>
      kind === "refused-here" && port !== undefined && !ports.has(port) && !OF_OTHERS.includes(port),
  );
  const [first] = listeners;
  const [unanswered] = refused;
  if (first !== undefined && unanswered !== undefined) return [otherPort(first, unanswered)];
  const asked = reading.events.find(({ kind }) => kind === "asked");
  const other = listeners.find(({ port }) => port !== asked?.port);
  if (asked === undefined || other === undefined) return [];
  return [wrongListener(asked, other, listeners)];
}

/** The service listens on one port, and what asks whether it is ready asks another. */
function otherPort(listener: LogEvent, unanswered: LogEvent): Hypothesis {
  return {
    ...none,
    decisive: false,
    mode: "port/mismatch",
    stage: "process",
    certainty: "possible",
    meaning: "the service listens on one port and is asked on another",
    cause: `the service listens on ${listener.port}, and what checks it asks ${unanswered.port}, where nothing answers`,
    correctiveAction: ONE_PORT,
    evidence: [lineOf(listener), lineOf(unanswered)],
    ...spanOf([listener, unanswered]),
  };
}

/** A platform names the port that it asked in vain, and the service says that it listens on another one. */
function namedPort(reading: LogReading): readonly Hypothesis[] {
  const listeners = listenersOf(reading);
  const [listener] = listeners.filter(({ host }) => !isLoopback(host));
  const unanswered = matchesOf(reading, "port/none-open").find(({ values }) => values.port !== undefined);
  const asked = Number(unanswered?.values.port?.at(-1));
  if (listener === undefined || unanswered === undefined || !(asked > 0)) return [];
  if (listeners.some(({ port }) => port === asked)) return [];
  return [
    {
      ...none,
      decisive: false,
      mode: "port/mismatch",
      stage: "exception",
      certainty: "possible",
      meaning: "the service listens on one port, and the platform asks another",
      cause: `the service listens on ${listener.port}, and the platform asks ${asked}, where nothing answers`,
      correctiveAction: ONE_PORT,
      evidence: inOrder([lineOf(listener), unanswered.first]),
      ...spanOf([listener]),
    },
  ];
}

/** The platform asks the first port that it found, and the service itself is on another one. */
function wrongListener(asked: LogEvent, other: LogEvent, listeners: readonly LogEvent[]): Hypothesis {
  const there = listeners.find(({ port }) => port === asked.port);
  const who =
    there === undefined
      ? "where none of its servers says that it listens"
      : "where another of its servers is";
  return {
    ...none,
    decisive: false,
    mode: "port/mismatch",
    stage: "process",
    certainty: there === undefined ? "possible" : "certain",
    meaning: "the platform's health check asks another port than the service's",
    cause: `the service listens on ${other.port}, and the platform asks ${asked.port} for its health, ${who}`,
    correctiveAction: ONE_PORT,
    evidence: inOrder([...(there === undefined ? [] : [lineOf(there)]), lineOf(other), lineOf(asked)]),
    ...spanOf([other, asked]),
  };
}

/** Rows by which a platform says that it finds no listener, where the service says that it has one. */
const UNFOUND: readonly string[] = [
  "heroku/r10",
  "fly/refused",
  "fly/refused-bare",
  "render/application-no-response",
];
/** Ports that a program takes without being given one, and that no platform gives. */
const DEFAULT_PORTS: readonly number[] = [3000, 3001, 4000, 5000, 8000, 8080, 8888, 5173, 4200, 7860];

/** Heroku gives each process a PORT of its own, which is to be read where it runs, and never set. */
function givenPort(set: number | undefined): string {
  const first =
    set === undefined ? "" : `Take \`PORT=${set}\` out of the script, so that Heroku's own PORT stays. `;
  return `${first}Listen on the PORT that Heroku gives each process: in the code (Node.js: \`process.env.PORT\`) or by $PORT in the start command.`;
}

/** The service listens for all, and the platform does not find it: it asks another port. */
function unfoundListener(reading: LogReading): readonly Hypothesis[] {
  const [unfound] = reading.matches.filter(({ signature }) => UNFOUND.includes(signature.id));
  const listeners = listenersOf(reading);
  const listener = listeners.find(({ host }) => !isLoopback(host)) ?? listeners[0];
  if (unfound === undefined || listener === undefined || listener.port === undefined) return [];
  const loopback = isLoopback(listener.host);
  const set = reading.events.some(({ kind, port }) => kind === "port-set" && port === listener.port);
  const onHeroku = unfound.signature.id === "heroku/r10";
  const own = onHeroku && (DEFAULT_PORTS.includes(listener.port) || set);
  return [
    {
      ...none,
      mode: loopback ? "port/loopback-bind" : "port/mismatch",
      // Before the platform's own line, which says less.
      stage: "exception",
      certainty: own && !loopback ? "certain" : "possible",
      meaning: "the service says that it listens, and the platform does not find it",
      cause: loopback
        ? `the service listens on ${listener.host}:${listener.port}, its loopback address, where the platform cannot reach it`
        : `the service listens on ${listener.port}, and the platform asks another port`,
      correctiveAction: loopback
        ? bindAnywhere(startCommandOf(reading, listener.line), listener.text)
        : onHeroku
          ? givenPort(set ? listener.port : undefined)
          : ONE_PORT,
      // `port/agreement` compares a PORT that is set; the port of Heroku's process is known to none before.
      ...(own && !loopback && !set && { rule: "port/hard-coded" }),
      competing: own
        ? []
        : [
            {
              mode: loopback ? "port/mismatch" : "port/none-open",
              cause: loopback
                ? "the platform asks another port than the one that the service names"
                : "the service listened for a moment only, and then ended or hung",
            },
          ],
      evidence: inOrder([lineOf(listener), unfound.first]),
      ...spanOf([listener]),
    },
  ];
}
