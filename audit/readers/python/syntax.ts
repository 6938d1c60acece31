import type { SyntaxNode } from "@lezer/common";
import type { SourceFile } from "../../walk/source-file";
import { childrenOf, SyntaxTree } from "../code/syntax-tree";

// The grammars' tables take milliseconds to unpack, and most repositories need one of them.
let parser: typeof import("@lezer/python").parser | undefined;

function parse(text: string): SyntaxNode {
  parser ??= (require("@lezer/python") as typeof import("@lezer/python")).parser;
  return parser.parse(text).topNode;
}

/** One argument of a call; `name` only where it is given by keyword. */
export interface Argument {
  readonly name?: string;
  readonly node: SyntaxNode;
}

/** A Python file as a syntax tree with positions. */
export class PythonTree extends SyntaxTree {
  constructor(file: SourceFile) {
    super(file, parse(file.text));
  }

  /** `os.environ.get` of a name or of attributes alone; undefined of anything that is computed. */
  dotted(node: SyntaxNode | null): string | undefined {
    if (node === null) return undefined;
    const text = this.text(node);
    return /^[A-Za-z_][\w.]{0,200}$/.test(text) ? text : undefined;
  }

  arguments(call: SyntaxNode): readonly Argument[] {
    return pairs(childrenOf(call.getChild("ArgList")), "AssignOp").map(([key, node]) =>
      key === undefined ? { node } : { name: this.text(key), node },
    );
  }

  /** The entries of a dictionary that is written out, or undefined where a key is computed. */
  dictionary(node: SyntaxNode): readonly (readonly [string, SyntaxNode])[] | undefined {
    if (node.name !== "DictionaryExpression") return undefined;
    const entries: (readonly [string, SyntaxNode])[] = [];
    for (const [key, value] of pairs(childrenOf(node), ":")) {
      const name = key === undefined ? undefined : this.string(key);
      if (name === undefined) return undefined;
      entries.push([name, value]);
    }
    return entries;
  }

  /** What a plain string literal holds; undefined of one with escapes or with parts that are computed. */
  string(node: SyntaxNode): string | undefined {
    if (node.name !== "String") return undefined;
    const [, prefix = "", quote = "", inner = ""] =
      /^([rRuU]?)("""|'''|"|')([\s\S]*)\2$/.exec(this.text(node)) ?? [];
    if (quote === "" || (inner.includes("\\") && prefix.toLowerCase() !== "r")) return undefined;
    return inner;
  }
}

/** Elements between commas, each with the text before the separator; unpacking (`*x`, `**x`) has the key itself. */
function pairs(
  children: readonly SyntaxNode[],
  separator: string,
): readonly (readonly [SyntaxNode | undefined, SyntaxNode])[] {
  const found: (readonly [SyntaxNode | undefined, SyntaxNode])[] = [];
  let group: SyntaxNode[] = [];
  for (const child of children) {
    if ([",", ")", "}"].includes(child.name)) {
      const [first, middle, last] = group;
      if (first !== undefined && middle?.name === separator && last !== undefined) found.push([first, last]);
      else if (first !== undefined) found.push([undefined, first]);
      group = [];
    } else if (!["(", "{", "Comment"].includes(child.name)) group.push(child);
  }
  return found;
}
