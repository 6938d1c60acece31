import type { SyntaxNode } from "@lezer/common";
import type { PythonTree } from "./python-tree";
import { childrenOf } from "./syntax-tree";

/** What an expression is, as far as the file itself says. */
export type PythonValue =
  | { readonly is: "literal"; readonly text: string }
  | {
      readonly is: "variable";
      readonly name: string;
      readonly fallback: PythonValue;
      /** Whether its absence is an error there: `os.environ["X"]`. */
      readonly indexed: boolean;
    }
  | { readonly is: "nothing" }
  | { readonly is: "unknown" };

const UNKNOWN: PythonValue = { is: "unknown" };
const NOTHING: PythonValue = { is: "nothing" };
const DEEPEST = 20;

/** Follows expressions to literals, environment variables and constants of one file. */
export class PythonValues {
  private readonly constants = new Map<string, SyntaxNode | undefined>();

  constructor(private readonly tree: PythonTree) {
    for (const node of tree.nodes("AssignStatement", "UpdateStatement", "ForStatement", "ParamList")) {
      this.note(node);
    }
  }

  of(node: SyntaxNode, depth = 0): PythonValue {
    if (depth > DEEPEST) return UNKNOWN;
    switch (node.name) {
      case "String": {
        const text = this.tree.string(node);
        return text === undefined ? UNKNOWN : { is: "literal", text };
      }
      case "Number":
        return { is: "literal", text: this.tree.text(node).replaceAll("_", "") };
      case "None":
      case "Boolean":
        return { is: "literal", text: this.tree.text(node) };
      case "VariableName": {
        const constant = this.constants.get(this.tree.text(node));
        return constant === undefined ? UNKNOWN : this.of(constant, depth + 1);
      }
      case "ParenthesizedExpression":
        return this.inner(node, depth);
      case "BinaryExpression":
        return this.either(node, depth);
      case "MemberExpression":
        return this.indexed(node);
      case "CallExpression":
        return this.called(node, depth);
      default:
        return UNKNOWN;
    }
  }

  /** A name assigned twice, or inside of a function or a class, is no constant. */
  private note(node: SyntaxNode): void {
    const [target, ...rest] = childrenOf(node);
    if (node.name !== "AssignStatement") {
      for (const child of node.getChildren("VariableName")) {
        this.constants.set(this.tree.text(child), undefined);
      }
      return;
    }
    const operators = rest.filter(({ name }) => name === "AssignOp").length;
    const value = rest.at(-1);
    if (target?.name !== "VariableName") return;
    const name = this.tree.text(target);
    const simple = operators === 1 && rest.length <= 3 && node.parent?.name === "Script";
    this.constants.set(name, simple && !this.constants.has(name) ? value : undefined);
  }

  private inner(node: SyntaxNode, depth: number): PythonValue {
    const [, inner, close] = childrenOf(node);
    return inner === undefined || close?.name !== ")" ? UNKNOWN : this.of(inner, depth + 1);
  }

  /** `os.environ.get("PORT") or 8000` */
  private either(node: SyntaxNode, depth: number): PythonValue {
    const [left, operator, right] = childrenOf(node);
    if (left === undefined || operator?.name !== "or" || right === undefined) return UNKNOWN;
    const value = this.of(left, depth + 1);
    if (value.is !== "variable" || value.fallback.is !== "nothing") return UNKNOWN;
    return { ...value, fallback: this.of(right, depth + 1) };
  }

  private indexed(node: SyntaxNode): PythonValue {
    const [object, open, key] = childrenOf(node);
    const name = open?.name === "[" && key !== undefined ? this.tree.string(key) : undefined;
    if (name === undefined || !/^(?:os\.)?environ$/.test(this.tree.dotted(object ?? null) ?? ""))
      return UNKNOWN;
    return { is: "variable", name, fallback: NOTHING, indexed: true };
  }

  private called(node: SyntaxNode, depth: number): PythonValue {
    const callee = this.tree.dotted(node.firstChild) ?? "";
    const given = this.tree.arguments(node);
    const [first, second] = given;
    if (first === undefined || first.name !== undefined) return UNKNOWN;
    if (callee === "int" || callee === "str")
      return given.length === 1 ? this.of(first.node, depth + 1) : UNKNOWN;
    if (!/^(?:(?:os\.)?environ\.get|(?:os\.)?getenv)$/.test(callee)) return UNKNOWN;
    const name = this.tree.string(first.node);
    if (name === undefined) return UNKNOWN;
    const fallback = second === undefined ? NOTHING : this.of(second.node, depth + 1);
    return { is: "variable", name, fallback, indexed: false };
  }
}
