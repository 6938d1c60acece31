/** The resource exists at Render, but is not yet what was asked for; the engine keeps it in its state. */
export class IncompleteResourceError extends Error {
  override readonly name = "IncompleteResourceError";

  constructor(
    readonly id: string,
    readonly outputs: Readonly<Record<string, unknown>>,
    readonly reasons: readonly string[],
    cause?: unknown,
  ) {
    super(reasons.join(" "), { cause });
  }
}

/** The update was cancelled by the user, or its time was over, while something at Render went on. */
export class WaitEndedError extends Error {
  override readonly name = "WaitEndedError";
}
