import type { SyntaxNode } from "@lezer/common";
import { childrenOf } from "../code/syntax-tree";
import { isAssignedOnce } from "./local-names";
import type { JavaScriptTree } from "./syntax";

/** What a module's top binds a name to, or exports under one. */
export type JavaScriptBinding =
  | { readonly is: "expression"; readonly node: SyntaxNode }
  /** `{ key } = node`; `otherwise` where it has a default. */
  | { readonly is: "property"; readonly of: SyntaxNode; readonly key: string; readonly otherwise: boolean }
  /** `name` of another file; `default`, or `*` for all that it exports. */
  | { readonly is: "import"; readonly from: string; readonly name: string };

export interface JavaScriptNames {
  /** Undefined where a name is declared twice, or anywhere but at the top by `const`. */
  readonly of: ReadonlyMap<string, JavaScriptBinding | undefined>;
  readonly exported: ReadonlyMap<string, JavaScriptBinding>;
  /** The file of `export * from`, where there is one such export. */
  readonly everythingOf: string | undefined;
}

export function javaScriptNames(tree: JavaScriptTree): JavaScriptNames {
  const names = new Map<string, JavaScriptBinding | undefined>();
  for (const definition of tree.nodes("VariableDefinition")) {
    const name = tree.text(definition);
    names.set(name, names.has(name) ? undefined : bindingOf(tree, definition));
  }
  const exported = new Map<string, JavaScriptBinding>();
  const stars: string[] = [];
  for (const node of tree.nodes("ExportDeclaration", "AssignmentExpression")) {
    if (node.name === "AssignmentExpression") assigned(tree, node, exported);
    else stars.push(...declared(tree, node, names, exported));
  }
  return { of: names, exported, everythingOf: stars.length === 1 ? stars[0] : undefined };
}

function bindingOf(tree: JavaScriptTree, definition: SyntaxNode): JavaScriptBinding | undefined {
  const { parent } = definition;
  if (parent === null) return undefined;
  if (parent.name === "PatternProperty") return destructured(tree, definition, parent);
  if (parent.name === "ImportGroup" || parent.name === "ImportDeclaration")
    return imported(tree, definition, parent);
  const equals =
    definition.nextSibling?.name === "TypeAnnotation"
      ? definition.nextSibling.nextSibling
      : definition.nextSibling;
  const node = equals?.name === "Equals" ? equals.nextSibling : null;
  if (node === null || !isAtTop(parent)) return undefined;
  const isKept = isConstant(tree, parent) || isVariableOnce(tree, definition, node);
  return isKept ? { is: "expression", node } : undefined;
}

function isAtTop({ name, parent }: SyntaxNode): boolean {
  return (
    name === "VariableDeclaration" && (parent?.name === "Script" || parent?.name === "ExportDeclaration")
  );
}

function isConstant(tree: JavaScriptTree, declaration: SyntaxNode): boolean {
  const { firstChild } = declaration;
  return isAtTop(declaration) && firstChild !== null && tree.text(firstChild) === "const";
}

/** `let port = process.env.PORT || 3000` that nothing changes; only what reads the environment is worth the look. */
function isVariableOnce(tree: JavaScriptTree, definition: SyntaxNode, value: SyntaxNode): boolean {
  const short = value.to - value.from < 200 && tree.root.to < 100_000;
  return (
    short &&
    tree.text(value).includes("process.env") &&
    isAssignedOnce(tree.text(tree.root), tree.text(definition))
  );
}

/** `const { PORT = 3000, HOST: host } = process.env` */
function destructured(
  tree: JavaScriptTree,
  definition: SyntaxNode,
  property: SyntaxNode,
): JavaScriptBinding | undefined {
  const pattern = property.parent;
  const equals = pattern?.nextSibling;
  const of = equals?.name === "Equals" ? equals.nextSibling : null;
  const key = property.firstChild;
  if (pattern?.name !== "ObjectPattern" || pattern.parent === null || of === null || key === null)
    return undefined;
  if (!isConstant(tree, pattern.parent) || key.name === "Spread" || key.name === "[") return undefined;
  return { is: "property", of, key: tree.text(key), otherwise: definition.nextSibling?.name === "Equals" };
}

function imported(
  tree: JavaScriptTree,
  definition: SyntaxNode,
  parent: SyntaxNode,
): JavaScriptBinding | undefined {
  const declaration = parent.name === "ImportGroup" ? parent.parent : parent;
  const from = tree.string(declaration?.getChild("String"));
  if (from === undefined) return undefined;
  const before = definition.prevSibling;
  if (parent.name === "ImportDeclaration")
    return { is: "import", from, name: before?.name === "as" ? "*" : "default" };
  const name = before?.name === "as" ? before.prevSibling : definition;
  return name === null ? undefined : { is: "import", from, name: tree.text(name) };
}

/** `module.exports = { port }` and `exports.port = 3000` */
function assigned(tree: JavaScriptTree, node: SyntaxNode, exported: Map<string, JavaScriptBinding>): void {
  const [target, equals, value] = childrenOf(node);
  if (target === undefined || equals?.name !== "Equals" || value === undefined) return;
  const [, whole, name] =
    /^(?:(module\.exports)|(?:module\.)?exports\.(\w{1,200}))$/.exec(tree.text(target)) ?? [];
  if (whole !== undefined) exported.set("default", { is: "expression", node: value });
  else if (name !== undefined) exported.set(name, { is: "expression", node: value });
}

/** Notes what an `export` names, and answers the files of which it passes everything on. */
function declared(
  tree: JavaScriptTree,
  node: SyntaxNode,
  names: ReadonlyMap<string, JavaScriptBinding | undefined>,
  exported: Map<string, JavaScriptBinding>,
): readonly string[] {
  const from = tree.string(node.getChild("String"));
  if (node.getChild("Star") !== null) return from === undefined ? [] : [from];
  const group = node.getChild("ExportGroup");
  for (const item of childrenOf(group)) {
    if (item.name !== "VariableName" || item.prevSibling?.name === "as") continue;
    const alias = item.nextSibling?.name === "as" ? item.nextSibling.nextSibling : item;
    if (alias === null) continue;
    const name = tree.text(item);
    const binding = from === undefined ? names.get(name) : ({ is: "import", from, name } as const);
    if (binding !== undefined) exported.set(tree.text(alias), binding);
  }
  const declaration = node.getChild("VariableDeclaration");
  for (const name of [
    ...(declaration?.getChildren("VariableDefinition") ?? []),
    ...(declaration?.getChild("ObjectPattern")?.getChildren("PatternProperty") ?? []).flatMap((property) =>
      property.getChildren("VariableDefinition"),
    ),
  ]) {
    const binding = names.get(tree.text(name));
    if (binding !== undefined) exported.set(tree.text(name), binding);
  }
  const value = node.getChild("default")?.nextSibling;
  if (value !== null && value !== undefined) exported.set("default", { is: "expression", node: value });
  return [];
}
