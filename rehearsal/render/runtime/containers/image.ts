import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { ownerEnded, ownerMark } from "../../../../system";
import type { Service } from "../../store";
import type { PreparedDeploy, RuntimeContext } from "../context";
import { commandFolder } from "../environment/command-folder";
import type { BuiltImage } from "./built-image";
import { type ContainerEngine, OWN } from "./container-engine";

export const NO_ENGINE =
  "No container engine is on this machine: neither Docker nor Podman answers, and buildah, which root can run " +
  "without a daemon, is not there. Start Docker or Podman, or install one of the three.";

const DIFFERENCES: Readonly<Record<string, string>> = {
  buildah:
    "Its image was built and run by buildah: it sees this machine's processes and network, and its memory is measured " +
    "from time to time.",
  Docker: "Its container is in this machine's network.",
  Podman: "Its container is in this machine's network.",
};

/** What makes the image of a deploy, for a shell, and the image that is there afterwards. */
export interface ImageBuild {
  readonly says: string;
  readonly text: string;
  readonly environment: Readonly<Record<string, string>>;
  done(): Promise<BuiltImage>;
}

/** @throws Error with one sentence where it cannot be built */
export async function imageBuild(
  context: RuntimeContext,
  prepared: PreparedDeploy,
  engine: ContainerEngine,
  variables: Readonly<Record<string, string>>,
): Promise<ImageBuild> {
  const { service, deploy, snapshot } = prepared;
  const { docker, runtime } = snapshot.details;
  await engine.sweep(ownerEnded);
  const store = path.join(context.checkouts.of(service.id), "images");
  const tag = `${OWN}:${ownerMark()}-${deploy.id.toLowerCase()}`;
  const done = async (): Promise<BuiltImage> => ({
    ...{ engine, tag, store, command: await engine.commandOf({ tag, store }) },
    differences: [DIFFERENCES[engine.name] ?? ""],
  });
  if (runtime === "image") {
    const image = snapshot.imagePath ?? "";
    const words = { says: `Pulling image ${image}`, ...engine.pull({ tag, store, image }) };
    return { ...words, done };
  }
  const dockerfile = await inCheckout(prepared, docker.dockerfilePath, "Dockerfile");
  const folder = await inCheckout(prepared, docker.dockerContext, "Docker context");
  const built = engine.build({ tag, store, dockerfile, context: folder, variables });
  return { says: `Building ${docker.dockerfilePath} with ${engine.name}`, ...built, done };
}

async function inCheckout(
  prepared: PreparedDeploy,
  written: string,
  what: "Dockerfile" | "Docker context",
): Promise<string> {
  const root = commandFolder(prepared);
  const file = path.resolve(root, written);
  if (file !== prepared.folder && !file.startsWith(prepared.folder + path.sep))
    throw new Error(`The ${what} ${written} leads out of the repository.`);
  const found = await stat(file).catch(() => undefined);
  if (what === "Dockerfile" ? found?.isFile() : found?.isDirectory()) return file;
  const there = (await readdir(root)).filter((name) => /dockerfile/i.test(name));
  const near = there.length > 0 ? ` Its folder has ${there.join(", ")}.` : "";
  throw new Error(`The ${what} ${written || "(empty)"} does not exist in the repository.${near}`);
}

/** Removes the images of a service's deploys. */
export async function removeImages(service: Service | undefined): Promise<void> {
  for (const { image } of service?.deploys ?? []) await image?.engine.remove(image.tag);
}
