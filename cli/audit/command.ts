import path from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import type { AuditOptions, FileEnvironment } from "../../audit";
import { parsePort, SEVERITIES, type Severity, STANDARD_PORT } from "../../domain";
import { CommandError } from "../exit-code";
import { patternArgument } from "../pattern-argument";
import { FORMATS, type Format } from "./output";
import { type AuditRun, runAudit } from "./run";
import { waiverFile } from "./waiver-file";

interface AuditCommandOptions {
  readonly format: Format;
  readonly json?: boolean;
  readonly sarif?: boolean;
  readonly markdown?: boolean;
  readonly output?: string;
  readonly baseline?: string;
  readonly waivers?: string;
  readonly failOn: Severity;
  readonly fix?: boolean;
  readonly diff?: boolean;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly environment?: readonly FileEnvironment[];
  readonly standardPort?: number;
  readonly verbose?: boolean;
  readonly explain?: string | true;
}

/** `portcullis audit`: reads a repository as it is and says what will fail, where, and what to type. */
export function auditCommand(): Command {
  return new Command("audit")
    .description(
      "Read a repository as it is and say what will fail when it is deployed, where, and what to type.\n" +
        "No account, no network; nothing is run, and nothing is changed without --fix.",
    )
    .argument("[folder]", "the repository", ".")
    .addOption(new Option("--format <format>", "what to print").choices(FORMATS).default("terminal"))
    .option("--json", "short for --format json")
    .option("--sarif", "short for --format sarif")
    .option("--markdown", "short for --format markdown")
    .option("--output <file>", "write to a file instead of the standard output")
    .addOption(
      new Option("--fail-on <severity>", "exit with 1 from this severity on")
        .choices(SEVERITIES)
        .default("error"),
    )
    .option("--diff", "print what --fix would change, and change nothing")
    .option("--fix", "make the changes that have one right answer, then audit again")
    .option(
      "--baseline <file>",
      "report only what is not in this file, which an earlier --json --output wrote",
    )
    .option("--waivers <file>", "take waivers from this file instead of the folder's portcullis-waivers.yaml")
    .option(
      "--include <pattern...>",
      "read these too, although git ignores them or they are among tests",
      patternArgument,
    )
    .option("--exclude <pattern...>", "read none of these; patterns are those of .gitignore", patternArgument)
    .option(
      "--environment <pattern=name>",
      "say which environment files are for, whatever their name says; may be given again",
      environmentArgument,
    )
    .option(
      "--standard-port <port>",
      `the port that services listen on; it wins over a PORT that is set (default: ${STANDARD_PORT}, which does not)`,
      portArgument,
    )
    .option(
      "--explain [service]",
      "print what a service starts, from its manifest to the line that binds, and judge nothing; list them without a name",
    )
    .option("--verbose", "list every file that was read and every rule that could not be decided")
    .addHelpText(
      "after",
      "\nExit codes: 0 nothing found, 1 findings of --fail-on's severity, 2 unusable input, " +
        "3 not decided: none found, and a file could not be read, 130 interrupted.",
    )
    .action(async (folder: string, options: AuditCommandOptions) => {
      process.exitCode = await runAudit(runOf(folder, options));
    });
}

function runOf(folder: string, options: AuditCommandOptions): AuditRun {
  const { output, baseline, failOn, fix = false, diff = false, verbose = false, explain } = options;
  const format = formatOf(options);
  if (fix && diff) throw new CommandError("choose one of --fix and --diff.");
  if (diff && format !== "terminal") {
    throw new CommandError(`choose one of --diff and --${format}: a diff has a form of its own.`);
  }
  if (explain !== undefined && (fix || diff || !["terminal", "json"].includes(format)))
    throw new CommandError("choose --explain alone or with --json: it judges and changes nothing.");
  return {
    folder,
    ...(explain !== undefined && { explain }),
    options: auditOptions(folder, options),
    format,
    failOn,
    verbose,
    mode: fix ? "fix" : diff ? "diff" : "report",
    ...(output === undefined ? {} : { output }),
    ...(baseline === undefined ? {} : { baseline }),
  };
}

function auditOptions(folder: string, options: AuditCommandOptions): AuditOptions {
  const { include, exclude, environment, standardPort, waivers } = options;
  return {
    // Who names the port means it: it is right wherever places differ.
    ...(standardPort !== undefined && { standardPort, standardPortBinds: true }),
    ...(include && { include }),
    ...(exclude && { exclude }),
    ...(environment && { environments: environment }),
    ...(waivers === undefined ? {} : { waivers: waiverFile(waivers, path.resolve(folder)) }),
  };
}

function formatOf({ json, sarif, markdown, format }: AuditCommandOptions): Format {
  const asked = { json, sarif, markdown };
  const short = FORMATS.filter((name) => Object.entries(asked).some(([key, value]) => key === name && value));
  const [only = format] = short;
  if (short.length > 1 || (format !== "terminal" && format !== only)) {
    throw new CommandError("choose one of --format, --json, --sarif and --markdown.");
  }
  return only;
}

function portArgument(text: string): number {
  const port = parsePort(text);
  if (port === undefined) throw new InvalidArgumentError("Expected a port from 1 to 65535.");
  return port;
}

function environmentArgument(
  text: string,
  before: readonly FileEnvironment[] = [],
): readonly FileEnvironment[] {
  const [, pattern, name] = /^(.+)=([A-Za-z][\w-]*)$/.exec(text) ?? [];
  if (pattern === undefined || name === undefined) {
    throw new InvalidArgumentError("Expected a pattern and a name, such as 'config/blue.env=production'.");
  }
  patternArgument(pattern);
  return [...before, { pattern, name: name.toLowerCase() }];
}
