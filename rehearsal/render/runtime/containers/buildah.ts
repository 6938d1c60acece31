import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { containedProcesses, endContained } from "./contained-processes";
import { answerOf, type ContainerEngine, type ContainerRequest } from "./container-engine";
import { engineEnvironment, isEnginesOwn, namedOptions, shellLine, silentLine, withValues } from "./words";

/** Neither a daemon nor a mount that outlives a process: the container's mounts are in a namespace of their own. */
const ISOLATION = ["--isolation", "chroot", "--network", "host"];

interface Inspected {
  readonly OCIv1: {
    readonly config?: { readonly Entrypoint?: readonly string[]; readonly Cmd?: readonly string[] };
  };
}

/** A registry of this machine has no certificate. */
const isLocal = (image: string): boolean =>
  /^(?:docker:\/\/)?(?:localhost|127\.\d+\.\d+\.\d+)(?::\d+)?\//.test(image);

/** Images and containers are files in the service's private folder: removed with it, whatever happened. */
const inStore = (store: string): readonly string[] => [
  "buildah",
  ...["--root", path.join(store, "root"), "--runroot", path.join(store, "run"), "--storage-driver", "vfs"],
];

/** buildah, which builds an image and runs it as plain processes of this machine. */
export function buildah(environment: NodeJS.ProcessEnv): ContainerEngine {
  const temporary = (store: string): Record<string, string> => ({ TMPDIR: path.join(store, "tmp") });
  return {
    name: "buildah",
    build: ({ tag, store, dockerfile, context, variables }) => ({
      text: `mkdir -p "$TMPDIR"\n${shellLine([
        ...[...inStore(store), "build", ...ISOLATION, "--tag", tag, "--file", dockerfile],
        ...namedOptions("--build-arg", variables),
        context,
      ])}`,
      environment: { ...withValues(environment, variables), ...temporary(store) },
    }),
    pull: ({ tag, store, image }) => ({
      text:
        `mkdir -p "$TMPDIR"\n` +
        `(${shellLine([...inStore(store), "pull", ...(isLocal(image) ? ["--tls-verify=false"] : []), image])}) || exit 1\n` +
        shellLine([...inStore(store), "tag", image, tag]),
      environment: { ...engineEnvironment(environment), ...temporary(store) },
    }),
    commandOf: async ({ tag, store }) => {
      const [program = "", ...args] = [...inStore(store), "inspect", "--type", "image", tag];
      const text = await answerOf(program, args, environment);
      if (text === undefined) throw new Error(`buildah has no image ${tag}.`);
      const { config = {} } = (JSON.parse(text) as Inspected).OCIv1;
      return { entrypoint: config.Entrypoint ?? [], command: config.Cmd ?? [] };
    },
    run: (request) => runIn(environment, request, temporary(request.store)),
    remove: async () => undefined,
    sweep: async () => undefined,
  };
}

/**
 * Variables come by an image of their own, whose values are build arguments: an option of `buildah run` would have them
 * on its command line. It is made before, so that the time to start is the service's own.
 */
async function runIn(
  environment: NodeJS.ProcessEnv,
  { name, tag, store, words, variables, secretFiles }: ContainerRequest,
  temporary: Readonly<Record<string, string>>,
): ReturnType<ContainerEngine["run"]> {
  const folder = path.join(store, name);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const given = Object.fromEntries(Object.entries(variables).filter(([key]) => !isEnginesOwn(key)));
  const lines = Object.keys(given).map((key) => `ARG ${key}\nENV ${key}="$${key}"\n`);
  const file = path.join(folder, "Dockerfile");
  await writeFile(file, `FROM ${tag}\n${lines.join("")}`, { mode: 0o600 });
  const own = { ...withValues(environment, variables), ...temporary };
  const ask = async (...args: readonly string[]): Promise<string> => {
    const [program = "", ...before] = inStore(store);
    const answer = await answerOf(program, [...before, ...args], own);
    if (answer === undefined) throw new Error(`buildah ${args[0]} failed for ${tag}.`);
    return answer;
  };
  const configured = `${tag}-${name}`;
  await ask(
    ...["build", "--quiet", ...ISOLATION, "--pull-never", "--tag", configured, "--file", file],
    ...namedOptions("--build-arg", given),
    folder,
  );
  await ask("from", "--quiet", "--pull-never", "--name", name, configured);
  const direct = Object.entries(variables).filter(([key]) => isEnginesOwn(key));
  const mounts = secretFiles === undefined ? [] : ["--volume", `${secretFiles}:/etc/secrets:ro`];
  return {
    text: shellLine([
      ...[...inStore(store), "run", ...ISOLATION, ...mounts],
      ...direct.flatMap(([key, value]) => ["--env", `${key}=${value}`]),
      ...[name, "--", ...words],
    ]),
    environment: { ...engineEnvironment(environment), ...temporary },
    processes: containedProcesses,
    terminate: endContained,
    afterwards: silentLine(environment, [...inStore(store), "rm", name]),
  };
}
