import type { SyntaxNode } from "@lezer/common";
import { ancestorsOf, childrenOf } from "../code/syntax-tree";
import type { JavaScriptTree } from "./syntax";

/**
 * What a name is given in the functions around it, as in `async function bootstrap() { const app = …`. Undefined where
 * none of them declares it, a parameter hides it, or another value is assigned to it later.
 */
export function declaredAround(tree: JavaScriptTree, name: SyntaxNode): SyntaxNode | undefined {
  if (name.name !== "VariableName" && name.name !== "PropertyDefinition") return undefined;
  const text = tree.text(name);
  for (const around of ancestorsOf(name)) {
    const parameters = childrenOf(around.getChild("ParamList"));
    if (parameters.some((one) => tree.text(one) === text)) return undefined;
    if (around.name !== "Block") continue;
    for (const declaration of around.getChildren("VariableDeclaration")) {
      const definition = declaration.getChild("VariableDefinition");
      const value =
        declaration.lastChild?.name === ";" ? declaration.lastChild.prevSibling : declaration.lastChild;
      if (definition === null || value === null || tree.text(definition) !== text) continue;
      const isConstant = declaration.firstChild !== null && tree.text(declaration.firstChild) === "const";
      return isConstant || isAssignedOnce(tree.text(around), text) ? value : undefined;
    }
  }
  return undefined;
}

/** Whether a name has one value in a text: what only looks like an assignment counts as one. */
export function isAssignedOnce(text: string, name: string): boolean {
  const escaped = name.replaceAll("$", "\\$");
  const assignment = new RegExp(
    `(?<![\\w$.])${escaped}(?:\\s*:[^=;\\n]{1,60})?\\s*(?:[-+*/%&|^?]{1,2}=|=(?![=>]))`,
    "g",
  );
  return (text.match(assignment)?.length ?? 0) <= 1;
}
