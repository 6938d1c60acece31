import { Command, InvalidArgumentError } from "commander";
import { millisecondsOf } from "../../domain/duration";
import { durationOption } from "../duration-option";
import { interruptible } from "../interruption";
import { oneStack } from "../stacks/one-stack";
import { projectOption } from "../stacks/project-folder";
import { watch } from "./watch";

interface WatchOptions {
  readonly stack?: string;
  readonly service?: string;
  readonly deploy?: string;
  readonly project: string;
  readonly timeout: number;
  readonly cancel?: boolean;
  readonly json?: boolean;
}

/** `portcullis watch`: a deploy at Render until its log decides it, and which deploy is live then. */
export function watchCommand(): Command {
  return new Command("watch")
    .description(
      "Follow a deploy at Render until it is live or its log decides that it will not be, and say which deploy is " +
        "live then. Needs RENDER_API_KEY; nothing is changed but by --cancel.",
    )
    .option("--stack <name>", "the stack whose service it is, from Pulumi.<name>.yaml", oneStack)
    .option("--service <name>", "the service at Render, by name or id (srv-…)")
    .option("--deploy <id>", "which deploy (default: the newest)")
    .addOption(projectOption())
    .addOption(
      durationOption("--timeout <duration>", "how long to wait at most, such as 90s or 20m", {
        parse: duration,
        otherwise: "20m",
      }),
    )
    .option("--cancel", "cancel a deploy that cannot become live")
    .option("--json", "print one JSON document instead of progress and words")
    .addHelpText(
      "after",
      "\nExit codes: 0 the deploy is live, 1 it failed or cannot become live, 2 unusable input,\n" +
        "3 not decided in time, 130 interrupted.",
    )
    .action((options: WatchOptions) =>
      interruptible("the deploy goes on at Render", (signal) =>
        watch({ ...options, cancel: options.cancel === true, signal }),
      ),
    );
}

function duration(text: string): number {
  const milliseconds = millisecondsOf(text, ["s", "m"]);
  if (milliseconds === undefined) throw new InvalidArgumentError("Expected a duration, such as 90s or 20m.");
  return milliseconds;
}
