import { Command } from "commander";
import { diagnoseEngine } from "../engine";
import { EXIT } from "./exit-code";
import { interruptible } from "./interruption";
import { engineFor } from "./stacks/engine-for";
import { print, progressTo } from "./terminal-output";

/** `portcullis engine`: find, fetch or build the Pulumi CLI; `--doctor` says what was found and why. */
export function engineCommand(): Command {
  return new Command("engine")
    .description("Find, download or build the Pulumi CLI and the plugins that Portcullis runs on.")
    .option("--doctor", "print what was found, what was not, and why")
    .addHelpText("after", "\nExit codes: 0 done, 2 no engine can be had, 130 interrupted.")
    .action(async (options: { doctor?: boolean }) => {
      const report = progressTo(false);
      await interruptible("what was begun is begun again the next time", async (signal) => {
        if (options.doctor === true) {
          const { found, words } = await diagnoseEngine({ report, signal });
          print(words);
          return found ? EXIT.done : EXIT.unusable;
        }
        const engine = await engineFor({ report, signal });
        print(`Pulumi ${engine.version} (${engine.source}): ${engine.pulumi}`);
        return EXIT.done;
      });
    });
}
