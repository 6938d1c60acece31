import type { SyntaxNode } from "@lezer/common";
import type { SourceFile } from "../../walk/source-file";
import { CodeModule, MAX_DEPTH } from "../code/module";
import { childrenOf } from "../code/syntax-tree";
import { type PythonImport, type PythonNames, pythonNames } from "./names";
import { PythonTree } from "./syntax";

/** The final value of a name or an expression, with the module in which it is written. */
export interface PythonReferent {
  readonly is: "expression" | "class" | "instance" | "function" | "module";
  readonly module: PythonModule;
  /** The expression, the definition, the class of an instance, or the module's root. */
  readonly node: SyntaxNode;
}

/** A Python file whose names can be followed, into the files that it imports too. */
export class PythonModule extends CodeModule<PythonNames, PythonTree, PythonImport, PythonModule> {
  static of(file: SourceFile, find: (wanted: PythonImport) => PythonModule | undefined): PythonModule {
    return new PythonModule(file, new PythonTree(file), find, pythonNames);
  }

  /** Follows an expression through names, brackets, attributes of modules and functions that only return. */
  follow(node: SyntaxNode, depth = 0): PythonReferent | undefined {
    if (depth > MAX_DEPTH) return undefined;
    switch (node.name) {
      case "VariableName":
        return this.named(this.tree.text(node), depth + 1);
      case "ParenthesizedExpression": {
        const [, inner, close] = childrenOf(node);
        return inner === undefined || close?.name !== ")" ? undefined : this.follow(inner, depth + 1);
      }
      case "MemberExpression":
        return this.attribute(node, depth + 1);
      case "CallExpression":
        return this.called(node, depth + 1);
      default:
        return { is: "expression", module: this, node };
    }
  }

  /** The value of a name at this module's top level. */
  named(name: string, depth = 0): PythonReferent | undefined {
    if (depth > MAX_DEPTH) return undefined;
    const binding = this.names.of.get(name);
    if (binding === undefined) {
      const { everythingOf } = this.names;
      if (everythingOf === undefined || this.names.of.has(name)) return undefined;
      return this.find(everythingOf)?.named(name, depth + 1);
    }
    if (binding.is === "expression") return this.follow(binding.node, depth + 1);
    if (binding.is === "import") return this.imported(binding, depth + 1);
    return { is: binding.is, module: this, node: binding.node };
  }

  private imported(wanted: PythonImport, depth: number): PythonReferent | undefined {
    const { name, ...module } = wanted;
    const found = this.find(module);
    if (name === undefined) return found && { is: "module", module: found, node: found.tree.root };
    const held = found?.named(name, depth + 1);
    if (held !== undefined) return held;
    const below = this.find({ ...module, module: [...module.module, name] });
    return below && { is: "module", module: below, node: below.tree.root };
  }

  /** `config.PORT` of a module. Attributes of classes and objects are values, not names. */
  private attribute(node: SyntaxNode, depth: number): PythonReferent | undefined {
    const [object, dot, property] = childrenOf(node);
    if (object === undefined || dot?.name !== "." || property === undefined)
      return { is: "expression", module: this, node };
    const base = this.follow(object, depth + 1);
    if (base?.is !== "module") return { is: "expression", module: this, node };
    const name = this.tree.text(property);
    const held = base.module.named(name, depth + 1);
    // A package also holds the modules beside its own file.
    if (held !== undefined || !base.module.path.endsWith("__init__.py")) return held;
    const below = base.module.find({ is: "import", level: 1, module: [name] });
    return below && { is: "module", module: below, node: below.tree.root };
  }

  private called(node: SyntaxNode, depth: number): PythonReferent | undefined {
    const itself = { is: "expression", module: this, node } as const;
    const callee = node.firstChild;
    if (callee === null || !["VariableName", "MemberExpression"].includes(callee.name)) return itself;
    const called = this.follow(callee, depth + 1);
    if (called?.is === "class") {
      // An argument of a class may be any of its fields.
      const given = this.tree.arguments(node);
      const asWritten = given.every(({ name }) => name?.startsWith("_") === true);
      return asWritten ? { ...called, is: "instance" } : itself;
    }
    if (called?.is !== "function") return itself;
    const returned = onlyReturn(called.node);
    return returned === undefined ? itself : called.module.follow(returned, depth + 1);
  }
}

/** What a function answers that does nothing else. */
function onlyReturn(definition: SyntaxNode): SyntaxNode | undefined {
  const body = childrenOf(definition.getChild("Body")).filter(
    ({ name, firstChild }) =>
      name !== ":" &&
      name !== "Comment" &&
      !(name === "ExpressionStatement" && firstChild?.name === "String"),
  );
  const [only] = body;
  return body.length === 1 && only?.name === "ReturnStatement"
    ? (only.firstChild?.nextSibling ?? undefined)
    : undefined;
}
