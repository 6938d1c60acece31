import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/python";
import type { Place } from "../../domain";
import type { SourceFile } from "../source-file";

/** One argument of a call; `name` only where it is given by keyword. */
export interface Argument {
  readonly name?: string;
  readonly node: SyntaxNode;
}

/** A Python file as a syntax tree with positions, and the names that it assigns once and for all. */
export class PythonTree {
  readonly root: SyntaxNode;
  private readonly lineStarts: readonly number[];

  constructor(private readonly file: SourceFile) {
    this.root = parser.parse(file.text).topNode;
    const starts = [0];
    for (let at = file.text.indexOf("\n"); at >= 0; at = file.text.indexOf("\n", at + 1)) starts.push(at + 1);
    this.lineStarts = starts;
  }

  text(node: SyntaxNode): string {
    return this.file.text.slice(node.from, node.to);
  }

  /** Nodes of some kinds, in the order of the file. Walks by cursor: no depth of nesting exhausts the stack. */
  nodes(...kinds: readonly string[]): readonly SyntaxNode[] {
    const found: SyntaxNode[] = [];
    this.root.cursor().iterate((node) => {
      if (kinds.includes(node.name)) found.push(node.node);
    });
    return found;
  }

  place(node: SyntaxNode, key?: string): Place {
    let low = 0;
    let high = this.lineStarts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.lineStarts[middle] ?? 0) <= node.from) low = middle;
      else high = middle - 1;
    }
    const column = node.from - (this.lineStarts[low] ?? 0) + 1;
    const at = { source: "file", file: this.file.path, line: low + 1, column } as const;
    return key === undefined ? at : { ...at, key };
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

export function childrenOf(node: SyntaxNode | null): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node?.firstChild ?? null; child !== null; child = child.nextSibling) children.push(child);
  return children;
}

/** Elements between commas, each with what stands before the separator; unpacking (`*x`, `**x`) has the key itself. */
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
