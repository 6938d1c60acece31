import type { StackFile } from "../stacks/stack-file";
import { writtenServices } from "../stacks/written-services";

/** Runtimes of Render that are containers. */
const CONTAINERS = new Set(["docker", "image"]);

/** Why a stack cannot be deployed on this machine; undefined where it can. */
export function notRehearsable(file: StackFile): string | undefined {
  const services = writtenServices(file.config).filter(({ runtime }) => CONTAINERS.has(String(runtime)));
  if (services.length === 0) return undefined;
  const listed = services.map(({ name, runtime }) => `${name ?? "the service"} (${runtime})`).join(", ");
  return (
    `Not rehearsed: ${listed} runs in a container, and the embedded Render builds and runs none. ` +
    "The policy pack has judged the stack; its deploy and verification are not known."
  );
}
