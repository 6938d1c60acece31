import { existsSync } from "node:fs";
import { CommandError } from "../exit-code";
import type { ServiceChoice } from "../render-service";
import { namedService } from "../stacks/named-service";
import { stacksOf } from "../stacks/project-folder";
import { needsNoFile, readStackFile } from "../stacks/stack-file";
import { stackFilePath } from "../stacks/stack-file-name";

/**
 * The stack and the service that a failure is filed for. A project's stack files have them; outside of a project
 * nothing can be checked.
 *
 * @returns the service's name, with the only one of the stack where none was typed
 * @throws CommandError with what to type where one is missing, or the project has none of that name
 */
export async function recordedSubject({ stack, service, project }: ServiceChoice): Promise<string> {
  if (stack === undefined) {
    const stacks = stacksOf(project);
    const there = stacks.length === 0 ? "" : ` The stacks here: ${stacks.join(", ")}.`;
    throw new CommandError(
      `a record needs its environment and service: type \`--stack NAME --service NAME\`.${there}`,
    );
  }
  if (existsSync(stackFilePath(project, stack)) || !needsNoFile(project, stack)) {
    const { config } = await readStackFile(project, stack);
    return namedService(stack, config, service);
  }
  if (service !== undefined) return service;
  throw new CommandError("a record needs its service: type `--service NAME`.");
}
