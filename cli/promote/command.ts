import { Command } from "commander";
import { interruptible } from "../interruption";
import { assertProject } from "../stacks/assert-project";
import { projectOption } from "../stacks/project-folder";
import { type PromoteOptions, promote } from "./promote";

/** `portcullis promote`: production gets what staging has verified. */
export function promoteCommand(): Command {
  return new Command("promote")
    .description(
      "Deploy to a stack what another stack has verified: the same git commit, or the same image. Before anything is " +
        "changed it says what differs between the two stacks, previews the update with the policy pack, and asks. " +
        "A deploy that fails its verification is rolled back where the stack says so, and filed as a failure record.",
    )
    .option("--from <stack>", "the stack that has verified it", "staging")
    .option("--to <stack>", "the stack that gets it", "production")
    .option(
      "--override <reason>",
      "promote outside of the windows, or --revision although it is not verified; the reason is recorded",
    )
    .option("--revision <id>", "with --override: a whole git commit, or an image's digest (sha256:…)")
    .addOption(projectOption())
    .option("--dry-run", "say what would be done, preview it, and change nothing")
    .option("--yes", "do not ask")
    .option("--json", "print one JSON document instead of progress and tables; with --yes or --dry-run")
    .addHelpText(
      "after",
      "\nExit codes: 0 promoted, or there already; 1 refused, rejected or failed, 2 unusable input, 130 interrupted.\n" +
        "Interrupted and typed again, it goes on where it stopped.",
    )
    .action(async (options: Omit<PromoteOptions, "signal">) => {
      assertProject(options.project);
      await interruptible("type the same command again, and it goes on where it stopped", (signal) =>
        promote({ ...options, signal }),
      );
    });
}
