import { Command, InvalidArgumentError, Option } from "commander";
import { millisecondsOf } from "../../domain/duration";
import { durationOption } from "../duration-option";
import { EXIT } from "../exit-code";
import { interruptible } from "../interruption";
import { assertProject } from "../stacks/assert-project";
import { engineFor } from "../stacks/engine-for";
import { ownPulumi } from "../stacks/own-pulumi";
import { projectOption } from "../stacks/project-folder";
import { printReport, progressTo } from "../terminal-output";
import { assertFolderOf, writeOutput } from "../written-output";
import { branchProblem } from "./branch-name";
import { stackOf } from "./derived-stack";
import type { Doing } from "./doing";
import { down } from "./down";
import { expire } from "./expire";
import { type DownReport, downText, expireText, json, upComment, upText } from "./report";
import { exitCodeOf, up } from "./up";

interface Common {
  readonly project: string;
  readonly json?: boolean;
}

interface UpOptions extends Common {
  readonly pr: number;
  readonly from: string;
  readonly branch: string;
  readonly expires: number;
  readonly comment?: string;
}

const CODES = {
  removed: EXIT.done,
  absent: EXIT.done,
  kept: EXIT.done,
  failed: EXIT.failed,
  "not-decided": EXIT.undecided,
};

/** `portcullis preview-environment`: an environment for a pull request, with a service, role and schema of its own. */
export function previewEnvironmentCommand(): Command {
  const command = new Command("preview-environment")
    .description(
      "An environment for a pull request: the stack pr-N with the configuration of another stack, its secrets included, " +
        "and services, a database role and a schema of its own, or a Supabase branch where one is declared.",
    )
    .addHelpText(
      "after",
      "\nExit codes: 0 done, 1 rejected or failed, 2 unusable input, 3 not decided, 130 interrupted.",
    );
  command.addCommand(upCommand());
  command.addCommand(downCommand());
  command.addCommand(expireCommand());
  return command;
}

function upCommand(): Command {
  return commonOptions(new Command("up"))
    .description("Make a pull request's environment, or bring it up to date, and verify it.")
    .addOption(pullRequest())
    .addOption(from())
    .addOption(branch())
    .addOption(
      durationOption("--expires <duration>", "after how long `expire` removes it, such as 12h or 3d", {
        parse: duration,
        otherwise: "3d",
      }),
    )
    .option("--comment <file>", "write the pull request's comment to a file, in Markdown")
    .addHelpText(
      "after",
      "\nExit codes: 0 up and verified, 1 rejected or failed, 2 unusable input, 130 interrupted.",
    )
    .action((options: UpOptions) => {
      if (options.comment !== undefined) assertFolderOf("--comment", options.comment);
      return carriedOut(options, AGAIN.up, async (doing) => {
        const expires = new Date(Date.now() + options.expires).toISOString();
        const { pr, branch, comment } = options;
        const environment = { pullRequest: pr, from: options.from, branch, expires };
        const report = await up({ environment, ...doing });
        if (comment !== undefined) writeOutput(comment, upComment(report));
        printReport(report, options.json === true ? json : upText);
        return exitCodeOf(report);
      });
    });
}

function downCommand(): Command {
  return commonOptions(new Command("down"))
    .description(
      "Remove a pull request's environment with everything that it made, also what a failed `up` left.",
    )
    .addOption(pullRequest())
    .addOption(from())
    .addHelpText(
      "after",
      "\nExit codes: 0 removed, or not there, 1 failed, 2 unusable input, 3 not decided, 130 interrupted.",
    )
    .action((options: Common & { readonly pr: number; readonly from: string }) =>
      carriedOut(options, AGAIN.down, async (doing) => {
        const { from, pr } = options;
        const report = await down({ stack: stackOf(from, pr), from, ...doing });
        printReport(report, options.json === true ? json : downText);
        return CODES[report.result];
      }),
    );
}

function expireCommand(): Command {
  return commonOptions(new Command("expire"))
    .description("Remove the environments whose time is over; for a scheduled run.")
    .addHelpText(
      "after",
      "\nExit codes: 0 done, 1 one could not be removed, 2 unusable input, 3 not decided, 130 interrupted.",
    )
    .action((options: Common) =>
      carriedOut(options, AGAIN.down, async (doing) => {
        const report = await expire({ ...doing, now: Date.now() });
        printReport(report, options.json === true ? json : expireText);
        const results = report.environments.map(({ result }) => result as DownReport["result"]);
        if (results.includes("failed")) return EXIT.failed;
        return results.includes("not-decided") ? EXIT.undecided : EXIT.done;
      }),
    );
}

const commonOptions = (command: Command): Command =>
  command
    .addOption(projectOption())
    .option("--json", "print one JSON document instead of progress and words");

const pullRequest = (): Option =>
  new Option("--pr <number>", "the pull request").argParser(number).makeOptionMandatory();

const branch = (): Option =>
  new Option("--branch <name>", "the branch that it deploys").argParser(branchName).makeOptionMandatory();

const from = (): Option =>
  new Option("--from <stack>", "the stack whose configuration it has").default("staging");

/** What to type after an interruption. */
const AGAIN = {
  up: "type the same command again, or `down` to remove what was made",
  down: "type the same command again, and it removes what is left",
};

async function carriedOut(
  options: Common,
  again: string,
  work: (doing: Doing) => Promise<number>,
): Promise<void> {
  const { project } = options;
  assertProject(project);
  const report = progressTo(options.json);
  await interruptible(again, async (signal) => {
    const pulumi = ownPulumi(project, await engineFor({ report, signal }), signal);
    return work({ project, pulumi, report, signal });
  });
}

function branchName(text: string): string {
  const problem = branchProblem(text);
  if (problem === undefined) return text;
  throw new InvalidArgumentError(`Expected a branch's name, ${problem}.`);
}

function number(text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new InvalidArgumentError("Expected a pull request's number.");
  return Number(text);
}

const LONGEST_MS = 90 * 86_400_000;

function duration(text: string): number {
  const days = /^(\d+)d$/.exec(text)?.[1];
  const milliseconds = days === undefined ? millisecondsOf(text, ["m", "h"]) : Number(days) * 86_400_000;
  if (milliseconds === undefined || milliseconds > LONGEST_MS)
    throw new InvalidArgumentError("Expected a duration up to 90d, such as 12h or 3d.");
  return milliseconds;
}
