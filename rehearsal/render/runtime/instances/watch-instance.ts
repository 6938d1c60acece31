import { setTimeout as delay } from "node:timers/promises";
import type { Failure } from "../../events";
import { recordEvent } from "../../record-event";
import type { PreparedDeploy, RuntimeContext } from "../context";
import { publicHost } from "../public-host";
import { checkHealth } from "./health-check";
import type { Instance } from "./instance";
import { exitFailure } from "./readiness";
import { NO_PORT } from "./worker-readiness";

export interface WatchOptions {
  /** Ends the watch. */
  readonly signal: AbortSignal;
  /** Called with whether the instance gets traffic. */
  readonly onRoutable: (routable: boolean) => void;
}

/** Measures how long a live instance has failed without a break. */
class FailureStreak {
  private since: number | undefined;
  routed = true;

  constructor(private readonly now: () => number) {}

  /** @returns how long it has failed, in seconds */
  failed(): number {
    this.since ??= this.now();
    return (this.now() - this.since) / 1000;
  }

  recovered(): void {
    this.since = undefined;
    this.routed = true;
  }
}

/** Checks the instance's health once. @returns why it must be started again, undefined when it need not be */
async function checkOnce(
  context: RuntimeContext,
  prepared: PreparedDeploy,
  instance: Instance,
  unwell: FailureStreak,
  watching: WatchOptions,
): Promise<Failure | undefined> {
  // A worker cannot be asked: that it runs is all that is known of it.
  if (instance.port === NO_PORT) return undefined;
  const { timings } = context;
  const { log } = prepared.service;
  const path = prepared.snapshot.details.healthCheckPath;
  const verdict = await checkHealth(
    { port: instance.port, path, host: publicHost(prepared.service), timeoutSeconds: timings.healthTimeout },
    watching.signal,
  );
  // A process that ended during the check is reported by its exit, not by the refused connection.
  if (watching.signal.aborted || instance.running.status() !== undefined) return undefined;
  if (verdict === undefined) {
    if (!unwell.routed) {
      log.note("app", "The instance passes its health check again: it gets traffic.");
      watching.onRoutable(true);
      recordEvent(prepared.service, "server_available");
    }
    unwell.recovered();
    return undefined;
  }
  const lasted = unwell.failed();
  if (lasted >= timings.restart) {
    log.say("app", `${verdict} while running your code`);
    log.note("app", `It failed for ${timings.restart} seconds: the instance is started again.`);
    return { evicted: false, unhealthy: verdict };
  }
  if (lasted >= timings.unroute && unwell.routed) {
    unwell.routed = false;
    log.note("app", `${verdict}, for ${timings.unroute} seconds now: the instance gets no traffic.`);
    watching.onRoutable(false);
  }
  return undefined;
}

/**
 * Watches a live instance until it has to be started again.
 * @returns why, or undefined when the signal ended the watch
 */
export async function watchInstance(
  context: RuntimeContext,
  prepared: PreparedDeploy,
  instance: Instance,
  watching: WatchOptions,
): Promise<Failure | undefined> {
  const exit = new AbortController();
  void instance.running.exited.then(() => exit.abort());
  const wake = AbortSignal.any([watching.signal, exit.signal]);
  const unwell = new FailureStreak(context.now);
  while (!watching.signal.aborted) {
    await delay(context.timings.liveHealth * 1000, undefined, { signal: wake }).catch(() => undefined);
    if (watching.signal.aborted) return undefined;
    const status = instance.running.status();
    if (status !== undefined) return exitFailure(prepared.service.log, instance.running, status);
    const failure = await checkOnce(context, prepared, instance, unwell, watching);
    if (failure !== undefined) return failure;
  }
  return undefined;
}
