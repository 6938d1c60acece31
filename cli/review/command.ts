import path from "node:path";
import { Command } from "commander";
import { CommandError, EXIT } from "../exit-code";
import { INCIDENTS, incidentName } from "../incidents";
import { interruption } from "../interruption";
import { review } from "./review";

interface ReviewOptions {
  readonly incident?: string;
  readonly project: string;
  readonly json?: boolean;
}

const DEFAULT_ORDER = ["local", "staging", "production"] as const;

/** `portcullis review`: what `pulumi preview --policy-pack policy` says of each stack, without an account. */
export function reviewCommand(): Command {
  return new Command("review")
    .description(
      "Preview every stack with the policy pack, on the real Pulumi engine, without an account: secrets are made up,\n" +
        "state is kept in a private folder, and nothing is deployed.",
    )
    .argument("[stack...]", `stacks to review (default: ${DEFAULT_ORDER.join(" ")})`)
    .option(
      "--incident <name>",
      `review the stack of an incident: ${Object.keys(INCIDENTS).join(" or ")}`,
      incidentName,
    )
    .option(
      "--project <folder>",
      "the Pulumi project",
      (folder) => path.resolve(folder),
      path.join(__dirname, "../.."),
    )
    .option("--json", "print one JSON document instead of progress and table")
    .addHelpText(
      "after",
      "\nExit codes: 0 every stack passes, 1 one is rejected, 2 unusable input, 130 interrupted.\n" +
        "With --incident, 0 means that the gate did what the incident's story says.",
    )
    .action(async (stacks: string[], options: ReviewOptions) => {
      const signal = interruption();
      try {
        const request = { ...options, stacks: stacks.length > 0 ? stacks : [...DEFAULT_ORDER], signal };
        process.exitCode = await review(request);
      } catch (cause) {
        if (!signal.aborted) throw cause;
        throw new CommandError("interrupted; what was started has been ended.", EXIT.interrupted, { cause });
      }
    });
}
