import { Command, InvalidArgumentError } from "commander";
import { millisecondsOf } from "../../domain/duration";
import { durationOption } from "../duration-option";
import { interruptible } from "../interruption";
import { assertProject } from "../stacks/assert-project";
import { oneStack } from "../stacks/one-stack";
import { projectOption } from "../stacks/project-folder";
import { type MonitorRequest, monitor } from "./monitor";

/** `portcullis monitor`: what a verification has asked, asked again. */
export function monitorCommand(): Command {
  return new Command("monitor")
    .description(
      "Ask the services of a stack what their verification asked after the deploy: whether one is live, its port, its " +
        "database, its endpoints. What does not pass is asked again, and what fails twice is filed as a failure " +
        "record. It ends after so many rounds, or at the first failure.",
    )
    .requiredOption("-s, --stack <name>", "the stack", oneStack)
    .option("--times <count>", "how many rounds", count, 1)
    .addOption(
      durationOption("--every <duration>", "from the end of one round to the next, 5s or longer", {
        parse: (text) => duration(text, 5),
        otherwise: "1m",
      }),
    )
    .addOption(
      durationOption("--again <duration>", "after how long what did not pass is asked again, 1s or longer", {
        parse: (text) => duration(text, 1),
        otherwise: "15s",
      }),
    )
    .addOption(projectOption())
    .option("--json", "print one JSON document instead of progress and words")
    .addHelpText(
      "after",
      "\nExit codes: 0 every check passes, 1 one failed twice, 2 unusable input, 3 not decided, 130 interrupted.",
    )
    .action(async (options: Omit<MonitorRequest, "signal">) => {
      assertProject(options.project);
      await interruptible("every question has been ended", (signal) => monitor({ ...options, signal }));
    });
}

function count(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 10_000)
    throw new InvalidArgumentError("Expected a whole number, 1 to 10000.");
  return value;
}

/** Each round asks Render's API, the service and the database, with a login: none of them is to be asked without a pause. */
function duration(text: string, fewestSeconds: number): number {
  const milliseconds = millisecondsOf(text, ["ms", "s", "m", "h"]);
  if (milliseconds === undefined) throw new InvalidArgumentError("Expected a duration, such as 30s or 5m.");
  if (milliseconds >= fewestSeconds * 1000) return milliseconds;
  throw new InvalidArgumentError(
    `Expected ${fewestSeconds}s or longer: Render's API, the service and the database are asked each time.`,
  );
}
