import type { Application } from "./application";
import type { EntryEnd, EntryStep } from "./entry";

/** The steps, with the last one's command as another: what is set before it holds for that too. */
export function withLast(
  steps: readonly EntryStep[],
  written: RegExp | string,
  command: string,
): Pick<Chain, "steps" | "overrides" | "last"> {
  const text = (steps.at(-1)?.text ?? "").replace(written, () => command);
  return { steps, ...(steps.length === 1 ? { overrides: text } : { last: text }) };
}

/** A chain of commands to its end, without what the end's code loads. */
export interface Chain {
  readonly steps: readonly EntryStep[];
  readonly end: EntryEnd;
  readonly settings: readonly string[];
  readonly application?: Application;
  /** Where a settings file says what the command leaves open: the command as one that says nothing of it. */
  readonly overrides?: string;
  /** The command in place of the last step, where that starts what a framework builds. */
  readonly last?: string;
  /** A web server is the last step, and other programs start beside it. */
  readonly isFront?: true;
}

export const OF_ANOTHER = "the code that it starts is in another repository";

/** Where nothing of the code is at hand. */
export const IN_ANOTHER: Chain = { steps: [], end: { is: "open", why: OF_ANOTHER }, settings: [] };
