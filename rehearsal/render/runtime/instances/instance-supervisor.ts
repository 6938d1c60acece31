import { setTimeout as delay } from "node:timers/promises";
import { recordEvent } from "../../record-event";
import type { PreparedDeploy, RuntimeContext } from "../context";
import { DEFAULT_PORT } from "../environment/variables";
import type { KeptRunning } from "../kept-running";
import type { Ingress } from "./ingress";
import { type Instance, launchInstance } from "./instance";
import { watchInstance } from "./watch-instance";

/** Longest wait before a crashed instance is started again. */
const MAX_BACKOFF_SECONDS = 30;
const NOT_SERVING = { closed: "The instance is being started." } as const;
const UNHEALTHY = { closed: "The instance fails its health check." } as const;
/** The user that the API names for a restart: there is one account, without a name. */
const API_USER = "api";

/**
 * Keeps one deploy's instance running: routes traffic to it while it is healthy, starts it again when it crashes or
 * stays unhealthy, and ends it at the end. Without a first instance it starts one itself.
 */
export class InstanceSupervisor implements KeptRunning {
  private readonly ending = new AbortController();
  private readonly ended: Promise<void>;
  private current: Instance | undefined;
  private asked: { readonly wake: AbortController; readonly done: () => void } | undefined;
  private primary = DEFAULT_PORT;
  private graceSeconds: number;

  constructor(
    private readonly context: RuntimeContext,
    private readonly ingress: Ingress,
    readonly prepared: PreparedDeploy,
    first?: Instance,
  ) {
    this.graceSeconds = prepared.snapshot.details.maxShutdownDelaySeconds;
    this.ended = this.run(first);
  }

  /** The instance that runs now; undefined while one is being started. */
  get instance(): Instance | undefined {
    return this.current;
  }

  /** Ends the process and starts it again. Resolves when the old process has ended; at once where none runs. */
  restart(): Promise<void> {
    const { asked } = this;
    if (asked === undefined) return Promise.resolve();
    return new Promise((resolve) => {
      this.asked = {
        wake: asked.wake,
        done: () => {
          asked.done();
          resolve();
        },
      };
      asked.wake.abort();
    });
  }

  /**
   * Ends the traffic and the process. Asked again, it waits no longer than the last one says.
   *
   * @param most caps the service's own shutdown delay, in seconds
   */
  async stop(most = Number.POSITIVE_INFINITY): Promise<void> {
    const again = this.ending.signal.aborted;
    this.graceSeconds = Math.min(this.graceSeconds, most);
    this.ending.abort();
    if (again) await this.current?.running.stop(this.graceSeconds);
    await this.ended;
  }

  private async run(first: Instance | undefined): Promise<void> {
    const { backoff } = this.context.timings;
    let instance = first;
    let wait = backoff;
    while (!this.ending.signal.aborted) {
      const began = Date.now();
      instance ??= await this.start();
      const again = instance === undefined ? "later" : await this.serve(instance);
      instance = undefined;
      if (again === "now") continue;
      if (Date.now() - began > MAX_BACKOFF_SECONDS * 1000) wait = backoff;
      await delay(wait * 1000, undefined, { signal: this.ending.signal }).catch(() => undefined);
      wait = Math.min(wait * 2, MAX_BACKOFF_SECONDS);
    }
  }

  private async start(): Promise<Instance | undefined> {
    const { service } = this.prepared;
    const launching = {
      signal: this.ending.signal,
      primary: this.primary,
      graceSeconds: () => this.graceSeconds,
    };
    try {
      const launched = await launchInstance(this.context, this.prepared, launching);
      if (launched.ok) {
        recordEvent(service, "server_available");
        return launched.instance;
      }
      recordEvent(service, "server_failed", { instanceID: launched.id, reason: launched.failure });
    } catch (error) {
      if (!this.ending.signal.aborted) service.log.note("app", (error as Error).message);
    }
    return undefined;
  }

  /** Serves until the process has ended, or is ended here. */
  private async serve(instance: Instance): Promise<"now" | "later"> {
    const { service } = this.prepared;
    const wake = new AbortController();
    this.asked = { wake, done: () => undefined };
    this.begin(instance);
    const failure = await watchInstance(this.context, this.prepared, instance, {
      signal: AbortSignal.any([this.ending.signal, wake.signal]),
      onRoutable: (routable) => this.ingress.route(routable ? { port: instance.port } : UNHEALTHY),
    });
    this.ingress.route(NOT_SERVING);
    if (failure) recordEvent(service, "server_failed", { instanceID: instance.id, reason: failure });
    await instance.running.stop(this.graceSeconds);
    this.current = undefined;
    service.details.openPorts = [];
    const restarted = wake.signal.aborted && !this.ending.signal.aborted;
    if (restarted) recordEvent(service, "server_restarted", { triggeredByUser: API_USER });
    this.asked.done();
    this.asked = undefined;
    return restarted ? "now" : "later";
  }

  private begin(instance: Instance): void {
    const ports = instance.openPorts.map((port) => ({ port, protocol: "TCP" as const }));
    this.prepared.service.details.openPorts = ports;
    this.primary = instance.port;
    this.current = instance;
    this.ingress.route({ port: instance.port });
  }
}
