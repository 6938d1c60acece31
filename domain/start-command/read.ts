import { answersNothing } from "./beside";
import { isDaemon, leavesInBackground } from "./detached";
import { wordsInVariables } from "./env-text";
import { blockingOf, doubtOf, endlessOf, isEndlessLoop, type Unreached, unreachedOf } from "./lasting";
import type { Listener, VariableLookup } from "./listener";
import { listenersOf } from "./listeners";
import { isLoopback } from "./loopback";
import { oncePerAnswers } from "./once-per-answers";
import { type Run, runOf, runsTask, startsProxy } from "./run";
import { findServer } from "./server-at";
import { type SimpleCommand, simpleCommands } from "./shell";

export type { Listener, VariableLookup } from "./listener";

/** What a start command says about the socket at which its service answers. */
export type StartCommand = Listener;

/** Everything that a start command says of what it starts. */
export interface StartReading {
  /** Every socket that a known server opens, in the order of the line. */
  readonly listeners: readonly Listener[];
  /** A command that may open a socket or run another program, and that is not understood. */
  readonly unknown: string | undefined;
  /** Whether such a command runs beside a server, and may be the one that answers. */
  readonly mayProxy: boolean;
  /** Whether a web server is known to be started beside another one, and answers in its place. */
  readonly isProxied: boolean;
  /** The command with which the line ends, where nothing of it goes on running then. */
  readonly ends: string | undefined;
  /** The words of that command, where it or the shell leaves something in the background. */
  readonly endsBy?: readonly string[];
  /** Whether a limit in time is what ends a server. */
  readonly endsIn?: "time";
  /** Whether a server that is known goes on running in the foreground. */
  readonly serves: boolean;
  /** Why it is not certain that a known server goes on running, as the words before it or behind it say. */
  readonly doubt?: string;
  /** What is certain never to end, of a line that the shell waits for: a worker, or a loop. */
  readonly endless?: string;
  /** The worker that never ends and that the shell waits for before it starts any server of the line. */
  readonly blockedBy?: string;
  /** A server or a worker that the shell never starts, where the worker before it does not block a server. */
  readonly unreached?: Unreached;
  /** Whether a known worker, such as celery's, goes on running in the foreground: it opens no port. */
  readonly works: boolean;
}

/**
 * The socket at which the service answers: of several the one that a platform can reach, and that follows PORT.
 * Undefined where the command starts no server that is known.
 *
 * @param variable the service's environment, for servers that read their address from it
 */
export function readStartCommand(
  text: string,
  variable: VariableLookup = () => undefined,
): StartCommand | undefined {
  const { listeners, mayProxy } = readStart(text, variable);
  const reachable = listeners.filter(({ host }) => host === undefined || !isUnreachable(host));
  const following = reachable.findLast(({ port }) => port?.from === "variable" && port.variable === "PORT");
  const main = following ?? reachable.at(-1) ?? listeners.at(-1);
  // Behind a proxy of which nothing is known, a server on loopback is where it belongs.
  return mayProxy && main !== undefined && !reachable.includes(main) ? undefined : main;
}

/** A command, the sockets that it opens, and what it does beside them. */
interface Step extends SimpleCommand {
  readonly listeners: readonly Listener[];
  readonly run: Run;
}

/** All that a start command starts. */
export function readStart(text: string, variable: VariableLookup = () => undefined): StartReading {
  return readOnce(text, variable);
}

