import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/javascript";
import type { SourceFile } from "../source-file";
import { childrenOf, SyntaxTree } from "./syntax-tree";

/** What an expression is, as far as the file itself says. */
export type JavaScriptValue =
  | { readonly is: "literal"; readonly text: string }
  | { readonly is: "variable"; readonly name: string; readonly fallback: boolean }
  | { readonly is: "unknown" };

const UNKNOWN: JavaScriptValue = { is: "unknown" };
const DEEPEST = 20;
const PARSER = parser.configure({ dialect: "ts jsx" });

/** A JavaScript or TypeScript file as a syntax tree, with the constants that it declares at its top. */
export class JavaScriptTree extends SyntaxTree {
  /** Undefined where a name is declared twice, or anywhere but at the top by `const`. */
  private readonly constants = new Map<string, SyntaxNode | undefined>();

  constructor(file: SourceFile) {
    super(file, PARSER.parse(file.text).topNode);
    for (const definition of this.nodes("VariableDefinition")) {
      const name = this.text(definition);
      const { parent, nextSibling: equals } = definition;
      const simple =
        parent?.name === "VariableDeclaration" &&
        parent.firstChild?.name === "const" &&
        (parent.parent?.name === "Script" || parent.parent?.name === "ExportDeclaration") &&
        equals?.name === "Equals";
      this.constants.set(
        name,
        simple && !this.constants.has(name) ? (equals.nextSibling ?? undefined) : undefined,
      );
    }
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

  value(node: SyntaxNode, depth = 0): JavaScriptValue {
    if (depth > DEEPEST) return UNKNOWN;
    switch (node.name) {
      case "String": {
        const text = this.text(node);
        return text.includes("\\") ? UNKNOWN : { is: "literal", text: text.slice(1, -1) };
      }
      case "Number":
      case "BooleanLiteral":
      case "null":
        return { is: "literal", text: this.text(node).replaceAll("_", "") };
      case "VariableName":
      case "PropertyDefinition": {
        const constant = this.constants.get(this.text(node));
        return constant === undefined ? UNKNOWN : this.value(constant, depth + 1);
      }
      case "MemberExpression": {
        const name = /^process\.env(?:\.(\w{1,200})|\[["'](\w{1,200})["']\])$/.exec(this.text(node));
        return name === null ? UNKNOWN : { is: "variable", name: name[1] ?? name[2] ?? "", fallback: false };
      }
      case "CallExpression": {
        const [first] = this.arguments(node);
        const callee = node.firstChild === null ? "" : this.text(node.firstChild);
        const converts = /^(?:Number|String|parseInt|Number\.parseInt)$/.test(callee);
        return converts && first !== undefined ? this.value(first, depth + 1) : UNKNOWN;
      }
      default:
        return this.operated(node, depth);
    }
  }

  /** What an operator or parentheses leave of a value. */
  private operated(node: SyntaxNode, depth: number): JavaScriptValue {
    const parts = childrenOf(node);
    switch (node.name) {
      case "ParenthesizedExpression":
        return parts[1] === undefined ? UNKNOWN : this.value(parts[1], depth + 1);
      case "PostfixExpression":
        return parts[0] === undefined || this.text(node).endsWith("+")
          ? UNKNOWN
          : this.value(parts[0], depth + 1);
      case "UnaryExpression":
        return parts[0] === undefined || this.text(parts[0]) !== "+" || parts[1] === undefined
          ? UNKNOWN
          : this.value(parts[1], depth + 1);
      case "BinaryExpression": {
        const [left, operator] = parts;
        if (left === undefined || operator === undefined) return UNKNOWN;
        const value = this.value(left, depth + 1);
        if (operator.name === "as") return value;
        const either = ["||", "??"].includes(this.text(operator));
        return either && value.is === "variable" ? { ...value, fallback: true } : UNKNOWN;
      }
      default:
        return UNKNOWN;
    }
  }
}
