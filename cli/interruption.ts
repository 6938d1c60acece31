import { constants } from "node:os";
import { CommandError } from "./exit-code";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
type Ending = (typeof SIGNALS)[number];

/** Why a command's signal is aborted. */
class Interrupted extends Error {
  override readonly name = "Interrupted";

  constructor(readonly by: Ending) {
    super(`interrupted by ${by}`);
  }
}

/**
 * Runs a command's work and keeps its exit code. Ctrl-C, SIGTERM and SIGHUP abort the signal it is given, so that what
 * was started is ended in order. A second one ends the process at once; the watchers of the embedded environment then
 * end its processes.
 *
 * @param words what is so after an interruption, and what to type: "the deploy goes on at Render"
 * @throws CommandError with these words where a signal ended the work: 130 after Ctrl-C, 143 after SIGTERM
 */
export async function interruptible(
  words: string,
  work: (signal: AbortSignal) => Promise<number>,
): Promise<void> {
  const signal = interruption();
  try {
    process.exitCode = await work(signal);
  } catch (cause) {
    if (!(signal.reason instanceof Interrupted)) throw cause;
    throw new CommandError(`interrupted; ${words}.`, codeOf(signal.reason.by), { cause });
  }
}

function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const by of SIGNALS) {
    process.on(by, () => {
      if (controller.signal.aborted) process.exit(codeOf(by));
      process.stderr.write(`\nportcullis: ${by}: ending what was started (again to end at once)\n`);
      controller.abort(new Interrupted(by));
    });
  }
  return controller.signal;
}

/** As shells count it: 128 and the signal's number. */
const codeOf = (by: Ending): number => 128 + constants.signals[by];
