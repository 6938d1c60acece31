import type { PreparedDeploy, RuntimeContext } from "../context";
import type { Command } from "../processes/launch";
import { runOneOff, StepFailed } from "../processes/one-off-process";
import { foldersOfBuild, noteFullDisk, watchDisk } from "./disk";
import { noteMissingTool } from "./missing-tool";

/**
 * Runs a command of a build, within the time and the room on the disk that a build has.
 * @throws StepFailed where it fails, AbortError when the deploy is canceled
 */
export async function runBuildCommand(
  context: RuntimeContext,
  { service: { log }, folder }: PreparedDeploy,
  command: Omit<Command, "onLine">,
  signal: AbortSignal,
): Promise<void> {
  const folders = foldersOfBuild(folder, context.options.toolCache);
  const disk = watchDisk([folder], context.options.leastFreeBytes);
  const limit = { seconds: context.timings.buildLimit, now: context.now };
  const shown = { ...command, onLine: (line: string) => log.write(line, "build") };
  const failure = await runOneOff(shown, limit, AbortSignal.any([signal, disk.signal])).finally(disk.end);
  if (failure === undefined) return;
  noteMissingTool(log, failure);
  await noteFullDisk(log, folders);
  if (failure.timedOutReason) log.say("build", failure.timedOutReason);
  throw new StepFailed("build_failed", failure);
}
