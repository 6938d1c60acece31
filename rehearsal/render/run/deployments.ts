import { record } from "../events";
import { ApiFailure } from "../failure";
import type { RenderOptions } from "../options";
import type { Deploy, DeployTrigger, Service, Store } from "../store";
import { commitOf } from "./commit";
import { addDeploy, liveDeploy } from "./deploy-record";
import { Site } from "./site";
import { openWorld, type World } from "./world";

/** When everything ends, nobody waits half a minute for a service that takes its time. */
const GRACE_AT_END_SECONDS = 5;

/** Runs the deploys of every service of one embedded Render, and what they made live. */
export interface Deployments {
  /** Opens the address where a service's traffic goes in: a proxy on a free port, `http://127.0.0.1:PORT`. */
  openFront(serviceId: string): Promise<string>;
  /**
   * Starts a deploy, or queues it behind the one that runs. `queued` is what makes the API answer 202
   * without a body. With `rollbackTo` that deploy's snapshot and working copy run again, without a build.
   * @throws ApiFailure 409 while the service is suspended
   */
  start(
    service: Service,
    trigger: DeployTrigger,
    options?: { readonly rollbackTo?: Deploy },
  ): { readonly deploy: Deploy; readonly queued: boolean };
  /** Ends a deploy that has not ended. @throws ApiFailure 409 when it has ended already */
  cancel(service: Service, deploy: Deploy): Promise<void>;
  /** Ends the processes and every deploy under way; the front answers 503 until it is resumed. */
  suspend(service: Service): Promise<void>;
  /** Deploys the last live deploy's snapshot again, or what is configured. */
  resume(service: Service): void;
  /** Restarts the live instance; resolves when the old process is gone. @throws ApiFailure 409 without one */
  restart(service: Service): Promise<void>;
  instances(service: Service): readonly { readonly id: string; readonly createdAt: string }[];
  /** Ends processes and front, removes working copies. */
  remove(service: Service): Promise<void>;
  /** Ends everything that was started, working copies and fronts too. */
  stop(): Promise<void>;
}

const CLOSED = "The embedded Render is not running.";

class LocalDeployments implements Deployments {
  private readonly sites = new Map<string, Site>();
  private stopped = false;

  constructor(private readonly world: World) {}

  async openFront(serviceId: string): Promise<string> {
    if (this.stopped) throw new ApiFailure(503, CLOSED);
    const site = await Site.open(this.world);
    this.sites.set(serviceId, site);
    return site.front.url;
  }

  start(service: Service, trigger: DeployTrigger, options: { readonly rollbackTo?: Deploy } = {}) {
    if (this.stopped) throw new ApiFailure(503, CLOSED);
    if (service.suspended) throw new ApiFailure(409, `${service.id} is suspended: resume it first`);
    const site = this.siteOf(service);
    const queued = site.busy;
    const commit = commitOf(this.world, service);
    const deploy = addDeploy(service, { trigger, commit, queued, ...options });
    site.enqueue({ service, deploy, again: options.rollbackTo });
    return { deploy, queued };
  }

  async cancel(service: Service, deploy: Deploy): Promise<void> {
    if (await this.siteOf(service).cancel(service, deploy)) return;
    throw new ApiFailure(409, `${deploy.id} has ended already: it is ${deploy.status}`);
  }

  async suspend(service: Service): Promise<void> {
    const site = this.siteOf(service);
    service.suspended = true;
    site.front.route({ closed: "This service has been suspended." });
    await site.quiesce(service);
    service.log.note("app", "The service is suspended: its processes have ended and its port is free.");
    site.front.route({ closed: "This service has been suspended." });
    record(service, "service_suspended");
  }

  resume(service: Service): void {
    service.suspended = false;
    record(service, "service_resumed");
    const live = liveDeploy(service);
    this.start(service, "service_resumed", live === undefined ? {} : { rollbackTo: live });
  }

  async restart(service: Service): Promise<void> {
    const { upkeep } = this.siteOf(service);
    if (upkeep === undefined) throw new ApiFailure(409, `${service.id} has no live instance to restart`);
    await upkeep.restart();
  }

  instances(service: Service) {
    const instance = this.siteOf(service).upkeep?.instance;
    return instance === undefined ? [] : [{ id: instance.id, createdAt: instance.createdAt }];
  }

  async remove(service: Service): Promise<void> {
    await this.clear(service.id, this.siteOf(service));
    this.sites.delete(service.id);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    // A service that is just being removed has its site still, and is waited for too.
    await Promise.all([...this.sites].map(([id, site]) => this.clear(id, site)));
    this.sites.clear();
    await this.world.workFolder.removeAll();
  }

  private async clear(id: string, site: Site): Promise<void> {
    const { service } = site;
    if (service !== undefined) {
      service.suspended = true;
      await site.quiesce(service, GRACE_AT_END_SECONDS);
    }
    await site.front.close();
    await this.world.workFolder.remove(id);
  }

  private siteOf(service: Service): Site {
    const site = this.sites.get(service.id);
    if (site === undefined) throw new ApiFailure(409, `${service.id} is being made or removed`);
    return site;
  }
}

/** @returns what runs the deploys of the store's services; `stop` ends everything it started */
export function createDeployments(store: Store, options: RenderOptions): Deployments {
  return new LocalDeployments(openWorld(store, options));
}
