import type { SyntaxNode } from "@lezer/common";
import { MAX_DEPTH } from "../code/module";
import { childrenOf } from "../code/syntax-tree";
import { declaredAround } from "./local-names";
import type { JavaScriptModule } from "./module";

/** A node with the module in which it is written. */
export interface WrittenNode {
  readonly module: JavaScriptModule;
  readonly node: SyntaxNode;
}

const FUNCTION = /^(?:FunctionDeclaration|FunctionExpression|ArrowFunction)$/;

/** What the function that a call names answers in the last statement of its body. */
export function answered(module: JavaScriptModule, call: SyntaxNode): WrittenNode | undefined {
  const callee = call.name === "CallExpression" ? call.firstChild : null;
  if (callee === null) return undefined;
  const called = functionAt(module, callee, 0);
  if (called === undefined) return undefined;
  const body = called.node.getChild("Block");
  if (body === null) {
    const { lastChild } = called.node;
    return lastChild === null ? undefined : { module: called.module, node: lastChild };
  }
  const last = childrenOf(body).findLast(({ name }) => name.endsWith("Statement"));
  const value = last?.name === "ReturnStatement" ? childrenOf(last)[1] : undefined;
  if (value === undefined) return undefined;
  const node = value.name === "VariableName" ? declaredAround(called.module.tree, value) : value;
  return node === undefined ? undefined : { module: called.module, node };
}

/** The function of a name at the top of a module, or of the module that it is imported from. */
function functionOf(module: JavaScriptModule, name: string, depth = 0): WrittenNode | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const binding = module.names.of.get(name);
  if (binding?.is === "import") return exportedFunction(module.from(binding.from), binding.name, depth + 1);
  if (binding?.is === "property") {
    const from = module.requiredFrom(binding.of);
    return from === undefined ? undefined : exportedFunction(module.from(from), binding.key, depth + 1);
  }
  if (binding !== undefined) return functionAt(module, binding.node, depth + 1);
  const declared = module.tree
    .nodes("FunctionDeclaration")
    .filter((node) => definedName(module, node) === name && isTop(node));
  const [only] = declared;
  return only !== undefined && declared.length === 1 ? { module, node: only } : undefined;
}

function functionAt(module: JavaScriptModule, node: SyntaxNode, depth: number): WrittenNode | undefined {
  if (FUNCTION.test(node.name)) return { module, node };
  if (node.name === "VariableName") return functionOf(module, module.tree.text(node), depth);
  const from = module.requiredFrom(node);
  return from === undefined ? undefined : exportedFunction(module.from(from), "default", depth);
}

function exportedFunction(
  module: JavaScriptModule | undefined,
  name: string,
  depth: number,
): WrittenNode | undefined {
  if (module === undefined) return undefined;
  const binding = module.names.exported.get(name);
  if (binding?.is === "expression") return functionAt(module, binding.node, depth);
  if (binding?.is === "import") return exportedFunction(module.from(binding.from), binding.name, depth + 1);
  if (name !== "default") {
    const whole = module.names.exported.get("default");
    const held = whole?.is === "expression" ? module.tree.properties(whole.node)?.get(name) : undefined;
    return (held && functionAt(module, held, depth)) ?? functionOf(module, name, depth);
  }
  const written = module.tree
    .nodes("FunctionDeclaration")
    .find((node) => /^export\s+default\b/.test(module.tree.text(node.parent ?? node)) && isTop(node));
  return written && { module, node: written };
}

const definedName = ({ tree }: JavaScriptModule, node: SyntaxNode): string | undefined => {
  const definition = node.getChild("VariableDefinition");
  return definition === null ? undefined : tree.text(definition);
};

const isTop = ({ parent }: SyntaxNode): boolean =>
  parent?.name === "Script" || (parent?.name === "ExportDeclaration" && parent.parent?.name === "Script");
