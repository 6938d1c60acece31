import { instanceId } from "../../identifiers";
import type { PreparedDeploy, RuntimeContext } from "../context";
import { DEFAULT_PORT } from "../environment/variables";
import { runOneOff, StepFailed, sayTroubleshooting } from "../processes/one-off-process";
import { serviceCommand } from "../service-command";
import { preDeployEnded, preDeployStarted } from "./deploy-events";

/**
 * Runs the service's pre-deploy command, on Render in an instance of its own, here in the working copy.
 * @throws StepFailed when it fails or takes too long, AbortError when the deploy is canceled
 */
export async function preDeploy(
  context: RuntimeContext,
  prepared: PreparedDeploy,
  signal: AbortSignal,
): Promise<void> {
  const { service, deploy, snapshot } = prepared;
  const text = snapshot.details.preDeployCommand;
  const instance = instanceId(service.id);
  const execution = preDeployStarted(service, deploy);
  service.log.say("app", `Running '${text}'`);
  const onLine = (line: string): void => service.log.write(line, "app", instance);
  const command = await serviceCommand(context, prepared, {
    ...{ text, instance, port: DEFAULT_PORT, alone: true, onLine },
  });
  const limit = { seconds: context.timings.preDeployLimit, now: context.now };
  const failure = await runOneOff(command, limit, signal).catch((error: unknown) => {
    preDeployEnded(service, deploy, execution, signal.aborted ? "canceled" : "failed");
    throw error;
  });
  if (failure === undefined) return preDeployEnded(service, deploy, execution, "succeeded");
  service.log.say("app", failure.timedOutReason ?? `Exited with status ${failure.nonZeroExit}`);
  sayTroubleshooting(service.log, "app");
  preDeployEnded(service, deploy, execution, "failed", { failure });
  throw new StepFailed("pre_deploy_failed", failure);
}
