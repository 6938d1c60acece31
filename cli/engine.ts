import { Command } from "commander";
import { diagnoseEngine, findEngine } from "../engine";
import { CommandError } from "./exit-code";
import { interruption } from "./interruption";

/** `portcullis engine`: find, fetch or build the Pulumi CLI; `--doctor` says what was found and why. */
export function engineCommand(): Command {
  return new Command("engine")
    .description("Find, download or build the Pulumi CLI and the plugins that Portcullis runs on.")
    .option("--doctor", "print what was found, what was not, and why")
    .action(async (options: { doctor?: boolean }) => {
      if (options.doctor === true) {
        process.stdout.write(
          `${await diagnoseEngine({ report: (line) => void process.stderr.write(`${line}\n`), signal: interruption() })}\n`,
        );
        return;
      }
      const report = (line: string): void => void process.stderr.write(`${line}\n`);
      try {
        const engine = await findEngine({ report, signal: interruption() });
        process.stdout.write(`Pulumi ${engine.version} (${engine.source}): ${engine.pulumi}\n`);
      } catch (cause) {
        throw new CommandError(cause instanceof Error ? cause.message : String(cause), undefined, { cause });
      }
    });
}
