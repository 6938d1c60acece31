import path from "node:path";
import { Command } from "commander";
import { CommandError, EXIT } from "../exit-code";
import { INCIDENTS, incidentName } from "../incidents";
import { interruption } from "../interruption";
import { rehearse } from "./rehearse";
import { replay } from "./replay";

interface RehearseOptions {
  readonly incident?: string;
  readonly project: string;
  readonly json?: boolean;
  readonly verbose?: boolean;
}

const DEFAULT_ORDER = ["local", "staging", "production"] as const;

/** `portcullis rehearse`: the stacks deployed and verified on this machine, without an account. */
export function rehearseCommand(): Command {
  return new Command("rehearse")
    .description(
      "Deploy and verify the stacks on this machine, without an account: an embedded Render, pooler and PostgreSQL\n" +
        "run the real service under each stack's own configuration, each verified before the next.",
    )
    .argument("[stack...]", `stacks to rehearse (default: ${DEFAULT_ORDER.join(" ")})`)
    .option(
      "--incident <name>",
      `replay an incident, with the policy pack and without: ${Object.keys(INCIDENTS).join(" or ")}`,
      incidentName,
    )
    .option(
      "--project <folder>",
      "the Pulumi project",
      (folder) => path.resolve(folder),
      path.join(__dirname, "../.."),
    )
    .option("--verbose", "print every line of Pulumi's")
    .option("--json", "print one JSON document instead of progress and table")
    .addHelpText(
      "after",
      "\nSecrets are made up, and state is kept in a private folder: your stacks are not touched.\n" +
        "Exit codes: 0 every environment is deployed and verified, 1 one is not, 2 unusable input, 130 interrupted.\n" +
        "With --incident, 0 means that gate and verification did what the incident's story says.",
    )
    .action(async (stacks: string[], options: RehearseOptions) => {
      const signal = interruption();
      const { incident, ...common } = options;
      const request = { ...common, stacks: stacks.length > 0 ? stacks : [...DEFAULT_ORDER], signal };
      try {
        process.exitCode = await (incident === undefined
          ? rehearse(request)
          : replay({ ...request, incident }));
      } catch (cause) {
        if (!signal.aborted) throw cause;
        throw new CommandError("interrupted; what was started has been ended.", EXIT.interrupted, { cause });
      }
    });
}
