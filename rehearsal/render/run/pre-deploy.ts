import { instanceId } from "../identifiers";
import { preDeployEnded, preDeployStarted } from "./deploy-events";
import { commandFolder, environmentFor } from "./environment";
import { runTask, StepFailed, sayTroubleshooting } from "./task";
import { DEFAULT_PORT } from "./variables";
import type { Placed, World } from "./world";

/**
 * Runs the service's pre-deploy command, on Render in an instance of its own, here in the working copy.
 * @throws StepFailed when it fails or takes too long, AbortError when the deploy is canceled
 */
export async function preDeploy(world: World, placed: Placed, signal: AbortSignal): Promise<void> {
  const { service, deploy, snapshot } = placed;
  const text = snapshot.details.preDeployCommand;
  const instance = instanceId(service.id);
  const execution = preDeployStarted(service, deploy);
  service.log.say("app", `Running '${text}'`);
  const command = {
    text,
    folder: commandFolder(placed),
    environment: environmentFor(world, placed, { instance, port: DEFAULT_PORT }),
    onLine: (line: string) => service.log.write(line, "app", instance),
  };
  const failure = await runTask(command, world.timings.preDeployLimit, signal).catch((error: unknown) => {
    preDeployEnded(service, deploy, execution, signal.aborted ? "canceled" : "failed");
    throw error;
  });
  if (failure === undefined) return preDeployEnded(service, deploy, execution, "succeeded");
  service.log.say("app", failure.timedOutReason ?? `Exited with status ${failure.nonZeroExit}`);
  sayTroubleshooting(service.log, "app");
  preDeployEnded(service, deploy, execution, "failed", { failure });
  throw new StepFailed("pre_deploy_failed", failure);
}
