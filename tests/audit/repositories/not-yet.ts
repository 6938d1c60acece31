/** Repositories that the audit does not judge rightly yet, by their names. */
export const NOT_YET: readonly string[] = [
  "an image of Go that is older than its module asks for",
  "a migration whose parent is not there",
  "a variable that JavaScript requires and no environment has",
  "Django in debug mode",
];
