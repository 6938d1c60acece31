import { developerServer } from "../../domain/developer-servers";
import type { StartCommandFact } from "../../domain/fact";
import type { Verdict } from "../../domain/rule";
import { simpleCommands } from "../../domain/start-command/shell";
import { ENDING } from "./platform-commands";

/** A cron job that a tool of developers' runs: the tool waits for a change of a file when the job has ended. */
export function watchingJob({ place }: StartCommandFact, command: string): Verdict {
  const server = developerServer(simpleCommands(command).at(-1)?.words ?? []);
  if (server === undefined) return { violations: [], undecided: [] };
  if (server.byName === true)
    return {
      violations: [],
      undecided: [
        { place, why: `\`${server.name}\` has a name of what goes on running, and a job has to end` },
      ],
    };
  return {
    violations: [
      {
        place,
        what: "start command",
        expected: ENDING,
        got: `\`${server.name}\`, which waits for changes when the job has ended`,
        fix: "Start the file of the job, and not what watches it.",
      },
    ],
    undecided: [],
  };
}
