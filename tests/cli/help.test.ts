import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { COMMANDS } from "../../cli/commands";
import { everyCommand } from "./every-command";

/** Every command's help as it is printed, by what is typed. */
function helps(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [typed, command] of everyCommand()) {
    let text = "";
    command.configureOutput({ writeOut: (part) => (text += part) });
    command.outputHelp();
    found.set(typed, text.replaceAll(/\s+/g, " "));
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

  it("is asked of all that the command line has", () => {
    const asked = [...everyCommand()].filter(([, { parent }]) => parent === null).map(([typed]) => typed);
    assert.deepEqual(asked, Object.keys(COMMANDS));
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
