import type { Command } from "commander";
import { onStacks, type StacksOptions, stacksCommand } from "../stacks/stacks-command";
import { review } from "./review";

/** `portcullis review`: what `pulumi preview --policy-pack policy` says of each stack, without an account. */
export function reviewCommand(): Command {
  return stacksCommand("review", "review the stack of an incident")
    .description(
      "Preview every stack with the policy pack, on the real Pulumi engine, without an account: secrets are made up, " +
        "state is kept in a private folder, and nothing is deployed.",
    )
    .addHelpText(
      "after",
      "\nExit codes: 0 every stack passes, 1 one is rejected or its code has an error, 2 unusable input, 3 a secret is\n" +
        "not set at which an update stops, 130 interrupted.\n" +
        "With --incident, 0 means that the policy pack did what the incident's story says.",
    )
    .action((stacks: string[], options: StacksOptions) =>
      onStacks(stacks, options.project, (request) => review({ ...options, ...request })),
    );
}
