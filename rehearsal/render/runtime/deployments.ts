import { ApiFailure } from "../api/failure";
import type { RenderOptions } from "../options";
import { recordEvent } from "../record-event";
import type { CronRun, Deploy, DeployTrigger, Service, Store } from "../store";
import { removeImages } from "./containers/image";
import { createRuntimeContext, type RuntimeContext } from "./context";
import { commitOf, givenCommit } from "./deploys/commit";
import { addDeploy, liveDeploy } from "./deploys/deploy-record";
import { type Observed, type OtherPort, observed, runOnOtherPort, shutDown } from "./examination";
import type { HeldRequest } from "./instances/request-in-flight";
import type { Shutdown } from "./instances/shutdown";
import { ServiceRuntime } from "./service-runtime";

/** Runs the deploys of every service of one embedded Render, and what they made live. */
export interface Deployments {
  /**
   * Opens what runs a service. Returns the URL of its ingress, a proxy on a free port, `http://127.0.0.1:PORT`; empty
   * for a service that is not reached from outside.
   */
  open(service: Pick<Service, "id" | "type" | "slug">): Promise<string>;
  /**
   * Starts a deploy in place of the one that runs, or, where the policy is to wait, queues it behind that one. `queued`
   * is what makes the API answer 202 without a body. With `rollbackTo` that deploy's snapshot and checkout run again,
   * without a build; with `commit` that one is built.
   * @throws ApiFailure 409 while the service is suspended, 400 for a commit that is not on this machine
   */
  start(
    service: Service,
    trigger: DeployTrigger,
    options?: StartOptions,
  ): { readonly deploy: Deploy; readonly queued: boolean };
  /** Ends a deploy that has not ended. @throws ApiFailure 409 when it has ended already */
  cancel(service: Service, deploy: Deploy): Promise<void>;
  /** Ends the processes and every running deploy. The ingress answers 503 until the service is resumed. */
  suspend(service: Service): Promise<void>;
  /** Deploys the last live deploy's snapshot again, or what is configured. */
  resume(service: Service): void;
  /** Restarts the live instance; resolves when the old process has ended. @throws ApiFailure 409 without one */
  restart(service: Service): Promise<void>;
  instances(service: Service): readonly { readonly id: string; readonly createdAt: string }[];
  /** What was seen of the service, beside what the API says. */
  observed(service: Service): Observed;
  /** Suspends the service, with a request in flight, and says how its instance ended. */
  shutDown(service: Service, held: HeldRequest | undefined): Promise<Shutdown | undefined>;
  /** Runs a suspended service once more on another port. */
  runOn(service: Service, port: number, signal: AbortSignal): Promise<OtherPort>;
  /** Runs a cron job's live deploy once, and cancels the run that runs. @throws ApiFailure 409 without one */
  runNow(service: Service): CronRun;
  /** Takes a cron job's schedule as it is configured now. */
  reschedule(service: Service): void;
  /** @returns false where no run of the cron job runs */
  cancelRun(service: Service): boolean;
  /** Ends the service's processes and ingress, and removes its checkouts. */
  remove(service: Service): Promise<void>;
  /** Ends everything that was started, and removes all checkouts. */
  stop(): Promise<void>;
}

interface StartOptions {
  readonly rollbackTo?: Deploy;
  /** A git commit's id, at least 7 digits of it. */
  readonly commit?: string;
}

const CLOSED = "The embedded Render is not running.";

class LocalDeployments implements Deployments {
  private readonly runtimes = new Map<string, ServiceRuntime>();
  private stopped = false;

  constructor(private readonly context: RuntimeContext) {}

  async open(service: Pick<Service, "id" | "type" | "slug">): Promise<string> {
    if (this.stopped) throw new ApiFailure(503, CLOSED);
    const runtime = await ServiceRuntime.open(this.context, service);
    this.runtimes.set(service.id, runtime);
    return runtime.ingress.url;
  }

