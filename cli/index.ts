/**
 * The command line: one file per command, arguments in, exit code out.
 */
import { Command, CommanderError } from "commander";
import { version } from "../package.json";
import { COMMANDS } from "./commands";
import { CommandError, EXIT } from "./exit-code";
import { fullDiskSentence } from "./full-disk";
import { isOutputLost, watchOutput } from "./lost-output";
import { printDefect, printProblem, printUsage } from "./terminal-output";
import { unusableCacheSentence } from "./unusable-cache";

/** Runs the command that `argv` names and returns its exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  const program = new Command("portcullis")
    .description("Keeps a web service's environments deployable.")
    .version(version)
    .showHelpAfterError("(type `portcullis --help` for the commands)");
  const typed = argv[2] ?? "";
  // Help, a misspelt command and an option before the command need all commands.
  const needed = Object.hasOwn(COMMANDS, typed) ? [typed] : Object.keys(COMMANDS);
  for (const name of needed) {
    const command = await COMMANDS[name]?.();
    if (command !== undefined) program.addCommand(command);
  }
  // Set before parsing, so that every command's own usage errors exit with 2 as well.
  for (const command of commandsIn(program)) {
    command.exitOverride().configureOutput({ writeErr: printUsage });
    if (command !== program)
      command.showHelpAfterError(`(type \`${typedFor(command)} --help\` for its options)`);
  }
  // Commander answers to help on an unknown command with the help of all, and no word on it.
  const asked = typed === "help" ? argv[3] : undefined;
  const isUnknown = asked !== undefined && !asked.startsWith("-") && !Object.hasOwn(COMMANDS, asked);
  try {
    await program.parseAsync(isUnknown && asked !== "help" ? [...argv.slice(0, 2), asked] : [...argv]);
    return typeof process.exitCode === "number" ? process.exitCode : EXIT.done;
  } catch (error) {
    // What was ended because its output is lost has been said.
    return isOutputLost() ? EXIT.unusable : await exitCodeOf(error);
  }
}

function commandsIn(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(commandsIn)];
}

/** A command as it is typed: `portcullis fracas show`. */
function typedFor(command: Command): string {
  return command.parent === null ? command.name() : `${typedFor(command.parent)} ${command.name()}`;
}

async function exitCodeOf(error: unknown): Promise<number> {
  // Commander has printed its message by itself; help and --version "fail" with 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.unusable;
  if (error instanceof CommandError) {
    printProblem(error.message);
    return error.exitCode;
  }
  // Asked for in a failure alone, and loaded there.
  const cache = async () => unusableCacheSentence(error, (await import("../system")).cacheDirectory());
  const refused = fullDiskSentence(error) ?? (await cache());
  if (refused === undefined) printDefect(error);
  else printProblem(refused);
  return EXIT.unusable;
}

watchOutput();
void main(process.argv).then((code) => {
  process.exitCode = isOutputLost() ? EXIT.unusable : code;
});
