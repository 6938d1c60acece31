import { Command } from "commander";
import { projectOption } from "../stacks/project-folder";
import { onStacks } from "../stacks/stacks-command";
import { drift } from "./drift";

interface DriftOptions {
  readonly project: string;
  readonly rules: boolean;
  readonly json?: boolean;
}

/** `portcullis drift`: whether what is there is still what the stacks say. */
export function driftCommand(): Command {
  return new Command("drift")
    .description(
      "Compare stacks with what is really at Render and in the database, and judge what is there by the policy pack. " +
        "Nothing is changed, the state neither: it is refreshed in a private copy.",
    )
    .argument(
      "[stack...]",
      "the stacks (default: all that have a file, in the order in which they are deployed)",
    )
    .option("--no-rules", "compare only, without the policy pack")
    .addOption(projectOption())
    .option("--json", "print one JSON document instead of progress and words")
    .addHelpText(
      "after",
      "\nExit codes: 0 nothing differs and no policy rejects what is there, 1 something does, 2 unusable input,\n" +
        "3 no stack is deployed, 130 interrupted.",
    )
    .action((stacks: string[], options: DriftOptions) =>
      onStacks(stacks, options.project, (request) => drift({ ...options, ...request })),
    );
}
