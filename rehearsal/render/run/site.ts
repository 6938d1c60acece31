import type { Deploy, Service } from "../store";
import { pruneCopies } from "./copies";
import { deployEnded } from "./deploy-events";
import { liveDeploy, mark } from "./deploy-record";
import { type Front, openFront } from "./front";
import { rollOut } from "./rollout";
import { Upkeep } from "./upkeep";
import type { World } from "./world";

interface Waiting {
  readonly service: Service;
  readonly deploy: Deploy;
  readonly again: Deploy | undefined;
}

/** The deploy that runs. */
interface Current {
  readonly deploy: Deploy;
  readonly abort: AbortController;
  readonly ended: Promise<void>;
}

/** One service's place in the embedded Render: its front, its live instance, its deploys one by one. */
export class Site {
  /** Keeps the live deploy's instance up. Undefined while none is live, or a deploy replaces it. */
  upkeep: Upkeep | undefined;
  private readonly queue: Waiting[] = [];
  private current: Current | undefined;

  private constructor(
    private readonly world: World,
    readonly front: Front,
  ) {}

  static async open(world: World): Promise<Site> {
    return new Site(world, await openFront());
  }

  /** Whether a deploy has to wait. */
  get busy(): boolean {
    return this.current !== undefined || this.queue.length > 0;
  }

  enqueue(waiting: Waiting): void {
    this.queue.push(waiting);
    if (this.current === undefined) this.next();
  }

  /** Ends a deploy that waits or runs. @returns false when it does neither */
  async cancel(service: Service, deploy: Deploy): Promise<boolean> {
    const at = this.queue.findIndex((waiting) => waiting.deploy === deploy);
    if (at >= 0) {
      this.queue.splice(at, 1);
      mark(deploy, "canceled");
      deployEnded(service, deploy, "canceled");
      return true;
    }
    const { current } = this;
    if (current?.deploy !== deploy) return false;
    current.abort.abort();
    await current.ended;
    return true;
  }

  /** Ends every deploy that waits or runs, and the live instance. @param most caps its shutdown delay */
  async quiesce(service: Service, most?: number): Promise<void> {
    for (const { deploy } of [...this.queue]) await this.cancel(service, deploy);
    if (this.current) await this.cancel(service, this.current.deploy);
    const { upkeep } = this;
    this.upkeep = undefined;
    await upkeep?.stop(most);
  }

  private next(): void {
    const waiting = this.queue.shift();
    if (waiting === undefined) return;
    const abort = new AbortController();
    const ended = this.run(waiting, abort.signal);
    this.current = { deploy: waiting.deploy, abort, ended };
  }

  private async run(waiting: Waiting, signal: AbortSignal): Promise<void> {
    const { service } = waiting;
    // The request that asked for this deploy is answered first: it sees `created`.
    await new Promise(setImmediate);
    await rollOut(this.world, this, { ...waiting, signal });
    this.current = undefined;
    if (this.queue.length > 0) this.next();
    else this.restore(service);
    await pruneCopies(service).catch((error: Error) => service.log.note("app", error.message));
  }

  /** Starts the predecessor again where the deploy that failed had ended its instance. */
  private restore(service: Service): void {
    const deploy = liveDeploy(service);
    if (this.upkeep !== undefined || service.suspended || deploy === undefined) return;
    const { snapshot, folder } = deploy;
    if (snapshot === undefined || folder === undefined) return;
    service.log.note(
      "app",
      `The instance of ${deploy.id} is started again, because the new deploy failed after it was ended. ` +
        "On Render it would have gone on serving.",
    );
    this.upkeep = new Upkeep(this.world, this.front, { service, deploy, snapshot, folder });
  }
}
