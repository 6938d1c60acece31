import { quoted, type Reading, UNREAD, unquoted, WITH_COLON, WITHOUT_SIGN, withUsualSpace } from "./values";

/** One assignment of an environment file; line and column, from 1, are those of its name. */
export interface Assignment extends Reading {
  readonly name: string;
  readonly line: number;
  readonly column: number;
  /** The text as it is, to search it for secrets. */
  readonly raw: string;
}

const NAME = "[ \\t]*(?:export[ \\t]+)?([\\w.-]+)";
const ASSIGNED = new RegExp(`^${NAME}[ \\t]*=[ \\t]*`);
const COLON = new RegExp(`^${NAME}:(?:[ \\t]|$)`);
/** Without white space behind it the colon is a sign for compose alone. */
const ANY_COLON = new RegExp(`^${NAME}[ \\t]*:`);
const BARE = new RegExp(`^${NAME}[ \\t]*(?:#.*)?$`);

/** Lines in one value: a private key has some fifty. The bound keeps a file of open quotes linear. */
const LONGEST = 200;

/** Every assignment in the order of the file. Lines that assign nothing are passed by. */
export function assignments(text: string): readonly Assignment[] {
  return new Lines(text).assignments();
}

class Lines {
  private readonly lines: readonly string[];
  /** Lines with a character that only some tools take for white space. */
  private readonly unusual = new Set<number>();
  private readonly isWindows: boolean;
  private readonly found: Assignment[] = [];
  private readonly names = new Set<string>();
  /** Up to this index some tool is still within a value that others have ended: nothing is certain there. */
  private unsureUpTo = -1;

  constructor(text: string) {
    const plain = text.replace(/^\uFEFF/, "");
    this.lines = plain.split(/\r\n|\n|\r/).map((line, index) => {
      const usual = withUsualSpace(line);
      if (usual !== line) this.unusual.add(index);
      return usual;
    });
    this.isWindows = plain.includes("\r");
    // JavaScript ends a line at the first two, and compose ends none at the third.
    if (/[\u2028\u2029]|\r(?!\n)/.test(plain)) this.unsureUpTo = this.lines.length;
  }

  assignments(): readonly Assignment[] {
    for (let index = 0; index < this.lines.length; index += 1) index = this.take(index);
    return this.found;
  }

