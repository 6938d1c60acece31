import type { SealedCase } from "./sealed";

/** A configuration with what is wrong with it, or why it works though it looks suspicious. */
export interface ExplainedCase extends SealedCase {
  readonly why: string;
}

export const PASSWORD = "k3JqL9vX";
