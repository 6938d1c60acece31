import { buildah } from "./buildah";
import { answerOf, type ContainerEngine } from "./container-engine";
import { dockerLike } from "./docker-like";

/**
 * Docker or Podman where one answers, else buildah, which needs neither a daemon nor cgroups. All of them only on
 * Linux: elsewhere containers have a network of their own, in which nothing of this machine is on 127.0.0.1.
 */
export async function findContainerEngine(
  environment: NodeJS.ProcessEnv = process.env,
): Promise<ContainerEngine | undefined> {
  if (process.platform !== "linux") return undefined;
  const docker = await answerOf(
    "docker",
    ["info", "--format", "{{.OSType}} {{.OperatingSystem}}"],
    environment,
  );
  // Docker Desktop's containers run in a virtual machine.
  if (docker?.startsWith("linux ") && !docker.includes("Desktop")) return dockerLike("docker", environment);
  // Where cgroups are of both versions at once, Podman says `v1` and starts nothing with crun.
  const podman = await answerOf("podman", ["info", "--format", "{{.Host.CgroupsVersion}}"], environment);
  if (podman === "v2") return dockerLike("podman", environment);
  // Without root it makes files of accounts that this one cannot remove.
  const root = process.getuid?.() === 0;
  return root && (await answerOf("buildah", ["--version"], environment)) ? buildah(environment) : undefined;
}

const known = new Map<string | undefined, ContainerEngine>();

/** The engine on this process's PATH, looked for until one answers: to ask takes two processes each time. */
export async function containerEngine(): Promise<ContainerEngine | undefined> {
  const { PATH } = process.env;
  const found = known.get(PATH) ?? (await findContainerEngine());
  if (found !== undefined) known.set(PATH, found);
  return found;
}
