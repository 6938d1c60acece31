/**
 * The command line: one file per command, arguments in, exit code out.
 */
import { Command, CommanderError } from "commander";
import packageJson from "../package.json";
import { engineCommand } from "./engine";
import { CommandError, EXIT } from "./exit-code";
import { rehearseCommand } from "./rehearse/command";
import { reviewCommand } from "./review/command";

/** Runs the command that `argv` names and answers its exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  const program = new Command("portcullis")
    .description("Keeps a web service's environments deployable.")
    .version(packageJson.version)
    .showHelpAfterError("(type `portcullis --help` for the commands)")
    .addCommand(rehearseCommand())
    .addCommand(reviewCommand())
    .addCommand(engineCommand());
  // Set before parsing, so that every command's own usage errors exit with 2 as well.
  for (const command of [program, ...program.commands]) command.exitOverride();
  try {
    await program.parseAsync([...argv]);
    return typeof process.exitCode === "number" ? process.exitCode : EXIT.done;
  } catch (error) {
    return exitCodeOf(error);
  }
}

function exitCodeOf(error: unknown): number {
  // Commander has printed its message by itself; help and --version "fail" with 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.unusable;
  if (error instanceof CommandError) {
    process.stderr.write(`portcullis: ${error.message}\n`);
    return error.exitCode;
  }
  throw error;
}

void main(process.argv).then((code) => {
  process.exitCode = code;
});