  start(service: Service, trigger: DeployTrigger, options: StartOptions = {}) {
    if (this.stopped) throw new ApiFailure(503, CLOSED);
    if (service.suspended) throw new ApiFailure(409, `${service.id} is suspended: resume it first`);
    const runtime = this.runtimeOf(service);
    const queued = runtime.busy && this.context.options.overlappingDeploys === "wait";
    const { rollbackTo, commit: asked } = options;
    const pinned = asked !== undefined;
    const commit = pinned ? givenCommit(this.context, service, asked) : commitOf(this.context, service);
    if (commit === undefined)
      throw new ApiFailure(400, `commitId: the directory of the repository has no commit ${asked}`);
    const again = rollbackTo === undefined ? {} : { rollbackTo };
    const deploy = addDeploy(service, { trigger, commit, pinned, queued, ...again });
    runtime.enqueue({ service, deploy, again: rollbackTo });
    return { deploy, queued };
  }

  async cancel(service: Service, deploy: Deploy): Promise<void> {
    if (await this.runtimeOf(service).cancel(service, deploy)) return;
    throw new ApiFailure(409, `${deploy.id} has ended already: it is ${deploy.status}`);
  }

  async suspend(service: Service): Promise<void> {
    const runtime = this.runtimeOf(service);
    service.suspended = true;
    runtime.ingress.route({ closed: "This service has been suspended." });
    await runtime.quiesce(service);
    service.log.note("app", "The service is suspended: its processes have ended and its port is free.");
    runtime.ingress.route({ closed: "This service has been suspended." });
    recordEvent(service, "service_suspended");
  }

  resume(service: Service): void {
    service.suspended = false;
    recordEvent(service, "service_resumed");
    const live = liveDeploy(service);
    this.start(service, "service_resumed", live === undefined ? {} : { rollbackTo: live });
  }

  async restart(service: Service): Promise<void> {
    const { supervisor } = this.runtimeOf(service);
    if (supervisor?.restart === undefined)
      throw new ApiFailure(409, `${service.id} has no live instance to restart`);
    await supervisor.restart();
  }

  instances(service: Service) {
    const instance = this.runtimeOf(service).supervisor?.instance;
    return instance === undefined ? [] : [{ id: instance.id, createdAt: instance.createdAt }];
  }

  observed(service: Service): Observed {
    return observed(this.runtimeOf(service), service);
  }

  shutDown(service: Service, held: HeldRequest | undefined): Promise<Shutdown | undefined> {
    return shutDown(this.runtimeOf(service), held, () => this.suspend(service));
  }

  runOn(service: Service, port: number, signal: AbortSignal): Promise<OtherPort> {
    return runOnOtherPort(this.context, service, { port, signal });
  }

  reschedule(service: Service): void {
    this.runtimeOf(service).supervisor?.reschedule?.();
  }

  runNow(service: Service): CronRun {
    const { supervisor } = this.runtimeOf(service);
    if (supervisor?.runNow !== undefined) return supervisor.runNow();
    throw new ApiFailure(409, `${service.id} has no live deploy to run`);
  }

  cancelRun(service: Service): boolean {
    return this.runtimeOf(service).supervisor?.cancelRun?.() === true;
  }

  async remove(service: Service): Promise<void> {
    await this.clear(service.id, this.runtimeOf(service));
    this.runtimes.delete(service.id);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    // A service that is being removed still has its runtime, and is waited for too.
    await Promise.all([...this.runtimes].map(([id, runtime]) => this.clear(id, runtime)));
    this.runtimes.clear();
    await this.context.checkouts.removeAll();
  }

  private async clear(id: string, runtime: ServiceRuntime): Promise<void> {
    const { service } = runtime;
    if (service !== undefined) {
      service.suspended = true;
      await runtime.quiesce(service, this.context.timings.graceAtEnd);
    }
    await runtime.ingress.close();
    await removeImages(service);
    await this.context.checkouts.remove(id);
  }

  private runtimeOf(service: Service): ServiceRuntime {
    const runtime = this.runtimes.get(service.id);
    if (runtime === undefined) throw new ApiFailure(409, `${service.id} is being made or removed`);
    return runtime;
  }
}

/** @returns what runs the deploys of the store's services; `stop` ends everything it started */
export function createDeployments(store: Store, options: RenderOptions): Deployments {
  return new LocalDeployments(createRuntimeContext(store, options));
}
