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
        : endsWithout(module, node)
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
  const statement = negation?.parent?.parent;
  if (negation?.name !== "UnaryExpression" || !tree.text(negation).startsWith("!")) return false;
  if (statement?.name !== "IfStatement" || statement.parent?.name !== "Script") return false;
  const inner = tree
    .text(statement)
    .slice(negation.to - statement.from)
    .replace(/^\s*\)\s*\{?/, "");
  return /^\s*(?:console\.\w+\([^;]*\);?\s*)?(?:throw\b|process\.exit\(\s*[1-9])/.test(inner);
}

/** `const { PORT = 3000, HOST: host } = process.env` */
function destructured({ tree }: JavaScriptModule): readonly Fact[] {
  return tree.nodes("PatternProperty").flatMap((property): readonly Fact[] => {
    const key = property.firstChild;
    const of = property.parent?.nextSibling?.nextSibling;
    if (key === null || of === null || of === undefined || tree.text(of) !== "process.env") return [];
    const name = tree.text(key);
    if (!/^\w{1,200}$/.test(name)) return [];
    const required = property.getChild("Equals") === null ? MAY_BE_HANDLED : known(false);
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
