import { readFile } from "node:fs/promises";
import { parseDocument } from "yaml";
import { rehearsal } from "../rehearsal";
import type { PrivateProject } from "../stacks/private-project";
import type { StackFile } from "../stacks/stack-file";
import { stackFilePath } from "../stacks/stack-file-name";
import { isMapping, type WrittenService } from "../stacks/written-services";

/** Runtimes of Render that are containers. */
const CONTAINERS = new Set(["docker", "image"]);
const SEVERAL = "portcullis:services";

/** The services of a stack that this machine cannot run, and whether others are left. */
export interface Unrehearsable {
  /** Their keys in `portcullis:services`; none of a stack in the short form. */
  readonly keys: readonly string[];
  readonly othersLeft: boolean;
  /** What is not known of the stack, and why. */
  readonly sentence: string;
}

/** Undefined where this machine can run every service of the stack: it has a container engine, or needs none. */
export async function unrehearsableHere(file: StackFile): Promise<Unrehearsable | undefined> {
  const found = unrehearsable(file);
  return found === undefined || (await rehearsal().findContainerEngine()) ? undefined : found;
}

/** What a machine without a container engine leaves out; undefined where nothing needs one. */
export function unrehearsable({ config }: StackFile): Unrehearsable | undefined {
  const several = config[SEVERAL];
  const one = config["portcullis:service"];
  const listed = Object.entries(isMapping(several) ? several : {}).filter(isService);
  const keyed = listed.filter(([, service]) => isContainer(service));
  const found = [...keyed, ...(isMapping(one) && isContainer(one) ? [["the service", one] as const] : [])];
  if (found.length === 0) return undefined;
  const names = found.map(([key, { name, runtime }]) => `${name ?? key} (${runtime})`).join(", ");
  const othersLeft = listed.length > keyed.length;
  return {
    keys: keyed.map(([key]) => key),
    othersLeft,
    sentence:
      `Not rehearsed: ${names}. ${rehearsal().NO_ENGINE} The policy pack has judged ` +
      `${othersLeft ? "every service; the others of the stack were deployed and verified" : "the stack"}; the ` +
      "deploy and the verification of what was not rehearsed are not known.",
  };
}

const isService = (entry: readonly [string, unknown]): entry is [string, WrittenService] =>
  isMapping(entry[1]);
const isContainer = ({ runtime }: WrittenService): boolean => CONTAINERS.has(String(runtime));

/** Takes services out of the private project's stack file, in which its secrets are encrypted by now. */
export async function leaveOut(
  project: PrivateProject,
  stack: string,
  { keys }: Unrehearsable,
): Promise<void> {
  const text = await readFile(stackFilePath(project.folder, stack), "utf8");
  const document = parseDocument(text);
  for (const key of keys) document.deleteIn(["config", SEVERAL, key]);
  await project.writeStackFile(stack, document.toString());
}