const readOnce = oncePerAnswers((text, variable): StartReading => {
  const steps = simpleCommands(text, variable).map(
    (command): Step => ({
      ...command,
      listeners: listenersOf(command, variable),
      run: runOf(command.words),
    }),
  );
  const listeners: Listener[] = [];
  let unknown: string | undefined;
  let [waits, mayProxy] = [false, false];
  for (const { words, background, run, listeners: own } of steps) {
    listeners.push(...own);
    if (own.length > 0) continue;
    if (run === "unknown") {
      unknown ??= words[0];
      // A command that ends before a server starts does not wrap it.
      mayProxy ||= (background || listeners.length > 0) && !answersNothing(words);
    }
    if (run === "waits") waits = true;
  }
  const lasting = steps.some((step) => goesOn(step, variable, waits));
  const doubt = doubtOf(steps);
  const endless = endlessOf(text, steps);
  const blockedBy = blockingOf(steps);
  const unreached = unreachedOf(steps, (step) => startsDaemon(step, variable));
  return {
    listeners,
    mayProxy,
    // Caddy's own file server is the service itself.
    isProxied:
      listeners.length > 0 &&
      steps.some(({ words, listeners: own }) => startsProxy(words) && own.length === 0),
    serves: lasting,
    ...(lasting && doubt !== undefined && { doubt }),
    ...(endless !== undefined && { endless }),
    ...(blockedBy !== undefined && { blockedBy }),
    ...(unreached !== undefined && { unreached }),
    works: steps.some(({ run, background }) => run === "works" && (!background || waits)),
    unknown:
      steps.length === 0 && text.trim() !== "" && !IS_COMMENT.test(text)
        ? text.trim().split(/\s/)[0]
        : unknown,
    ...(lasting ? { ends: undefined } : ending(text, steps, waits)),
  };
});

type Ending = Pick<StartReading, "ends" | "endsBy" | "endsIn">;

/** A line of comments alone, which a shell reads and does nothing. */
const IS_COMMENT = /^\s*#[^\n]*(?:\n\s*(?:#[^\n]*)?)*$/;

/** A loop may go on for ever, and `fg` brings a job back. */
const HOLDS_ON = /(?:^|[;&|(\s])(?:while|until|for|fg|wait)(?=[\s;]|$)/;

/**
 * The command with which a line ends that starts no lasting server. What is in the background ends with the shell, so
 * that only what the shell waits for has to be known.
 */
function ending(text: string, steps: readonly Step[], waits: boolean): Ending {
  // A file that is named after a task ends, where the line says by `exit` that it does.
  const last = steps.at(-1);
  const exits = last?.words[0] === "exit";
  const unknown = steps.filter(
    ({ words, listeners, run }) => listeners.length === 0 && run === "unknown" && !(exits && runsTask(words)),
  );
  if (unknown.some(({ background }) => !background)) return { ends: undefined };
  if (unknown.length > 0 && (waits || HOLDS_ON.test(text))) return { ends: undefined };
  if (last === undefined)
    return { ends: text.trim() === "" ? "nothing" : IS_COMMENT.test(text) ? "# …" : undefined };
  if (isEndlessLoop(text)) return { ends: undefined };
  // The shell waits for the worker, and a server that it has left in the background goes on meanwhile.
  const serving = steps.findIndex(({ listeners, background }) => listeners.length > 0 && background);
  const worker = steps.find(
    ({ run, background, limit }) => run === "works" && !background && limit !== "short",
  );
  if (serving >= 0 && worker !== undefined && steps.indexOf(worker) > serving) return { ends: undefined };
  const limited = steps.findLast(({ limit, listeners }) => limit === "short" && listeners.length > 0);
  const detached = steps.findLast(({ words }) => leavesInBackground(words));
  const inBackground = detached !== undefined || steps.some(({ background }) => background);
  return {
    ends: (detached ?? limited ?? last).words.join(" "),
    ...(limited !== undefined && detached === undefined && { endsIn: "time" as const }),
    ...(inBackground && { endsBy: detached?.words ?? last.words }),
  };
}

/** Whether the shell waits for the command, and it does not end by itself. */
function goesOn(step: Step, variable: VariableLookup, waits: boolean): boolean {
  if ((step.background && !waits) || step.limit === "short") return false;
  return step.listeners.length > 0 && !startsDaemon(step, variable);
}

/** Whether one of its options sends a known server into the background, in its words or in a variable of flags. */
function startsDaemon(
  { words, variables }: Pick<SimpleCommand, "words" | "variables">,
  variable: VariableLookup,
): boolean {
  const { at, server } = findServer(words);
  const more = wordsInVariables(server ?? {}, (name) => variables[name] ?? variable(name));
  return isDaemon([...words.slice(at + 1), ...more], server?.daemonFlags);
}

/** A socket in the file system is found by no port scan either, and one of another protocol answers no request. */
export function isUnreachable(host: string): boolean {
  return isLoopback(host) || /^(?:unix|fd|socket):/.test(host);
}
