/** How a word of a command holds its secret. */
export type Holds =
  /** All of it. */
  | "all"
  /** Behind the user: `user:secret`, with a comma, a slash or a percent sign at some. */
  | "login"
  /** Behind the first `=`. */
  | "pair"
  /** The same, or all of it, where the name is a secret's or the value is made; other settings are set so too. */
  | "setting"
  /** Behind `pass:`; `env:` and `file:` name a place (docs.openssl.org: openssl-passphrase-options). */
  | "source";

/** What a command must have beside its program for the word to be a secret, and how its words are read. */
interface Condition {
  /** Commands of the program, one of which precedes; operands are counted behind it. */
  readonly under?: readonly string[];
  /** What else the command's words have. */
  readonly needs?: RegExp;
  /** One letter's value is glued to it or apart, unless this says which. */
  readonly only?: "apart" | "glued";
  /** Letters that may precede the flag in one word: `-fsSLu`. */
  readonly switches?: string;
  /** Flags with a value that is no operand. */
  readonly takes?: string;
}

/** Which operands: one by its number, the last of so many or more, or all from a number. */
type Operand = number | { readonly last: number } | { readonly from: number };

/** Where a program is given a secret on its command line. */
export interface SecretArgument extends Condition {
  readonly programs: readonly string[];
  readonly flags: readonly string[];
  readonly operand?: Operand;
  readonly holds: Holds;
  readonly source: string;
}

export const flags = (
  programs: string,
  names: string,
  holds: Holds,
  source: string,
  more: Condition = {},
): SecretArgument => ({
  programs: programs.split(" "),
  flags: names.split(" "),
  holds,
  source,
  ...more,
});

export const operand = (
  programs: string,
  which: Operand,
  holds: Holds,
  source: string,
  more: Condition = {},
): SecretArgument => ({
  programs: programs.split(" "),
  flags: [],
  operand: which,
  holds,
  source,
  ...more,
});
