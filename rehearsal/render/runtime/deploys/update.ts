import type { PreparedDeploy, RuntimeContext } from "../context";
import { CronSchedule } from "../cron/cron-schedule";
import { redirectionsFor } from "../environment/environment";
import { DEFAULT_PORT } from "../environment/variables";
import type { Ingress } from "../instances/ingress";
import { launchInstance } from "../instances/instance";
import { InstanceSupervisor } from "../instances/instance-supervisor";
import type { KeptRunning } from "../kept-running";
import { StepFailed } from "../processes/one-off-process";
import { publishFolder, StaticPages } from "../site/static-pages";
import { liveDeploy, mark } from "./deploy-record";

const RULE = "///////////////////////////////////////////////////////////";

/** The part of a service that an update changes: where its traffic goes, and what keeps its instance up. */
export interface RunningService {
  readonly ingress: Ingress;
  /** Undefined while no deploy is live, or while one is being replaced. */
  supervisor: KeptRunning | undefined;
}

/** On Render the old instance serves until the new one is live. On one machine both would need the same port. */
async function endPredecessor(running: RunningService, prepared: PreparedDeploy): Promise<void> {
  const { supervisor } = running;
  if (supervisor === undefined) return;
  running.supervisor = undefined;
  prepared.service.log.note(
    "app",
    `The instance of ${supervisor.prepared.deploy.id} is ended before the new one starts, because both would bind ` +
      "the same port of this machine. On Render it would serve until the new one is live.",
  );
  await supervisor.stop();
}

function sayBeginning(context: RuntimeContext, prepared: PreparedDeploy): void {
  const { log } = prepared.service;
  log.say("app", "Deploying...");
  if (!prepared.snapshot.variables.has("WEB_CONCURRENCY")) {
    log.say("app", "Setting WEB_CONCURRENCY=1 by default, based on available CPUs in the instance");
  }
  const { numInstances } = prepared.snapshot.details;
  if (numInstances > 1) {
    log.note("app", `One instance runs here, not ${numInstances}: each would bind the same port.`);
  }
  const alone = [...(context.options.rehearsalVariables?.keys() ?? [])];
  if (alone.length > 0) log.note("app", `Set for the rehearsal alone: ${alone.join(", ")}.`);
  for (const { variable, from, to } of redirectionsFor(context, prepared)) {
    log.note("app", `${variable}: ${from} is at ${to} on this machine.`);
  }
}

function sayLive({ service }: PreparedDeploy): void {
  const reached = service.url !== "" && [
    "",
    RULE,
    "",
    `Available at your primary URL ${service.url}`,
    "",
    RULE,
  ];
  service.log.say("app", "Your service is live 🎉", ...(reached || []));
}

/** From now on this is what runs of the service; its predecessor is superseded. */
function goLive(running: RunningService, prepared: PreparedDeploy, kept: KeptRunning): void {
  const { service, deploy } = prepared;
  sayLive(prepared);
  const superseded = liveDeploy(service);
  running.supervisor = kept;
  mark(deploy, "live");
  if (superseded !== undefined) mark(superseded, "deactivated");
}

/**
 * Makes a built deploy live: a site's pages and a cron job's schedule at once, anything else once its new instance is
 * ready, for which its predecessor's is ended before.
 * @throws StepFailed when it does not become ready, AbortError when the deploy is canceled
 */
export async function update(
  context: RuntimeContext,
  running: RunningService,
  prepared: PreparedDeploy,
  signal: AbortSignal,
): Promise<void> {
  const { type } = prepared.service;
  if (type === "static_site") {
    const folder = await publishFolder(prepared);
    goLive(running, prepared, new StaticPages(running.ingress, prepared, folder));
  } else if (type === "cron_job") {
    await running.supervisor?.stop();
    goLive(running, prepared, new CronSchedule(context, prepared));
  } else await replaceInstance(context, running, prepared, signal);
}

async function replaceInstance(
  context: RuntimeContext,
  running: RunningService,
  prepared: PreparedDeploy,
  signal: AbortSignal,
): Promise<void> {
  await endPredecessor(running, prepared);
  signal.throwIfAborted();
  sayBeginning(context, prepared);
  const graceSeconds = prepared.snapshot.details.maxShutdownDelaySeconds;
  const launched = await launchInstance(context, prepared, {
    signal,
    primary: DEFAULT_PORT,
    graceSeconds: () => graceSeconds,
  });
  if (!launched.ok) throw new StepFailed("update_failed", launched.failure);
  goLive(running, prepared, new InstanceSupervisor(context, running.ingress, prepared, launched.instance));
}
