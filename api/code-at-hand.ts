import { CodeAtHand } from "../audit/code-at-hand";
import type { Checkout } from "../audit/git/checkout";

/**
 * `portcullis/code-at-hand`: what the pack loads where a service's repository is that of the checkout around the stack. Not for
 * programs.
 */
export const codeAround = (checkout: Checkout): CodeAtHand => new CodeAtHand(checkout);
