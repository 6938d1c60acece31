import { CodeAtHand } from "../audit/code-at-hand";

/**
 * `portcullis/code-at-hand`: what the pack loads where a service's repository is the one that the stack lies in. Not for
 * programs.
 */
export const codeAround = (folder: string): CodeAtHand => new CodeAtHand(folder);
