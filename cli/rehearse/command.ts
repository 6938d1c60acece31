import path from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { CommandError, EXIT } from "../exit-code";
import { interruption } from "../interruption";
import { INCIDENTS } from "./incidents";
import { rehearse } from "./rehearse";
import { replay } from "./replay";

interface RehearseOptions {
  readonly incident?: string;
  readonly source?: string;
  readonly project: string;
  readonly json?: boolean;
}

/** Each verified before the next begins. */
export const DEFAULT_ORDER = ["local", "staging", "production"] as const;

/** `portcullis rehearse`: the stacks' own configuration, for real, against an embedded world on this machine. */
export function rehearseCommand(): Command {
  return new Command("rehearse")
    .description(
      "Deploy and verify the stacks on this machine, without an account: an embedded Render, pooler and PostgreSQL\n" +
        "run the real service under each stack's configuration, in the order given.",
    )
    .argument("[stack...]", `stacks to rehearse (default: ${DEFAULT_ORDER.join(" ")})`)
    .option(
      "--incident <name>",
      `replay an incident instead: ${Object.keys(INCIDENTS).join(" or ")}`,
      incidentName,
    )
    .option("--source <folder>", "the service's source (default: the sample service)", (folder) =>
      path.resolve(folder),
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
      "\nExit codes: 0 every environment verified, 1 one rejected or failed, 2 unusable input, 130 interrupted.\n" +
        "Nothing of your stacks' own state is read or changed.",
    )
    .action(async (stacks: string[], options: RehearseOptions) => {
      const signal = interruption();
      try {
        const request = { ...options, stacks: stacks.length > 0 ? stacks : [...DEFAULT_ORDER], signal };
        process.exitCode = await (options.incident === undefined
          ? rehearse(request)
          : replay(options.incident, request));
      } catch (cause) {
        if (signal.aborted)
          throw new CommandError("interrupted; what was started has been ended.", EXIT.interrupted, {
            cause,
          });
        throw cause;
      }
    });
}

function incidentName(name: string): string {
  if (!Object.hasOwn(INCIDENTS, name)) {
    throw new InvalidArgumentError(`Expected ${Object.keys(INCIDENTS).join(" or ")}.`);
  }
  return name;
}
