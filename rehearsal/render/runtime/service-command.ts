import { mkdir } from "node:fs/promises";
import path from "node:path";
import { ownerMark } from "../../../system";
import type { Snapshot } from "../store";
import { isContainer } from "./containers/built-image";
import { OWN } from "./containers/container-engine";
import { wordsOf } from "./containers/words";
import type { PreparedDeploy, RuntimeContext } from "./context";
import { writeSecretFiles } from "./deploys/checkout";
import { commandFolder } from "./environment/command-folder";
import { environmentFor } from "./environment/environment";
import type { Command } from "./processes/launch";
import { PLAN_MIB } from "./processes/memory";

export interface CommandRequest {
  /** As the service has it; empty for what its image runs. */
  readonly text: string;
  /** The instance's id, which marks all that it starts. */
  readonly instance: string;
  /** The PORT that the platform sets, where the service's own variables do not. */
  readonly port: number;
  /** In a container: in place of its entry point, or after it as Docker's own commands are. */
  readonly alone?: true;
  readonly onLine: (line: string) => void;
}

/** What a service is started by; empty for what its image runs. */
export const startText = ({ details }: Snapshot): string =>
  isContainer(details.runtime) ? details.docker.dockerCommand : details.startCommand;

/** A command of a service: in its checkout, or in a container of its image. */
export async function serviceCommand(
  context: RuntimeContext,
  prepared: PreparedDeploy,
  request: CommandRequest,
): Promise<Command> {
  const { text, instance, port, onLine } = request;
  const folder = commandFolder(prepared);
  if (prepared.deploy.image === undefined)
    return { text, folder, environment: environmentFor(context, prepared, { instance, port }), onLine };
  const inside = await contained(prepared, request, containerVariables(context, prepared, request));
  // The mark of all that an instance starts is on the engine's own processes too.
  const marked = { ...inside.environment, RENDER_INSTANCE_ID: instance };
  return { ...inside, environment: marked, folder, onLine };
}

async function contained(
  { service, deploy, snapshot }: PreparedDeploy,
  { text, instance, alone }: CommandRequest,
  variables: Readonly<Record<string, string>>,
): Promise<Omit<Command, "folder" | "onLine">> {
  const { image } = deploy;
  if (image === undefined) throw new Error(`${deploy.id} has no image.`);
  const { engine, tag, store, command } = image;
  const own = text === "" ? command.command : wordsOf(text);
  const words = alone ? own : [...command.entrypoint, ...own];
  if (words.length === 0)
    throw new Error("The image has neither an entry point nor a command: there is nothing to run.");
  const secretFiles = snapshot.secretFiles.size === 0 ? undefined : path.join(store, `${instance}-secrets`);
  if (secretFiles !== undefined) {
    await mkdir(secretFiles, { recursive: true, mode: 0o755 });
    await writeSecretFiles(secretFiles, snapshot.secretFiles);
  }
  return engine.run({
    ...{ tag, store, words, secretFiles },
    name: `${OWN}-${ownerMark()}-${service.slug.slice(0, 30)}-${instance.slice(-5)}-${Date.now().toString(36)}`,
    variables,
    memory: PLAN_MIB[snapshot.details.plan],
  });
}

/** Those that a process has of its machine: a container has its image's. */
const MACHINES_OWN = new Set(["PATH", "HOME", "LANG"]);

/** The variables of a container: its service's and its platform's. */
export function containerVariables(
  context: RuntimeContext,
  prepared: PreparedDeploy,
  { instance, port }: Pick<CommandRequest, "instance" | "port">,
): Record<string, string> {
  const { variables } = prepared.snapshot;
  const set = new Set([...variables.keys(), ...(context.options.rehearsalVariables?.keys() ?? [])]);
  const all = environmentFor(context, prepared, { instance, port });
  return Object.fromEntries(Object.entries(all).filter(([name]) => set.has(name) || !MACHINES_OWN.has(name)));
}
