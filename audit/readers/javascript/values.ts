import type { SyntaxNode } from "@lezer/common";
import { MAX_DEPTH } from "../code/module";
import { childrenOf, isSameNode } from "../code/syntax-tree";
import { JSON_FILE } from "./json-settings";
import { declaredAround } from "./local-names";
import type { JavaScriptModule } from "./module";
import type { JavaScriptTree } from "./syntax";

/** What an expression is, as far as the repository itself says. */
export type JavaScriptValue =
  | { readonly is: "literal"; readonly text: string }
  | {
      readonly is: "variable";
      readonly name: string;
      readonly fallback: boolean;
      readonly otherwise?: string;
    }
  | { readonly is: "unknown" };

const UNKNOWN: JavaScriptValue = { is: "unknown" };

/** What makes a number or a text of a value; Express' generator writes the last one into `bin/www`. */
const AS_IT_IS = /^(?:Number|String|parseInt|Number\.parseInt|normalizePort)$/;

/** Nest's and other settings objects, whose keys are variables unless a file of settings renames them. */
const ASKED = /^(?:this\.)?config(?:Service)?\.get(?:OrThrow)?$/;

/** Follows an expression to a literal or an environment variable, through the constants of this and imported files. */
export function javaScriptValue(module: JavaScriptModule, node: SyntaxNode, depth = 0): JavaScriptValue {
  if (depth > MAX_DEPTH) return UNKNOWN;
  const { tree } = module;
  switch (node.name) {
    case "String": {
      const text = tree.string(node);
      return text === undefined ? UNKNOWN : { is: "literal", text };
    }
    case "Number":
    case "BooleanLiteral":
    case "null":
      return { is: "literal", text: tree.text(node).replaceAll("_", "") };
    case "CallExpression":
      return called(module, node, depth);
    case "BinaryExpression":
    case "UnaryExpression":
      return operated(module, node, depth);
    case "ConditionalExpression":
      return whereSet(module, node, depth);
    default: {
      const around = declaredAround(tree, node);
      if (around !== undefined) return javaScriptValue(module, around, depth + 1);
      const target = module.follow(node, depth + 1);
      if (target?.is === "variable") return target;
      if (target?.is !== "expression") return UNKNOWN;
      const itself = target.module === module && isSameNode(target.node, node);
      return itself ? UNKNOWN : javaScriptValue(target.module, target.node, depth + 1);
    }
  }
}

function called(module: JavaScriptModule, node: SyntaxNode, depth: number): JavaScriptValue {
  const { tree } = module;
  const [first] = tree.arguments(node);
  const callee = tree.callee(node);
  if (first === undefined) return UNKNOWN;
  if (AS_IT_IS.test(callee)) return javaScriptValue(module, first, depth + 1);
  const name = askedSetting(tree, node);
  if (name === undefined && /^\w+\.get$/.test(callee)) return ofJson(module, node, depth);
  return name === undefined ? UNKNOWN : { is: "variable", name, fallback: tree.arguments(node).length > 1 };
}

/** `config.get("server.port")` of a file of JSON, as node-config reads it. */
function ofJson(module: JavaScriptModule, call: SyntaxNode, depth: number): JavaScriptValue {
  const [object] = childrenOf(call.firstChild);
  const path = module.tree.string(module.tree.arguments(call)[0])?.split(".") ?? [];
  let at =
    object === undefined ? undefined : (module.required(object, depth) ?? module.follow(object, depth + 1));
  if (at?.is === "expression" && at.node.name === "CallExpression")
    at = at.module.required(at.node, depth + 1);
  for (const key of path) {
    if (at?.is !== "expression") return UNKNOWN;
    const inner = at.module.tree.properties(at.node)?.get(key);
    at = inner && { is: "expression", module: at.module, node: inner };
  }
  if (at?.is !== "expression" || !JSON_FILE.test(at.module.path)) return UNKNOWN;
  return javaScriptValue(at.module, at.node, depth + 1);
}

/** The variable that a call asks a settings object for: `configService.get<number>("PORT")`. */
export function askedSetting(tree: JavaScriptTree, call: SyntaxNode): string | undefined {
  if (!ASKED.test(tree.callee(call))) return undefined;
  const name = tree.string(tree.arguments(call)[0]);
  return name !== undefined && /^[A-Z][A-Z0-9_]*$/.test(name) ? name : undefined;
}

/** `process.env.PORT ? Number(process.env.PORT) : 3000` is the variable, with what is taken where it is not set. */
function whereSet(module: JavaScriptModule, node: SyntaxNode, depth: number): JavaScriptValue {
  const [asked, , then, , otherwise] = childrenOf(node);
  if (asked === undefined || then === undefined || otherwise === undefined) return UNKNOWN;
  const condition = javaScriptValue(module, asked, depth + 1);
  const value = javaScriptValue(module, then, depth + 1);
  if (condition.is !== "variable" || value.is !== "variable" || condition.name !== value.name) return UNKNOWN;
  const other = javaScriptValue(module, otherwise, depth + 1);
  return { ...value, fallback: true, ...(other.is === "literal" && { otherwise: other.text }) };
}

/** What an operator leaves of a value: `process.env.PORT || 3000`, `+process.env.PORT`. */
function operated(module: JavaScriptModule, node: SyntaxNode, depth: number): JavaScriptValue {
  const { tree } = module;
  const [left, operator, right] = childrenOf(node);
  if (left === undefined || operator === undefined) return UNKNOWN;
  if (node.name === "UnaryExpression")
    return tree.text(left) === "+" ? javaScriptValue(module, operator, depth + 1) : UNKNOWN;
  const value = javaScriptValue(module, left, depth + 1);
  if (operator.name === "as" || operator.name === "satisfies") return value;
  const either = right !== undefined && ["||", "??"].includes(tree.text(operator));
  if (!either || value.is !== "variable") return UNKNOWN;
  const other = right === undefined ? UNKNOWN : javaScriptValue(module, right, depth + 1);
  return { ...value, fallback: true, ...(other.is === "literal" && { otherwise: other.text }) };
}
