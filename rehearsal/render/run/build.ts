import { mkdir, stat } from "node:fs/promises";
import { instanceId } from "../identifiers";
import { NO_COMMIT } from "./commit";
import { buildEnded, buildStarted } from "./deploy-events";
import { commandFolder, environmentFor } from "./environment";
import { runTask, StepFailed, sayTroubleshooting } from "./task";
import { DEFAULT_PORT } from "./variables";
import { copySource, writeSecretFiles } from "./working-copy";
import { type Placed, sourceOf, type World } from "./world";

/** What needs a container runtime, which this machine is not asked for. */
const CONTAINERS = new Set(["docker", "image"]);

/** Nothing could be built, for a reason that only an embedded Render has. */
class CannotBuild extends Error {}

async function fetchSource(world: World, placed: Placed): Promise<void> {
  const { service, deploy, snapshot } = placed;
  const { log } = service;
  if (CONTAINERS.has(snapshot.details.runtime)) {
    throw new CannotBuild(
      `The runtime ${snapshot.details.runtime} needs a container runtime: it cannot be built or run here.`,
    );
  }
  const source = sourceOf(world.options, snapshot.repo);
  if (source === undefined) {
    throw new CannotBuild(
      `No directory on this machine stands for the repository ${snapshot.repo ?? "(none given)"}.`,
    );
  }
  log.say("build", `Cloning from ${snapshot.repo}`);
  if (deploy.commit.message !== NO_COMMIT)
    log.say("build", `Checking out commit ${deploy.commit.id} in branch ${service.branch ?? "main"}`);
  log.note("build", "The directory that stands for the repository is copied as it is, changes included.");
  await copySource(source, placed.folder).catch((error: Error) => {
    throw new CannotBuild(error.message);
  });
  const root = commandFolder(placed);
  if ((await stat(root).catch(() => undefined))?.isDirectory()) return;
  throw new CannotBuild(`The root directory ${snapshot.rootDir} does not exist in the repository.`);
}

async function addSecretFiles(placed: Placed): Promise<void> {
  const { secretFiles } = placed.snapshot;
  if (secretFiles.size === 0) return;
  placed.service.log.note(
    "build",
    `Secret files (${secretFiles.size}) are in the service's root directory only, not under /etc/secrets.`,
  );
  await writeSecretFiles(commandFolder(placed), secretFiles);
}

/** The command to run, undefined for none; what differs from the service's own is said. */
function commandOf(world: World, placed: Placed): string | undefined {
  const { log } = placed.service;
  const own = placed.snapshot.details.buildCommand;
  const instead = world.options.buildCommand;
  if (world.options.skipBuild === true) {
    log.note("build", `The build command '${own}' is left out: its packages are on this machine already.`);
    return undefined;
  }
  if (instead !== undefined && instead !== own) {
    log.note("build", `The build command '${instead}' runs in place of the service's own '${own}'.`);
  }
  return (instead ?? own) || undefined;
}

async function runBuild(world: World, placed: Placed, signal: AbortSignal): Promise<void> {
  const { log } = placed.service;
  const text = commandOf(world, placed);
  if (text === undefined) return;
  log.say("build", `Running build command '${text}'...`);
  const command = {
    text,
    folder: commandFolder(placed),
    environment: environmentFor(world, placed, {
      instance: instanceId(placed.service.id),
      port: DEFAULT_PORT,
    }),
    onLine: (line: string) => log.write(line, "build"),
  };
  const failure = await runTask(command, world.timings.buildLimit, signal);
  if (failure === undefined) return;
  if (failure.timedOutReason) log.say("build", failure.timedOutReason);
  throw new StepFailed("build_failed", failure);
}

/**
 * Makes the working copy and runs the build command in it.
 * @throws StepFailed when it cannot be built, AbortError when the deploy is canceled
 */
export async function build(world: World, placed: Placed, signal: AbortSignal): Promise<void> {
  const { service, deploy } = placed;
  const buildId = buildStarted(service, deploy);
  try {
    await mkdir(placed.folder, { recursive: true, mode: 0o700 });
    await fetchSource(world, placed);
    signal.throwIfAborted();
    await addSecretFiles(placed);
    await runBuild(world, placed, signal);
  } catch (error) {
    if (signal.aborted) {
      buildEnded(service, buildId, "canceled");
      throw error;
    }
    if (!(error instanceof StepFailed)) service.log.note("build", (error as Error).message);
    service.log.say("build", "Build failed 😞");
    sayTroubleshooting(service.log, "build");
    const failure = error instanceof StepFailed ? error.failure : { evicted: false as const };
    buildEnded(service, buildId, "failed", { buildFailed: { id: buildId }, failure });
    throw new StepFailed("build_failed", failure);
  }
  service.log.say("build", "Build successful 🎉");
  buildEnded(service, buildId, "succeeded");
}
