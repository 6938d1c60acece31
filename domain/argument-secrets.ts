import { type CommandWord, insideQuotes, wordsBehind } from "./command-words";
import { GOES_ON } from "./no-secret";
import { OF_PLATFORMS } from "./platform-arguments";
import type { SecretArgument } from "./secret-argument";
import { OF_PROGRAMS } from "./secret-arguments";
import { looksSecret } from "./secret-look";
import { namesSecret } from "./secret-name";
import { isNoValue, type SecretShape } from "./secret-shape";
import { isState } from "./status-words";

const ROWS = [...OF_PROGRAMS, ...OF_PLATFORMS];
const BY_PROGRAM = new Map<string, SecretArgument[]>();
for (const row of ROWS)
  for (const program of row.programs) BY_PROGRAM.set(program, [...(BY_PROGRAM.get(program) ?? []), row]);

/** A program of the tables, with a word behind it. */
const PROGRAM = `(?<![\\w.-])(?:${[...BY_PROGRAM.keys()].join("|")})(?=(?:\\.exe)?(?:[ \\t]|\\\\?["'][ \\t]{0,9},|\\\\\\r?\\n))`;
const PROGRAMS = new RegExp(PROGRAM, "g");

/** A place in a text: where it begins and ends. */
export type Range = readonly [from: number, to: number];

/** How a sentence ends behind a flag without its value: `redis-cli -a failed`. */
const FAILS = /^(?:failed|failing|failure|refused|denied|rejected)\b/i;

