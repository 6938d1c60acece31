import assert from "node:assert/strict";
import { monitorCommand } from "../../../cli/monitor/command";

describe("The pauses of a monitor", () => {
  /** Ended by what Commander says of the options: no such folder would be asked for. */
  const typed = async (...args: string[]): Promise<string> => {
    const command = monitorCommand()
      .exitOverride()
      .configureOutput({ writeErr: () => {} });
    const words = ["-s", "staging", "--project", "/nowhere", ...args];
    return command.parseAsync(words, { from: "user" }).then(
      () => "",
      (error: Error) => error.message,
    );
  };

  for (const [option, short, shortest] of [
    ["--every", ["0s", "1ms", "4999ms", "4s"], "5s"],
    ["--again", ["0s", "999ms"], "1s"],
  ] as const) {
    it(`have a shortest one: ${option} ${shortest}`, async () => {
      for (const pause of short) {
        assert.match(await typed(option, pause), new RegExp(`Expected ${shortest} or longer: Render's API`));
      }
      assert.doesNotMatch(await typed(option, shortest), /Expected/);
      assert.match(await typed(option, "soon"), /Expected a duration, such as 30s or 5m/);
    });
  }
});
