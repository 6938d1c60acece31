import type { Deploy, Service } from "../store";
import type { RuntimeContext } from "./context";
import { pruneCheckouts } from "./deploys/checkout";
import { deployEnded } from "./deploys/deploy-events";
import { liveDeploy, mark } from "./deploys/deploy-record";
import { rollOut } from "./deploys/rollout";
import { type Ingress, NO_INGRESS, openIngress } from "./instances/ingress";
import { InstanceSupervisor } from "./instances/instance-supervisor";
import type { KeptRunning } from "./kept-running";
import { publicHost } from "./public-host";

interface WaitingDeploy {
  readonly service: Service;
  readonly deploy: Deploy;
  readonly again: Deploy | undefined;
}

/** Cancels a deploy that nothing runs of. */
function endUnstarted(service: Service, deploy: Deploy): void {
  mark(deploy, "canceled");
  deployEnded(service, deploy, "canceled");
}

/** The deploy that runs. */
interface CurrentDeploy {
  readonly deploy: Deploy;
  readonly abort: AbortController;
  readonly ended: Promise<void>;
}

/** What runs for one service: its ingress, its live instance, and its deploys, never two at once. */
export class ServiceRuntime {
  /** The service; known from its first deploy on. */
  service: Service | undefined;
  /** Keeps the live deploy's instance running. Undefined while none is live, or a deploy replaces it. */
  supervisor: KeptRunning | undefined;
  private readonly queue: WaitingDeploy[] = [];
  private current: CurrentDeploy | undefined;
  private quiet: Promise<void> = Promise.resolve();
  /** What is being stopped: who asks again may have less patience. */
  private stopping: KeptRunning | undefined;

  private constructor(
    private readonly context: RuntimeContext,
    readonly ingress: Ingress,
  ) {}

  static async open(
    context: RuntimeContext,
    service: Pick<Service, "type" | "slug">,
  ): Promise<ServiceRuntime> {
    const { type } = service;
    const reached = type === "web_service" || type === "static_site";
    if (!reached) return new ServiceRuntime(context, NO_INGRESS);
    const opened: { runtime?: ServiceRuntime } = {};
    const away = (): boolean => opened.runtime?.service?.details.maintenanceMode.enabled === true;
    opened.runtime = new ServiceRuntime(context, await openIngress(publicHost(service), away));
    return opened.runtime;
  }

  /** Whether a deploy has to wait. */
  get busy(): boolean {
    return this.current !== undefined || this.queue.length > 0;
  }

  /** Starts a deploy, once the one that runs has ended; by Render's default, that one is cancelled. */
  enqueue(waiting: WaitingDeploy): void {
    const { service } = waiting;
    this.service = service;
    for (const { deploy } of this.queue.splice(0)) endUnstarted(service, deploy);
    this.queue.push(waiting);
    const { current } = this;
    if (current === undefined) {
      this.next();
      return;
    }
    if (this.context.options.overlappingDeploys === "wait" || current.abort.signal.aborted) return;
    service.log.note("app", `Deploy ${current.deploy.id} is canceled: ${waiting.deploy.id} overrides it.`);
    current.abort.abort();
  }

  /** Ends a deploy that waits or runs. @returns false when it does neither */
  async cancel(service: Service, deploy: Deploy): Promise<boolean> {
    const at = this.queue.findIndex((waiting) => waiting.deploy === deploy);
    if (at >= 0) {
      this.queue.splice(at, 1);
      endUnstarted(service, deploy);
      return true;
    }
    const { current } = this;
    if (current?.deploy !== deploy) return false;
    current.abort.abort();
    await current.ended;
    return true;
  }

  /**
   * Ends every deploy that waits or runs now, and the live instance. A deploy that is started meanwhile begins
   * after that. @param most caps the service's own shutdown delay, in seconds
   */
  quiesce(service: Service, most?: number): Promise<void> {
    const under = [...this.queue.map(({ deploy }) => deploy), ...(this.current ? [this.current.deploy] : [])];
    const quieting = (async () => {
      await Promise.all(under.map((deploy) => this.cancel(service, deploy)));
      const supervisor = this.supervisor ?? this.stopping;
      this.supervisor = undefined;
      this.stopping = supervisor;
      await supervisor?.stop(most);
      if (this.stopping === supervisor) this.stopping = undefined;
    })();
    this.quiet = quieting;
    return quieting;
  }

  private next(): void {
    const waiting = this.queue.shift();
    if (waiting === undefined) return;
    const abort = new AbortController();
    // Read now: a later `quiesce` waits for this deploy, so this deploy must not wait for it.
    const ended = this.run(waiting, abort.signal, this.quiet);
    this.current = { deploy: waiting.deploy, abort, ended };
  }

  private async run(waiting: WaitingDeploy, signal: AbortSignal, quiet: Promise<void>): Promise<void> {
    const { service } = waiting;
    // The request that started this deploy is answered first, with status `created`.
    await new Promise(setImmediate);
    await quiet;
    await rollOut(this.context, this, { ...waiting, signal });
    this.current = undefined;
    if (this.queue.length > 0) this.next();
    else this.restore(service);
    await pruneCheckouts(service).catch((error: Error) => service.log.note("app", error.message));
  }

  /** Starts the previous instance again where the failed deploy had ended it. */
  private restore(service: Service): void {
    const deploy = liveDeploy(service);
    if (this.supervisor !== undefined || service.suspended || deploy === undefined) return;
    const { snapshot, folder } = deploy;
    if (snapshot === undefined || folder === undefined) return;
    service.log.note(
      "app",
      `The instance of ${deploy.id} is started again, because the new deploy failed after it was ended. ` +
        "On Render it would have gone on serving.",
    );
    this.supervisor = new InstanceSupervisor(this.context, this.ingress, {
      service,
      deploy,
      snapshot,
      folder,
    });
  }
}
