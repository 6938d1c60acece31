import { constants } from "node:os";
import { Script } from "node:vm";
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

/** Those of the works that are to be ended in order. */
const running = new Set<AbortController>();

/** Ends in order what a command has started. Whether there was such a work: its command then ends by itself. */
export function endInOrder(why: Error): boolean {
  for (const controller of running) controller.abort(why);
  return running.size > 0;
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
  const controller = new AbortController();
  const { signal } = controller;
  running.add(controller);
  const forget = onSignals((by) => {
    if (signal.aborted) process.exit(codeOf(by));
    process.stderr.write(`\nportcullis: ${by}: ending what was started (again to end at once)\n`);
    controller.abort(new Interrupted(by));
  });
  try {
    process.exitCode = await work(signal);
  } catch (cause) {
    if (!(signal.reason instanceof Interrupted)) throw cause;
    throw new CommandError(`interrupted; ${words}.`, codeOf(signal.reason.by), { cause });
  } finally {
    running.delete(controller);
    forget();
  }
}

/**
 * Does the work of a command that starts nothing. While it waits, a signal ends the command at once, with a sentence:
 * there is nothing to be ended in order.
 *
 * @param words as of {@link interruptible}
 */
export async function endedAtOnce<T>(words: string, work: () => Promise<T>): Promise<T> {
  const forget = onSignals((by) => endNow(words, by));
  try {
    return await work();
  } finally {
    forget();
  }
}

const NAME = "portcullis.work";
const WORK = Symbol.for(NAME);

/**
 * Does what keeps the process busy without a pause, in which it would hear no signal: Ctrl-C ends it at once, and says
 * so. What writes files is not for here: its `finally` would not be run.
 *
 * @param words as of {@link interruptible}
 */
export function withoutPause<T>(words: string, work: () => T): T {
  const shared = globalThis as { [WORK]?: () => T };
  shared[WORK] = work;
  try {
    const script = new Script(`globalThis[Symbol.for("${NAME}")]()`);
    return script.runInThisContext({ breakOnSigint: true, displayErrors: false }) as T;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "ERR_SCRIPT_EXECUTION_INTERRUPTED") throw cause;
    return endNow(words, "SIGINT");
  } finally {
    delete shared[WORK];
  }
}

function endNow(words: string, by: Ending): never {
  process.stderr.write(`\nportcullis: interrupted; ${words}.\n`);
  process.exit(codeOf(by));
}

function onSignals(told: (by: Ending) => void): () => void {
  const listeners = SIGNALS.map((by) => [by, () => told(by)] as const);
  for (const [by, listener] of listeners) process.on(by, listener);
  return () => {
    for (const [by, listener] of listeners) process.off(by, listener);
  };
}

/** As shells count it: 128 and the signal's number. */
const codeOf = (by: Ending): number => 128 + constants.signals[by];
