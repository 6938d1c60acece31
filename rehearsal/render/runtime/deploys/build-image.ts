import { instanceId } from "../../identifiers";
import { containerEngine } from "../containers/find-engine";
import { imageBuild, NO_ENGINE } from "../containers/image";
import type { PreparedDeploy, RuntimeContext } from "../context";
import { DEFAULT_PORT } from "../environment/variables";
import { containerVariables } from "../service-command";
import { runBuildCommand } from "./build-command";

/** Builds a service's image from its Dockerfile, or pulls it. @throws Error where no engine is there, StepFailed */
export async function buildImage(
  context: RuntimeContext,
  prepared: PreparedDeploy,
  signal: AbortSignal,
): Promise<void> {
  const { service, deploy } = prepared;
  const engine = context.options.images === false ? undefined : await containerEngine();
  if (engine === undefined) throw new Error(NO_ENGINE);
  const instance = instanceId(service.id);
  const variables = containerVariables(context, prepared, { instance, port: DEFAULT_PORT });
  const build = await imageBuild(context, prepared, engine, variables);
  service.log.say("build", `${build.says}...`);
  const environment = { ...build.environment, RENDER_INSTANCE_ID: instance };
  await runBuildCommand(
    context,
    prepared,
    { text: build.text, folder: prepared.folder, environment },
    signal,
  );
  deploy.image = await build.done();
}
