import type { Failure } from "../events";
import { instanceId, timestamp } from "../identifiers";
import { bringUp, type Candidate } from "./bring-up";
import { commandFolder, environmentFor } from "./environment";
import { launch, type Running } from "./launch";
import { withinPlan } from "./memory";
import { isTaken } from "./probe";
import { portOf } from "./variables";
import type { Placed, World } from "./world";

/** A process of the service that is fit for traffic. */
export interface Instance {
  readonly id: string;
  readonly createdAt: string;
  readonly running: Running;
  readonly port: number;
  readonly openPorts: readonly number[];
}

export interface Launching {
  readonly signal: AbortSignal;
  /** The port the platform tells the process of, where the service's own variables do not. */
  readonly primary: number;
  /** How long a process may take to end after SIGTERM, in seconds. */
  readonly grace: () => number;
}

export type Launched =
  | { readonly ok: true; readonly instance: Instance }
  | { readonly ok: false; readonly id: string; readonly failure: Failure };

/** Where traffic goes in on Render: the Host of health checks and the name in log lines. */
export const hostOf = (placed: Placed): string => `${placed.service.slug}.onrender.com`;

/** On one machine a port has one owner; who starts a process on a taken one should know before it fails. */
async function notePortTaken(world: World, placed: Placed, port: number): Promise<void> {
  if (!(await isTaken(port))) return;
  const holder = [...world.store.services.values()].find(
    (other) => other !== placed.service && other.details.openPorts.some((open) => open.port === port),
  );
  const who = holder === undefined ? "another process on this machine" : `the service ${holder.name}`;
  const advice = holder === undefined ? "End that process" : "Suspend that service";
  placed.service.log.note(
    "app",
    `Port ${port} is taken by ${who}: this service cannot bind it. ${advice}, or give this one another PORT.`,
  );
}

function start(world: World, placed: Placed, instance: string, port: number): Running {
  const { log } = placed.service;
  const text = placed.snapshot.details.startCommand;
  log.say("app", `Running '${text}'`);
  const running = launch({
    text,
    folder: commandFolder(placed),
    environment: environmentFor(world, placed, { instance, port }),
    onLine: (line) => log.write(line, "app", instance),
  });
  return withinPlan(running, placed.snapshot.details.plan);
}

/**
 * Starts a process and waits until it is fit for traffic. One that is not has ended when this returns.
 * @throws AbortError when the signal comes first; the process has ended by then
 */
export async function launchInstance(world: World, placed: Placed, with_: Launching): Promise<Launched> {
  const { service, snapshot } = placed;
  const id = instanceId(service.id);
  const createdAt = timestamp();
  const expected = portOf(snapshot, with_.primary);
  await notePortTaken(world, placed, expected);
  with_.signal.throwIfAborted();
  let running = start(world, placed, id, with_.primary);
  const candidate: Candidate = {
    log: service.log,
    timings: world.timings,
    signal: with_.signal,
    healthCheckPath: snapshot.details.healthCheckPath,
    host: hostOf(placed),
    expected,
    restart: async (port) => {
      await running.stop(with_.grace());
      with_.signal.throwIfAborted();
      running = start(world, placed, id, port);
      return running;
    },
  };
  try {
    const outcome = await bringUp(candidate, running);
    with_.signal.throwIfAborted();
    if (!outcome.ok) {
      await running.stop(with_.grace());
      return { ok: false, id, failure: outcome.failure };
    }
    const others = outcome.open.map((listener) => listener.port).filter((port) => port !== outcome.port);
    const openPorts = [outcome.port, ...others];
    return { ok: true, instance: { id, createdAt, running, port: outcome.port, openPorts } };
  } catch (error) {
    await running.stop(with_.grace());
    throw error;
  }
}
