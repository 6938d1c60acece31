import { OWNER_MARK } from "../../../../system";
import { hostListeners } from "../processes/listeners";
import {
  answerOf,
  type ContainerEngine,
  type ContainerRequest,
  type ImageRequest,
  OWN,
} from "./container-engine";
import { engineEnvironment, namedOptions, shellLine, silentLine, withValues } from "./words";

/** A container's name, or an image's tag. */
const OWNED = new RegExp(`^(?:${OWN}-)?${OWNER_MARK}-`);

/** What `inspect` says of an image's command: null where there is none. */
interface Inspected {
  readonly Entrypoint: readonly string[] | null;
  readonly Cmd: readonly string[] | null;
}

/** Docker, and Podman, whose command line is the same. */
export function dockerLike(program: "docker" | "podman", environment: NodeJS.ProcessEnv): ContainerEngine {
  const own = engineEnvironment(environment);
  const ask = (...args: string[]): Promise<string | undefined> => answerOf(program, args, environment);
  const linesOf = async (...args: string[]): Promise<string[]> =>
    ((await ask(...args)) ?? "").split("\n").filter(Boolean);
  return {
    name: program === "docker" ? "Docker" : "Podman",
    build: ({ tag, dockerfile, context, variables }: ImageRequest) => ({
      text: shellLine([
        ...[program, "build", "--network", "host", "--tag", tag, "--file", dockerfile],
        ...namedOptions("--build-arg", variables),
        context,
      ]),
      environment: withValues(environment, variables),
    }),
    pull: ({ tag, image }) => ({
      // An image that only this machine has is as good.
      text:
        `(${shellLine([program, "pull", image])}) || ` +
        `(${shellLine([program, "image", "inspect", "--format", "Taken from this machine: {{.Id}}", image])}) || exit 1\n` +
        shellLine([program, "tag", image, tag]),
      environment: own,
    }),
    commandOf: async ({ tag }) => {
      const text = await ask("image", "inspect", "--format", "{{json .Config}}", tag);
      if (text === undefined) throw new Error(`${program} has no image ${tag}.`);
      const { Entrypoint, Cmd } = JSON.parse(text) as Inspected;
      return { entrypoint: Entrypoint ?? [], command: Cmd ?? [] };
    },
    run: (request) => runIn(program, environment, request),
    remove: async (tag) => void (await ask("image", "rm", "--force", tag)),
    sweep: async (hasEnded) => {
      const stale = (name: string): boolean => {
        const owner = OWNED.exec(name)?.[1];
        return owner !== undefined && hasEnded(owner);
      };
      const containers = await linesOf("ps", "--all", "--filter", `name=^${OWN}-`, "--format", "{{.Names}}");
      for (const name of containers.filter(stale)) await ask("rm", "--force", name);
      const tags = await linesOf("images", OWN, "--format", "{{.Tag}}");
      for (const tag of tags.filter(stale)) await ask("image", "rm", "--force", `${OWN}:${tag}`);
    },
  };
}

async function runIn(
  program: string,
  environment: NodeJS.ProcessEnv,
  { name, tag, words, variables, secretFiles, memory }: ContainerRequest,
): ReturnType<ContainerEngine["run"]> {
  const [entrypoint = "", ...args] = words;
  const limits = memory === undefined ? [] : ["--memory", `${memory}m`];
  const mounts = secretFiles === undefined ? [] : ["--volume", `${secretFiles}:/etc/secrets:ro`];
  const before = await hostListeners();
  const processes = async (): Promise<string[]> =>
    ((await answerOf(program, ["top", name, "-eo", "pid"], environment)) ?? "").split("\n").slice(1);
  return {
    text: shellLine([
      ...[program, "run", "--name", name, "--network", "host", ...limits, ...mounts],
      ...namedOptions("--env", variables),
      ...["--entrypoint", entrypoint, tag, ...args],
    ]),
    environment: withValues(environment, variables),
    processes: async () => (await processes()).map((pid) => pid.trim()),
    // A container may run as an account whose sockets this one cannot read: then what has begun to listen since.
    since: before,
    afterwards: silentLine(environment, [program, "rm", "--force", "--volumes", name]),
  };
}
