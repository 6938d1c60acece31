import { opened } from "./shell-script";

/** What is known of a name's words in a condition: of the script's own arguments by an empty name. */
export type Subject = (name: string) => readonly string[] | undefined;

/** `[ "$1" = "serve" ]`, `[[ "${1:-serve}" != serve ]]`, `test "$1" = serve` */
const COMPARED =
  /^(?:\[\[?|test)\s+["']?(?:x)?\$(?:1|\{1(?::?-([\w./-]*))?\})["']?\s+(==?|!=)\s+(?:"x?([\w./-]*)"|'x?([\w./-]*)'|x?([\w./-]+))(?:\s+\]\]?)?$/;
/** `[ -z "$1" ]`, `[ -n "${1:-}" ]` */
const EMPTY = /^(?:\[\[?|test)\s+-([zn])\s+["']?\$(?:[1@*]|\{[1@*](?::?-)?\})["']?(?:\s+\]\]?)?$/;
/** `[ $# -eq 0 ]`, `[ "$#" -gt 0 ]` */
const COUNTED =
  /^(?:\[\[?|test)\s+["']?\$\{?#\}?["']?\s+(?:-(eq|ne|gt|ge|lt|le)|(==?|!=))\s+["']?(\d+)["']?(?:\s+\]\]?)?$/;
/** `[ "${1#-}" != "$1" ]` and `[ "${1:0:1}" = "-" ]`: whether the first word is an option. */
const IS_OPTION =
  /^(?:\[\[?|test)\s+["']?(?:\$\{1#-\}["']?\s+!=\s+["']?\$\{?1\}?|\$\{1:0:1\}["']?\s+==?\s+["']?-)["']?(?:\s+\]\]?)?$/;

/** Whether a condition holds on the arguments, or on a name that has one; undefined where it is not read. */
function holds(written: string, subject: Subject): boolean | undefined {
  const [, name = ""] = /\$\{?([A-Za-z_]\w*)/.exec(written) ?? [];
  const given = subject(name);
  if (given === undefined) return undefined;
  const asFirst = new RegExp(`\\$(\\{?)${name}(?!\\w)`, "g");
  return holdsOn(name === "" ? written : written.replaceAll(asFirst, "$$$11"), given);
}

function holdsOn(condition: string, given: readonly string[]): boolean | undefined {
  const [first = ""] = given;
  const compared = COMPARED.exec(condition);
  if (compared !== null) {
    const [, otherwise = "", operator, ...texts] = compared;
    const named = texts.find((text) => text !== undefined) ?? "";
    return ((first === "" ? otherwise : first) === named) === (operator !== "!=");
  }
  const [, empty] = EMPTY.exec(condition) ?? [];
  if (empty !== undefined) return (first === "") === (empty === "z");
  const [, worded, signed, text = ""] = COUNTED.exec(condition) ?? [];
  const operator = worded ?? (signed === "!=" ? "ne" : signed === undefined ? undefined : "eq");
  if (operator !== undefined) {
    const [count, other] = [given.length, Number(text)];
    const results: Readonly<Record<string, boolean>> = {
      eq: count === other,
      ne: count !== other,
      gt: count > other,
      ge: count >= other,
      lt: count < other,
      le: count <= other,
    };
    return results[operator];
  }
  return IS_OPTION.test(condition) ? first.startsWith("-") : undefined;
}

/** Parts of `if` and `case`, each on lines of its own. */
const IF = /^\s*(el)?if\s+(.+?)\s*(?:;\s*then\s*)?$/;
const CASE = /^\s*case\s+["']?\$(?:([A-Za-z_]\w*|1)|\{([A-Za-z_]\w*|1)(?::?-([\w./-]*))?\})["']?\s+in\s*$/;
const LABEL = /^\s*\(?([^()\s][^()]{0,80})\)\s*(.*?)(?:\s*;;)?\s*$/;

/** `if [ … ]; then … ; fi` and `[ … ] && …` in one line. */
const ONE_LINE =
  /^\s*if\s+(\[[^;&|]*\]|test\s[^;&|]*)\s*;\s*then\s+(.+?)\s*;?\s*fi\s*$|^\s*(\[[^;&|]*\]|test\s[^;&|]*)\s*&&\s*([^;&|]+)$/;

/** What a condition in one line runs takes its place; an empty line, where it does not hold. */
export function takeOneLine(lines: string[], at: number, subject: Subject): void {
  const [, condition, body, short, then] = ONE_LINE.exec(lines[at] ?? "") ?? [];
  const written = condition ?? short;
  if (written === undefined || /\b(?:else|elif)\b/.test(body ?? "")) return;
  const is = holds(written, subject);
  if (is !== undefined) lines[at] = is ? (body ?? then ?? "") : "";
}

/** The line that closes what the line `at` opens. */
export function closing(lines: readonly string[], at: number): number | undefined {
  let depth = 0;
  for (let index = at; index < lines.length; index += 1) {
    depth += opened((lines[index] ?? "").replace(/^\s*#.*|\s#\s.*$/, "").trim());
    if (depth <= 0) return index;
  }
  return undefined;
}

interface Branch {
  /** The line with its condition, and the line after its last. */
  readonly from: number;
  readonly to: number;
  readonly condition: string | undefined;
}

/** The branch of an `if` that is taken is left of it. */
export function takeIf(lines: string[], at: number, subject: Subject): void {
  const [is, elif] = IF.exec(lines[at] ?? "") ?? [];
  if (is === undefined || elif !== undefined) return;
  const end = closing(lines, at);
  if (end === undefined || end === at) return;
  const branches = branchesOf(lines, at, end);
  let taken: Branch | undefined;
  for (const branch of branches) {
    const is = branch.condition === undefined ? true : holds(branch.condition, subject);
    if (is === undefined) return;
    if (is) {
      taken = branch;
      break;
    }
  }
  for (let index = at; index <= end; index += 1)
    if (taken === undefined || index <= taken.from || index >= taken.to) lines[index] = "";
  if (taken !== undefined && /^\s*then\s*$/.test(lines[taken.from + 1] ?? "")) lines[taken.from + 1] = "";
}

function branchesOf(lines: readonly string[], at: number, end: number): readonly Branch[] {
  const heads = [at];
  let depth = 0;
  for (let index = at; index < end; index += 1) {
    const line = (lines[index] ?? "").trim();
    if (index > at && depth === 1 && /^(?:elif\b|else\s*$)/.test(line)) heads.push(index);
    depth += opened(line);
  }
  return heads.map((from, index) => ({
    from,
    to: heads[index + 1] ?? end,
    condition: /^\s*else\s*$/.test(lines[from] ?? "") ? undefined : (IF.exec(lines[from] ?? "")?.[2] ?? ""),
  }));
}

/** The branch of a `case` that is taken is left of it. */
export function takeCase(lines: string[], at: number, subject: Subject): void {
  const [is, plain, braced, otherwise = ""] = CASE.exec(lines[at] ?? "") ?? [];
  const name = plain ?? braced ?? "";
  const given = is === undefined ? undefined : subject(name === "1" ? "" : name);
  if (given === undefined) return;
  const word = given[0] || otherwise;
  const end = closing(lines, at);
  if (end === undefined || end === at) return;
  let isOver = true;
  let isDone = false;
  let isTaken = false;
  const kept = new Map<number, string>();
  for (let index = at + 1; index < end; index += 1) {
    const line = lines[index] ?? "";
    const found: RegExpExecArray | null = isOver ? LABEL.exec(line) : null;
    const [label, patterns = "", inline = ""]: readonly (string | undefined)[] = found ?? [];
    // Ranges of letters, variables and cases in cases are not read.
    if (/[[$]/.test(patterns) || /^\s*case\s/.test(line)) return;
    if (label !== undefined) {
      isTaken = !isDone && patterns.split("|").some((pattern) => matches(pattern.trim(), word));
      isDone ||= isTaken;
      if (isTaken && inline !== "") kept.set(index, inline);
    } else if (isTaken) kept.set(index, line.replace(/;;\s*$/, ""));
    isOver = /;;\s*$/.test(line) || (isOver && label === undefined);
  }
  for (let index = at; index <= end; index += 1) lines[index] = kept.get(index) ?? "";
}

/** A pattern of a shell: its stars and question marks, and the letters as they are. */
function matches(pattern: string, word: string): boolean {
  const plain = pattern.replaceAll(/["']/g, "");
  const source = plain
    .replaceAll(/[.+^$()|{}\\[\]]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`).test(word);
}
