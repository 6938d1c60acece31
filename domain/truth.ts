/** What is known of a condition; undefined where it is not known. */
export type Truth = boolean | undefined;

const TOKEN = /\s*(\|\|?|&&?|!(?!=)|[(),]|[\w.:%-]+(?:\s*={1,2}\s*(?:"[^"]*"|\w+))?)/y;
/** No condition that a person wrote is longer, or nests deeper. */
const MAX_LENGTH = 300;

/**
 * What a condition of names comes to: `!windows && (a || b)`, `dev | local`, or Rust's `all(unix, not(test))`.
 *
 * @param of what is known of a name, which may be one with a value: `target_os = "linux"`
 */
export function truthOf(condition: string, of: (name: string) => Truth): Truth {
  if (condition.length > MAX_LENGTH) return undefined;
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  const text = condition.trim();
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (match?.[1] === undefined) return undefined;
    tokens.push(match[1]);
  }
  const read = new Condition(tokens, of);
  const truth = read.either();
  return read.isAtEnd() ? truth : undefined;
}

class Condition {
  private at = 0;

  constructor(
    private readonly tokens: readonly string[],
    private readonly of: (name: string) => Truth,
  ) {}

  isAtEnd(): boolean {
    return this.at === this.tokens.length;
  }

  either(): Truth {
    const parts = [this.both()];
    while (this.takes("||") || this.takes("|")) parts.push(this.both());
    return some(parts);
  }

  private both(): Truth {
    const parts = [this.one()];
    while (this.takes("&&") || this.takes("&")) parts.push(this.one());
    return every(parts);
  }

  private one(): Truth {
    if (this.takes("!")) return negated(this.one());
    if (this.takes("(")) return this.inBrackets();
    const name = this.tokens[this.at] ?? "";
    this.at += 1;
    if (!this.takes("(")) return this.of(name);
    const parts = [this.either()];
    while (this.takes(",")) if (this.tokens[this.at] !== ")") parts.push(this.either());
    if (!this.takes(")")) this.at = Number.NaN;
    if (name === "all") return every(parts);
    if (name === "any") return some(parts);
    return name === "not" ? negated(parts[0]) : undefined;
  }

  private inBrackets(): Truth {
    const truth = this.either();
    if (!this.takes(")")) this.at = Number.NaN;
    return truth;
  }

  private takes(token: string): boolean {
    if (this.tokens[this.at] !== token) return false;
    this.at += 1;
    return true;
  }
}

export function negated(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}

export function some(parts: readonly Truth[]): Truth {
  return parts.includes(true) ? true : parts.includes(undefined) ? undefined : false;
}

export function every(parts: readonly Truth[]): Truth {
  return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;
}