const isReference = (value: string): boolean => /^(?:\$|`|%\w+%$|\{\{|<[\w -]+>$|@|env:|file:)/.test(value);

function isSecret(value: string, name: string): boolean {
  return !isReference(value) && !isNoValue(value, name) && !GOES_ON.test(value);
}

/** So many programs of one line are read: each reads the words behind it. */
const MOST_PROGRAMS = 40;

/** Where the secrets of a line are that commands are given. */
export function argumentSecrets(text: string, begin = 0): readonly Range[] {
  const programs = [...text.matchAll(PROGRAMS)].filter(({ index }) => index >= begin);
  return programs.slice(0, MOST_PROGRAMS).flatMap(({ 0: program, index }) => {
    const end = index + program.length + (text.startsWith(".exe", index + program.length) ? 4 : 0);
    const words = wordsBehind(text, end);
    return words.length === 0
      ? []
      : (BY_PROGRAM.get(program) ?? []).flatMap((row) => rangesOf(text, words, row));
  });
}

function rangesOf(text: string, words: readonly CommandWord[], row: SecretArgument): readonly Range[] {
  const spoken = ` ${words.map((word) => word.text).join(" ")}`;
  if (row.needs !== undefined && !row.needs.test(spoken)) return [];
  const begin = row.under === undefined ? 0 : behindCommand(words, row.under);
  if (begin === undefined) return [];
  const { operand } = row;
  const places = operand === undefined ? valuesOfFlags(text, words, row) : operands(words.slice(begin), row);
  return places.flatMap((place) => secretIn(text, place, row));
}

/** The number of words up to the end of one of a program's commands. */
function behindCommand(words: readonly CommandWord[], under: readonly string[]): number | undefined {
  for (const command of under) {
    const parts = command.split(" ");
    const at = words.findIndex((_, index) => parts.every((part, next) => words[index + next]?.text === part));
    if (at >= 0) return at + parts.length;
  }
  return undefined;
}

/** A value's place, with the name that a word before it gives. */
interface Value {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

function valuesOfFlags(text: string, words: readonly CommandWord[], row: SecretArgument): readonly Value[] {
  return words.flatMap((word, index): readonly Value[] => {
    const next = words[index + 1];
    const apart =
      next === undefined || /^-/.test(next.text) ? [] : [{ from: next.from, to: next.to, name: "" }];
    for (const flag of row.flags) {
      if (word.text === flag) return row.only === "glued" ? [] : apart;
      if (word.text.startsWith(flag)) {
        // The flag's own letters, in the text with the quotes that are around the whole word.
        const from = text.indexOf(flag, word.from) + flag.length;
        if (word.text[flag.length] === "=") return [{ from: from + 1, to: word.to, name: "" }];
        const isLetter = /^-\w$/.test(flag) || row.only === "glued";
        if (isLetter && row.only !== "apart") return [{ from, to: word.to, name: "" }];
      }
      if (row.switches === undefined || flag.length > 2) continue;
      const letter = flag.slice(1);
      const rest = behindSwitches(word.text, row.switches, letter);
      if (rest === "") return apart;
      if (rest !== undefined) return [{ from: word.to - rest.length, to: word.to, name: "" }];
    }
    return [];
  });
}

/** What follows a flag's letter in a word of switches: empty for `-fsSLu`, undefined where it is no such word. */
function behindSwitches(word: string, switches: string, letter: string): string | undefined {
  if (!/^-\w/.test(word)) return undefined;
  const at = word.indexOf(letter, 1);
  return at > 1 && [...word.slice(1, at)].every((each) => switches.includes(each))
    ? word.slice(at + 1)
    : undefined;
}

function operands(words: readonly CommandWord[], { operand, takes = "" }: SecretArgument): readonly Value[] {
  const withValue = new Set(takes === "" ? [] : takes.split(" "));
  const found = words.filter(
    ({ text }, index) => !/^-./.test(text) && !withValue.has(words[index - 1]?.text ?? ""),
  );
  const name = typeof operand === "number" ? (found[operand - 1]?.text ?? "") : "";
  const values = ({ from, to }: CommandWord): Value => ({ from, to, name });
  if (typeof operand === "number") return found.slice(operand, operand + 1).map(values);
  if (operand !== undefined && "from" in operand) return found.slice(operand.from).map(values);
  return operand !== undefined && found.length >= operand.last ? found.slice(-1).map(values) : [];
}

/** The secret of a value, without its quotes. */
function secretIn(text: string, value: Value, row: SecretArgument): readonly Range[] {
  const [from, to] = insideQuotes(text, value.from, value.to);
  const written = text.slice(from, to);
  const part = (sign: RegExp): Range | undefined => {
    const found = sign.exec(written);
    return found === null ? undefined : insideQuotes(text, from + found[0].length, to);
  };
  const one = (range: Range | undefined, name = ""): readonly Range[] =>
    range !== undefined && isSecret(text.slice(...range), name) ? [range] : [];
  switch (row.holds) {
    case "all":
      return isState(written) && (row.operand !== undefined || FAILS.test(written)) ? [] : one([from, to]);
    case "login":
      return one(loginOf(written, part));
    case "source":
      return one(part(/^pass:/));
    case "pair":
      return one(part(/^[\w./:@-]{1,200}=/));
    case "setting": {
      const pair = part(/^[\w./:-]{1,200}=/);
      const range = pair ?? (value.name === "" ? undefined : ([from, to] as const));
      const name = pair === undefined ? value.name : written.slice(0, written.indexOf("="));
      if (range === undefined) return [];
      return namesSecret(name) || looksSecret(text.slice(...range)) ? one(range, name) : [];
    }
  }
}

/** Behind the user; of Oracle's `user/password@host` up to the host. */
function loginOf(written: string, part: (sign: RegExp) => Range | undefined): Range | undefined {
  const range = part(/^[^\s:,/%"'$]{0,100}[:,%](?!\/)|^[^\s:,/%"'$]{1,100}\/(?!\/)/);
  if (range === undefined || !/^[^:,%@]*\/[^@]*@/.test(written)) return range;
  return [range[0], range[1] - (written.length - written.lastIndexOf("@"))];
}

/** The secrets that commands are given at their places. */
export const IN_ARGUMENTS: SecretShape = {
  found: new RegExp(`${PROGRAM}(?:\\\\\\r?\\n|[^\\n]){1,4000}`, "g"),
  masked: ({ 0: whole, index, input }, mask) => {
    // A quote that opens before the program ends the command too.
    const line = input.lastIndexOf("\n", index - 1) + 1;
    const before = input.slice(Math.max(line, index - 1000), index);
    const ranges = [...argumentSecrets(before + whole, before.length)].sort(([one], [other]) => one - other);
    let masked = "";
    let at = before.length;
    for (const [from, to] of ranges) {
      if (from < at) continue;
      masked += (before + whole).slice(at, from) + mask;
      at = to;
    }
    return masked + (before + whole).slice(at);
  },
};
