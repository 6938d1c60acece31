import type { SyntaxNode } from "@lezer/common";
import { ancestorsOf, childrenOf } from "../code/syntax-tree";
import type { JavaScriptTree } from "./syntax";

/** What `this.server` is given in its class, where that is done once: by its declaration, or by an assignment. */
export function fieldValue(tree: JavaScriptTree, node: SyntaxNode): SyntaxNode | undefined {
  const [object, dot, property] = node.name === "MemberExpression" ? childrenOf(node) : [];
  if (object?.name !== "this" || dot?.name !== "." || property === undefined) return undefined;
  const around = ancestorsOf(node).find(({ name }) => name === "ClassBody");
  if (around === undefined) return undefined;
  const name = tree.text(property);
  const isWithin = ({ from, to }: SyntaxNode): boolean => from >= around.from && to <= around.to;
  const declared = around.getChildren("PropertyDeclaration").flatMap((declaration) => {
    const definition = declaration.getChild("PropertyDefinition");
    const isIt = definition !== null && tree.text(definition) === name;
    return isIt && declaration.getChild("Equals") !== null ? [behindEquals(declaration)] : [];
  });
  const assigned = tree.nodes("AssignmentExpression").flatMap((assignment) => {
    const [left] = childrenOf(assignment);
    return isWithin(assignment) && left !== undefined && tree.text(left) === `this.${name}`
      ? [assignment.lastChild ?? undefined]
      : [];
  });
  const [only, ...more] = [...declared, ...assigned];
  return more.length === 0 ? only : undefined;
}

function behindEquals(declaration: SyntaxNode): SyntaxNode | undefined {
  return declaration.getChild("Equals")?.nextSibling ?? undefined;
}
