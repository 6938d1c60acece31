import type { SyntaxNode } from "@lezer/common";
import type { Fact } from "../../../domain";
import { childrenOf } from "../code/syntax-tree";
import { addressOf, boundFacts } from "./address";
import type { PythonModule } from "./module";
import { startedBy } from "./servers";

/** `config.bind = ["0.0.0.0:8000"]` of Hypercorn's own configuration (hypercorn.readthedocs.io, API usage). */
export function hypercornFacts(module: PythonModule): readonly Fact[] {
  if (!/\bhypercorn\b/.test(module.text)) return [];
  const { tree } = module;
  return tree.nodes("AssignStatement").flatMap((statement): readonly Fact[] => {
    const [target, , value] = childrenOf(statement);
    if (target?.name !== "MemberExpression" || !/\.bind$/.test(tree.text(target)) || !value) return [];
    return elements(value).flatMap((node) => {
      const address = addressOf(module, node);
      const stated = { place: tree.place(node, "bind"), ...startedBy(module, node) };
      return address === undefined ? [] : boundFacts(address, stated);
    });
  });
}

function elements(value: SyntaxNode): readonly SyntaxNode[] {
  if (value.name !== "ArrayExpression") return [value];
  return childrenOf(value).filter(({ name }) => !["[", "]", ",", "Comment"].includes(name));
}
