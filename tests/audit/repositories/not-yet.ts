/** Repositories that the audit does not judge rightly yet, by their names. */
export const NOT_YET: readonly string[] = [];
