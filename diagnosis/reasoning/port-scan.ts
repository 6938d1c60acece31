import type { LogLine } from "../diagnosis";
import { isLoopback, type LogEvent } from "../log/log-event";
import type { LogReading } from "../log/log-reading";
import type { CompetingCause } from "../signature";
import type { Hypothesis } from "./hypothesis";
import { inOrder, lineOf, listenersOf, none, ONE_PORT, spanOf } from "./listeners";
import { bindAnywhere, startCommandOf } from "./start-command";

/** Why nothing listens, where the service says nothing of a port. */
const SILENT: readonly CompetingCause[] = [
  {
    mode: "process/exited",
    cause:
      "the process waits before it listens (for a migration, a database, a download), or is none that listens",
  },
];

/** What else may have a port on localhost while the service has none. */
const BESIDE: readonly CompetingCause[] = [
  {
    mode: "port/none-open",
    cause: "what listens on localhost is a debugger or a tool, and the server itself does not listen yet",
  },
];

/** Render's scan of all ports found none: that is certain, and why is not. */
export function emptyScan(reading: LogReading): readonly Hypothesis[] {
  const timeout = reading.matches.find(({ signature }) => signature.id === "render/port-scan-timeout");
  if (timeout === undefined) return [];
  const { signature, first, last, count } = timeout;
  const { mode, stage, meaning, cause, correctiveAction } = signature;
  const row = { ...none, mode, stage, meaning, first: first.line, last: last.line, count } as const;
  const listeners = listenersOf(reading).filter(({ host }) => host !== undefined && !isLoopback(host));
  const asked = Number(timeout.values.port?.[0]);
  const other = listeners.find(({ port }) => asked > 0 && port !== asked);
  if (other !== undefined && listeners.every(({ port }) => port !== asked))
    return [notThePort(asked, other, first)];
  const [listener] = listeners;
  if (listener === undefined && timeout.values.loopback !== undefined) return [onLocalhost(reading, first)];
  if (listener === undefined) {
    return [{ ...row, certainty: "possible", competing: SILENT, cause, correctiveAction, evidence: [first] }];
  }
  const { port } = listener;
  return [
    {
      ...row,
      // Before the platform's own line, which says less.
      stage: "exception",
      certainty: "possible",
      cause: `the service says that it listens on ${port}, and Render found no open port: it ended or hung, or began too late`,
      correctiveAction: `Ask it in its shell or on your machine: \`curl -i http://localhost:${port}/\`. Where it answers, set the variable PORT to ${port}.`,
      competing: [
        { mode: "port/mismatch", cause: `Render looks for the port that PORT names, and not for ${port}` },
      ],
      evidence: inOrder([lineOf(listener), first]),
    },
  ];
}

/** Render found ports on localhost alone: a server that says its port, and not an address, is the one. */
function onLocalhost(reading: LogReading, said: LogLine): Hypothesis {
  const [server] = listenersOf(reading);
  const which = server === undefined ? "the server listens" : `the server listens on ${server.port},`;
  return {
    ...none,
    mode: "port/loopback-bind",
    stage: "process",
    certainty: server === undefined ? "possible" : "certain",
    meaning: "Render finds open ports on localhost alone",
    cause: `${which} on localhost alone, where Render cannot reach it`,
    correctiveAction: bindAnywhere(startCommandOf(reading, said.line)),
    competing: BESIDE,
    evidence: inOrder([...(server === undefined ? [] : [lineOf(server)]), said]),
    first: said.line,
    last: said.line,
    count: 1,
  };
}

/** Render looked for the port that PORT names, and the service listens on another one. */
function notThePort(asked: number, listener: LogEvent, said: LogLine): Hypothesis {
  return {
    ...none,
    mode: "port/mismatch",
    stage: "exception",
    certainty: "certain",
    meaning: "the service listens on another port than PORT names",
    cause: `the service listens on ${listener.port}, and the variable PORT names ${asked}, for which Render looked`,
    correctiveAction: ONE_PORT,
    evidence: inOrder([lineOf(listener), said]),
    ...spanOf([listener]),
  };
}
