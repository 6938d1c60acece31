import { mkdir, stat } from "node:fs/promises";
import { sourceHash } from "../builds/source-hash";
import { isContainer } from "../containers/built-image";
import { type PreparedDeploy, type RuntimeContext, sourceOf } from "../context";
import { commandFolder } from "../environment/command-folder";
import { StepFailed, sayTroubleshooting } from "../processes/one-off-process";
import { publishFolder } from "../site/static-pages";
import { prepareToolchain } from "../toolchains/toolchain";
import { buildImage } from "./build-image";
import { copySource, writeSecretFiles } from "./checkout";
import { checkOut, NO_COMMIT } from "./commit";
import { buildEnded, buildStarted } from "./deploy-events";
import { foldersOfBuild, noteFullDisk } from "./disk";
import { runBuild } from "./run-build";

/** The build failed for a reason that only an embedded Render has. */
class CannotBuild extends Error {}

async function fetchSource(context: RuntimeContext, prepared: PreparedDeploy): Promise<void> {
  const { service, deploy, snapshot } = prepared;
  const { log } = service;
  if (snapshot.details.runtime === "image") return;
  const source = sourceOf(context.options, snapshot.repo);
  if (source === undefined) {
    throw new CannotBuild(
      `No directory on this machine stands for the repository ${snapshot.repo ?? "(none given)"}.`,
    );
  }
  log.say("build", `Cloning from ${snapshot.repo}`);
  if (deploy.commit.message !== NO_COMMIT)
    log.say("build", `Checking out commit ${deploy.commit.id} in branch ${service.branch ?? "main"}`);
  if (typeof source === "string" && deploy.pinned !== true)
    log.note("build", "The directory that stands for the repository is copied as it is, changes included.");
  await (typeof source === "string" && deploy.pinned
    ? checkOut(source, deploy.commit.id, prepared.folder)
    : copySource(source, prepared.folder)
  ).catch((error: Error) => {
    throw new CannotBuild(error.message);
  });
  const root = commandFolder(prepared);
  if ((await stat(root).catch(() => undefined))?.isDirectory()) return;
  throw new CannotBuild(`The root directory ${snapshot.rootDir} does not exist in the repository.`);
}

async function addSecretFiles(prepared: PreparedDeploy): Promise<void> {
  const { secretFiles } = prepared.snapshot;
  if (secretFiles.size === 0) return;
  prepared.service.log.note(
    "build",
    `Secret files (${secretFiles.size}) are in the service's root directory only, not under /etc/secrets.`,
  );
  await writeSecretFiles(commandFolder(prepared), secretFiles);
}

/** Finds or makes the interpreters and package managers of the service's language, as its files and variables ask. */
async function addToolchain(
  context: RuntimeContext,
  prepared: PreparedDeploy,
  signal: AbortSignal,
): Promise<void> {
  const { toolCache: cache } = context.options;
  if (cache === undefined) return;
  const { service, deploy, snapshot, folder } = prepared;
  const { buildCommand, startCommand, preDeployCommand, runtime } = snapshot.details;
  const toolchain = await prepareToolchain({
    ...{ runtime, cache, signal, variables: snapshot.variables, checkout: folder },
    folders: [...new Set([commandFolder(prepared), folder])],
    commands: [buildCommand, preDeployCommand, startCommand],
    build: context.options.skipBuild === true ? undefined : (context.options.buildCommand ?? buildCommand),
    onProgress: (sentence) => service.log.say("build", sentence),
  });
  for (const difference of toolchain.differences) service.log.note("build", difference);
  deploy.toolchain = toolchain;
}

/**
 * Makes the checkout and runs the build command in it.
 * @throws StepFailed when it cannot be built, AbortError when the deploy is canceled
 */
export async function build(
  context: RuntimeContext,
  prepared: PreparedDeploy,
  signal: AbortSignal,
): Promise<void> {
  const { service, deploy } = prepared;
  const started = performance.now();
  const buildId = buildStarted(service, deploy);
  let copied = false;
  try {
    await mkdir(prepared.folder, { recursive: true, mode: 0o700 });
    await fetchSource(context, prepared);
    signal.throwIfAborted();
    await addSecretFiles(prepared);
    if (isContainer(prepared.snapshot.details.runtime)) await buildImage(context, prepared, signal);
    else {
      // Before any tool puts something into the checkout.
      const source = context.options.toolCache === undefined ? "" : await sourceHash(prepared.folder);
      await addToolchain(context, prepared, signal);
      copied = await runBuild(context, prepared, { source, signal });
    }
    if (service.type === "static_site") await publishFolder(prepared);
  } catch (error) {
    if (signal.aborted) {
      buildEnded(service, buildId, "canceled");
      throw error;
    }
    if (!(error instanceof StepFailed)) {
      service.log.note("build", (error as Error).message);
      await noteFullDisk(
        service.log,
        foldersOfBuild(prepared.folder, context.options.toolCache),
        error as Error,
      );
    }
    service.log.say("build", "Build failed 😞");
    sayTroubleshooting(service.log, "build");
    const failure = error instanceof StepFailed ? error.failure : { evicted: false as const };
    buildEnded(service, buildId, "failed", { buildFailed: { id: buildId }, failure });
    throw new StepFailed(deploy.imagePath === undefined ? "build_failed" : "update_failed", failure);
  }
  deploy.built = { seconds: (performance.now() - started) / 1000, copied };
  service.log.say("build", "Build successful 🎉");
  buildEnded(service, buildId, "succeeded");
}
