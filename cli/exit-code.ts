/** What a command's exit code means; the same for every command. */
export const EXIT = {
  done: 0,
  /** The work was done and its answer is no: a violation, a failed verification. */
  failed: 1,
  /** Wrong arguments, an unreadable input, a missing prerequisite. */
  unusable: 2,
  /** The work was done and there is no answer: an unknown failure, a deploy that has not ended. */
  undecided: 3,
  // After Ctrl-C and SIGTERM: 130 and 143 (interruption.ts).
} as const;

/** An error whose message is printed for the user, without a stack trace. */
export class CommandError extends Error {
  override readonly name = "CommandError";

  constructor(
    message: string,
    readonly exitCode: number = EXIT.unusable,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
