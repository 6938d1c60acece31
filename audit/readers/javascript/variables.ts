import type { SyntaxNode } from "@lezer/common";
import { type Fact, type Knowable, known, unknown } from "../../../domain";
import { hasDefault, type JavaScriptModule } from "./module";
import { askedSetting, javaScriptValue } from "./values";

const READ = /^process\.env(?:\.\w{1,200}|\[["']\w{1,200}["']\])$/;

/** The variables that code reads from its environment, one by one or by a schema. */
export function wantedVariables(module: JavaScriptModule): readonly Fact[] {
  return [...readOneByOne(module), ...askedFor(module), ...destructured(module), ...inSchemas(module)];
}

/** An absent variable is `undefined` in JavaScript and no error yet, so that none is known to be required. */
const MAY_BE_HANDLED = unknown("the code may handle its absence");

function readOneByOne(module: JavaScriptModule): readonly Fact[] {
  const { tree } = module;
  return tree.nodes("MemberExpression").flatMap((node): readonly Fact[] => {
    if (node.to - node.from > 300 || !READ.test(tree.text(node))) return [];
    const value = javaScriptValue(module, node);
    const { parent } = node;
    if (value.is !== "variable") return [];
    if (parent?.name === "AssignmentExpression" && parent.firstChild?.from === node.from) return [];
    const either = parent?.name === "BinaryExpression" ? javaScriptValue(module, parent) : undefined;
    const required: Knowable<boolean> =
      either?.is === "variable" && either.fallback
        ? known(false)
        : endsWithout(module, node) || isBoundAndAsked(module, node)
          ? known(true)
          : MAY_BE_HANDLED;
    return [{ kind: "wanted-variable", name: value.name, required, place: tree.place(node, value.name) }];
  });
}

/** PORT of a settings object: its other keys may be settings of its own, of which none is a variable. */
function askedFor({ tree }: JavaScriptModule): readonly Fact[] {
  return tree.nodes("CallExpression").flatMap((call): readonly Fact[] => {
    const name = call.to - call.from > 300 ? undefined : askedSetting(tree, call);
    if (name !== "PORT") return [];
    return [{ kind: "wanted-variable", name, required: MAY_BE_HANDLED, place: tree.place(call, name) }];
  });
}

/** `if (!process.env.X) throw …`, or `process.exit(1)`, at a file's own level: it runs wherever the file is loaded. */
function endsWithout({ tree }: JavaScriptModule, node: SyntaxNode): boolean {
  const negation = node.parent;
  if (negation?.name !== "UnaryExpression" || !tree.text(negation).startsWith("!")) return false;
  let condition = negation.parent;
  // `!a || !b` ends where any of them is missing.
  while (
    condition?.name === "BinaryExpression" &&
    tree.text(condition).includes("||") &&
    !tree.text(condition).includes("&&")
  )
    condition = condition.parent;
  const statement = condition?.parent;
  if (statement?.name !== "IfStatement" || statement.parent?.name !== "Script") return false;
  const inner = tree
    .text(statement)
    .slice((condition?.to ?? statement.from) - statement.from)
    .replace(/^\s*\{?/, "");
  return /^\s*(?:console\.\w+\([^;]*\);?\s*)?(?:throw\b|process\.exit\(\s*[1-9])/.test(inner);
}

function isBoundAndAsked(module: JavaScriptModule, node: SyntaxNode): boolean {
  const bound = node.prevSibling?.name === "Equals" ? node.prevSibling.prevSibling : null;
  return bound?.name === "VariableDefinition" && endsWithoutName(module, bound, node.parent);
}

/** The same by the name to which a file's own `const` binds the variable: `const key = process.env.KEY; if (!key) throw …`. */
function endsWithoutName(
  module: JavaScriptModule,
  bound: SyntaxNode,
  declaration: SyntaxNode | null | undefined,
): boolean {
  const { tree } = module;
  if (declaration?.name !== "VariableDeclaration" || !tree.text(declaration).startsWith("const"))
    return false;
  const above = declaration.parent;
  if (above?.name !== "Script" && above?.name !== "ExportDeclaration") return false;
  const name = tree.text(bound);
  return tree
    .nodes("UnaryExpression")
    .some(
      (negation) =>
        tree.text(negation) === `!${name}` &&
        negation.lastChild !== null &&
        endsWithout(module, negation.lastChild),
    );
}

/** `const { PORT = 3000, HOST: host } = process.env` */
function destructured(module: JavaScriptModule): readonly Fact[] {
  const { tree } = module;
  return tree.nodes("PatternProperty").flatMap((property): readonly Fact[] => {
    const key = property.firstChild;
    const of = property.parent?.nextSibling?.nextSibling;
    if (key === null || of === null || of === undefined || tree.text(of) !== "process.env") return [];
    const name = tree.text(key);
    if (!/^\w{1,200}$/.test(name)) return [];
    const bound = property.getChild("VariableDefinition");
    const required =
      property.getChild("Equals") !== null
        ? known(false)
        : bound !== null && endsWithoutName(module, bound, property.parent?.parent)
          ? known(true)
          : MAY_BE_HANDLED;
    return [{ kind: "wanted-variable", name, required, place: tree.place(key, name) }];
  });
}

/** A schema refuses an environment that lacks a field without a default. */
function inSchemas(module: JavaScriptModule): readonly Fact[] {
  return module.tree.nodes("CallExpression").flatMap((call): readonly Fact[] => {
    const fields = module.environmentSchema(call) ?? new Map();
    return [...fields].flatMap(([name, field]): readonly Fact[] => {
      if (!/^\w{1,200}$/.test(name)) return [];
      const place = field.module.tree.place(field.node, name);
      return [{ kind: "wanted-variable", name, required: known(!hasDefault(field)), place }];
    });
  });
}
