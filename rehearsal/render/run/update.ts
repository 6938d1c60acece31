import { liveDeploy, mark } from "./deploy-record";
import { redirectionsFor } from "./environment";
import { type Instance, launchInstance } from "./instance";
import type { Site } from "./site";
import { StepFailed } from "./task";
import { Upkeep } from "./upkeep";
import { DEFAULT_PORT } from "./variables";
import type { Placed, World } from "./world";

const RULE = "///////////////////////////////////////////////////////////";

/** On Render the old instance serves until the new one is live; on one machine both would need one port. */
async function endPredecessor(site: Site, placed: Placed): Promise<void> {
  const { upkeep } = site;
  if (upkeep === undefined) return;
  site.upkeep = undefined;
  placed.service.log.note(
    "app",
    `The instance of ${upkeep.placed.deploy.id} is ended before the new one starts, because both would bind ` +
      "the same port of this machine. On Render it would serve until the new one is live.",
  );
  await upkeep.stop();
}

function sayBeginning(world: World, placed: Placed): void {
  const { log } = placed.service;
  log.say("app", "Deploying...");
  if (!placed.snapshot.variables.has("WEB_CONCURRENCY")) {
    log.say("app", "Setting WEB_CONCURRENCY=1 by default, based on available CPUs in the instance");
  }
  const { numInstances } = placed.snapshot.details;
  if (numInstances > 1) {
    log.note("app", `One instance runs here, not ${numInstances}: each would bind the same port.`);
  }
  for (const { variable, from, to } of redirectionsFor(world, placed)) {
    log.note("app", `${variable}: ${from} is at ${to} on this machine.`);
  }
}

function sayLive(placed: Placed): void {
  const lines = ["", RULE, "", `Available at your primary URL ${placed.service.url}`, "", RULE];
  placed.service.log.say("app", "Your service is live 🎉", ...lines);
}

/** From now on the service's traffic goes to the new instance; its predecessor is superseded. */
function goLive(world: World, site: Site, placed: Placed, instance: Instance): void {
  const { service, deploy } = placed;
  sayLive(placed);
  const superseded = liveDeploy(service);
  site.upkeep = new Upkeep(world, site.front, placed, instance);
  mark(deploy, "live");
  if (superseded !== undefined) mark(superseded, "deactivated");
}

/**
 * Ends the predecessor's instance, starts the new one and, once it is fit for traffic, makes the deploy live.
 * @throws StepFailed when it does not become fit, AbortError when the deploy is canceled
 */
export async function update(world: World, site: Site, placed: Placed, signal: AbortSignal): Promise<void> {
  await endPredecessor(site, placed);
  signal.throwIfAborted();
  sayBeginning(world, placed);
  const grace = placed.snapshot.details.maxShutdownDelaySeconds;
  const launched = await launchInstance(world, placed, { signal, primary: DEFAULT_PORT, grace: () => grace });
  if (!launched.ok) throw new StepFailed("update_failed", launched.failure);
  goLive(world, site, placed, launched.instance);
}
