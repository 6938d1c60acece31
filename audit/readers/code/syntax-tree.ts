import type { SyntaxNode } from "@lezer/common";
import type { Place } from "../../../domain";
import type { SourceFile } from "../../walk/source-file";

/** No code that a person wrote nests deeper; what does is not looked at above this many levels. */
const MAX_ANCESTORS = 200;

/** Whether two nodes of one tree are the same place of it. */
export const isSameNode = (one: SyntaxNode | null, other: SyntaxNode): boolean =>
  one !== null && one.from === other.from && one.to === other.to;

/** A file's syntax tree with texts and places. Nothing here recurses, so that no depth of nesting exhausts the stack. */
export class SyntaxTree {
  private readonly lineStarts: readonly number[];
  /** By the kinds that were asked for: several questions are about a file's calls. */
  private readonly found = new Map<string, readonly SyntaxNode[]>();

  constructor(
    protected readonly file: SourceFile,
    readonly root: SyntaxNode,
  ) {
    const starts = [0];
    for (let at = file.text.indexOf("\n"); at >= 0; at = file.text.indexOf("\n", at + 1)) starts.push(at + 1);
    this.lineStarts = starts;
  }

  text(node: SyntaxNode): string {
    return this.file.text.slice(node.from, node.to);
  }

  /** Nodes of some kinds, in the order of the file. */
  nodes(...kinds: readonly string[]): readonly SyntaxNode[] {
    const key = kinds.join();
    const before = this.found.get(key);
    if (before !== undefined) return before;
    const found: SyntaxNode[] = [];
    this.root.cursor().iterate((node) => {
      if (kinds.includes(node.name)) found.push(node.node);
    });
    this.found.set(key, found);
    return found;
  }

  /** The node that a character of the text belongs to, from the inside out. */
  at(index: number): SyntaxNode {
    return this.root.resolveInner(index, 1);
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
}

export function childrenOf(node: SyntaxNode | null | undefined): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node?.firstChild ?? null; child !== null; child = child.nextSibling) children.push(child);
  return children;
}

/** The nodes around a node, from the inside out. */
export function ancestorsOf(node: SyntaxNode): readonly SyntaxNode[] {
  const ancestors: SyntaxNode[] = [];
  for (let parent = node.parent; parent !== null && ancestors.length < MAX_ANCESTORS; parent = parent.parent)
    ancestors.push(parent);
  return ancestors;
}
