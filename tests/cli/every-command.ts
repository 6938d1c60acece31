import type { Command } from "commander";
import { adoptCommand } from "../../cli/adopt/command";
import { auditCommand } from "../../cli/audit/command";
import { connectCommand } from "../../cli/connect/command";
import { diagnoseCommand } from "../../cli/diagnose/command";
import { driftCommand } from "../../cli/drift/command";
import { engineCommand } from "../../cli/engine";
import { fracasCommand } from "../../cli/fracas/command";
import { monitorCommand } from "../../cli/monitor/command";
import { previewEnvironmentCommand } from "../../cli/preview-environment/command";
import { promoteCommand } from "../../cli/promote/command";
import { rehearseCommand } from "../../cli/rehearse/command";
import { reviewCommand } from "../../cli/review/command";
import { rulesCommand } from "../../cli/rules/command";
import { watchCommand } from "../../cli/watch/command";

/** The command line's own table imports each when it is typed, which the tests' loader of TypeScript cannot. */
const COMMANDS = [
  rehearseCommand,
  reviewCommand,
  auditCommand,
  adoptCommand,
  rulesCommand,
  fracasCommand,
  diagnoseCommand,
  watchCommand,
  connectCommand,
  promoteCommand,
  previewEnvironmentCommand,
  driftCommand,
  monitorCommand,
  engineCommand,
];

const withThoseBelow = (command: Command): readonly Command[] => [
  command,
  ...command.commands.flatMap(withThoseBelow),
];

/** Every command with all below it, by what is typed. */
export const everyCommand = (): ReadonlyMap<string, Command> =>
  new Map(
    COMMANDS.flatMap((load) => withThoseBelow(load())).map((command) => [
      `${command.parent === null ? "" : `${command.parent.name()} `}${command.name()}`,
      command,
    ]),
  );
