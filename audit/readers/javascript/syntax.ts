import type { PartialParse, SyntaxNode } from "@lezer/common";
import type { SourceFile } from "../../walk/source-file";
import { childrenOf, SyntaxTree } from "../code/syntax-tree";

/**
 * How many steps the parser may make beside the grammar: each takes a millisecond where many readings are open, and
 * 30,000 of `<` took ten seconds. Code with the errors of a person in it has a few hundred.
 */
const MAX_RECOVERED = 2_000;

// The grammars' tables take milliseconds to unpack, and most repositories need one of them.
let parser: typeof import("@lezer/javascript").parser | undefined;

function parse(text: string): SyntaxNode {
  const load = () => (require("@lezer/javascript") as typeof import("@lezer/javascript")).parser;
  parser ??= load().configure({ dialect: "ts jsx" });
  const parsing: PartialParse & { readonly recovering?: number } = parser.startParse(text);
  for (let recovered = 0; ; ) {
    const tree = parsing.advance();
    if (tree !== null) return tree.topNode;
    if (parsing.recovering) recovered += 1;
    if (recovered > MAX_RECOVERED) throw new RangeError("the text is no JavaScript");
  }
}

/** A JavaScript or TypeScript file as a syntax tree with positions. */
export class JavaScriptTree extends SyntaxTree {
  /** @throws RangeError for a text that is not of the language, or nests too deep. */
  constructor(file: SourceFile) {
    super(file, parse(file.text));
  }

  /** What is called, without its type's arguments: `Bun.serve` of `Bun.serve<Data>(…)`. */
  callee(call: SyntaxNode): string {
    const called = call.name === "NewExpression" ? call.firstChild?.nextSibling : call.firstChild;
    const plain = called?.name === "InstantiationExpression" ? called.firstChild : called;
    return plain === null || plain === undefined ? "" : this.text(plain);
  }

  arguments(call: SyntaxNode): readonly SyntaxNode[] {
    return childrenOf(call.getChild("ArgList")).filter(({ name }) => !["(", ")", ","].includes(name));
  }

  /** The properties of an object that is written out, or undefined where some are spread or computed. */
  properties(node: SyntaxNode | undefined): ReadonlyMap<string, SyntaxNode> | undefined {
    if (node?.name !== "ObjectExpression") return undefined;
    if (childrenOf(node).some((child) => this.text(child).startsWith("..."))) return undefined;
    const found = new Map<string, SyntaxNode>();
    for (const property of node.getChildren("Property")) {
      const [name, , value] = childrenOf(property);
      if (name?.name === "Ellipsis" || name?.name === "[") return undefined;
      if (name === undefined) continue;
      // `{ port }` takes the constant of that name.
      found.set(this.text(name).replaceAll(/["']/g, ""), value ?? name);
    }
    return found;
  }

  /** What a string literal without escapes holds. */
  string(node: SyntaxNode | null | undefined): string | undefined {
    if (node?.name !== "String") return undefined;
    const text = this.text(node);
    return text.includes("\\") ? undefined : text.slice(1, -1);
  }
}
