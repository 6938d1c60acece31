import { Command } from "commander";
import { CommandError } from "../exit-code";
import { INCIDENTS, incidentName } from "../incidents";
import { interruptible } from "../interruption";
import { ownCommand } from "../own-command";
import { assertProject } from "./assert-project";
import { projectOption, stacksOf } from "./project-folder";

/** The options of every command on a project's stacks. */
export interface StacksOptions {
  readonly incident?: string;
  readonly project: string;
  readonly json?: boolean;
}

/** A command on the stacks it is given, or on all in the order in which they are deployed. */
export function stacksCommand(name: string, incident: string): Command {
  return new Command(name)
    .argument(
      "[stack...]",
      "the stacks (default: all that have a file, in the order in which they are deployed)",
    )
    .option("--incident <name>", `${incident}: ${Object.keys(INCIDENTS).join(" or ")}`, incidentName)
    .addOption(projectOption())
    .option("--json", "print one JSON document instead of progress and table");
}

/** Runs the command's work, which Ctrl-C ends through `signal`. @throws CommandError where it did */
export async function onStacks(
  stacks: readonly string[],
  project: string,
  work: (request: { stacks: readonly string[]; signal: AbortSignal }) => Promise<number>,
): Promise<void> {
  assertProject(project);
  const chosen = stacks.length > 0 ? [...new Set(stacks)] : stacksOf(project);
  if (chosen.length === 0) {
    throw new CommandError(`${project} has no stack file. Type \`${ownCommand("adopt")}\`, or write one.`);
  }
  await interruptible("what was started has been ended", (signal) => work({ stacks: chosen, signal }));
}
