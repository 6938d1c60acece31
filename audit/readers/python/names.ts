import type { SyntaxNode } from "@lezer/common";
import { childrenOf } from "../code/syntax-tree";
import type { PythonTree } from "./syntax";

/** Where an import looks: `level` dots, then names; `name` is what is taken from there, the module itself without. */
export interface PythonImport {
  readonly is: "import";
  readonly level: number;
  readonly module: readonly string[];
  readonly name?: string;
  /** Whether it may mean something else than a module: a name in a module, or a text in quotes. */
  readonly loose?: true;
}

/** What a module's top binds a name to. */
export type PythonBinding =
  | { readonly is: "expression" | "class" | "function"; readonly node: SyntaxNode }
  | PythonImport;

/** The names of one module. A name that is bound twice, or inside of a function too, is no constant. */
export interface PythonNames {
  readonly of: ReadonlyMap<string, PythonBinding | undefined>;
  /** The module of `from x import *`, where there is one such import. */
  readonly everythingOf: PythonImport | undefined;
}

const BINDERS = [
  "AssignStatement",
  "UpdateStatement",
  "ForStatement",
  "WithStatement",
  "NamedExpression",
  "ParamList",
  "ClassDefinition",
  "FunctionDefinition",
  "ImportStatement",
];

export function pythonNames(tree: PythonTree): PythonNames {
  const names = new Map<string, PythonBinding | undefined>();
  const bind = (name: string, binding: PythonBinding | undefined): void => {
    names.set(name, names.has(name) ? undefined : binding);
  };
  const stars: PythonImport[] = [];
  for (const node of tree.nodes(...BINDERS)) {
    switch (node.name) {
      case "AssignStatement":
        if (node.parent?.parent?.name !== "ClassDefinition") assigned(tree, node, bind);
        break;
      case "ClassDefinition":
      case "FunctionDefinition":
        defined(tree, node, bind);
        break;
      case "ImportStatement":
        stars.push(...imported(tree, node, bind));
        break;
      default:
        for (const child of node.getChildren("VariableName"))
          if (child.prevSibling?.name !== "AssignOp") bind(tree.text(child), undefined);
    }
  }
  return { of: names, everythingOf: stars.length === 1 ? stars[0] : undefined };
}

type Bind = (name: string, binding: PythonBinding | undefined) => void;

function assigned(tree: PythonTree, node: SyntaxNode, bind: Bind): void {
  const [target, ...rest] = childrenOf(node);
  const operators = rest.filter(({ name }) => name === "AssignOp").length;
  const value = rest.at(-1);
  if (target?.name !== "VariableName") {
    for (const name of target?.getChildren("VariableName") ?? []) bind(tree.text(name), undefined);
    return;
  }
  // A name that is only declared (`port: int`) has no value yet.
  if (operators === 0) return;
  const simple = operators === 1 && rest.length <= 3 && node.parent?.name === "Script";
  bind(tree.text(target), simple && value !== undefined ? { is: "expression", node: value } : undefined);
}

function defined(tree: PythonTree, node: SyntaxNode, bind: Bind): void {
  const name = node.getChild("VariableName");
  const outer = node.parent?.name === "DecoratedStatement" ? node.parent.parent : node.parent;
  // A method is no name of the module.
  if (name === null || outer?.parent?.name === "ClassDefinition") return;
  const is = node.name === "ClassDefinition" ? "class" : "function";
  bind(tree.text(name), outer?.name === "Script" ? { is, node } : undefined);
}

/** Binds what an import names, and answers the modules of which it takes everything. */
function imported(tree: PythonTree, node: SyntaxNode, bind: Bind): readonly PythonImport[] {
  const words = childrenOf(node).map((child) => tree.text(child));
  const at = words.indexOf("import");
  const from = words[0] === "from" ? words.slice(1, at) : undefined;
  const taken = words.slice(at + 1).filter((word) => word !== "(" && word !== ")");
  if (from === undefined) {
    for (const item of split(taken)) {
      const [path, alias] = aliased(item);
      const module = path.filter((word) => word !== ".");
      // `import app.config` binds `app` alone; what it holds is looked up from there.
      bind(alias ?? module[0] ?? "", { is: "import", level: 0, module: alias ? module : module.slice(0, 1) });
    }
    return [];
  }
  const module = from.filter((word) => !/^\.+$/.test(word));
  const first = from.findIndex((word) => !/^\.+$/.test(word));
  const level = from.slice(0, first < 0 ? from.length : first).join("").length;
  if (taken[0] === "*") return [{ is: "import", level, module }];
  for (const item of split(taken)) {
    const [[name = ""], alias] = aliased(item);
    bind(alias ?? name, { is: "import", level, module, name });
  }
  return [];
}

function split(words: readonly string[]): readonly (readonly string[])[] {
  const items: string[][] = [[]];
  for (const word of words) {
    if (word === ",") items.push([]);
    else items.at(-1)?.push(word);
  }
  return items.filter((item) => item.length > 0);
}

function aliased(item: readonly string[]): readonly [readonly string[], string | undefined] {
  const at = item.indexOf("as");
  return at < 0 ? [item, undefined] : [item.slice(0, at), item[at + 1]];
}
