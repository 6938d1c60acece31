import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
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

/** Every command's help as it is printed, by what is typed. */
function helps(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const load of COMMANDS) {
    for (const command of withThoseBelow(load())) {
      let text = "";
      command.configureOutput({ writeOut: (part) => (text += part) });
      command.outputHelp();
      const above = command.parent === null ? "" : `${command.parent.name()} `;
      found.set(`${above}${command.name()}`, text.replaceAll(/\s+/g, " "));
    }
  }
  return found;
}

describe("the help of a command", () => {
  it("is refused with that command's name where there is none, as the command itself is", () => {
    const typed = (...args: readonly string[]) =>
      spawnSync(process.execPath, [path.join(__dirname, "../../bin/portcullis.js"), ...args], {
        encoding: "utf8",
      });
    for (const args of [["help", "nope"], ["nope"]]) {
      const { status, stderr } = typed(...args);
      assert.deepEqual([status, stderr.split("\n")[0]], [2, "portcullis: unknown command 'nope'"]);
    }
    assert.match(typed("help", "fracas").stdout, /^Usage: portcullis fracas /);
  });

  it("names its exit codes", () => {
    const without = [...helps()].filter(([, help]) => !/Exit codes: 0 .*[,;] 2 /.test(help));
    assert.deepEqual(
      without.map(([name]) => name),
      [],
    );
  });

  it("shows a duration's default as it is typed", () => {
    const durations = [...helps()].flatMap(([name, help]) =>
      [...help.matchAll(/(--\w+) <duration> [^(]*\(default: ([^)]*)\)/g)].map(([, option, value]) => [
        name,
        option,
        value,
      ]),
    );
    assert.deepEqual(durations, [
      ["watch", "--timeout", "20m"],
      ["preview-environment up", "--expires", "3d"],
      ["monitor", "--every", "1m"],
      ["monitor", "--again", "15s"],
    ]);
  });
});
