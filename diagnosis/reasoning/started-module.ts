import type { LogReading, SignatureMatch } from "../log/log-reading";
import { type Hypothesis, hypothesisOf } from "./hypothesis";
import { applicationIn, startCommandOf } from "./start-command";

/** What a row says; of a module that is missing, and that the start command names, that the command is wrong. */
export function ofStart(match: SignatureMatch, reading: LogReading): Hypothesis {
  const said = hypothesisOf(match);
  const [module, ...others] = match.values.name ?? [];
  if (match.signature.id !== "python/no-module" || module === undefined || others.length > 0) return said;
  const command = startCommandOf(reading, match.first.line);
  const application = command === undefined ? undefined : applicationIn(command, module);
  if (application === undefined) return said;
  return {
    ...said,
    cause: `the start command names \`${application}\`, and there is no module ${module} where it runs`,
    correctiveAction: `Correct \`${application}\` in the start command to the file and the application that are there (main.py with \`app = …\` is \`main:app\`), or the folder in which it runs (root directory, \`--chdir\`, \`--app-dir\`); commit the file if the branch does not have it.`,
  };
}
