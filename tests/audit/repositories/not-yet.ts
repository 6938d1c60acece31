/** Repositories that the audit does not judge rightly yet, by their names. */
export const NOT_YET: readonly string[] = ["chi: a Makefile that sets PORT over the platform's"];
