import { Argument, Command } from "commander";
import { nearest } from "../../domain/nearest";
import {
  type FailureRecord,
  type Given,
  moveRecord,
  type RecordFolder,
  STATUSES,
  type Status,
  shownRecord,
} from "../../records";
import { printable, printableJson } from "../audit/printable";
import { EXIT } from "../exit-code";
import { endedAtOnce } from "../interruption";
import { recordsOption } from "../stacks/project-folder";
import { print } from "../terminal-output";
import { listText } from "./list";
import { metricsJson, metricsText } from "./metrics";
import { AS_IT_WAS, existing, folderOf, usable, warned } from "./read";
import { writeReport } from "./report";
import { showText } from "./show";
import { nextStep } from "./words";

interface SharedOptions {
  readonly folder: string;
  readonly json?: boolean;
}

const READ_CODES = "\nExit codes: 0 done, 2 unusable input.";
const MOVE_CODES = "\nExit codes: 0 done, 1 the record does not allow the move, 2 unusable input.";

/** `portcullis fracas`: the failure records of a repository, from the report to the close-out. */
export function fracasCommand(): Command {
  const command = new Command("fracas")
    .description(
      "List the failure records, those with work left first. A failed verification files or counts one by itself, and " +
        "so does a diagnosis; docs/fracas.md says how a record is moved on and when it closes.",
    )
    .addOption(recordsOption())
    .option("--json", "print one JSON document")
    .addHelpText("after", MOVE_CODES)
    .configureHelp({ showGlobalOptions: true })
    // Else Commander, which has an action to run here, counts the arguments and says that there are too many.
    .allowExcessArguments()
    .action((options: SharedOptions, { args: [typed] }: Command) => {
      if (typed !== undefined) unknown(command, typed);
      return ended(() => told(options, listJson, listText));
    });
  for (const sub of [listCommand(), showCommand(), moveCommand(), metricsCommand(), reportCommand()]) {
    // As cli/index.ts does for the commands themselves: a usage error exits with 2.
    const codes = sub.name() === "move" ? MOVE_CODES : READ_CODES;
    command.addCommand(
      sub.exitOverride().configureHelp({ showGlobalOptions: true }).addHelpText("after", codes),
    );
  }
  return command;
}

/** @throws CommanderError */
function unknown(command: Command, typed: string): never {
  const names = command.commands.map((sub) => sub.name());
  const meant = nearest(typed, names);
  const hint =
    meant === undefined
      ? `choose one of ${names.join(", ")}`
      : `did you mean ${meant}? There are ${names.join(", ")}`;
  return command.error(`error: unknown command '${typed}': ${hint}.`);
}

function listCommand(): Command {
  return new Command("list")
    .description("List the records, as the command does by itself.")
    .action((_options: unknown, command: Command) =>
      ended(() => told(command.optsWithGlobals<SharedOptions>(), listJson, listText)),
    );
}

function showCommand(): Command {
  return new Command("show")
    .description("Read one record: what failed, why, what to type, and what was done.")
    .argument("<id>", "a record, such as FR-0001")
    .action(async (typed: string, _options: unknown, command: Command) => {
      const { folder, json } = command.optsWithGlobals<SharedOptions>();
      const record = shownRecord(await existing(folder, typed));
      print(json === true ? printableJson(recordJson(record)) : showText(record, folder));
    });
}

function moveCommand(): Command {
  return new Command("move")
    .description(
      "Move one record on: open → analysed → corrected → verified → closed, or back with a reason.",
    )
    .argument("<id>", "a record, such as FR-0001")
    .addArgument(new Argument("<status>", "what it becomes").choices(STATUSES))
    .requiredOption("--by <name>", "who moves it")
    .option("--commit <sha>", "the corrective commit, for `corrected`")
    .option("--root-cause <text>", "what the analysis found, for `analysed`")
    .option("--reason <text>", "on what the move rests")
    .action((typed: string, to: Status, given: Given, command: Command) =>
      ended(async () => {
        const { folder, json } = command.optsWithGlobals<SharedOptions>();
        const { id } = await existing(folder, typed);
        const { by, commit, rootCause, reason } = given;
        const record = await usable(folder, () =>
          moveRecord(folder, id, to, {
            by,
            ...(commit !== undefined && { commit }),
            ...(rootCause !== undefined && { rootCause }),
            ...(reason !== undefined && { reason }),
          }),
        );
        const shown = shownRecord(record);
        print(
          json === true ? printableJson(recordJson(shown)) : `${id} is ${to} now. ${nextStep(shown, folder)}`,
        );
        return EXIT.done;
      }),
    );
}

function metricsCommand(): Command {
  return new Command("metrics")
    .description(
      "Mean time to detect, to correct and to verify, recurrence, and the most frequent failure modes.",
    )
    .action(async (_options: unknown, command: Command) => {
      process.exitCode = await told(
        command.optsWithGlobals<SharedOptions>(),
        ({ records }) => metricsJson(records),
        metricsText,
      );
    });
}

function reportCommand(): Command {
  return new Command("report")
    .description("Write all records as one HTML page that needs no network, to read, print and send.")
    .option("--output <file>", "where to write it; - is the standard output", "fracas-report.html")
    .action(async (_options: unknown, command: Command) => {
      const { folder, output } = command.optsWithGlobals<SharedOptions & { output: string }>();
      const read = await folderOf(folder);
      writeReport(read, { output, now: new Date() });
      process.exitCode = warned(read);
    });
}

async function ended(work: () => Promise<number>): Promise<void> {
  process.exitCode = await endedAtOnce(AS_IT_WAS, work);
}

/** Prints the records of a folder and returns the exit code. */
async function told(
  { folder, json }: SharedOptions,
  asJson: (read: RecordFolder) => string,
  asText: (records: readonly FailureRecord[]) => string,
): Promise<number> {
  const read = await folderOf(folder);
  if (json === true) print(printableJson(asJson(read)));
  else if (read.records.length > 0) print(asText(read.records));
  else if (read.problems.length === 0) {
    print(
      `${printable(folder)}: no failure record yet. A failed verification files one, and so does \`portcullis diagnose LOG --record\`.`,
    );
  }
  return warned(read);
}

function listJson({ records, problems }: RecordFolder): string {
  const told = problems.map(({ file, line, reason }) => ({ file, line: line ?? null, reason }));
  return JSON.stringify({ version: 1, records, problems: told }, null, 2);
}

function recordJson(record: FailureRecord): string {
  return JSON.stringify({ version: 1, record }, null, 2);
}
