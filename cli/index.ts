/**
 * The command line: one file per command, arguments in, exit code out.
 */
import { Command, CommanderError } from "commander";
import packageJson from "../package.json";
import { CommandError, EXIT } from "./exit-code";

/**
 * Each command is loaded when it is typed: an audit answers before the deployment engine is even loaded. By
 * `require`, since tsx's CommonJS hook (bin/portcullis.js) leaves `import()` to Node, which reads no TypeScript.
 */
const COMMANDS: Readonly<Record<string, () => Command>> = {
  rehearse: () => (require("./rehearse/command") as typeof import("./rehearse/command")).rehearseCommand(),
  review: () => (require("./review/command") as typeof import("./review/command")).reviewCommand(),
  audit: () => (require("./audit/command") as typeof import("./audit/command")).auditCommand(),
  adopt: () => (require("./adopt/command") as typeof import("./adopt/command")).adoptCommand(),
  rules: () => (require("./rules/command") as typeof import("./rules/command")).rulesCommand(),
  fracas: () => (require("./fracas/command") as typeof import("./fracas/command")).fracasCommand(),
  diagnose: () => (require("./diagnose/command") as typeof import("./diagnose/command")).diagnoseCommand(),
  watch: () => (require("./watch/command") as typeof import("./watch/command")).watchCommand(),
  engine: () => (require("./engine") as typeof import("./engine")).engineCommand(),
};

/** Runs the command that `argv` names and answers its exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  const program = new Command("portcullis")
    .description("Keeps a web service's environments deployable.")
    .version(packageJson.version)
    .showHelpAfterError("(type `portcullis --help` for the commands)");
  const typed = argv[2] ?? "";
  // Help, a misspelt command and an option before the command need them all.
  const needed = Object.hasOwn(COMMANDS, typed) ? [typed] : Object.keys(COMMANDS);
  for (const name of needed) {
    const command = COMMANDS[name]?.();
    if (command !== undefined) program.addCommand(command);
  }
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
