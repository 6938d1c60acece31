import { Command, InvalidArgumentError } from "commander";
import { parsePort, STANDARD_PORT } from "../../domain";
import { adopt } from "./adopt";

interface AdoptOptions {
  readonly service?: string;
  readonly output: string;
  readonly force?: boolean;
  readonly include?: string[];
  readonly exclude?: string[];
  readonly standardPort: number;
  readonly json?: boolean;
}

/** `portcullis adopt`: a stack file for each environment that a repository has. */
export function adoptCommand(): Command {
  return new Command("adopt")
    .description(
      "Write a Pulumi.<stack>.yaml for each environment that a repository has, from what its files say.\n" +
        "Secrets are never written: the commands that set them are printed.",
    )
    .argument("[folder]", "the repository", ".")
    .option("--service <name>", "which service, where the repository has several")
    .option("--output <folder>", "where the stack files go", ".")
    .option("--force", "overwrite stack files that are there already")
    .option("--include <pattern...>", "read these too, although git ignores them, such as '.env*'")
    .option("--exclude <pattern...>", "read none of these; patterns are those of .gitignore")
    .option("--standard-port <port>", "the port that services listen on", portArgument, STANDARD_PORT)
    .option("--json", "print one JSON document instead of words")
    .addHelpText("after", "\nExit codes: 0 written, 2 unusable input.")
    .action((folder: string, options: AdoptOptions) => {
      process.exitCode = adopt({
        folder,
        ...options,
        force: options.force === true,
        json: options.json === true,
      });
    });
}

function portArgument(text: string): number {
  const port = parsePort(text);
  if (port === undefined) throw new InvalidArgumentError("Expected a port from 1 to 65535.");
  return port;
}