  /** The index of the last line that belongs to what begins at this one. */
  private take(index: number): number {
    const line = this.lines[index] ?? "";
    const assigned = ASSIGNED.exec(line);
    const [start = "", name] = assigned ?? [];
    if (name === undefined) {
      this.takeOther(index, line);
      return index;
    }
    const rest = line.slice(start.length);
    const quote = /^['"`]/.exec(rest)?.[0];
    if (quote === undefined) {
      // Nothing after the sign, and a quote opens the next line that is not blank: dotenv takes that for the value.
      const below = rest === "" ? this.opensBelow(index) : undefined;
      if (below !== undefined) this.unsureUpTo = Math.max(this.unsureUpTo, below);
      this.add(name, index, start, rest, below === undefined ? unquoted(rest) : UNREAD);
      return index;
    }
    const value = this.untilQuote(index, start.length, quote);
    if (value.isWhole && index > this.unsureUpTo && !this.isUnusual(index, value.last)) {
      this.add(name, index, start, value.body, quoted(value.body, quote, this.isWindows));
      return value.last;
    }
    this.unsureUpTo = Math.max(this.unsureUpTo, value.last);
    this.add(name, index, start, value.body, UNREAD);
    return index;
  }

  private add(name: string, index: number, start: string, raw: string, reading: Reading): void {
    const at = { name, line: index + 1, column: start.lastIndexOf(name) + 1, raw };
    const isUnsure = index <= this.unsureUpTo || name === "export" || this.unusual.has(index);
    this.names.add(name);
    this.found.push({ ...at, ...(isUnsure && reading.differs === undefined ? UNREAD : reading) });
  }

  /** A line that assigns in some tools only, or that some of them take for the beginning of a quoted value. */
  private takeOther(index: number, line: string): void {
    const [start = "", name] = COLON.exec(line) ?? [];
    if (name !== undefined) {
      // dotenv looks for the value of an empty one on the next line.
      const last = /:\s*$/.test(line)
        ? (this.opensBelow(index) ?? index + 1)
        : this.endOfQuoted(index, start.length);
      this.unsureUpTo = Math.max(this.unsureUpTo, last);
      this.add(name, index, start, line.slice(start.length), WITH_COLON);
      return;
    }
    const [bare = "", again] = BARE.exec(line) ?? [];
    if (again !== undefined && this.names.has(again)) this.add(again, index, bare, "", WITHOUT_SIGN);
    this.takeOdd(index, line);
  }

  /** Where a tool takes the line for more than the others do: python-dotenv any name in single quotes, for one. */
  private takeOdd(index: number, line: string): void {
    if (/^[ \t]*#/.test(line)) return;
    const [start = "", name] = /^[ \t]*(?:export[ \t]+)?'([^']*)/.exec(line) ?? [];
    if (name !== undefined) {
      if (this.names.has(name)) this.add(name, index, start, "", UNREAD);
      if (!line.slice(start.length).includes("'"))
        this.unsureUpTo = Math.max(this.unsureUpTo, this.next("'", index));
    }
    const [before = "", again] = ANY_COLON.exec(line) ?? [];
    if (again !== undefined && this.names.has(again)) this.add(again, index, before, "", WITH_COLON);
    for (const sign of [/^[^=]*=[ \t]*(?=['"`])/.exec(line), /^[^:]*:[ \t]*(?=['"`])/.exec(line)]) {
      if (sign !== null) this.unsureUpTo = Math.max(this.unsureUpTo, this.endOfQuoted(index, sign[0].length));
    }
  }

  /** The last line of a quoted text that begins there, or that line itself. */
  private endOfQuoted(index: number, from: number): number {
    const line = this.lines[index] ?? "";
    const at = from + (/^[ \t]*/.exec(line.slice(from))?.[0].length ?? 0);
    const quote = /^['"`]/.exec(line.slice(at))?.[0];
    return quote === undefined ? index : this.untilQuote(index, at, quote).last;
  }

  /** The next line that holds the quote; where none does, no tool takes it for one. */
  private next(quote: string, index: number): number {
    for (let at = index + 1; at < this.lines.length; at += 1) if (this.lines[at]?.includes(quote)) return at;
    return index;
  }

  private isUnusual(first: number, last: number): boolean {
    return Array.from({ length: last - first + 1 }, (_, offset) => first + offset).some((at) =>
      this.unusual.has(at),
    );
  }

  private opensBelow(index: number): number | undefined {
    const next = this.lines.slice(index + 1, index + 1 + LONGEST).findIndex((line) => line.trim() !== "");
    const below = index + 1 + next;
    const indent = /^\s*/.exec(this.lines[below] ?? "")?.[0].length ?? 0;
    const opens = next >= 0 && /^['"`]/.test((this.lines[below] ?? "").slice(indent));
    return opens ? this.endOfQuoted(below, indent) : undefined;
  }

  /** The text up to the next quote without a backslash before it, over as many lines as it takes. */
  private untilQuote(first: number, column: number, quote: string): Quoted {
    const body: string[] = [];
    const bound = Math.min(this.lines.length, first + LONGEST);
    let escaped = first;
    for (let index = first; index < bound; index += 1) {
      const line = (this.lines[index] ?? "").slice(index === first ? column + 1 : 0);
      const end = endOf(line, quote);
      body.push(line.slice(0, end));
      if (end === undefined) {
        if (line.includes(quote)) escaped = index;
        continue;
      }
      // dotenv takes a backslash before a quote for its escape, also one that is escaped itself, and reads on to another.
      const mayGoOn = line[end - 1] === "\\";
      const goesOn = mayGoOn && (line.slice(end + 1).includes(quote) || this.next(quote, index) > index);
      const last = goesOn ? this.lines.length : index;
      const isWhole = /^[ \t]*(?:#.*)?$/.test(line.slice(end + 1)) && last === index;
      return { body: body.join("\n"), isWhole, last };
    }
    // Without another quote, an escaped one ends the value for dotenv; beyond the bound there may be any.
    const last = bound < this.lines.length ? this.lines.length : escaped;
    return { body: body[0] ?? "", isWhole: false, last };
  }
}

interface Quoted {
  readonly body: string;
  /** Whether the quote ends, with nothing but a comment after it. */
  readonly isWhole: boolean;
  /** The last line on which some tool may still be within it. */
  readonly last: number;
}

function endOf(line: string, quote: string): number | undefined {
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === "\\") at += 1;
    else if (line[at] === quote) return at;
  }
  return undefined;
}
