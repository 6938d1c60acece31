import { EXIT } from "./exit-code";
import { foundInstead } from "./given-file";
import { endInOrder } from "./interruption";
import { printProblem } from "./terminal-output";

let isLost = false;

/** Whether a report, or a part of it, could not be written to the standard output. */
export function isOutputLost(): boolean {
  return isLost;
}

/**
 * Ends any command whose standard output takes no more, such as a full disk or a pipe that `head` has left, with one
 * sentence and exit code 2. Node says so by an event, after the write: without a listener it ends with its own frames.
 */
export function watchOutput(): void {
  process.stdout.on("error", (cause) => {
    if (isLost) return;
    isLost = true;
    printProblem(`standard output: expected one that can be written to the end, got ${foundInstead(cause)}.`);
    if (!endInOrder(cause)) process.exit(EXIT.unusable);
  });
  // There is no place left to say it.
  process.stderr.on("error", () => undefined);
}
