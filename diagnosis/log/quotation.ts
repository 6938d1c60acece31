import { errorWeight } from "./error-words";

/** A verb of work with data, some words of what it is, and all the rest in quotes. */
const DATA_IN_QUOTES =
  /^(?:[[(]?[\w.:-]+[\])] *|(?:INFO|DEBUG)\S* +|[-•*>✓✔] *){0,3}(?:Add|Answer|Cach|Crawl|Embed|Export|Import|Index|Ingest|Insert|Load|Pars|Print|Process|Publish|Read|Render|Sav|Seed|Show|Stor|Summari[sz]|Translat|Writ)\w{0,4}(?:ing|ed)(?: (?!fail|err|exception|reason|with|got|because)[\w-]+){0,4}:? (?:"[^"]{8,}"|“[^”]{8,}”|`[^`]{8,}`|'(?:[^']|\w'\w){8,}')\W{0,3}$/i;

/** Lines that quote an error instead of reporting one, or speak of what is optional. */
const QUOTATIONS: readonly RegExp[] = [
  // git: a commit by its number and its subject, which often names the error that it corrects.
  /^(?:HEAD is now at|\[[\w./-]+(?: \([\w-]+\))?|Checked out|Checking out commit|Commit:?|commit) [0-9a-f]{7,40}\b/,
  /^\s*(?:feat|fix|chore|docs|refactor|test|ci|build|perf|style|revert)(?:\([\w/., -]+\))?!?: /,
  /^[*|\\/ ]*\* [0-9a-f]{7,40} /,
  /^\s*Merge (?:pull request #\d+|branch ')/,
  // Advice: "if you see "…", start PostgreSQL first".
  /\b(?:[Ii]f|[Ww]hen(?:ever)?) you (?:see|get|encounter|receive|run into)\b.*["“'`]/,
  /^\W*(?:Tip|Note|Hint|Troubleshooting|FAQ|Known issues?|Changelog)\b: .*["“'`].*["”'`]/i,
  // A comment of a script or a page that is printed, with an error in quotes.
  /^#+\s.*["“`]/,
  // The code that raises an error, as a stack shows it: the error itself is another line.
  /^\s*(?:>\s*\d+ \|\s*)?(?:raise|throw)\b(?: new)? [\w.]+\(f?["'`]/,
  // What an earlier deploy met, and a test that says what it expected.
  /\b(?:previous|last|earlier) (?:deploy(?:ment)?|build|release|boot)\b.{0,40}\b(?:failed|crashed|ended)\b.*\S/i,
  /^\s*→ expected ['"]/,
  // The result of a task that went well.
  /\bTask \S+ succeeded in \d/,
  // What a program does without.
  /^\W*(?:npm (?:warn|WARN) )?[Oo]ptional (?:peer )?(?:dependency|module|package|plugin)\b/,
  // What a test of Go's logs, at its own place.
  /^\s+\w+_test\.go:\d+: /,
  // What a program reads or writes, with the text's own title in quotes: no failure is spoken of before them.
  DATA_IN_QUOTES,
  // The same without quotes, of a title that asks or explains.
  /^(?:[[(]?[\w.:-]+[\])] *)?(?:Add|Embed|Import|Index|Ingest|Insert|Load|Publish|Seed)\w{0,4}(?:ing|ed) (?:an? |the )?(?:article|doc(?:ument)?|entry|faq|page|post|question|ticket|title|topic)s?:? .*(?:\?|\bexplained|\bhow to (?:fix|solve|debug|avoid)\b.*)$/i,
  // A linter's finding in one line: place, the rule's code, and words about the code.
  /^\S+\.\w+:\d+:\d+: [A-Z]{1,4}\d{3,4}:? \S/,
  // A linter's warning: place, level, words, and the rule's name.
  /^\s+\d+:\d+\s+warning\s+\S.*\s{2,}[\w@/-]+$/,
];

/** Words of a logger that reports no failure, and then a text in quotes that no word introduces as an error. */
const QUOTED_BY_INFO =
  /^(?:\S+ +)?(?:INFO|DEBUG)\b(?<before>[^"“`]{0,120}?)(?<!\b(?:err|error|exception|fail\w*|reason|cause|because|msg|message|detail|got|with)["']?[:=(]? ?)["“`](?<quoted>[^"”`]{12,})["”`]/i;

/** A test that passed: its title says what it expects. */
const PASSED = /^\s*(?:[✓✔√]|ok \d+ -|--- PASS:) .*\S|\bPASSED\s+\[ *\d+%\]$/;

/** A tool's own progress has the same mark. */
const OF_A_START =
  /^\s*[✓✔√] *(?:ready|listening|start(?:ed|ing)|running|compil(?:ed|ing)|built|build|generat\w+|local|connected|deployed|linting|collecting|finali[sz]ing|server|\d+ modules)\b/i;

/** What a browser or a client met, and a service writes down. */
const OF_CLIENT =
  /^\W*(?:browser|client)\](?: |:)|\b(?:client|browser|frontend)[- ](?:side )?errors? (?:reported|received|logged)\b/i;

function isData(text: string): boolean {
  const { before = "", quoted = "" } = QUOTED_BY_INFO.exec(text)?.groups ?? {};
  return (
    quoted !== "" &&
    errorWeight(before.trim()) < 2 &&
    /error|exception|fail|cannot|refused|denied|not found|mismatch|required|unable/i.test(quoted)
  );
}

/** Whether a line quotes what others said, as a commit's subject or a piece of advice does. */
export function isQuotation(text: string): boolean {
  if (PASSED.test(text)) return !OF_A_START.test(text);
  return OF_CLIENT.test(text) || isData(text) || QUOTATIONS.some((pattern) => pattern.test(text));
}
