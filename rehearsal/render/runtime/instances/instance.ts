import type { Failure } from "../../events";
import { instanceId, timestamp } from "../../identifiers";
import { noteMemory } from "../../memory-use";
import type { PreparedDeploy, RuntimeContext } from "../context";
import { portOf } from "../environment/variables";
import { type Command, launch, type Running } from "../processes/launch";
import { withinPlan } from "../processes/memory";
import { publicHost } from "../public-host";
import { serviceCommand, startText } from "../service-command";
import { isTaken } from "./health-check";
import { type StartingInstance, waitUntilReady } from "./readiness";
import { withStandIn } from "./stand-in-port";
import { NO_PORT, waitUntilUp } from "./worker-readiness";

/** A process of the service that is ready for traffic. */
export interface Instance {
  readonly id: string;
  readonly createdAt: string;
  readonly running: Running;
  readonly port: number;
  readonly openPorts: readonly number[];
  readonly startup: Startup;
}

/** How long a process took from its start, in seconds. */
export interface Startup {
  /** Until it listened. */
  readonly boundSeconds: number;
  /** Until its health check first passed. */
  readonly healthySeconds: number;
}

export interface Launching {
  readonly signal: AbortSignal;
  /** The PORT that the platform sets, where the service's own variables do not. */
  readonly primary: number;
  /** How long a process may take to end after SIGTERM, in seconds. */
  readonly graceSeconds: () => number;
}

export type Launched =
  | { readonly ok: true; readonly instance: Instance }
  | { readonly ok: false; readonly id: string; readonly failure: Failure };

/** On one machine a port has one owner: the log says so before a process fails on a taken port. */
async function notePortTaken(context: RuntimeContext, prepared: PreparedDeploy, port: number): Promise<void> {
  if (!(await isTaken(port))) return;
  const holder = [...context.store.services.values()].find(
    (other) => other !== prepared.service && other.details.openPorts.some((open) => open.port === port),
  );
  const who = holder === undefined ? "another process on this machine" : `the service ${holder.name}`;
  const advice = holder === undefined ? "End that process" : "Suspend that service";
  prepared.service.log.note(
    "app",
    `Port ${port} is taken by ${who}: this service cannot bind it. ${advice}, or give this one another PORT.`,
  );
}

async function commandFor(
  context: RuntimeContext,
  prepared: PreparedDeploy,
  instance: string,
  port: number,
): Promise<Command> {
  const { log } = prepared.service;
  const text = startText(prepared.snapshot);
  log.say("app", `Running '${text || "the image's own command"}'`);
  const onLine = (line: string): void => log.write(line, "app", instance);
  return serviceCommand(context, prepared, { text, instance, port, onLine });
}

function start({ service, snapshot }: PreparedDeploy, instance: string, command: Command): Running {
  const running = launch(command);
  return withinPlan(running, snapshot.details.plan, (bytes) => noteMemory(service, instance, bytes));
}

/**
 * Starts a process and waits until it is ready. A process that did not become ready has ended when this returns.
 * @throws AbortError when the signal comes first; the process has ended by then
 */
export async function launchInstance(
  context: RuntimeContext,
  given: PreparedDeploy,
  launching: Launching,
): Promise<Launched> {
  const { prepared, asDeclared } = await withStandIn(context, given, launching.primary);
  const { service, snapshot } = prepared;
  const id = instanceId(service.id);
  const createdAt = timestamp();
  const expected = portOf(snapshot, launching.primary);
  if (service.type !== "background_worker") await notePortTaken(context, prepared, expected);
  launching.signal.throwIfAborted();
  const command = await commandFor(context, prepared, id, launching.primary);
  launching.signal.throwIfAborted();
  let running = start(prepared, id, command);
  let started = performance.now();
  let boundSeconds = 0;
  const sinceStart = (): number => (performance.now() - started) / 1000;
  const starting: StartingInstance = {
    log: service.log,
    timings: context.timings,
    now: context.now,
    signal: launching.signal,
    healthCheckPath: snapshot.details.healthCheckPath,
    host: publicHost(prepared.service),
    expected,
    restart: async (port) => {
      await running.stop(launching.graceSeconds());
      launching.signal.throwIfAborted();
      const again = await commandFor(context, prepared, id, port);
      launching.signal.throwIfAborted();
      running = start(prepared, id, again);
      started = performance.now();
      return running;
    },
    onBound: () => {
      boundSeconds = sinceStart();
    },
  };
  try {
    const worker = service.type === "background_worker";
    const outcome = await (worker ? waitUntilUp(starting, running) : waitUntilReady(starting, running));
    launching.signal.throwIfAborted();
    if (!outcome.ok) {
      await running.stop(launching.graceSeconds());
      return { ok: false, id, failure: outcome.failure };
    }
    const others = outcome.open.map((listener) => listener.port).filter((port) => port !== outcome.port);
    const openPorts = outcome.port === NO_PORT ? [] : [outcome.port, ...others].map(asDeclared);
    const startup = { boundSeconds, healthySeconds: sinceStart() };
    return { ok: true, instance: { id, createdAt, running, port: outcome.port, openPorts, startup } };
  } catch (error) {
    await running.stop(launching.graceSeconds());
    throw error;
  }
}
