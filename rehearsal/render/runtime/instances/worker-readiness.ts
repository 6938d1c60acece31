import { setTimeout as delay } from "node:timers/promises";
import type { Running } from "../processes/launch";
import { exitFailure, type Readiness, type StartingInstance } from "./readiness";

/**
 * Waits until a worker has stayed up for a while: it has no port by which it could be asked. One that ends before has
 * failed, whatever its exit status.
 * @throws AbortError when the deploy is canceled
 */
export async function waitUntilUp(starting: StartingInstance, running: Running): Promise<Readiness> {
  const { log, timings, now, signal } = starting;
  const until = now() + timings.workerUp * 1000;
  while (now() < until) {
    const status = running.status();
    if (status !== undefined) return { ok: false, failure: exitFailure(log, running, status) };
    await delay(timings.poll * 1000, undefined, { signal });
  }
  return { ok: true, running, port: NO_PORT, open: [] };
}

/** Of an instance that listens on nothing. */
export const NO_PORT = 0;
