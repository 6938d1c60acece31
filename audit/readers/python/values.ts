import type { SyntaxNode } from "@lezer/common";
import { MAX_DEPTH } from "../code/module";
import { childrenOf, isSameNode } from "../code/syntax-tree";
import type { PythonModule } from "./module";
import { settingsValue } from "./settings";
import { NOTHING, type PythonValue, UNKNOWN } from "./value";

/** Follows an expression to a literal or an environment variable, through the constants of this and imported files. */
export function pythonValue(module: PythonModule, node: SyntaxNode, depth = 0): PythonValue {
  if (depth > MAX_DEPTH) return UNKNOWN;
  switch (node.name) {
    case "String": {
      const text = module.tree.string(node);
      return text === undefined ? UNKNOWN : { is: "literal", text };
    }
    case "Number":
      return { is: "literal", text: module.tree.text(node).replaceAll("_", "") };
    case "None":
    case "Boolean":
      return { is: "literal", text: module.tree.text(node) };
    case "BinaryExpression":
      return either(module, node, depth);
    case "MemberExpression":
      return indexed(module, node) ?? attribute(module, node, depth) ?? followed(module, node, depth);
    case "CallExpression":
      return called(module, node, depth) ?? followed(module, node, depth);
    default:
      return followed(module, node, depth);
  }
}

function followed(module: PythonModule, node: SyntaxNode, depth: number): PythonValue {
  const target = module.follow(node, depth + 1);
  if (target?.is !== "expression") return UNKNOWN;
  const itself = target.module === module && isSameNode(target.node, node);
  return itself ? UNKNOWN : pythonValue(target.module, target.node, depth + 1);
}

/** The environment variable that an expression reads by itself, and not through a name. */
export function variableRead(module: PythonModule, node: SyntaxNode): PythonValue | undefined {
  return node.name === "CallExpression" ? read(module, node, 0) : indexed(module, node);
}

/** `os.environ.get("PORT") or 8000` */
function either(module: PythonModule, node: SyntaxNode, depth: number): PythonValue {
  const [left, operator, right] = childrenOf(node);
  if (left === undefined || operator?.name !== "or" || right === undefined) return UNKNOWN;
  const value = pythonValue(module, left, depth + 1);
  if (value.is !== "variable" || value.fallback.is !== "nothing") return UNKNOWN;
  return { ...value, fallback: pythonValue(module, right, depth + 1) };
}

/** `os.environ["PORT"]` */
function indexed({ tree }: PythonModule, node: SyntaxNode): PythonValue | undefined {
  const [object, open, key] = childrenOf(node);
  if (open?.name !== "[") return undefined;
  const name = key === undefined ? undefined : tree.string(key);
  if (name === undefined || !/^(?:os\.)?environ$/.test(tree.dotted(object ?? null) ?? "")) return UNKNOWN;
  return { is: "variable", name, fallback: NOTHING, indexed: true };
}

/** `settings.port` of an object of a settings class, or `Config.PORT` of a class. */
function attribute(module: PythonModule, node: SyntaxNode, depth: number): PythonValue | undefined {
  const [object, dot, property] = childrenOf(node);
  if (object === undefined || dot?.name !== "." || property === undefined) return undefined;
  const base = module.follow(object, depth + 1);
  if (base?.is !== "class" && base?.is !== "instance") return undefined;
  return settingsValue(base, module.tree.text(property), pythonValue, depth + 1);
}

function called(module: PythonModule, node: SyntaxNode, depth: number): PythonValue | undefined {
  const callee = module.tree.dotted(node.firstChild);
  if (callee !== "int" && callee !== "str") return read(module, node, depth);
  const [first, ...more] = module.tree.arguments(node);
  return first === undefined || more.length > 0 ? UNKNOWN : pythonValue(module, first.node, depth + 1);
}

/** `os.environ.get("PORT", 8000)`, `os.getenv("PORT")` */
function read(module: PythonModule, node: SyntaxNode, depth: number): PythonValue | undefined {
  const { tree } = module;
  if (!/^(?:(?:os\.)?environ\.get|(?:os\.)?getenv)$/.test(tree.dotted(node.firstChild) ?? ""))
    return undefined;
  const [first, second] = tree.arguments(node);
  const name = first === undefined || first.name !== undefined ? undefined : tree.string(first.node);
  if (name === undefined) return UNKNOWN;
  const fallback = second === undefined ? NOTHING : pythonValue(module, second.node, depth + 1);
  return { is: "variable", name, fallback, indexed: false };
}
