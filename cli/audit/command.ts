import { writeFileSync } from "node:fs";
import path from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { type Audit, auditFolder } from "../../audit";
import { atLeast, parsePort, SEVERITIES, type Severity, STANDARD_PORT } from "../../domain";
import { CommandError, EXIT } from "../exit-code";
import { withoutKnown } from "./baseline";
import { auditAnnotations } from "./github";
import { auditJson } from "./json";
import { auditMarkdown } from "./markdown";
import { auditSarif } from "./sarif";
import { auditReport } from "./terminal";
import { nothingRead, plural } from "./words";

const FORMATS = ["terminal", "json", "sarif", "github", "markdown"] as const;
type Format = (typeof FORMATS)[number];

interface AuditCommandOptions {
  readonly format: Format;
  readonly json?: boolean;
  readonly sarif?: boolean;
  readonly markdown?: boolean;
  readonly output?: string;
  readonly baseline?: string;
  readonly failOn: Severity;
  readonly include?: string[];
  readonly exclude?: string[];
  readonly standardPort: number;
  readonly verbose?: boolean;
}

/** `portcullis audit`: reads a repository as it is and says what will fail, where, and what to type. */
export function auditCommand(): Command {
  return new Command("audit")
    .description(
      "Read a repository as it is and say what will fail when it is deployed, where, and what to type.\n" +
        "No account, no network; nothing is run and nothing is changed.",
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
    .option("--baseline <file>", "tell only what is not in this file, which an earlier --json --output wrote")
    .option("--include <pattern...>", "read these too, although git ignores them or they stand among tests")
    .option("--exclude <pattern...>", "read none of these; patterns are those of .gitignore")
    .option("--standard-port <port>", "the port that services listen on", portArgument, STANDARD_PORT)
    .option("--verbose", "list every file that was read and every rule that could not be decided")
    .addHelpText(
      "after",
      "\nExit codes: 0 nothing found, 1 findings as grave as --fail-on, 2 unusable input.",
    )
    .action((folder: string, options: AuditCommandOptions) => {
      process.exitCode = audit(folder, options);
    });
}

function audit(folder: string, options: AuditCommandOptions): number {
  const { include, exclude, standardPort } = options;
  const format = formatOf(options);
  const result = audited(folder, { standardPort, ...(include && { include }), ...(exclude && { exclude }) });
  const unread = nothingRead(result);
  if (unread !== undefined) throw new CommandError(`${folder}: ${unread}`);
  const { added, known } =
    options.baseline === undefined
      ? { added: result.findings, known: 0 }
      : withoutKnown(result.findings, options.baseline);
  write(`${printed({ ...result, findings: added }, format, options.verbose)}\n`, options.output);
  if (known > 0) process.stderr.write(`portcullis: ${plural(known, "finding")} of the baseline left out\n`);
  return added.some(({ severity }) => atLeast(severity, options.failOn)) ? EXIT.failed : EXIT.done;
}

function audited(folder: string, options: Parameters<typeof auditFolder>[1]): Audit {
  try {
    return auditFolder(path.resolve(folder), options);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === undefined) throw cause;
    throw new CommandError(`${folder}: expected a folder that can be read, got ${code}.`, undefined, {
      cause,
    });
  }
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

function printed(result: Audit, format: Format, verbose = false): string {
  switch (format) {
    case "json":
      return auditJson(result);
    case "sarif":
      return auditSarif(result);
    case "github":
      return auditAnnotations(result);
    case "markdown":
      return auditMarkdown(result);
    case "terminal":
      return auditReport(result, verbose);
  }
}

function write(text: string, output: string | undefined): void {
  if (output === undefined) {
    process.stdout.write(text);
    return;
  }
  try {
    writeFileSync(output, text);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? "an error";
    throw new CommandError(`${output}: expected a file that can be written, got ${code}.`, undefined, {
      cause,
    });
  }
}

function portArgument(text: string): number {
  const port = parsePort(text);
  if (port === undefined) throw new InvalidArgumentError("Expected a port from 1 to 65535.");
  return port;
}
