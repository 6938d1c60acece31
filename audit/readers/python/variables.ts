import type { SyntaxNode } from "@lezer/common";
import { type Fact, type Knowable, known, unknown } from "../../../domain";
import { ancestorsOf } from "../code/syntax-tree";
import type { PythonModule } from "./module";
import { fieldsOf, fieldValue, isSettings } from "./settings";
import type { PythonValue } from "./value";
import { pythonValue, variableRead } from "./values";

/** Around these, the code may know what to do where the variable is absent. */
const HANDLED = ["IfStatement", "TryStatement", "ConditionalExpression", "WithStatement"];

/** The variables that code reads from its environment, and the fields of its pydantic settings. */
export function wantedVariables(module: PythonModule): readonly Fact[] {
  return [...readVariables(module), ...settingsFields(module)];
}

function readVariables(module: PythonModule): readonly Fact[] {
  const { tree } = module;
  return tree.nodes("CallExpression", "MemberExpression").flatMap((node): readonly Fact[] => {
    const value = variableRead(module, node);
    if (value?.is !== "variable" || isTarget(node)) return [];
    return [wanted(value, tree.place(node, value.name), isHandled(node))];
  });
}

type Variable = Extract<PythonValue, { is: "variable" }>;

function wanted(value: Variable, place: Fact["place"], handled: boolean): Fact {
  const required: Knowable<boolean> =
    value.fallback.is !== "nothing"
      ? known(false)
      : value.indexed && !handled
        ? known(true)
        : unknown("the code may handle its absence");
  return { kind: "wanted-variable", name: value.name, required, place };
}

/** `os.environ["X"] = …` and `del os.environ["X"]` ask for nothing. */
function isTarget(node: SyntaxNode): boolean {
  const parent = node.parent;
  if (parent?.name === "DeleteStatement") return true;
  return parent?.name === "AssignStatement" && parent.lastChild?.from !== node.from;
}

function isHandled(node: SyntaxNode): boolean {
  return ancestorsOf(node).some(({ name }) => HANDLED.includes(name));
}

function settingsFields(module: PythonModule): readonly Fact[] {
  const { tree } = module;
  return tree.nodes("ClassDefinition").flatMap((definition): readonly Fact[] => {
    if (!isSettings(module, definition)) return [];
    return [...fieldsOf(module, definition)].flatMap(([name, field]): readonly Fact[] => {
      if (field.type === null || /ClassVar|PrivateAttr/.test(tree.text(field.type))) return [];
      if (name.startsWith("_") || name === "model_config") return [];
      const value = fieldValue(module, definition, name, field, pythonValue);
      if (value.is !== "variable") return [];
      return [wanted(value, tree.place(field.name, value.name), false)];
    });
  });
}
