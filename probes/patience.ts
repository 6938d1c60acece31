import { DEPLOY_POLL, isMissing, mayPass, PollPauses } from "../render-api";
import type { Clock } from "./clock";

/** How long a thing that Render has just answered of may be missing from its other answers, in milliseconds. */
const LISTED_WITHIN = 60_000;

/** Repeats questions to Render, as long as what goes wrong may pass, until one deadline that they share. */
export class Patience {
  readonly #started: number;

  /** @param deadline milliseconds from now */
  constructor(
    private readonly deadline: number,
    private readonly clock: Clock,
    private readonly signal: AbortSignal,
  ) {
    this.#started = clock.now();
  }

  /** @throws what went wrong last, where it cannot pass or the time is over; the signal's reason where it is aborted */
  async with<T>(ask: () => Promise<T>): Promise<T> {
    const { clock, signal } = this;
    const begun = clock.now();
    for (const pauses = new PollPauses(DEPLOY_POLL); ; pauses.grow()) {
      try {
        return await ask();
      } catch (error) {
        signal.throwIfAborted();
        const next = clock.now() + pauses.current;
        const missing = isMissing(error) && next - begun <= LISTED_WITHIN;
        if (!(mayPass(error) || missing) || next - this.#started > this.deadline) throw error;
        await clock.wait(pauses.current, signal);
      }
    }
  }
}
