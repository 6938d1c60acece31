import { setTimeout as delay } from "node:timers/promises";
import type { Failure } from "../../events";
import type { ServiceLog } from "../../log";
import type { Timings } from "../../options";
import type { Running } from "../processes/launch";
import { type Listener, listenersOf } from "../processes/listeners";
import { sayTroubleshooting } from "../processes/one-off-process";
import { checkHealth, type HealthProblem } from "./health-check";

const PORT_DOCS = "Docs on specifying a port: https://render.com/docs/web-services#port-binding";
const NO_PORT =
  "Port scan timeout reached, no open ports detected. Bind your service to at least one port. " +
  "If you don't need to receive traffic on any port, create a background worker instead.";
const LEFT_BEHIND =
  "The start command ended while something that it had started still ran, and was ended with it. Start the server in " +
  "the foreground: without `&`, `--daemon` or a process manager that returns.";
/** Never usable for a service's own traffic. @see https://render.com/docs/web-services#port-binding */
const RESERVED_PORTS = new Set([18012, 18013, 19099]);

export interface StartingInstance {
  readonly log: ServiceLog;
  readonly timings: Timings;
  /** Milliseconds. */
  readonly now: () => number;
  readonly signal: AbortSignal;
  readonly healthCheckPath: string;
  /** The Host header and the name in log lines: `<slug>.onrender.com`. */
  readonly host: string;
  /** The process's PORT. */
  readonly expected: number;
  /** Ends the running process and starts another with this PORT. */
  readonly restart: (port: number) => Promise<Running>;
  /** Called when the port is open. */
  readonly onBound: () => void;
}

export type ReadyProcess = {
  readonly running: Running;
  readonly port: number;
  readonly open: readonly Listener[];
};
export type Readiness =
  | ({ readonly ok: true } & ReadyProcess)
  | { readonly ok: false; readonly failure: Failure };

const seconds = (value: number): number => value * 1000;
const failed = (failure: Omit<Failure, "evicted">): Readiness => ({
  ok: false,
  failure: { evicted: false, ...failure },
});

/** Logs the end of a process, by exit or by its memory limit, as Render does. */
export function exitFailure(log: ServiceLog, running: Running, status: number): Failure {
  const memoryLimit = running.overMemory?.();
  if (memoryLimit !== undefined) log.say("app", `Out of memory (used over ${memoryLimit})`);
  else if (status === 0) log.say("app", "Application exited early");
  else log.say("app", `Exited with status ${status}`);
  if (running.leftBehind?.() === true) log.note("app", LEFT_BEHIND);
  sayTroubleshooting(log, "app");
  if (memoryLimit !== undefined) return { evicted: false, oomKilled: { memoryLimit } };
  return status === 0 ? { evicted: false, earlyExit: true } : { evicted: false, nonZeroExit: status };
}

/** Logs from time to time what the scan sees, first after one interval. */
function scanNotice(starting: StartingInstance): (loopbackOnly: boolean) => void {
  const { now, timings } = starting;
  let next = now() + seconds(timings.notice);
  return (loopbackOnly) => {
    if (now() < next) return;
    next = now() + seconds(timings.notice);
    const where = loopbackOnly ? " on 0.0.0.0" : "";
    starting.log.say("app", `No open ports detected${where}, continuing to scan...`, PORT_DOCS);
  };
}

/** What the process listens on: open to other machines, or on loopback only. */
async function openListeners(running: Running): Promise<{ open: Listener[]; loopbackOnly: boolean }> {
  const listeners = await listenersOf(running);
  const open = listeners.filter((listener) => listener.open && !RESERVED_PORTS.has(listener.port));
  return { open, loopbackOnly: open.length === 0 && listeners.some((one) => !one.open) };
}

/** The process binds another port than its PORT: that port becomes the primary one. */
function restartOn(starting: StartingInstance, port: number): Promise<Running> {
  starting.log.say(
    "app",
    `New primary port detected: ${port}. Restarting deploy to update network configuration...`,
    PORT_DOCS,
  );
  return starting.restart(port);
}

function timedOut({ log, timings }: StartingInstance, loopbackOnly: boolean): Readiness {
  if (loopbackOnly) log.say("app", "No open ports detected on 0.0.0.0, continuing to scan...", PORT_DOCS);
  log.say("app", "Timed Out", NO_PORT);
  return failed({ timedOutSeconds: timings.scanLimit, timedOutReason: NO_PORT });
}

/** Waits for a listener on 0.0.0.0; on another port than PORT, one restart with the new primary port. */
async function scan(starting: StartingInstance, first: Running, deadline: number): Promise<Readiness> {
  const { log, timings, now, signal } = starting;
  const notice = scanNotice(starting);
  const limit = Math.min(now() + seconds(timings.scanLimit), deadline);
  let running = first;
  let expected = starting.expected;
  let restarted = false;
  let loopbackOnly = false;
  let otherSince: number | undefined;
  for (; now() < limit; await delay(seconds(timings.poll), undefined, { signal })) {
    const status = running.status();
    if (status !== undefined) return failed(exitFailure(log, running, status));
    const seen = await openListeners(running);
    if (seen.open.some(({ port }) => port === expected)) {
      return { ok: true, running, port: expected, open: seen.open };
    }
    loopbackOnly = seen.loopbackOnly;
    const [other] = seen.open;
    if (other === undefined) {
      notice(loopbackOnly);
      continue;
    }
    otherSince ??= now();
    // Another port may be open before PORT is.
    if (now() - otherSince < seconds(timings.settle)) continue;
    if (restarted) return { ok: true, running, port: other.port, open: seen.open };
    restarted = true;
    expected = other.port;
    otherSince = undefined;
    running = await restartOn(starting, expected);
  }
  return timedOut(starting, loopbackOnly);
}

/** Polls the instance until it is healthy. Without a path, a connection to the port is enough. */
async function waitForHealth(
  starting: StartingInstance,
  up: ReadyProcess,
  deadline: number,
): Promise<Readiness> {
  const { log, timings, now, signal, healthCheckPath, host } = starting;
  const limit = Math.min(now() + seconds(timings.healthLimit), deadline);
  let verdict: HealthProblem;
  do {
    const status = up.running.status();
    if (status !== undefined) return failed(exitFailure(log, up.running, status));
    verdict = await checkHealth(
      { port: up.port, path: healthCheckPath, host, timeoutSeconds: timings.healthTimeout },
      signal,
    );
    signal.throwIfAborted();
    if (verdict === undefined) return { ok: true, ...up };
    await delay(seconds(timings.poll), undefined, { signal });
  } while (now() < limit);
  const reason =
    "Timed out after waiting for internal health check to return a successful response code at: " +
    `${host}:${up.port} ${healthCheckPath}`;
  log.say("app", "Timed Out", reason);
  return failed({ timedOutSeconds: timings.healthLimit, timedOutReason: reason, unhealthy: verdict });
}

/** Waits until a started process is ready for traffic. @throws AbortError when the deploy is canceled. */
export async function waitUntilReady(starting: StartingInstance, first: Running): Promise<Readiness> {
  const deadline = starting.now() + seconds(starting.timings.deployLimit);
  const found = await scan(starting, first, deadline);
  if (!found.ok) return found;
  starting.onBound();
  return waitForHealth(starting, found, deadline);
}
