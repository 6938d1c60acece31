import { wait } from "../render-api";

/** Time, as it can be replaced in a test. All times are in milliseconds. */
export interface Clock {
  now(): number;
  /** @throws the signal's reason as soon as the signal is aborted. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export const SYSTEM_CLOCK: Clock = { now: () => performance.now(), wait };
