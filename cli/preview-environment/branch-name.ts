/** What git refuses as a branch's name (git-check-ref-format(1), git 2.39), and what is a whole reference. */
const PROBLEMS: readonly (readonly [RegExp, string])[] = [
  [/^\s*$/, "got an empty one"],
  [/^refs\/(?:heads|tags|pull|remotes)\//, "without `refs/…/` in front"],
  [/^HEAD$/, "got what git calls the current commit"],
  [/^-/, "which does not begin with `-`"],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  [/[\u0000-\u0020\u007f~^:?*[\\]/, "without blanks, control characters and `~^:?*[\\`"],
  [/\.\.|@\{|\/\/|^\/|\/$|\.$/, "without `..`, `@{` and `//`, and no `/` or `.` at its end"],
  [/(?:^|\/)\.|\.lock(?:\/|$)/, "no part of which begins with `.` or ends with `.lock`"],
];

/** Why a text cannot be a branch of git's, as the end of a sentence; undefined where it can. */
export const branchProblem = (text: string): string | undefined =>
  PROBLEMS.find(([pattern]) => pattern.test(text))?.[1];
