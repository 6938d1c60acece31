/** The part of a shell's syntax tree that is read here (github.com/ericcornelissen/bash-parser, documents/ast.md). */
export interface Node {
  readonly type: string;
  /** A word's text: raw where it has expansions, without its quotes where it has none. */
  readonly text?: string;
  readonly expansion?: readonly Node[];
  readonly loc?: { readonly start: number; readonly end: number };
  readonly name?: Node;
  readonly prefix?: readonly Node[];
  readonly suffix?: readonly Node[];
  readonly commands?: readonly Node[];
  readonly left?: Node;
  readonly right?: Node;
  readonly op?: unknown;
  readonly clause?: Node;
  readonly then?: Node;
  readonly else?: Node;
  readonly do?: Node;
  readonly list?: Node;
  readonly body?: Node;
  readonly cases?: readonly Node[];
  readonly async?: boolean;
}

type Parse = (text: string, options: { readonly mode: "bash" }) => Node;

let loaded: Parse | undefined;

/** Trees of the last texts: each reading and each rule asks for the same ones again, after those of all others. */
const parsed = new Map<string, Node | undefined>();
const KEPT = 4_096;

/** Longer than any line or script that starts a service: the grammar's time grows with the square of a text's length. */
const LONGEST = 30_000;

/**
 * The syntax tree of a shell's line; undefined for what is none. The grammar is loaded with the first line that needs
 * it (about 40 ms): most start commands are plain words.
 */
export function parseShell(text: string): Node | undefined {
  if (text.length > LONGEST) return undefined;
  if (parsed.has(text)) return parsed.get(text);
  const tree = treeOf(text);
  parsed.set(text, tree);
  const [oldest] = parsed.keys();
  if (parsed.size > KEPT && oldest !== undefined) parsed.delete(oldest);
  return tree;
}

function treeOf(text: string): Node | undefined {
  loaded ??= require("@ericcornelissen/bash-parser") as Parse;
  try {
    return loaded(text, { mode: "bash" });
  } catch {
    return undefined;
  }
}
