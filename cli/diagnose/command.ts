import { Command } from "commander";
import { interruptible } from "../interruption";
import { oneStack } from "../stacks/one-stack";
import { projectOption, recordsOption } from "../stacks/project-folder";
import { diagnoseLog } from "./diagnose";

interface DiagnoseOptions {
  readonly stack?: string;
  readonly service?: string;
  readonly deploy?: string;
  readonly project: string;
  readonly audit?: string;
  readonly events?: string;
  readonly previous?: string;
  readonly record?: boolean;
  readonly folder: string;
  readonly json?: boolean;
}

/** `portcullis diagnose`: what failed, why, where the line to change is, and whether it has happened before. */
export function diagnoseCommand(): Command {
  return new Command("diagnose")
    .description(
      "Read a failed deploy's log and say what failed, why, and what to change. A log from a file or the standard " +
        "input needs no network; without one, log and events are fetched from Render (RENDER_API_KEY).",
    )
    .argument("[log]", "a file, or - for the standard input; without it the service's deploy at Render")
    .option("--stack <name>", "the stack whose deploy it is", oneStack)
    .option("--service <name>", "the service whose deploy it is, by name or id (srv-…)")
    .option("--deploy <id>", "which deploy (default at Render: the newest)")
    .addOption(projectOption())
    .option("--audit <path>", "a repository, whose files say where the line to change is")
    .option("--events <file>", "Render's events as JSON, which confirm or overrule the log")
    .option("--previous <log>", "the log of a deploy that worked: what it shows too is not the cause")
    .option(
      "--record",
      "file the failure, or count it on its record (needs --stack, and --service where the stack has several)",
    )
    .addOption(recordsOption())
    .option("--json", "print one JSON document")
    .addHelpText(
      "after",
      "\nExit codes: 0 diagnosed, 2 unreadable input, 3 the cause is unknown, 130 interrupted.",
    )
    .action((log: string | undefined, options: DiagnoseOptions) =>
      interruptible("nothing was recorded", (signal) => diagnoseLog({ ...options, log, signal })),
    );
}
