import type { SyntaxNode } from "@lezer/common";
import { type Fact, type Knowable, known, unknown } from "../../domain";
import type { PythonTree } from "./python-tree";
import type { PythonValues } from "./python-values";
import { childrenOf } from "./syntax-tree";

/** Around these, the code may know what to do where the variable is absent. */
const HANDLED = ["IfStatement", "TryStatement", "ConditionalExpression", "WithStatement"];

/** The variables that code reads from its environment, and the fields of its pydantic settings. */
export function wantedVariables(tree: PythonTree, values: PythonValues): readonly Fact[] {
  return [...readVariables(tree, values), ...settingsFields(tree)];
}

function readVariables(tree: PythonTree, values: PythonValues): readonly Fact[] {
  return tree.nodes("CallExpression", "MemberExpression").flatMap((node): readonly Fact[] => {
    if (node.name === "CallExpression" && /^(?:int|str)$/.test(tree.dotted(node.firstChild) ?? "")) return [];
    const value = values.of(node);
    if (value.is !== "variable" || isTarget(node)) return [];
    const required: Knowable<boolean> =
      value.fallback.is !== "nothing"
        ? known(false)
        : value.indexed && !isHandled(node)
          ? known(true)
          : unknown("the code may handle its absence");
    return [{ kind: "wanted-variable", name: value.name, required, place: tree.place(node, value.name) }];
  });
}

/** `os.environ["X"] = …` and `del os.environ["X"]` ask for nothing. */
function isTarget(node: SyntaxNode): boolean {
  const parent = node.parent;
  if (parent?.name === "DeleteStatement") return true;
  return parent?.name === "AssignStatement" && parent.lastChild?.from !== node.from;
}

function isHandled(node: SyntaxNode): boolean {
  for (let parent = node.parent; parent !== null; parent = parent.parent) {
    if (HANDLED.includes(parent.name)) return true;
  }
  return false;
}

/** pydantic-settings reads each field from the variable of its name, with the class's `env_prefix` before it. */
function settingsFields(tree: PythonTree): readonly Fact[] {
  return tree.nodes("ClassDefinition").flatMap((definition): readonly Fact[] => {
    const bases = childrenOf(definition.getChild("ArgList")).map((base) => tree.dotted(base));
    if (!bases.some((base) => /^(?:pydantic(?:_settings)?\.)?BaseSettings$/.test(base ?? ""))) return [];
    const body = definition.getChild("Body");
    const prefix = prefixOf(tree, body);
    if (prefix === undefined) return [];
    return childrenOf(body).flatMap((statement): readonly Fact[] => {
      const [name, type] = childrenOf(statement);
      if (statement.name !== "AssignStatement" || name?.name !== "VariableName") return [];
      if (type?.name !== "TypeDef" || /ClassVar|PrivateAttr/.test(tree.text(type))) return [];
      const field = tree.text(name);
      if (field.startsWith("_") || field === "model_config") return [];
      const variable = `${prefix}${field}`.toUpperCase();
      const required = requiredOf(tree, statement);
      return [{ kind: "wanted-variable", name: variable, required, place: tree.place(name, variable) }];
    });
  });
}

/** A field without a default is required; one whose default is a call (`Field(…)`) may be, or have another name. */
function requiredOf(tree: PythonTree, field: SyntaxNode): Knowable<boolean> {
  const type = field.getChild("TypeDef");
  if (field.getChild("AssignOp") === null) {
    // An annotation may carry an alias or a default of its own; an env file may stand in for any of them.
    if (type !== null && /Annotated/.test(tree.text(type))) return unknown("its annotation decides");
    return known(true);
  }
  return field.lastChild?.name === "CallExpression" ? unknown("its default is computed") : known(false);
}

/** The prefix as the class states it; undefined where it is computed. */
function prefixOf(tree: PythonTree, body: SyntaxNode | null): string | undefined {
  if (body === null || !tree.text(body).includes("env_prefix")) return "";
  const found = /\benv_prefix["']?\s{0,9}[=:]\s{0,9}(["'])(\w{0,100})\1/.exec(tree.text(body));
  return found?.[2];
}
