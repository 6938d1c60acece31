import path from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { parsePort } from "../../domain";
import { CommandError } from "../exit-code";
import { interruptible } from "../interruption";
import { patternArgument } from "../pattern-argument";
import { ADOPTED, repositoryOfProject } from "../stacks/project-folder";
import { adoptAccount } from "./account/adopt-account";
import { adopt } from "./adopt";
import { MONITORS, type MonitorPlace } from "./monitor";

interface AdoptOptions {
  readonly service?: string[];
  readonly output?: string;
  readonly workflow?: boolean;
  readonly monitor?: MonitorPlace;
  readonly force?: boolean;
  readonly diff?: boolean;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly standardPort?: number;
  readonly json?: boolean;
  readonly fromRender?: boolean;
}

/** `portcullis adopt`: a Pulumi project for the services and environments that a repository has. */
export function adoptCommand(): Command {
  return new Command("adopt")
    .description(
      "Write a Pulumi project into a repository, with a stack for each environment that its files show and all " +
        "services that its manifests name. Each value says where it was read, or why it was assumed; what is wrong is " +
        "written as it was found, and said. Secrets are never written: the commands that set them are printed.",
    )
    .argument("[folder]", "the repository (default: the current folder; of infra/, the one above)")
    .option("--service <name...>", "only these services")
    .option("--output <folder>", "where the project goes (default: infra/ of the repository)")
    .option("--workflow", "write a GitHub workflow too: preview on pull requests, up on the main branch")
    .addOption(
      new Option(
        "--monitor <where>",
        "write what monitors the last stack every 15 minutes too: a GitHub workflow, or a stack with a cron job at Render",
      ).choices(MONITORS),
    )
    .option("--diff", "print what would change, and write nothing")
    .option("--force", "overwrite files that are there already; encrypted values and keys of your own stay")
    .option(
      "--include <pattern...>",
      "read these too, although git ignores them, such as '.env*'",
      patternArgument,
    )
    .option("--exclude <pattern...>", "read none of these; patterns are those of .gitignore", patternArgument)
    .option("--standard-port <port>", "the port that services listen on (default: 8000)", portArgument)
    .addOption(
      new Option(
        "--from-render",
        "write and import what RENDER_API_KEY's workspace has at Render, in place of what a repository's files show",
      ).conflicts(["service", "workflow", "monitor", "include", "exclude", "standardPort"]),
    )
    .option("--json", "print one JSON document instead of words")
    .addHelpText(
      "after",
      "\nExit codes: 0 written, or nothing to change; 1 with --diff: something would change, with --from-render: what is\n" +
        "imported is not what is declared; 2 unusable input, 130 interrupted.",
    )
    .action(async (typed: string | undefined, { service, ...options }: AdoptOptions) => {
      const { output = ADOPTED, diff = false, force = false, json = false } = options;
      if (diff && json)
        throw new CommandError("choose one of --diff and --json: a diff has a form of its own.");
      if (options.fromRender === true) {
        const again =
          "nothing was changed at Render; type the same command again, and it goes on where it stopped";
        await interruptible(again, (signal) => adoptAccount({ output, diff, force, json, signal }));
        return;
      }
      const folder = typed ?? repositoryHere();
      process.exitCode = adopt({
        folder,
        ...options,
        ...(service !== undefined && { services: service }),
        output: options.output ?? path.join(folder, ADOPTED),
        workflow: options.workflow === true,
        diff: options.diff === true,
        force: options.force === true,
        json: options.json === true,
      });
    });
}

/** The current folder, or the one above where the current one is what adopt has written. */
function repositoryHere(): string {
  const around = repositoryOfProject();
  return around === undefined ? "." : path.relative(process.cwd(), around);
}

function portArgument(text: string): number {
  const port = parsePort(text);
  if (port === undefined) throw new InvalidArgumentError("Expected a port from 1 to 65535.");
  return port;
}
