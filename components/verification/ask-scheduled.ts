import { type Answer, askBySchedule, type Schedule } from "../../probes";
import type { VerificationInputs } from "./inputs";

/** What every question of one verification shares. */
export interface Scheduled {
  readonly inputs: VerificationInputs;
  readonly signal: AbortSignal;
  readonly onProgress: (words: string) => void;
  /** What is left of the deadline, in milliseconds. */
  readonly left: () => number;
}

/** Port and database are facts, not a service that may warm up: one answer decides. */
export const ONCE = { count: 1, consecutiveSuccessLimit: 0, failureLimit: 0 };

/** Asks by the verification's schedule, with what is other about it, until what is left of its deadline. */
export function askScheduled(
  { inputs, left, signal, onProgress }: Scheduled,
  question: (signal: AbortSignal) => Promise<Answer>,
  change: Partial<Schedule>,
): Promise<Answer> {
  const schedule = { ...inputs.schedule, deadline: left(), ...change };
  return askBySchedule(schedule, question, { signal, onAnswer: ({ reason }) => onProgress(reason) });
}
