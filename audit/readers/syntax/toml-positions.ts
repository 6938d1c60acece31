/** Where a value begins; line and column from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export type Path = readonly (string | number)[];

/** Keys and indices from the root, as one text. */
export function pathKey(path: Path): string {
  return JSON.stringify(path);
}

/**
 * Where each key of a TOML text has its value, and each table its header: the parser tells no positions. The text is
 * known to be TOML (toml.io/en/v1.0.0), so that only what is needed to find the next key is looked at. What stands in
 * an inline table has no position of its own.
 */
export function tomlPositions(text: string): ReadonlyMap<string, Position> {
  return new Scanner(text).scan();
}

const BARE_KEY = /[A-Za-z0-9_-]+/y;

class Scanner {
  private at = 0;
  private readonly found = new Map<string, Position>();
  /** How many tables an array of tables has so far. */
  private readonly counts = new Map<string, number>();
  private line = 1;
  private lineStart = 0;
  private counted = 0;

  constructor(private readonly text: string) {}

  scan(): ReadonlyMap<string, Position> {
    let table: Path = [];
    for (this.skipBlank(); this.at < this.text.length; this.skipBlank()) {
      if (this.text[this.at] === "[") table = this.header();
      else {
        const keys = this.keys();
        if (keys.length === 0 || this.text[this.at] !== "=") break;
        this.at += 1;
        this.skipSpaces();
        this.found.set(pathKey([...table, ...keys]), this.position());
        this.skipValue();
      }
    }
    return this.found;
  }

  /** `[a.b]` or `[[a.b]]`; on the way to a table, an array of tables stands for its last one. */
  private header(): Path {
    const start = this.position();
    const isArray = this.text.startsWith("[[", this.at);
    this.at += isArray ? 2 : 1;
    this.skipSpaces();
    const keys = this.keys();
    let path: Path = [];
    for (const [index, key] of keys.entries()) {
      path = [...path, key];
      const count = this.counts.get(pathKey(path)) ?? 0;
      if (isArray && index === keys.length - 1) {
        this.counts.set(pathKey(path), count + 1);
        path = [...path, count];
      } else if (count > 0) path = [...path, count - 1];
    }
    this.found.set(pathKey(path), start);
    this.at = this.lineEnd();
    return path;
  }

  /** A dotted key, and the blanks behind it. */
  private keys(): readonly string[] {
    const keys: string[] = [];
    for (;;) {
      const start = this.at;
      const quoted = this.text[start] === '"' || this.text[start] === "'";
      if (quoted) this.skipString();
      else {
        BARE_KEY.lastIndex = start;
        this.at += BARE_KEY.exec(this.text)?.[0].length ?? 0;
      }
      if (this.at === start) return keys;
      const key = this.text.slice(start, this.at);
      keys.push(quoted ? unquoted(key) : key);
      this.skipSpaces();
      if (this.text[this.at] !== ".") return keys;
      this.at += 1;
      this.skipSpaces();
    }
  }

  /** Over a value to the end of its line; the lines of a list or of a long string belong to it. */
  private skipValue(): void {
    for (let open = 0; this.at < this.text.length; ) {
      const character = this.text[this.at] ?? "";
      if (character === '"' || character === "'") this.skipString();
      else if (character === "#") this.at = this.lineEnd();
      else if (character === "\n" && open === 0) return;
      else {
        if (character === "[" || character === "{") open += 1;
        if (character === "]" || character === "}") open -= 1;
        this.at += 1;
      }
    }
  }

  /** Over a string of any of the four kinds: a long one may end with two quotes of its own. */
  private skipString(): void {
    const quote = this.text[this.at] ?? "";
    const isLong = this.text.startsWith(quote.repeat(3), this.at);
    const end = isLong ? quote.repeat(3) : quote;
    this.at += end.length;
    while (this.at < this.text.length && !this.text.startsWith(end, this.at)) {
      this.at += quote === '"' && this.text[this.at] === "\\" ? 2 : 1;
    }
    this.at += end.length;
    while (isLong && this.text[this.at] === quote) this.at += 1;
  }

  private skipBlank(): void {
    for (; this.at < this.text.length; this.at += 1) {
      if (this.text[this.at] === "#") this.at = this.lineEnd();
      if (!/[ \t\r\n]/.test(this.text[this.at] ?? " ")) return;
    }
  }

  private skipSpaces(): void {
    while (this.text[this.at] === " " || this.text[this.at] === "\t") this.at += 1;
  }

  private lineEnd(): number {
    const end = this.text.indexOf("\n", this.at);
    return end < 0 ? this.text.length : end;
  }

  private position(): Position {
    for (; this.counted < this.at; this.counted += 1) {
      if (this.text[this.counted] !== "\n") continue;
      this.line += 1;
      this.lineStart = this.counted + 1;
    }
    return { line: this.line, column: this.at - this.lineStart + 1 };
  }
}

function unquoted(key: string): string {
  if (key.startsWith("'")) return key.slice(1, -1);
  try {
    // What TOML writes in a key by escapes, JSON mostly writes too.
    return String(JSON.parse(key));
  } catch {
    return key.slice(1, -1);
  }
}
