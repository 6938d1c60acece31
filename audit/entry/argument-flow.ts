import { simpleCommands } from "../../domain/start-command/shell";
import { closing, type Subject, takeCase, takeIf, takeOneLine } from "./branch-taken";
import { quoted } from "./folders";

/** A script as far as its arguments decide it. */
export interface ArgumentFlow {
  /** Without the branches that it does not take: their lines are empty, and all others are where they were. */
  readonly text: string;
  /** What `"$@"` is at its end; undefined where that is not certain. */
  readonly given: readonly string[] | undefined;
}

const FUNCTION = /^\s*(?:function\s+[\w-]+\s*(?:\(\s*\))?|[\w-]+\s*\(\s*\))\s*\{?\s*$/;
const OPENS = /^\s*(?:if|case|for|while|until|select)\b|^\s*[{(]\s*$/;
/** What gives a script other arguments. */
const CHANGES = /(?:^|[;&|{]\s*|\b(?:then|else|do)\s+|\)\s*)\s*(?:shift\b|set\s+(?:-\w+\s+)*--(?:\s|$))/m;
const SHIFT = /^\s*shift(?:\s+(\d))?\s*(?:(?:;|&&)\s*(.*))?$/;
const SET = /^\s*set\s+(?:-[a-z]+\s+)*--(?:\s+(.*?))?\s*;?\s*$/;
/** What may give any name a value. */
const READS = /^\s*(?:\.|source|eval|read)\s/;
const NAMED = /^\s*(?:local\s+|readonly\s+|export\s+|declare\s+)?([A-Za-z_]\w*)=(.*?)\s*;?\s*$/;
/** The first word, or a word in its place where there is none. */
const FIRST = /^["']?\$(?:1|\{1(?::?-([\w./-]*))?\})["']?$/;

/** Follows a script's arguments through `shift`, `set --`, names that are given the first word, and conditions on it. */
export function argumentFlow(text: string, given: readonly string[]): ArgumentFlow {
  if (!/\$\{?[1#]/.test(text) && !CHANGES.test(text)) return { text, given };
  const lines = text.split(/\r?\n/);
  const names = new Map<string, string>();
  let words: readonly string[] | undefined = given;
  let inFunction = false;
  for (let at = 0; at < lines.length; at += 1) {
    if (/^\s*#/.test(lines[at] ?? "")) continue;
    inFunction = FUNCTION.test(lines[at] ?? "") || (inFunction && !/^\}/.test(lines[at] ?? ""));
    // A function has arguments of its own.
    if (inFunction) continue;
    const subject: Subject = (name) =>
      name === "" ? words : names.has(name) ? [names.get(name) ?? ""] : undefined;
    takeCase(lines, at, subject);
    takeIf(lines, at, subject);
    takeOneLine(lines, at, subject);
    const line = lines[at] ?? "";
    const end = OPENS.test(line) ? closing(lines, at) : undefined;
    if (end !== undefined) {
      const block = lines.slice(at, end + 1).join("\n");
      if (CHANGES.test(block)) words = undefined;
      for (const name of names.keys()) if (new RegExp(`\\b${name}=`).test(block)) names.delete(name);
      at = end;
      continue;
    }
    const shift = SHIFT.exec(line);
    const set = SET.exec(line);
    if (shift !== null) {
      words = words?.slice(Number(shift[1] ?? 1));
      lines[at] = shift[2] ?? "";
      if (shift[2] !== undefined) at -= 1;
    } else if (set !== null) {
      words = wordsOf(set[1] ?? "", words);
      lines[at] = "";
    } else if (CHANGES.test(line)) words = undefined;
    if (READS.test(line)) names.clear();
    const [, name = "", value = ""] = NAMED.exec(line) ?? [];
    if (name !== "") assign(names, name, value, words);
  }
  return { text: lines.join("\n"), given: words };
}

function assign(
  names: Map<string, string>,
  name: string,
  value: string,
  words: readonly string[] | undefined,
): void {
  const first = FIRST.exec(value);
  const plain = /^(?:"([\w./-]*)"|'([\w./-]*)'|([\w./-]*))$/.exec(value);
  if (first !== null && words !== undefined) names.set(name, words[0] || (first[1] ?? ""));
  else if (plain !== null) names.set(name, plain[1] ?? plain[2] ?? plain[3] ?? "");
  else names.delete(name);
}

/** The words of `set --`: of variables only the arguments are known. */
function wordsOf(text: string, given: readonly string[] | undefined): readonly string[] | undefined {
  if (given === undefined && /\$/.test(text)) return undefined;
  const [first = "", ...rest] = given ?? [];
  const filled = text
    .replaceAll(/"?\$(?:@|\{@\})"?/g, () =>
      [first, ...rest]
        .filter((word, at) => at > 0 || word !== "")
        .map(quoted)
        .join(" "),
    )
    .replaceAll(/"?\$(?:1|\{1\})"?/g, () => quoted(first));
  if (/[$`*?;&|<>]/.test(filled.replaceAll(/'[^']*'/g, ""))) return undefined;
  const commands = simpleCommands(`: ${filled}`);
  return commands.length === 1 ? commands[0]?.words.slice(1) : undefined;
}
