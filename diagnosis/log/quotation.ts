/** Lines that quote an error instead of reporting one. */
const QUOTATIONS: readonly RegExp[] = [
  // git: a commit by its number and its subject, which often names the error that it corrects.
  /^(?:HEAD is now at|\[[\w./-]+(?: \([\w-]+\))?|Checked out|Checking out commit|Commit:?|commit) [0-9a-f]{7,40}\b/,
  /^\s*(?:feat|fix|chore|docs|refactor|test|ci|build|perf|style|revert)(?:\([\w/., -]+\))?!?: /,
  /^\s*Merge (?:pull request #\d+|branch ')/,
  // Advice: "if you see "…", start PostgreSQL first".
  /\b(?:[Ii]f|[Ww]hen(?:ever)?) you (?:see|get|encounter|receive|run into)\b.*["“'`]/,
  /^\W*(?:Tip|Note|Hint|Troubleshooting|FAQ|Known issues?|Changelog)\b: .*["“'`].*["”'`]/i,
  // What a test of Go's logs, at its own place.
  /^\s+\w+_test\.go:\d+: /,
  // A linter's warning: place, level, words, and the rule's name.
  /^\s+\d+:\d+\s+warning\s+\S.*\s{2,}[\w@/-]+$/,
];

/** Whether a line quotes what others said, as a commit's subject or a piece of advice does. */
export function isQuotation(text: string): boolean {
  return QUOTATIONS.some((pattern) => pattern.test(text));
}
