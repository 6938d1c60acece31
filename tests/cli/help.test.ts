import assert from "node:assert/strict";
import type { Command } from "commander";
import { COMMANDS } from "../../cli/commands";

const withThoseBelow = (command: Command): readonly Command[] => [
  command,
  ...command.commands.flatMap(withThoseBelow),
];

/** Every command's help as it is printed, by what is typed. */
async function helps(): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const load of Object.values(COMMANDS)) {
    for (const command of withThoseBelow(await load())) {
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
  it("shows a duration's default as it is typed", async () => {
    const durations = [...(await helps())].flatMap(([name, help]) =>
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
