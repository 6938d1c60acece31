import { Command } from "commander";
import { diagnoseEngine, findEngine } from "../engine";
import { CommandError } from "./exit-code";
import { interruption } from "./interruption";
import { print, progressTo } from "./terminal-output";

/** `portcullis engine`: find, fetch or build the Pulumi CLI; `--doctor` says what was found and why. */
export function engineCommand(): Command {
  return new Command("engine")
    .description("Find, download or build the Pulumi CLI and the plugins that Portcullis runs on.")
    .option("--doctor", "print what was found, what was not, and why")
    .action(async (options: { doctor?: boolean }) => {
      const report = progressTo(false);
      if (options.doctor === true) {
        print(await diagnoseEngine({ report, signal: interruption() }));
        return;
      }
      try {
        const engine = await findEngine({ report, signal: interruption() });
        print(`Pulumi ${engine.version} (${engine.source}): ${engine.pulumi}`);
      } catch (cause) {
        throw new CommandError(cause instanceof Error ? cause.message : String(cause), undefined, { cause });
      }
    });
}
