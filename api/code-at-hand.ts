import { CodeAtHand } from "../audit/code-at-hand";

/**
 * `portcullis/code-at-hand`: what the pack loads where a service's repository is that of the checkout around the stack. Not for
 * programs.
 */
export const codeAround = (folder: string): CodeAtHand => new CodeAtHand(folder);
