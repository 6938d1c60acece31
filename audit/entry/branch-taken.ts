import { opened, type ScriptEnd, scriptEnd } from "./shell-script";
import type { StartFiles } from "./start-files";

/** What a script ends with that is given these arguments. */
export const endWith = (text: string, given: readonly string[]): ScriptEnd =>
  scriptEnd(branchTaken(text, given));

/** The script of the repository's that the words run and that starts a command of its own, whatever it is given. */
export function ownScript(
  [program = "", ...given]: readonly string[],
  bases: readonly string[],
  start: StartFiles,
): string | undefined {
  if (!/\.sh$|(?:^|\/)[\w-]*entrypoint$/.test(program)) return undefined;
  const file = start.find(bases, program);
  const text = file === undefined ? undefined : start.repository.text(file);
  if (text === undefined) return undefined;
  const end = endWith(text, given);
  const isOwn = end.is === "condition" || (end.is === "command" && !/\$\{?[@*]/.test(end.text));
  return isOwn ? file : undefined;
}

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

/** Whether a condition on the arguments holds; undefined where it is about something else too, or is not read. */
function holds(condition: string, given: readonly string[]): boolean | undefined {
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
const CASE = /^\s*case\s+["']?\$(?:1|\{1(?::?-([\w./-]*))?\})["']?\s+in\s*$/;
const LABEL = /^\s*\(?([^()\s][^()]{0,80})\)\s*(.*?)(?:\s*;;)?\s*$/;

const OTHERS = /^\s*(?:shift\b|set\s+--(?:\s|$))/;
const FUNCTION = /^\s*(?:function\s+[\w-]+\s*(?:\(\s*\))?|[\w-]+\s*\(\s*\))\s*\{?\s*$/;

/**
 * A script without the branches that it does not take for what it is given as arguments: their lines are empty, and all
 * others are where they were. Conditions on other things than the arguments stay.
 */
export function branchTaken(text: string, given: readonly string[]): string {
  if (!/\$\{?[1#]/.test(text)) return text;
  const lines = text.split(/\r?\n/);
  let inFunction = false;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    // A function has arguments of its own, and these give the script others.
    if (OTHERS.test(line)) break;
    inFunction = FUNCTION.test(line) || (inFunction && !/^\}/.test(line));
    if (inFunction) continue;
    const chosen = CASE.exec(line);
    if (chosen !== null) takeCase(lines, at, given[0] || (chosen[1] ?? ""));
    else if (IF.exec(line)?.[1] === undefined) takeIf(lines, at, given);
  }
  return lines.join("\n");
}

/** The line that closes what the line `at` opens. */
function closing(lines: readonly string[], at: number): number | undefined {
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

function takeIf(lines: string[], at: number, given: readonly string[]): void {
  if (!IF.test(lines[at] ?? "")) return;
  const end = closing(lines, at);
  if (end === undefined || end === at) return;
  const branches = branchesOf(lines, at, end);
  let taken: Branch | undefined;
  for (const branch of branches) {
    const is = branch.condition === undefined ? true : holds(branch.condition, given);
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

function takeCase(lines: string[], at: number, word: string): void {
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
