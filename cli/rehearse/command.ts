import { type Command, InvalidArgumentError, Option } from "commander";
import { parsePort } from "../../domain";
import { CommandError } from "../exit-code";
import { rehearsal as loadedRehearsal } from "../rehearsal";
import { onStacks, type StacksOptions, stacksCommand } from "../stacks/stacks-command";
import { rehearse } from "./rehearse";
import { replay } from "./replay";
import { serve } from "./serve";
import { sourceArgument } from "./source/source-argument";

interface RehearseOptions extends StacksOptions {
  readonly verbose?: boolean;
  readonly source?: ReadonlyMap<string, string>;
  readonly commit?: string;
  readonly envFile?: string;
  readonly buildAgain?: boolean;
  readonly port?: number;
  readonly serve?: string;
  readonly records?: string;
}

function otherPort(written: string): number {
  const port = parsePort(written);
  if (port === undefined) throw new InvalidArgumentError("Expected a port, 1 to 65535.");
  return port;
}

/** `portcullis rehearse`: the stacks deployed and verified on this machine, without an account. */
export function rehearseCommand(): Command {
  return stacksCommand("rehearse", "replay an incident, with the policy pack and without")
    .description(
      "Deploy and verify the stacks on this machine, without an account: an embedded Render, pooler and PostgreSQL " +
        "run the real service under each stack's own configuration, each verified before the next.",
    )
    .option(
      "--source <url=folder>",
      "the folder of a repository that a stack names; may be given several times (default: the checkout around the " +
        "project, where a remote of it is that repository)",
      sourceArgument,
    )
    .option(
      "--commit <ref>",
      "a branch, tag or commit (default: the files as they are, without what git ignores)",
    )
    .option("--env-file <file>", "values of the stacks' secrets, by their names (default: they are made up)")
    .option("--build-again", "run each build command, also where an earlier build of the same files is kept")
    .option(
      "--port <port>",
      "run each verified service once more on this port, to see that it follows PORT",
      otherPort,
    )
    .option("--verbose", "print every line of Pulumi's")
    .addOption(
      new Option(
        "--serve <name>",
        "deploy nothing: make the stacks and keep Render, pooler and PostgreSQL until Ctrl-C, in a project of that " +
          "name here, in which you type `pulumi up` and `portcullis promote`",
      ).conflicts(["incident", "json", "port", "verbose"]),
    )
    .option(
      "--records <folder>",
      "with --serve: where its verifications file failure records, and verify them (default: none are kept)",
    )
    .addHelpText(
      "after",
      "\nSecrets are made up, and state is kept in a private folder: your stacks are not touched.\n" +
        "Exit codes: 0 every environment is deployed and verified, 1 one is not, 2 unusable input, " +
        "3 one was not rehearsed, 130 interrupted.\n" +
        "With --incident, 0 means that policy pack and verification did what the incident's story says.",
    )
    .action(
      (
        stacks: string[],
        { incident, serve: name, source: sources = new Map(), ...options }: RehearseOptions,
      ) =>
        onStacks(stacks, options.project, (request) => {
          // Before the engine is fetched or built: that takes minutes.
          loadedRehearsal();
          const rehearsal = { ...options, sources, ...request };
          if (name !== undefined) return serve({ ...rehearsal, serve: name });
          if (options.records !== undefined)
            throw new CommandError("--records: expected `--serve NAME` with it, got none.");
          return incident === undefined ? rehearse(rehearsal) : replay({ ...rehearsal, incident });
        }),
    );
}
